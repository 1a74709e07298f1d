/** Where two drawings differ though their words are the same: another font, another image, more space. */
import type { Rectangle } from '../../api.ts';
import { differences } from '../../differences.ts';
import type { Mark } from './letter.ts';
import type { OpenPdf, PDFPageProxy } from './pdf.ts';

/** More marks than these on a page tell no more than one around them all. */
const MOST = 20;

/** Compares page by page, at one pixel a point. */
export async function inkChanges(before: OpenPdf, after: OpenPdf): Promise<Mark[]> {
  const pages = after.pages.map(async (page, index): Promise<Mark[]> => {
    const old = before.pages[index];
    if (!old) return [];
    const found = differences(await pictureOf(old), await pictureOf(page));
    const marks = found.length > MOST ? [around(found)] : found;
    return marks.map((mark) => ({ ...mark, page: index }));
  });
  return (await Promise.all(pages)).flat();
}

async function pictureOf(page: PDFPageProxy) {
  const canvas = document.createElement('canvas');
  const viewport = page.getViewport({ scale: 1 });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  Object.assign(canvas, { width, height });
  await page.render({ canvas, viewport }).promise;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
  return { width, height, pixels: pixels ?? new Uint8ClampedArray() };
}

function around(rectangles: readonly Rectangle[]): Rectangle {
  const x = Math.min(...rectangles.map((one) => one.x));
  const y = Math.min(...rectangles.map((one) => one.y));
  const width = Math.max(...rectangles.map((one) => one.x + one.width)) - x;
  const height = Math.max(...rectangles.map((one) => one.y + one.height)) - y;
  return { x, y, width, height };
}
