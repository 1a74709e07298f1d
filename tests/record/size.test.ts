/** A letter of a page, with two weights, tags and metadata, is small enough to be mailed to many. */
import { expect, test } from 'vitest';
import type { ByLanguage } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { exampleLetters } from './letters.ts';

/** Bytes. Arabic has many more shapes than other scripts. */
const LARGEST: ByLanguage<number> = {
  ar: 40_000,
  en: 20_000,
  fr: 20_000,
  es: 20_000,
  ru: 30_000,
  zh: 120_000,
};

test.each(['forum-2021', 'forum-2025'])('the circulars of %s', async (edition) => {
  for (const letter of exampleLetters(edition)) {
    const { pdf, pages } = await renderLetter(letter);
    expect(pages).toBe(1);
    expect(pdf.length).toBeLessThanOrEqual(LARGEST[letter.language]);
  }
});

test('two outlines of a page are no more than one where they are the same', async () => {
  const [letter] = exampleLetters('forum-2021');
  if (!letter) throw new Error('no letter');
  const twice = { ...letter, body: [...letter.body, ...letter.body] };
  const [once, again] = [await renderLetter(letter), await renderLetter(twice)];
  expect(again.pdf.length).toBeLessThan(once.pdf.length * 1.25);
});
