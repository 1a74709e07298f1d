/**
 * Of the kinds of PNG and JPEG: what `check` accepts is drawn in the PDF as the picture is, and what would be drawn
 * otherwise is refused.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import * as mupdf from 'mupdf';
import { describe, expect, test } from 'vitest';
import { rasterFault } from '../../src/data/pictures/raster.ts';
import { decodesWhole } from '../../src/pdf/check/decode-jpeg.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { bareLetter } from '../position/letter.ts';
import { temporaryFolder } from '../support/cli.ts';
import { chunk } from '../support/png.ts';
import { type Patterned, patterned, progressive, transparency } from './pictures.ts';

type Pixel = readonly [red: number, green: number, blue: number];

/** Where the picture is looked at, in parts of its edges. */
const PLACES = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) => [0.2, 0.8].map((y) => [x, y] as const));

async function expected(bytes: Buffer): Promise<Pixel[]> {
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, image.width, image.height);
  context.drawImage(image, 0, 0);
  return PLACES.map(([x, y]) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(
      Math.floor(x * image.width),
      Math.floor(y * image.height),
      1,
      1,
    ).data;
    return [red, green, blue];
  });
}

/** The picture as MuPDF draws it from a letter. */
async function drawn(bytes: Buffer): Promise<Pixel[]> {
  const path = join(temporaryFolder(), 'picture');
  writeFileSync(path, bytes);
  const end = [{ path, alt: 'Picture', width: 160 }];
  const { pdf } = await renderLetter(bareLetter('ltr', { letterhead: { start: [], end } }));
  const page = mupdf.Document.openDocument(pdf, 'application/pdf').loadPage(0);
  let box: mupdf.Rect | undefined;
  const device = new mupdf.Device({
    fillImage(_image, ctm) {
      box = mupdf.Rect.transform([0, 0, 1, 1], ctm);
    },
  });
  page.run(device, mupdf.Matrix.identity);
  device.close();
  const [left, top, right, bottom] = box ?? [0, 0, 0, 0];
  const pixmap = page.toPixmap(mupdf.Matrix.scale(4, 4), mupdf.ColorSpace.DeviceRGB);
  const pixels = pixmap.getPixels();
  return PLACES.map(([x, y]) => {
    const column = Math.floor(4 * (left + x * (right - left)));
    const row = Math.floor(4 * (top + y * (bottom - top)));
    const at = row * pixmap.getStride() + column * pixmap.getNumberOfComponents();
    return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
  });
}

function difference(a: readonly Pixel[], b: readonly Pixel[]): number {
  return Math.max(
    ...a.flatMap((pixel, at) => pixel.map((value, part) => Math.abs(value - (b[at]?.[part] ?? 0)))),
  );
}

const palette = (colours: number) =>
  chunk('PLTE', Buffer.from(Array.from({ length: 3 * colours }, (_, at) => (at * 37) % 256)));

const KINDS = (
  [
    ...[1, 2, 4, 8, 16].map((bits) => ({ colourType: 0, bits })),
    ...[8, 16].map((bits) => ({ colourType: 2, bits })),
    ...[1, 2, 4, 8].map((bits) => ({ colourType: 3, bits, chunks: [palette(2 ** bits)] })),
    ...[8, 16].map((bits) => ({ colourType: 4, bits })),
    ...[8, 16].map((bits) => ({ colourType: 6, bits })),
    { colourType: 0, bits: 8, chunks: [transparency(0, 7)] },
    { colourType: 2, bits: 8, chunks: [transparency(0, 7, 0, 108, 0, 209)] },
    ...[1, 2, 4, 8].map((bits) => {
      return { colourType: 3, bits, chunks: [palette(2 ** bits), transparency(0, 128)] };
    }),
    { colourType: 3, bits: 8, chunks: [palette(200), transparency(0, 128)], most: 199 },
    { colourType: 2, bits: 8, chunks: [palette(16)] },
  ] satisfies Patterned[]
).flatMap((kind: Patterned) => [kind, { ...kind, interlaced: true }]);

describe('PNG', () => {
  test.each(
    KINDS.map((kind) => {
      const { colourType, bits, chunks = [] } = kind;
      const more = chunks.map((one) => one.toString('latin1', 4, 8)).join(' ');
      const how = kind.interlaced ? 'interlaced' : '';
      return [`colour type ${colourType}, ${bits} bits ${more} ${how}`, kind] as const;
    }),
  )('%s', async (_, kind) => {
    const picture = patterned(kind);
    const isAccepted = rasterFault(picture) === undefined;
    const isFaithful = difference(await expected(picture), await drawn(picture)) <= 3;
    // What is accepted is drawn as it is; what is refused is not refused for nothing.
    expect({ isAccepted, isFaithful }).toEqual({ isAccepted: isFaithful, isFaithful });
  });
});

/** The fields of a PNG as the canvas saves them. */
async function baseline(): Promise<Buffer> {
  const image = await loadImage(patterned({ colourType: 2, bits: 8 }));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toBuffer('image/jpeg');
}

describe('JPEG', () => {
  test.each([
    ['baseline', baseline],
    ['progressive', progressive],
  ])('%s is accepted and drawn as it is', async (_, make) => {
    const picture = await make();
    expect(rasterFault(picture)).toBeUndefined();
    expect(await decodesWhole(picture)).toBe(true);
    expect(difference(await expected(picture), await drawn(picture))).toBeLessThan(16);
  });
});
