/** `verify` finds what is missing in a PDF, and says so. */
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Ended, wsisLetters } from '../support/cli.ts';
import { edit, starterEdition } from '../support/edition.ts';

const AR = 'forum-2027.invitation.ar.pdf';
const EN = 'forum-2027.invitation.en.pdf';

/** The folder of the letters. */
let out: string;

beforeEach(async () => {
  out = join(starterEdition(), 'forum-x', 'out');
  const args = ['render', '.', '--circular', '--quiet'];
  expect((await wsisLetters(args, { cwd: dirname(out) })).code).toBe(0);
});

const verify = (...args: string[]): Promise<Ended> =>
  wsisLetters(['verify', ...args], { cwd: out });

test('every word of what was rendered is found, wherever it is called from', async () => {
  const found = (file: string) => new RegExp(`^${file}: (\\d+) of \\1 words found$`, 'm');
  const here = await verify(AR, EN);
  expect(here).toMatchObject({ code: 0, stderr: '' });
  expect(here.stdout).toMatch(found(AR));
  expect(here.stdout).toMatch(found(EN));
  const there = await wsisLetters(['verify', `out/${AR}`], { cwd: dirname(out) });
  expect(there).toMatchObject({ code: 0, stderr: '' });
});

test('with --json, a line a file', async () => {
  const { code, stdout } = await verify(AR, EN, '--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { file: AR, status: 'found', soft: 1, strict: 1, missing: [] },
    { file: EN, status: 'found', soft: 1, strict: 1, missing: [] },
  ]);
  expect(lines[0].words).toBeGreaterThan(100);
  expect(code).toBe(0);
});

test('a letter with the words of another is told', async () => {
  copyFileSync(join(out, EN), join(out, AR));
  const { code, stderr, stdout } = await verify(AR, EN);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^error\[lost-text\]: forum-2027\.invitation\.ar\.pdf does not give back \d+ of \d+ words in their order: “/,
  );
  expect(stdout).toContain(EN);
});

test('a file that has changed but for its words is told, and passes', async () => {
  appendFileSync(join(out, AR), '% a remark\n');
  const { code, stderr } = await verify(AR);
  expect(stderr).toContain('warning[changed-file]');
  expect(code).toBe(0);
});

/** Has the letter say something before each of some words. */
function expectMore(file: string, additions: Readonly<Record<string, string>>): void {
  const path = join(out, '.wsis-letters.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const places: number[] = manifest.files[file].text;
  for (const [word, more] of Object.entries(additions)) {
    const place = places.find((at) => manifest.blocks[at].includes(word)) ?? -1;
    manifest.blocks[place] = manifest.blocks[place].replace(word, `${more} ${word}`);
  }
  writeFileSync(path, JSON.stringify(manifest));
}

test('a few words that are lost are named, with what stands around them', async () => {
  expectMore(EN, { '+41': 'Switzerland:', 'Layla Salem': 'Ms' });
  const { code, stderr, stdout } = await verify(EN);
  expect(stderr).toMatch(
    /^warning\[lost-text\]: \S+ does not give back 2 of \d+ words in their order: “Switzerland:” in “Forum secretariat Tel\.: Switzerland: \+41 22 555”, “Ms” in “Communications Swiss Confederation Ms Ms Layla Salem”\n\n$/,
  );
  expect(stdout).toMatch(/ of \d+ words found\n$/);
  expect(code).toBe(0);
});

test('so many lost words are named that they can be read', async () => {
  const words = Array.from({ length: 50 }, (_, index) => `lost${index}`).join(' ');
  expectMore(EN, { agenda: words });
  const { code, stderr } = await verify(EN);
  expect(stderr).toMatch(/^error\[lost-text\].* “lost0 .* lost7 …” in /);
  expect(stderr).not.toContain('lost8');
  expect(code).toBe(1);
});

test('an address that a narrow column breaks is found', async () => {
  const address =
    'https://forum.example.org/a-long-address/that-a-narrow-column/breaks-over-lines/2027';
  const from = 'site: www.example.org/forum';
  edit(dirname(dirname(out)), 'edition.yaml', from, `site: ${address}`);
  edit(dirname(dirname(out)), 'edition.yaml', 'head: rows-first', 'layout: bilingual');
  const args = ['render', '.', '--circular', '--quiet'];
  expect((await wsisLetters(args, { cwd: dirname(out) })).code).toBe(0);
  const file = 'forum-2027.invitation.ar-en.pdf';
  expect(await verify(file)).toMatchObject({ code: 0, stderr: '' });
  expectMore(file, { '/2027': 'X' });
  const { stderr } = await verify(file);
  expect(stderr).toContain(
    '“https://forum.example.org/a-long-address/that-a-narrow-column/breaks-over-linesX',
  );
});

const NOTES = join('.', '.wsis-letters.json');

test.each<[string, string, string, () => void]>([
  ['that is cut off', 'unreadable-pdf', 'cannot be read', () => truncateSync(join(out, AR), 3000)],
  ['that is no PDF', 'unreadable-pdf', 'is not a PDF', () => writeFileSync(join(out, AR), 'Dear')],
  ['that is gone', 'missing-file', 'there is no such file', () => rmSync(join(out, AR))],
  [
    'that is a folder',
    'missing-file',
    'is a folder',
    () => {
      rmSync(join(out, AR));
      mkdirSync(join(out, AR));
    },
  ],
  [
    'without its text beside it',
    'no-source',
    `its text is looked for in ${NOTES}, which does not exist`,
    () => rmSync(join(out, '.wsis-letters.json')),
  ],
  [
    'from elsewhere',
    'no-source',
    `is none of the letters whose texts ${NOTES} holds`,
    () => {
      const notes = readFileSync(join(out, NOTES), 'utf8').replaceAll(AR, 'other.pdf');
      writeFileSync(join(out, NOTES), notes);
    },
  ],
])('a file %s is an error', async (_, code, message, damage) => {
  damage();
  const ended = await verify(AR, '--json');
  expect(JSON.parse(ended.stderr)).toMatchObject({
    severity: 'error',
    code,
    message: expect.stringContaining(message),
  });
  expect(JSON.parse(ended.stdout)).toEqual({ file: AR, status: 'unknown' });
  expect(ended.code).toBe(1);
});

test('without a file it is wrong usage', async () => {
  expect((await verify()).code).toBe(2);
});

test('the text beside the letters holds what they share once', () => {
  const { blocks, files } = JSON.parse(readFileSync(join(out, '.wsis-letters.json'), 'utf8'));
  expect(new Set(blocks).size).toBe(blocks.length);
  expect(files[EN].text.map((place: number) => blocks[place]).join('\n')).toContain('Forum');
});
