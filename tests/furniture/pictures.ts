/** Images of all kinds that letters may have, each 400 × 160 with a dark stroke from left to right, and where they are drawn. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import * as mupdf from 'mupdf';
import { temporaryFolder } from '../support/cli.ts';
import { chunk, png } from '../support/png.ts';

const WIDTH = 400;
const HEIGHT = 160;

function drawing(background?: string) {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (background) {
    context.fillStyle = background;
    context.fillRect(0, 0, WIDTH, HEIGHT);
  }
  context.fillStyle = '#113388';
  context.fillRect(0, 60, WIDTH, 40);
  return canvas;
}

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect y="60" width="${WIDTH}" height="40" fill="#113388"/></svg>`;
const SVG_BOX = SVG.replace(/width="\d+" height="\d+"/, `viewBox="0 0 ${WIDTH} ${HEIGHT}"`);

/** Of one colour type, every pixel of it the same. @param pixel its bytes */
function plain(colourType: number, bits: number, pixel: readonly number[], chunks: Buffer[] = []) {
  const row = Buffer.from([0, ...Array.from({ length: WIDTH }, () => pixel).flat()]);
  const pixels = Buffer.concat(Array.from({ length: HEIGHT }, () => row));
  return png({ width: WIDTH, height: HEIGHT, colourType, bits, pixels, chunks });
}

/** The files, by what they are; `other` holds an SVG under a name that does not say so. */
export const PICTURES: Readonly<Record<string, () => string | Buffer>> = {
  'transparent.png': () => drawing().toBuffer('image/png'),
  'opaque.png': () => plain(2, 8, [17, 51, 136]),
  'grey-alpha.png': () => plain(4, 8, [40, 200]),
  'deep.png': () => plain(6, 16, [17, 0, 51, 0, 136, 0, 200, 0]),
  'palette.png': () =>
    plain(3, 8, [1], [chunk('PLTE', Buffer.alloc(6, 0x33)), chunk('tRNS', Buffer.from([0, 200]))]),
  'photo.jpg': () => drawing('#fff').toBuffer('image/jpeg'),
  'drawing.svg': () => SVG,
  'view-box.svg': () => SVG_BOX,
  'other.image': () => SVG,
};

/** Writes the pictures into a folder that goes when the test ends; gives the path of each. */
export function putPictures(): (name: string) => string {
  const folder = temporaryFolder();
  for (const [name, make] of Object.entries(PICTURES)) writeFileSync(join(folder, name), make());
  return (name) => join(folder, name);
}

export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Boxes of the images and of the filled paths of a page, points. */
export function drawnBoxes(pdf: Uint8Array, pageNumber = 0): Box[] {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  const page = document.loadPage(pageNumber);
  const boxes: Box[] = [];
  const device = new mupdf.Device({
    fillImage: (_image, ctm) => boxes.push(box(mupdf.Rect.transform([0, 0, 1, 1], ctm))),
    fillPath(path, _evenOdd, ctm) {
      boxes.push(box(path.getBounds(NO_STROKE, ctm)));
    },
  });
  page.run(device, mupdf.Matrix.identity);
  device.close();
  return boxes;
}

/** Bounds ask for a stroke; without width it adds nothing. */
const NO_STROKE = new mupdf.StrokeState({
  lineCap: 'Butt',
  lineJoin: 'Miter',
  lineWidth: 0,
  miterLimit: 1,
});

function box([left, top, right, bottom]: mupdf.Rect): Box {
  return [left, top, right, bottom];
}
