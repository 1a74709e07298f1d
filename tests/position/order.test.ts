/** Each hard line is set by our tool and read back by MuPDF, glyph by glyph. */
import { describe, expect, test } from 'vitest';
import type { Direction } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { bareLetter } from './letter.ts';
import { LTR_LINES } from './lines-ltr.ts';
import { type HardLine, RTL_LINES } from './lines-rtl.ts';
import { plain, seen, toLine } from './parts.ts';
import { linesOf, type ReadPage, readPages } from './read-page.ts';
import { gaps, overlaps, visualString } from './visual.ts';

test('there are enough lines', () => {
  expect(RTL_LINES.length).toBeGreaterThan(40);
  expect(LTR_LINES.length).toBeGreaterThan(15);
});

describe.each([
  ['rtl', RTL_LINES],
  ['ltr', LTR_LINES],
] satisfies [Direction, readonly HardLine[]][])('%s', (direction, lines) => {
  test.each(lines.map((line) => [line.name, line] as const))('%s', async (_, hard) => {
    const page = await renderLine(direction, hard);
    const [line = [], ...others] = linesOf(page.characters);
    expect(others).toEqual([]);
    expect(visualString(line, page.picture)).toBe(seen(hard.seen));
    expect(gaps(line)).toBe(plain(hard.line).split(' ').length - 1);
    expect(overlaps(line)).toEqual([]);
  });
});

async function renderLine(direction: Direction, { line }: HardLine): Promise<ReadPage> {
  const body = [{ type: 'paragraph' as const, children: toLine(line) }];
  const { pdf } = await renderLetter(bareLetter(direction, { body }));
  const [page] = readPages(pdf);
  if (!page) throw new Error('no page');
  return page;
}
