/**
 * The sentences of letters under variation: ranks, genders, kinds, hosts, periods, numbers, signatories, addressees, in
 * every pair of which at least one letter is composed. They stand beside this file as text, to be read by who knows the
 * language; `npm run letters:matrix` writes them anew, and the difference shows what a change has changed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import { LANGUAGES } from '../../src/language/languages.ts';
import { Linter } from '../../src/lint/lint.ts';
import type { Language } from '../../src/model.ts';
import { FACTORS, ROWS, writeRow } from './editions.ts';
import { pairwise } from './pairwise.ts';
import { Sentences } from './sentences.ts';

const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sentences = new Map<Language, Sentences>(
  LANGUAGES.map((language) => [language, new Sentences()]),
);
const problems = new Set<string>();
let letters = 0;

beforeAll(() => {
  ROWS.forEach((row, index) => {
    const own = join(folder, String(index));
    writeRow(row, own);
    const { edition, diagnostics } = loadEdition(own);
    const composed = edition && composeEdition(edition);
    const linter = edition && new Linter(edition);
    const linted = composed?.letters.flatMap((letter) => linter?.lint(letter) ?? []) ?? [];
    for (const found of [...diagnostics, ...(composed?.diagnostics ?? []), ...linted]) {
      problems.add(
        `row ${index} (${row.text}): ${found.code}: ${found.message} ${found.span?.file}`,
      );
    }
    for (const letter of composed?.letters ?? []) {
      letters += 1;
      sentences.get(letter.language)?.add(row.text, letter);
    }
  });
});

describe('pairs', () => {
  test('all meet, in few rows', () => {
    const rows = pairwise({ a: [1, 2, 3], b: ['x', 'y'], c: [true, false], d: [7, 8, 9] });
    expect(rows.length).toBeLessThanOrEqual(12);
    const pairs = new Set(rows.map(({ a, d }) => `${a} ${d}`));
    expect(pairs.size).toBe(9);
  });

  test('of the matrix all meet', () => {
    const levels = (name: keyof typeof FACTORS) => new Set<unknown>(FACTORS[name]).size;
    const names = Object.keys(FACTORS) as (keyof typeof FACTORS)[];
    for (const [index, a] of names.entries()) {
      for (const b of names.slice(index + 1)) {
        const met = new Set(ROWS.map((row) => `${row[a]} ${row[b]}`));
        expect(met.size).toBe(levels(a) * levels(b));
      }
    }
  });
});

test('no letter of the matrix has a problem', () => {
  expect([...problems]).toEqual([]);
  expect(letters).toBeGreaterThan(300);
});

test.each(LANGUAGES)('%s reads as approved', async (language) => {
  const text = sentences.get(language)?.toString() ?? '';
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, `${language}.txt`));
});
