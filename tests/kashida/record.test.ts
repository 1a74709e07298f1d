/** Kashidas leave the record as it is: what three readers find in letters that are justified with them. */
import { describe, expect, test } from 'vitest';
import type { Letter } from '../../src/model.ts';
import {
  measureBlocks,
  measureOrder,
  share,
  softWords,
  strictWords,
  total,
} from '../../src/pdf/readback/measure.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { mupdfText, pdfjs, poppler } from '../font/readers.ts';
import { EDITIONS, exampleLetters, hardLetter, inEachFont } from '../record/letters.ts';

const withKashidas = (letter: Letter): Letter => ({
  ...letter,
  settings: { ...letter.settings, justify: 'kashida' },
});

const READERS = [
  ['poppler', poppler, 0],
  ['MuPDF', mupdfText, 0.97],
  ['pdf.js', pdfjs, 0.97],
] as const;

async function expectFound(letter: Letter): Promise<void> {
  const { pdf, text } = await renderLetter(withKashidas(letter));
  expect(pdf.equals((await renderLetter(letter)).pdf)).toBe(false);
  for (const [name, read, strict] of READERS) {
    const found = await read(pdf);
    const figures = {
      name,
      soft: share(total(measureBlocks(text, found, softWords))) >= 0.99,
      strict: share(total(measureBlocks(text, found, strictWords))) >= strict,
      order: share(measureOrder(text, found, strictWords)) >= strict,
      tatweels: found.split('\u0640').length - 1,
    };
    expect(figures).toEqual({ name, soft: true, strict: true, order: true, tatweels: 0 });
  }
}

describe('the words come back without a tatweel', () => {
  test.each(EDITIONS)('of the Arabic circular of %s, in every style', async (edition) => {
    const [letter] = exampleLetters(edition).filter(({ language }) => language === 'ar');
    if (!letter) throw new Error('no Arabic letter');
    for (const { letter: inFont } of inEachFont(letter)) await expectFound(inFont);
  });

  test('of vocalised words, telephone numbers, symbols and ranges', async () => {
    await expectFound(hardLetter());
  });
});
