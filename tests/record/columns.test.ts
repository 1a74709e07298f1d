/**
 * Where poppler is at fault: of two languages side by side it takes words of one column into the lines of the other,
 * whoever wrote the file. The same blocks, set by Chromium, come back no better.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Letter } from '../../src/model.ts';
import { measureBlocks, share, softWords, total } from '../../src/pdf/readback/measure.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { mupdfText, poppler } from '../font/readers.ts';
import { family } from '../support/fonts.ts';
import { exampleLetters } from './letters.ts';

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

const STYLE = `
  @font-face { font-family: Amiri; src: url("file://${family('Amiri').regular}") }
  @font-face { font-family: Tinos; src: url("file://${family('Tinos').regular}") }
  div { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; font: 12px Tinos, Amiri }
  p { margin: 0 0 6px; text-align: justify } p[lang=ar] { font: 13px/1.4 Amiri, Tinos }`;

/** The pairs side by side, as Chromium prints them. */
async function printed(pairs: readonly (readonly [string, string])[]): Promise<Buffer> {
  const rows = pairs.map(
    ([ltr, rtl]) => `<div><p>${ltr}</p><p lang="ar" dir="rtl">${rtl}</p></div>`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'columns-'));
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const file = join(folder, 'pairs.html');
    writeFileSync(
      file,
      `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${rows.join('')}`,
    );
    const page = await browser.newPage();
    await page.goto(`file://${file}`);
    return await page.pdf({ format: 'A4', tagged: true });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

test('poppler finds no less of ours than of Chromium’s, and another reader finds all', async () => {
  const { pdf, pairs } = await bilingual();
  const found = (text: string) => share(total(measureBlocks(pairs.flat(), text, softWords)));
  const theirs = found(await poppler(await printed(pairs)));
  expect(theirs).toBeLessThan(0.95);
  expect(found(await poppler(pdf))).toBeGreaterThan(theirs);
  expect(found(await mupdfText(pdf))).toBeGreaterThanOrEqual(0.99);
});
