/** Drawings as Chromium shows them and as they stand in a PDF, pixel by pixel. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import * as mupdf from 'mupdf';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawingOf } from '../../../src/pdf/drawing/drawing.ts';
import { drawSvg } from '../../../src/pdf/layout/pdfmake.ts';
import { openPages } from '../../../src/pdf/raster.ts';
import { createDocument } from '../../../src/pdf/write/document.ts';
import { drawing, EFFECTS, SIZES, VECTORS } from './samples.ts';

/** Points of the drawing, and pixels for each. */
const SIZE = { width: 100, height: 60 };
const SCALE = 4;
const [WIDTH, HEIGHT] = [SIZE.width * SCALE, SIZE.height * SCALE];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args, timeout: 120_000 });
  page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
}, 180_000);
afterAll(() => browser.close(), 60_000);

async function inChromium(svg: string): Promise<Uint8ClampedArray> {
  const data = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const style = `display:block;width:${WIDTH}px;height:${HEIGHT}px`;
  await page.setContent(`<body style="margin:0"><img style="${style}" src="${data}">`);
  return pixelsOf(await page.screenshot());
}

/** On white paper. */
async function pixelsOf(png: Buffer): Promise<Uint8ClampedArray> {
  const context = createCanvas(WIDTH, HEIGHT).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.drawImage(await loadImage(png), 0, 0, WIDTH, HEIGHT);
  return context.getImageData(0, 0, WIDTH, HEIGHT).data;
}

async function pdfOf(svg: string): Promise<Buffer> {
  const document = createDocument({ info: {}, language: 'en', mayRead: () => false });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => document.once('end', resolve));
  document.addPage({ size: [SIZE.width, SIZE.height], margin: 0 });
  drawSvg(document, svg, SIZE);
  document.end();
  await done;
  return Buffer.concat(chunks);
}

/** As two viewers show it that have nothing in common: pdf.js, which is in Firefox and our preview, and MuPDF. */
async function inViewers(svg: string): Promise<Uint8ClampedArray[]> {
  const drawing = await drawingOf(svg, SIZE);
  if ('png' in drawing) return [await pixelsOf(drawing.png)];
  const pdf = await pdfOf(drawing.svg);
  const source = await openPages(pdf);
  const first = await source.png(1, SCALE);
  await source.close();
  const matrix = mupdf.Matrix.scale(SCALE, SCALE);
  const second = mupdf.Document.openDocument(pdf, 'application/pdf')
    .loadPage(0)
    .toPixmap(matrix, mupdf.ColorSpace.DeviceRGB, false);
  return [await pixelsOf(first), await pixelsOf(Buffer.from(second.asPNG()))];
}

/** Share of pixels whose colours differ. @param near of 255, what smooth edges differ by */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray, near = 32): number {
  let far = 0;
  for (let at = 0; at < a.length; at += 4) {
    const apart = [0, 1, 2].map((sample) =>
      Math.abs((a[at + sample] ?? 0) - (b[at + sample] ?? 0)),
    );
    if (Math.max(...apart) > near) far++;
  }
  return far / (WIDTH * HEIGHT);
}

/** Pixels: viewers smooth the edges between the few of a picture more or less, and those between tiles. */
function tolerance(name: string): { readonly share: number; readonly near: number } {
  if (/image|JPEG|picture/.test(name)) return { share: 0.06, near: 64 };
  return name.includes('pattern') ? { share: 0.015, near: 64 } : { share: 0.005, near: 32 };
}

describe.each([
  ['lines and areas', VECTORS, 'svg'],
  ['effects', EFFECTS, 'png'],
] as const)('%s', (kind, samples, how) => {
  test.each(Object.entries(samples))(
    '%s',
    async (name, svg) => {
      const seen = await inChromium(svg);
      const { share, near } = tolerance(name);
      for (const printed of await inViewers(svg)) {
        expect(difference(seen, printed, near)).toBeLessThan(share);
      }
      const drawing = await drawingOf(svg, SIZE);
      if (kind === 'lines and areas') expect(Object.keys(drawing)).toEqual([how]);
    },
    60_000,
  );
});

test.each(SIZES)(
  '%s is as wide and high as in Chromium',
  async (attributes, ratio) => {
    const data = Buffer.from(drawing('<rect width="9" height="9"/>', attributes)).toString(
      'base64',
    );
    await page.setContent(`<img src="data:image/svg+xml;base64,${data}" style="height:600px">`);
    const box = await page.locator('img').boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(ratio, 2);
  },
  60_000,
);

test('the comparison sees what differs', async () => {
  const { 'a clip to a circle': clip = '' } = EFFECTS;
  const whole = await inChromium(clip.replace('clip-path="url(#c)"', ''));
  expect(difference(await inChromium(clip), whole)).toBeGreaterThan(0.3);
});
