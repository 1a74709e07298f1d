/** What is large or unusual, and all the same a letter: it is checked and rendered in reasonable time and memory. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { expect, test } from 'vitest';
import { starterEdition } from '../support/edition.ts';
import { measured } from '../support/measured.ts';
import { png } from '../support/png.ts';
import { nestedArrays, pages, withScripts } from './pdfs.ts';
import { jpeg } from './pictures.ts';
import {
  all,
  annex,
  body,
  EDITION,
  edition,
  fifo,
  list,
  logo,
  type Spoil,
  signature,
} from './spoil.ts';

const WORD = 'a'.repeat(1_900);
const recipients = (count: number) =>
  list(
    Array.from({ length: count }, (_, at) => `r${at},government,en,Person ${at},female,none`).join(
      '\n',
    ),
  );
const nested = (depth: number) =>
  Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- Item`).join('\n');
const aliases = edition(
  'organisations:\n  itu:\n    name:',
  'organisations:\n  itu:\n    name: &name',
);

/** Of the whole process: for pixels, and for the letters of a long list. */
const MOST_MEGABYTES = 1000;
/** Fifty thousand letters are composed at each check; beside other tests that takes a while. */
const MOST_SECONDS_OF_A_LIST = 200;

/** English circular alone, so that each is rendered once. */
async function sound(folder: string, command: 'check' | 'render') {
  const selection = command === 'render' ? ['--circular', '--language', 'en'] : [];
  const run = await measured([command, folder, '--json', ...selection], MOST_SECONDS_OF_A_LIST);
  expect(run.stderr.split('\n').filter((line) => line.includes('"error"'))).toEqual([]);
  expect(run.code).toBe(0);
  expect(run.megabytes).toBeLessThan(MOST_MEGABYTES);
  return run;
}

test.each<[name: string, spoil: Spoil]>([
  ['a photograph of 4000 × 3000', logo('photo.jpg', jpeg(4000, 3000))],
  [
    'a scan of 4000 × 3000',
    signature('scan.png', png({ width: 4000, height: 3000, colourType: 6 })),
  ],
  ['an anchor', aliases],
  ['a word of 1,900 letters', body(`See ${WORD} there.`)],
  ['text of 90,000 characters in one paragraph', body('Word '.repeat(18_000))],
  ['lists in lists', body(nested(8))],
  ['900 words in bold', body('**bold** plain '.repeat(900))],
  ['an annex of 1,000 pages', annex(pages(1000))],
  ['an annex of arrays in arrays', annex(nestedArrays(100_000))],
  ['a pipe where nothing is read', all(fifo('templates/other/x.hbs'), fifo('notes.txt'))],
])('%s', async (_, spoil) => {
  const folder = join(starterEdition(), 'forum-x');
  spoil(folder);
  await sound(folder, 'check');
  await sound(folder, 'render');
});

test('50,000 recipients', { timeout: 220_000 }, async () => {
  const folder = join(starterEdition(), 'forum-x');
  recipients(50_000)(folder);
  await sound(folder, 'check');
});

test('an annex with scripts is taken without them', async () => {
  const folder = join(starterEdition(), 'forum-x');
  annex(withScripts())(folder);
  await sound(folder, 'render');
  const [file = ''] = readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.pdf'));
  const path = join(folder, 'out', file);
  const plain = execFileSync('qpdf', ['--qdf', path, '-'], { encoding: 'latin1' });
  expect(plain).not.toContain('JavaScript');
  expect(mupdf.Document.openDocument(path).countPages()).toBe(2);
});

test(`a photograph of 6000 × 4000 is refused with the limit and a remedy`, async () => {
  const folder = join(starterEdition(), 'forum-x');
  signature('scan.png', png({ width: 6000, height: 4000 }))(folder);
  const { stderr, code } = await measured(['check', folder]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/has 6000 × 4000 pixels; at most 12,000,000 are taken/);
  expect(stderr).toMatch(/hint: make it smaller: 1,500 pixels/);
  expect(stderr).toContain(EDITION);
});
