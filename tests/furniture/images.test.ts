/** Letterheads and signatures as PNG, JPEG and SVG. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PlacedImage, SignatoryBlock } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { bareLetter, text } from '../position/letter.ts';
import { linesOf, readPages } from '../position/read-page.ts';
import { type Box, drawnBoxes, PICTURES, putPictures } from './pictures.ts';

const NAMES = Object.keys(PICTURES);
const RIGHT = 532.92;
/** The rule below the letterhead, and links, are thinner. */
const THIN = 2;

const pictures = ([left, top, right, bottom]: Box) => right - left > THIN && bottom - top > THIN;

test.each(NAMES)('%s stands in the letterhead, as wide as the data says', async (name) => {
  const path = putPictures()(name);
  const end = [{ path, alt: 'Logo', width: 80 }];
  const { pdf } = await renderLetter(bareLetter('ltr', { letterhead: { start: [], end } }));
  const [found] = drawnBoxes(pdf).filter(pictures);
  const [left = 0, top = 0, right = 0, bottom = 0] = found ?? [];
  expect(right).toBeCloseTo(RIGHT, 0);
  expect(right - left).toBeCloseTo(80, 0);
  // The whole picture, or the stroke in its middle.
  expect([32, 8].some((height) => Math.abs(bottom - top - height) < 0.5)).toBe(true);
});

function signed(images: readonly (PlacedImage | undefined)[]): SignatoryBlock[] {
  return images.map((image, index) => ({
    mark: image ? { image } : 'ink',
    name: text(`Name${index}`),
    lines: [text('Title')],
  }));
}

test.each(['ltr', 'rtl'] as const)(
  'signatures stay in their columns, and names stand level (%s)',
  async (direction) => {
    const at = putPictures();
    const images = [
      { path: at('transparent.png'), alt: 'Signature' },
      { path: at('photo.jpg'), alt: 'Signature', width: 40 },
      { path: at('opaque.png'), alt: 'Signature', height: 12 },
      { path: at('palette.png'), alt: 'Signature', width: 400 },
      undefined,
    ];
    const { pdf } = await renderLetter(bareLetter(direction, { signatories: signed(images) }));
    const [page] = readPages(pdf);
    const names = linesOf(page?.characters ?? []).find((line) =>
      line.some(({ text: letter }) => letter === 'N'),
    );
    expect(names?.filter(({ text: letter }) => letter === 'N')).toHaveLength(5);
    const drawn = drawnBoxes(pdf).filter(pictures);
    expect(drawn).toHaveLength(4);
    const feet = drawn.map(([, , , bottom]) => Math.round(bottom));
    expect(new Set(feet).size).toBe(1);
    const sorted = [...drawn].sort(([a], [b]) => a - b);
    for (const [index, [left]] of sorted.entries()) {
      expect(left).toBeGreaterThanOrEqual(sorted[index - 1]?.[2] ?? 0);
    }
  },
);

test('transparency is a soft mask, which PDF/A-2 allows', async () => {
  const path = putPictures()('transparent.png');
  const letterhead = { start: [{ path, alt: 'Logo' }], end: [] };
  const { pdf } = await renderLetter(bareLetter('ltr', { letterhead }));
  expect(pdf.toString('latin1')).toMatch(/\/SMask \d+ 0 R/);
});

test('the bytes are the same every time, with several images to be decoded', async () => {
  const at = putPictures();
  const start = NAMES.map((name) => ({ path: at(name), alt: 'Logo', width: 40 }));
  const letter = bareLetter('ltr', { letterhead: { start, end: [] } });
  const digests = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const { pdf } = await renderLetter(letter);
      return createHash('sha256').update(pdf).digest('hex');
    }),
  );
  expect(new Set(digests).size).toBe(1);
});
