/** Annexes: pages of other PDFs after those of the letter, in one file. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.ts';
import type { Letter } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { checkAnnexes } from '../../src/pdf/write/annex.ts';
import { baseEdition, patch, problemsOf, put } from '../data/editions.ts';
import { mupdfText, pdfjs, poppler } from '../font/readers.ts';
import { sampleLetter } from '../pdf/sample.ts';
import { bareLetter, text } from '../position/letter.ts';
import { temporaryFolder } from '../support/cli.ts';

const SPAN = { file: '/edition.yaml', line: 7, column: 3 };

/** A PDF of ours serves as annex: it has fonts, links and a structure that must not meet the letter's. */
async function annexFile(folder: string): Promise<string> {
  const body = [{ type: 'paragraph' as const, children: text('Programme of the forum') }];
  const { pdf } = await renderLetter({ ...sampleLetter('en'), body });
  const path = join(folder, 'annex.pdf');
  writeFileSync(path, pdf);
  return path;
}

async function withAnnex(letter: Letter): Promise<Letter> {
  const path = await annexFile(temporaryFolder());
  return { ...letter, annexes: [{ path, span: SPAN }] };
}

test.each([
  ['poppler', poppler],
  ['MuPDF', mupdfText],
  ['pdf.js', pdfjs],
])('%s finds the letter as it was, then the annex', async (_, read) => {
  const plain = sampleLetter('ar');
  const alone = await read((await renderLetter(plain)).pdf);
  const both = await read((await renderLetter(await withAnnex(plain))).pdf);
  expect(both.slice(0, alone.trimEnd().length)).toBe(alone.trimEnd());
  expect(both.slice(alone.length)).toContain('Programme of the forum');
});

test('the pages are counted, and the structure is the letter’s alone', async () => {
  const plain = sampleLetter('en');
  const letter = await withAnnex(plain);
  const alone = await renderLetter(plain);
  const both = await renderLetter(letter);
  expect(both.pages).toBe(alone.pages + 1);
  expect(both.text).toEqual(alone.text);
  const structure = (pdf: Buffer) => {
    const path = join(temporaryFolder(), 'letter.pdf');
    writeFileSync(path, pdf);
    execFileSync('qpdf', ['--check', path]);
    return execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' });
  };
  // Objects have other numbers in the file that is written anew.
  const plainly = (found: string) => found.replace(/Object \d+/g, 'Object');
  expect(plainly(structure(both.pdf))).toBe(plainly(structure(alone.pdf)));
});

test('the file claims neither PDF/A nor PDF/UA', async () => {
  const plain = sampleLetter('en');
  const metadata = (pdf: Buffer) => {
    const path = join(temporaryFolder(), 'letter.pdf');
    writeFileSync(path, pdf);
    return execFileSync('pdfinfo', ['-meta', path], { encoding: 'utf8' });
  };
  const claims = /<pdfaid:|<pdfuaid:|<pdfaExtension:/;
  expect(metadata((await renderLetter(plain)).pdf)).toMatch(claims);
  expect(metadata((await renderLetter(await withAnnex(plain))).pdf)).not.toMatch(claims);
});

test('the same input gives the same bytes', async () => {
  const letter = await withAnnex(sampleLetter('en'));
  const first = await renderLetter(letter);
  expect(first.pdf.equals((await renderLetter(letter)).pdf)).toBe(true);
});

const brief = ({ code, span }: Diagnostic) => `${code} ${span?.line}:${span?.column}`;

test('an annex that is encrypted or damaged is an error at its place', async () => {
  const folder = temporaryFolder();
  const good = await annexFile(folder);
  const at = (name: string) => join(folder, name);
  execFileSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', good, at('user.pdf')]);
  execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', good, at('owner.pdf')]);
  writeFileSync(at('cut.pdf'), (await renderLetter(bareLetter('ltr'))).pdf.subarray(0, 400));
  writeFileSync(at('junk.pdf'), '%PDF-1.7\nnothing more');
  for (const name of ['user.pdf', 'owner.pdf', 'cut.pdf', 'junk.pdf']) {
    const annexes = [{ path: at(name), span: SPAN }];
    const found = await checkAnnexes([bareLetter('ltr', { annexes })]);
    expect([name, found.map(brief)]).toEqual([name, ['bad-annex 7:3']]);
  }
  const annexes = [{ path: good, span: SPAN }];
  expect(await checkAnnexes([bareLetter('ltr', { annexes })])).toEqual([]);
});

test('annexes are PDFs of the edition', () => {
  const folder = baseEdition();
  const key = '    numbers: {entities: 50}';
  const annexes = '    annexes: [a.pdf, logo.svg, ../b.pdf, c.pdf]';
  patch(folder, 'edition.yaml', key, annexes);
  put(folder, 'a.pdf', '%PDF-1.7');
  expect(problemsOf(folder)).toEqual([
    'warning claims-dropped edition.yaml:49:15',
    'bad-annex edition.yaml:49:22',
    'outside-edition edition.yaml:49:32',
    'missing-file edition.yaml:49:42',
  ]);
});
