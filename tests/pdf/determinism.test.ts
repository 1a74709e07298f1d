/** A letter's bytes are a function of that letter alone. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Letter } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { text } from '../position/letter.ts';
import { sampleLetter } from './sample.ts';

const ARABIC = sampleLetter('ar');
const ENGLISH = sampleLetter('en');
const PERSONAL = sampleLetter('ar', { recipient: 'r1', dateline: text('باريس، 1 مايو 2026') });

async function digest(letter: Letter): Promise<string> {
  const { pdf } = await renderLetter(letter);
  return createHash('sha256').update(pdf).digest('hex');
}

test('whatever was rendered before', async () => {
  const first = [await digest(ARABIC), await digest(ENGLISH), await digest(PERSONAL)];
  const backwards = [await digest(PERSONAL), await digest(ENGLISH), await digest(ARABIC)];
  expect(backwards.reverse()).toEqual(first);
  expect(new Set(first).size).toBe(3);
});

test('even at the same time', async () => {
  const together = await Promise.all([ARABIC, ENGLISH, ARABIC, PERSONAL].map(digest));
  expect(together[0]).toBe(together[2]);
  expect(together[0]).toBe(await digest(ARABIC));
  expect(together[3]).toBe(await digest(PERSONAL));
});

test('at any time of day, in any time zone', async () => {
  const before = await digest(ARABIC);
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  try {
    expect(await digest(ARABIC)).toBe(before);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('in a new process, after other letters and with another locale', () => {
  const alone = digestsInProcess([ARABIC], {});
  const afterOthers = digestsInProcess([ENGLISH, PERSONAL, ARABIC], {
    TZ: 'America/St_Johns',
    LC_ALL: 'ar_EG.UTF-8',
  });
  expect(alone).toHaveLength(1);
  expect(afterOthers.at(-1)).toBe(alone[0]);
});

/** Renders in a process of the bundle, which `npm test` makes. */
function digestsInProcess(letters: readonly Letter[], env: Record<string, string>): string[] {
  const script = `
    import { createHash } from 'node:crypto';
    import { readFileSync } from 'node:fs';
    import { renderLetter } from './dist/index.js';
    for (const letter of JSON.parse(readFileSync(0, 'utf8'))) {
      const { pdf } = await renderLetter(letter);
      console.log(createHash('sha256').update(pdf).digest('hex'));
    }`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    {
      cwd: resolve(import.meta.dirname, '../..'),
      input: JSON.stringify(letters),
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.trim().split('\n');
}
