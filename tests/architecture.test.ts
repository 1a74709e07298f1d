import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Stages from the lowest to the highest; a file imports from its own rank and from lower ones. */
const RANKS = [
  ['package', 'codes', 'diagnostic', 'group-by', 'words', 'system-error', 'whole-file'],
  ['model', 'vocabulary', 'walk-letter'],
  ['language'],
  ['data'],
  ['compose'],
  ['font'],
  ['text'],
  ['typeset'],
  ['pdf'],
  ['lint'],
  ['mail'],
  ['app'],
  ['preview'],
  ['commands'],
  ['cli', 'index'],
];

const src = resolve(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();

/** `data/load.ts` belongs to `data`, `cli.ts` to `cli`. */
function rankOf(file: string): number {
  const stage = file.split('/')[0]?.replace(/\.ts$/, '') ?? '';
  return RANKS.findIndex((rank) => rank.includes(stage));
}

/** Files of src that a file imports, statically or when it runs. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'(\.[^']+)'/gm)].map((match) =>
    relative(src, resolve(src, dirname(file), match[1] ?? '')),
  );
}

test('every file belongs to a stage', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => rankOf(file) < 0)).toEqual([]);
});

test('imports go down only', () => {
  const arrows = files.flatMap((file) => importsOf(file).map((to) => [file, to] as const));
  expect(arrows.length).toBeGreaterThan(20);
  const wrong = arrows.filter(([from, to]) => rankOf(to) > rankOf(from));
  expect(wrong.map(([from, to]) => `${from} → ${to}`)).toEqual([]);
});
