import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadEdition } from '../../src/data/load.ts';
import { lineReader } from '../../src/data/source/source.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import { baseEdition, put } from './editions.ts';
import { randomNumbers } from './random.ts';

/** What breaks files: marks of YAML and CSV, controls, names that objects have of themselves. */
const SHRAPNEL = [
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '"',
  "'",
  '|',
  '&a ',
  '*a ',
  '!x ',
  '#',
  '\n',
  '\t',
].concat(
  ['  ', ',', '😀', '\0', '\u202e', '\ufffd', '<<', '?', '%', '@', '~', '..', '/', '1e3', ';'],
  ['__proto__: x\n', 'constructor: x\n', 'toString'],
);

function damaged(text: string, random: (below: number) => number): string {
  let result = text;
  for (let times = 1 + random(3); times > 0; times--) {
    const at = random(result.length);
    const put = SHRAPNEL[random(SHRAPNEL.length)] ?? '';
    result = result.slice(0, at) + put + result.slice(at + random(10));
  }
  return result;
}

const ROUNDS = 20;

describe('a damaged edition is told so, at places that exist, and never brings the tool down', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed))('seed %i', (seed) => {
    const random = randomNumbers(seed);
    const folder = baseEdition();
    const originals = ['edition.yaml', 'stakeholders.csv'].map(
      (file) => [file, readFileSync(join(folder, file), 'utf8')] as const,
    );
    for (let round = 0; round < ROUNDS; round++) {
      for (const [file, text] of originals) put(folder, file, damaged(text, random));
      const { edition, diagnostics } = loadEdition(folder);
      expect(edition !== undefined || hasErrors(diagnostics)).toBe(true);
      const lineOf = lineReader();
      for (const { span } of diagnostics) {
        const points = [...(lineOf(span?.file ?? '', span?.line ?? 0) ?? '')];
        expect(span?.column).toBeLessThanOrEqual(points.length + 1);
      }
    }
  });
});
