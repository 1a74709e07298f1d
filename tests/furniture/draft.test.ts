/** Drafts: a word behind the text of each page, for the eye alone; a name and a title that say so. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfName } from '../../src/app/render/file-name.ts';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import { languagePack } from '../../src/language/languages.ts';
import type { Letter } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { mupdfText, pdfjs, poppler } from '../font/readers.ts';
import { sampleLetter } from '../pdf/sample.ts';
import { text } from '../position/letter.ts';
import { type ReadPage, readPages } from '../position/read-page.ts';
import { run, wsisLetters } from '../support/cli.ts';
import { edit, starterEdition } from '../support/edition.ts';
import { drawnBoxes } from './pictures.ts';

const draftOf = (letter: Letter): Letter => ({
  ...letter,
  draft: text(languagePack(letter.language).draft),
});

/** Share of the pixels in the middle half of a page that are of the watermark's grey. */
function greyShare({ picture: { width, height, pixels } }: ReadPage): number {
  let grey = 0;
  let all = 0;
  for (let y = Math.round(height / 4); y < (3 * height) / 4; y += 3) {
    for (let x = Math.round(width / 4); x < (3 * width) / 4; x += 3) {
      const value = pixels[y * width + x] ?? 255;
      all += 1;
      if (value > 220 && value < 240) grey += 1;
    }
  }
  return grey / all;
}

test.each(['ar', 'en'] as const)('every page of a draft is marked (%s)', async (language) => {
  const letter = sampleLetter(language);
  const plain = readPages((await renderLetter(letter)).pdf);
  const draft = readPages((await renderLetter(draftOf(letter))).pdf);
  expect(draft.length).toBeGreaterThan(1);
  expect(draft).toHaveLength(plain.length);
  for (const [index, page] of draft.entries()) {
    expect(greyShare(page)).toBeGreaterThan(0.05);
    expect(greyShare(plain[index] as ReadPage)).toBeLessThan(0.01);
  }
});

test('the word runs up the diagonal and stays on the page', async () => {
  const { pdf } = await renderLetter(draftOf(sampleLetter('en')));
  const letters = drawnBoxes(pdf).slice(0, 'Draft'.length);
  const middles = letters.map(([left, top, right, bottom]) => [left + right, top + bottom]);
  const xs = middles.map(([x = 0]) => x);
  const ys = middles.map(([, y = 0]) => y);
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
  expect(ys).toEqual([...ys].sort((a, b) => b - a));
  for (const [left, top, right, bottom] of letters) {
    expect(left).toBeGreaterThan(20);
    expect(top).toBeGreaterThan(20);
    expect(right).toBeLessThan(575);
    expect(bottom).toBeLessThan(822);
  }
});

test.each([
  ['poppler', poppler],
  ['MuPDF', mupdfText],
  ['pdf.js', pdfjs],
])('%s finds the words of the letter and no other', async (_, read) => {
  for (const language of ['ar', 'en'] as const) {
    const letter = sampleLetter(language);
    const draft = await renderLetter(draftOf(letter));
    expect(await read(draft.pdf)).toBe(await read((await renderLetter(letter)).pdf));
  }
});

test('a letter of two languages has the word of each', async () => {
  const companion = draftOf(sampleLetter('ar'));
  const letter = {
    ...draftOf(sampleLetter('en')),
    companion: { layout: 'sequential' as const, letter: companion },
  };
  const both = drawnBoxes((await renderLetter(letter)).pdf).length;
  const { draft: _, ...final } = letter;
  const one = drawnBoxes((await renderLetter(final)).pdf).length;
  expect(both - one).toBe('Draft'.length);
});

test('the key draft marks a letter in title and file name', () => {
  const cwd = starterEdition();
  edit(cwd, 'edition.yaml', '    forms: [circular, personal]', '    draft: true');
  const { edition } = loadEdition(join(cwd, 'forum-x'));
  const letters = edition ? composeEdition(edition).letters : [];
  expect(letters.map(pdfName)).toEqual([
    'forum-2027.invitation.ar-draft.pdf',
    'forum-2027.invitation.en-draft.pdf',
  ]);
  expect(letters.map(({ title }) => title.split(' – ')[0])).toEqual(['مسودة', 'Draft']);
});

test('render --draft writes files of their own and finds nothing stale', async () => {
  const cwd = starterEdition();
  await wsisLetters(['render', 'forum-x', '--circular'], { cwd });
  const { code, stderr } = await wsisLetters(['render', 'forum-x', '--draft'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const out = join(cwd, 'forum-x', 'out');
  expect(existsSync(join(out, 'forum-2027.invitation.en.pdf'))).toBe(true);
  const drafts = readdirSync(out).filter((name) => name.includes('-draft'));
  expect(drafts).toHaveLength(8);
  const { stdout } = await run('pdfinfo', [join(out, 'forum-2027.invitation.en-draft.pdf')]);
  expect(stdout).toMatch(/^Title: +Draft – /m);
});

test('a draft left in the folder is told of when the letters are final', async () => {
  const cwd = starterEdition();
  await wsisLetters(['render', 'forum-x', '--draft'], { cwd });
  edit(cwd, 'edition.yaml', 'forms: [circular, personal]', 'forms: [circular]');
  const { stderr } = await wsisLetters(['render', 'forum-x'], { cwd });
  expect(stderr.match(/warning\[stale-file\]/g)).toHaveLength(8);
});
