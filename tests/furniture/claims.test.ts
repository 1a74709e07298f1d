/** Drafts, images, kashidas and letters of two languages keep every rule of PDF/UA-1 and PDF/A-2a. */
import { expect, test } from 'vitest';
import { languagePack } from '../../src/language/languages.ts';
import type { Letter } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { sampleLetter } from '../pdf/sample.ts';
import { text } from '../position/letter.ts';
import { Pdf } from '../record/checker/pdf.ts';
import { RULES } from '../record/checker/rules.ts';
import { PICTURES, putPictures } from './pictures.ts';

async function faults(letter: Letter): Promise<string[]> {
  const pdf = Pdf.read((await renderLetter(letter)).pdf);
  return RULES.flatMap(({ meets, violations }) =>
    violations(pdf).map((fault) => `${meets}: ${fault}`),
  );
}

const DRAFT = { draft: text(languagePack('en').draft) };

test.each(['ar', 'en'] as const)('a draft (%s)', async (language) => {
  expect(await faults(sampleLetter(language, DRAFT))).toEqual([]);
});

test('images of every kind', async () => {
  const at = putPictures();
  const start = Object.keys(PICTURES).map((name) => ({ path: at(name), alt: 'Logo', width: 40 }));
  expect(await faults(sampleLetter('ar', { letterhead: { start, end: [] } }))).toEqual([]);
});

test('kashidas', async () => {
  const letter = sampleLetter('ar');
  const settings = { ...letter.settings, justify: 'kashida' as const };
  expect(await faults({ ...letter, settings })).toEqual([]);
});

test.each(['bilingual', 'sequential'] as const)('two languages, %s', async (layout) => {
  const companion = { layout, letter: sampleLetter('ar') };
  expect(await faults({ ...sampleLetter('en', DRAFT), companion })).toEqual([]);
});
