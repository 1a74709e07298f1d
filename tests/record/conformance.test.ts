/** PDF/UA-1 and PDF/A-2a, rule by rule: every letter keeps each rule, and each rule finds a file that does not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Letter } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { fromJson, Pdf } from './checker/pdf.ts';
import { CONDITIONS } from './checker/profiles.ts';
import type { Rule } from './checker/rule.ts';
import { RULES } from './checker/rules.ts';
import { EDITIONS, exampleLetters, fullLetter, hardLetter } from './letters.ts';

/** Clauses of rules that go beyond the profiles. */
const OTHERS = [
  'ISO 32000-1, 14.8.2.2.2',
  'ISO 32000-1, 14.8.5.4.3',
  'ISO 32000-1, 9.8.1',
  'A 6.6.3',
  'ISO 32000-1, 14.7.4.4',
];

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Conditions and fault of all that is wrong with a letter's PDF. */
async function faults(letter: Letter): Promise<string[]> {
  const pdf = Pdf.read((await renderLetter(letter)).pdf);
  return RULES.flatMap(({ meets, violations }) =>
    violations(pdf).map((fault) => `${meets}: ${fault}`),
  );
}

describe('every letter keeps every rule', () => {
  test.each(EDITIONS)('%s', async (edition) => {
    for (const letter of [...exampleLetters(edition), ...exampleLetters(edition, 'personal')]) {
      expect(await faults(letter)).toEqual([]);
    }
  });

  test.each(['ltr', 'rtl'] as const)('one that has everything, %s', async (direction) => {
    expect(await faults(fullLetter(direction, folder))).toEqual([]);
  });

  test('vocalised words and figures', async () => {
    expect(await faults(hardLetter())).toEqual([]);
  });
});

test('every condition that a program can check has a rule', () => {
  const met = new Set(RULES.flatMap(({ meets }) => meets));
  expect(CONDITIONS.filter((condition) => !met.has(condition))).toEqual([]);
  const known = new Set(CONDITIONS);
  const others = [...met].filter((condition) => !known.has(condition));
  expect(others).toEqual(OTHERS);
});

describe('a file that breaks a rule is found', () => {
  let bytes: Buffer;

  beforeAll(async () => {
    bytes = (await renderLetter(fullLetter('rtl', folder))).pdf;
  });

  test('and one that was only taken apart and put together is not', () => {
    const pdf = Pdf.read(fromJson(Pdf.read(bytes).stored));
    expect(RULES.flatMap(({ violations }) => violations(pdf))).toEqual([]);
  });

  test.each(RULES.map((rule) => [rule.says, rule] as const))('%s', (_, rule) => {
    expect(rule.violations(broken(rule))).not.toEqual([]);
  });

  function broken(rule: Rule): Pdf {
    if ('corrupts' in rule) return Pdf.read(rule.corrupts(bytes));
    const pdf = Pdf.read(bytes);
    rule.breaks(pdf);
    return Pdf.read(fromJson(pdf.stored));
  }
});
