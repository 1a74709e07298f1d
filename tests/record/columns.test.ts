/**
 * Where poppler is at fault: of two languages side by side it takes words of one column into the lines of the other,
 * whoever wrote the file. The same blocks, set by Chromium, come back no better.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Letter } from '../../src/model.ts';
import { measureBlocks, share, softWords, total } from '../../src/pdf/readback/measure.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { mupdfText, poppler } from '../font/readers.ts';
import { exampleLetters } from './letters.ts';
import { type Printer, startPrinter } from './printer.ts';

/** Characters of a block that takes more than a line. */
const LONG = 120;
const ARABIC = /\p{Script=Arabic}/u;

/** The bilingual letter and pairs of its paragraphs. */
async function bilingual() {
  const letter = exampleLetters('forum-2026').find(({ companion }) => companion !== undefined);
  const { pdf, text } = await renderLetter(letter as Letter);
  const long = text.filter((block) => block.length > LONG);
  const [arabic, other] = [true, false].map((wanted) =>
    long.filter((block) => ARABIC.test(block) === wanted),
  );
  const pairs = (arabic ?? []).map((block, index) => [other?.[index] ?? '', block] as const);
  return { pdf, pairs };
}

const COLUMNS = 'div { display: grid; grid-template-columns: 1fr 1fr; gap: 20px }';

let printer: Printer;
beforeAll(async () => {
  printer = await startPrinter();
});
afterAll(() => printer.stop());

/** The pairs side by side, as Chromium prints them. */
function printed(pairs: readonly (readonly [string, string])[]): Promise<Buffer> {
  const rows = pairs.map(
    ([ltr, rtl]) => `<div><p>${ltr}</p><p lang="ar" dir="rtl">${rtl}</p></div>`,
  );
  return printer.print(rows.join(''), COLUMNS);
}

test('poppler finds no less of ours than of Chromium’s, and another reader finds all', async () => {
  const { pdf, pairs } = await bilingual();
  const found = (text: string) => share(total(measureBlocks(pairs.flat(), text, softWords)));
  const theirs = found(await poppler(await printed(pairs)));
  expect(theirs).toBeLessThan(0.95);
  expect(found(await poppler(pdf))).toBeGreaterThan(theirs);
  expect(found(await mupdfText(pdf))).toBeGreaterThanOrEqual(0.99);
});
