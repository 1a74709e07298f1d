import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Letter } from '../../src/model.ts';
import { type PoolOptions, renderLetters } from '../../src/pdf/pool.ts';

const script = resolve(import.meta.dirname, '../support/mortal-worker.js');

/** What became of letters with these ids: the text of the PDF or the error's message. */
async function outcomes(ids: readonly string[], options: PoolOptions): Promise<string[]> {
  const letters = ids.map((id) => ({ id }) as Letter);
  const results: string[] = [];
  for await (const outcome of renderLetters(letters, { script, ...options })) {
    const { id } = outcome.letter;
    const what = 'error' in outcome ? outcome.error.message : Buffer.from(outcome.pdf).toString();
    results.push(`${id}: ${what}`);
  }
  return results;
}

const numbers = Array.from({ length: 40 }, (_, index) => String(index));

test.each([2, 3, 8])('with %i threads the letters come in their order', async (threads) => {
  expect(await outcomes(numbers, { threads })).toEqual(numbers.map((id) => `${id}: ${id}`));
});

test('a thread that dies fails its letter alone', async () => {
  const ids = ['0', 'exits', 'throws', 'fails', '1', 'exits again', 'throws again', '2', '3'];
  expect(await outcomes(ids, { threads: 2 })).toEqual([
    '0: 0',
    'exits: the rendering thread ended with code 3',
    'throws: out of luck',
    'fails: no such glyph',
    '1: 1',
    'exits again: the rendering thread ended with code 3',
    'throws again: out of luck',
    '2: 2',
    '3: 3',
  ]);
});

test('a script that cannot start fails each letter', async () => {
  const options = { threads: 2, script: resolve(import.meta.dirname, 'none.js') };
  const results = await outcomes(['0', '1', '2'], options);
  expect(results).toHaveLength(3);
  for (const result of results) expect(result).toContain('Cannot find module');
});

test('nothing comes after the signal', async () => {
  const controller = new AbortController();
  const letters = numbers.map((id) => ({ id }) as Letter);
  let count = 0;
  for await (const _ of renderLetters(letters, { threads: 2, script, signal: controller.signal })) {
    count++;
    if (count === 5) controller.abort();
  }
  expect(count).toBe(5);
});
