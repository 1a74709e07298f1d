/** `verify` finds what is missing in a PDF, and says so. */
import { appendFileSync, copyFileSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Ended, wsisLetters } from '../support/cli.ts';
import { starterEdition } from '../support/edition.ts';

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
    /^error\[lost-text\]: forum-2027\.invitation\.ar\.pdf does not give back \d+ of \d+ words: /,
  );
  expect(stdout).toContain(EN);
});

test('a file that has changed but for its words is told, and passes', async () => {
  appendFileSync(join(out, AR), '% a remark\n');
  const { code, stderr } = await verify(AR);
  expect(stderr).toContain('warning[changed-file]');
  expect(code).toBe(0);
});

test.each<[string, string, () => void]>([
  ['that is cut off', 'unreadable-pdf', () => truncateSync(join(out, AR), 3000)],
  ['that is gone', 'missing-file', () => rmSync(join(out, AR))],
  ['without its text beside it', 'no-source', () => rmSync(join(out, '.wsis-letters.json'))],
])('a file %s is an error', async (_, code, damage) => {
  damage();
  const ended = await verify(AR, '--json');
  expect(JSON.parse(ended.stderr)).toMatchObject({ severity: 'error', code });
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
