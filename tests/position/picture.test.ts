/**
 * The ink of our lines is that of Chromium's: the same shapes at the same places. Left out are lines
 * with characters of which fonts have a form for each script (brackets, full stops) and of which the
 * two choose differently, as they do of the space between Hebrew words, and links, which only we underline.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { renderLetter } from '../../src/pdf/render.ts';
import { type BrowserLine, setInChromium } from './chromium.ts';
import { bareLetter } from './letter.ts';
import { RTL_LINES } from './lines-rtl.ts';
import { plain, toHtml, toLine } from './parts.ts';
import { type Picture, readPages } from './read-page.ts';

const LINES = RTL_LINES.filter(({ line }) => {
  return !/[()[\]«»“”.!…א-ת]/.test(plain(line)) && !toHtml(line).includes('<a ');
});
/** Font size of an Arabic letter, points. */
const SIZE = 11 * 1.13;
const DARK = 128;
/** Pixels by which the two may be shifted against each other. */
const SHIFT = 3;
/** Share of the ink that is the same; edges differ, since the two smooth them differently. */
const SAME = 0.82;

interface Ink {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isDark: (x: number, y: number) => boolean;
}

const isInk = (value: number): boolean => value < DARK;

/** The part of a picture that has ink; `isDark` counts from its corner, pixels. */
function inkOf({ pixels, width, height }: Picture): Ink {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y += 1) {
    const row = pixels.subarray(y * width, (y + 1) * width);
    const first = row.findIndex(isInk);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(right, row.findLastIndex(isInk));
    top = Math.min(top, y);
    bottom = y;
  }
  const isDark = (x: number, y: number) => (pixels[(y + top) * width + x + left] ?? 255) < DARK;
  return { left, top, width: right - left + 1, height: bottom - top + 1, isDark };
}

/** Ink that both have as a share of the ink that either has, at the best of some small shifts. */
function likeness(a: Ink, b: Ink): number {
  let best = 0;
  for (let dx = -SHIFT; dx <= SHIFT; dx += 1) {
    for (let dy = -SHIFT; dy <= SHIFT; dy += 1) best = Math.max(best, overlap(a, b, dx, dy));
  }
  return best;
}

function overlap(a: Ink, b: Ink, dx: number, dy: number): number {
  let both = 0;
  let either = 0;
  for (let y = 0; y < a.height; y += 1) {
    for (let x = 0; x < a.width; x += 1) {
      const [first, second] = [a.isDark(x, y), b.isDark(x + dx, y + dy)];
      if (first && second) both += 1;
      if (first || second) either += 1;
    }
  }
  return both / either;
}

describe('ink', () => {
  let browser: BrowserLine[] = [];
  beforeAll(async () => {
    const blocks = LINES.map(({ line }) => toHtml(line));
    browser = await setInChromium(
      blocks.map((html) => ({ direction: 'rtl', html, size: SIZE, width: 470 })),
    );
  });

  async function ours(index: number): Promise<Ink> {
    const children = toLine(LINES[index]?.line ?? []);
    const { pdf } = await renderLetter(
      bareLetter('rtl', { body: [{ type: 'paragraph', children }] }),
    );
    const [page] = readPages(pdf);
    if (!page) throw new Error('no page');
    return inkOf(page.picture);
  }
  const theirs = (index: number): Ink => inkOf((browser[index] as BrowserLine).picture);

  test.each(LINES.map(({ name }, index) => [name, index] as const))('%s', async (_, index) => {
    const [a, b] = [await ours(index), theirs(index)];
    expect(Math.abs(a.width - b.width)).toBeLessThan(8);
    expect(likeness(a, b)).toBeGreaterThan(SAME);
  });

  test('of another line is another', async () => {
    expect(likeness(await ours(0), theirs(1))).toBeLessThan(0.5);
  });

  test('is compared on enough lines', () => {
    expect(LINES.length).toBeGreaterThan(20);
  });
});
