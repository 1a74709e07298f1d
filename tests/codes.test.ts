import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CODES } from '../src/codes.ts';

const src = resolve(import.meta.dirname, '../src');

/** Made of a word and what the word is for; the compiler knows these as well. */
const COMPOSED = ['unknown-organisation', 'unknown-signatory'];

// The other direction needs no test: a source that raises a code which the table lacks does not compile.
test('every code of the table is raised somewhere', () => {
  const texts = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'codes.ts')
    .map((file) => readFileSync(join(src, file), 'utf8'));
  const raised = new Set(texts.flatMap((text) => text.match(/'[a-z0-9-]+'/g) ?? []));
  const known = Object.keys(CODES).filter((code) => !COMPOSED.includes(code));
  expect(known.filter((code) => !raised.has(`'${code}'`))).toEqual([]);
});

test('the table says of each code, in one line, when it is raised', () => {
  const meanings = Object.values(CODES);
  expect(meanings.filter((text) => !/^[A-Z].{10,120}[^.]$/.test(text))).toEqual([]);
  expect(new Set(meanings).size).toBe(meanings.length);
});
