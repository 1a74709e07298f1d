/**
 * Editions that would hang, crash or deceive a tool that trusts them: each is refused by `check` and by `render`, in
 * little time and memory, with an error that says where, and nothing is written. `WSIS_TABLE=<file>` notes what each took.
 */
import { appendFileSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { DiagnosticJson } from '../../src/diagnostic.ts';
import { starterEdition } from '../support/edition.ts';
import { type Measured, measured } from '../support/measured.ts';
import { HOSTILE } from './editions.ts';

/** Of the whole process; a run on a sound edition takes some 120. */
const MOST_MEGABYTES = 500;

/** The problems that a run told; anything else on standard error is a fault. */
function problemsOf({ stderr }: Measured): DiagnosticJson[] {
  const lines = stderr.split('\n').filter((line) => line !== '');
  for (const line of lines) expect(line).toMatch(/^\{"severity":/);
  return lines.map((line) => JSON.parse(line));
}

function expectRefusal(run: Measured, code: string, file: string): DiagnosticJson | undefined {
  const problems = problemsOf(run);
  expect(run.code).toBe(1);
  expect(run.megabytes).toBeLessThan(MOST_MEGABYTES);
  const found = problems.find((one) => one.code === code && basename(one.file ?? '') === file);
  expect(found ?? problems.slice(0, 5)).toMatchObject({ code, severity: 'error' });
  expect(found?.line).toBeGreaterThan(0);
  expect(found?.column).toBeGreaterThan(0);
  return found;
}

function note(name: string, runs: readonly Measured[], message: string): void {
  const table = process.env.WSIS_TABLE;
  if (!table) return;
  const seconds = runs.map((run) => run.seconds.toFixed(1)).join(' / ');
  const megabytes = runs.map((run) => run.megabytes.toFixed(0)).join(' / ');
  appendFileSync(table, `| ${name} | ${seconds} | ${megabytes} | ${message.slice(0, 120)} |\n`);
}

test.each(HOSTILE)('%s', { timeout: 150_000 }, async (name, code, file, spoil) => {
  const folder = join(starterEdition(), 'forum-x');
  spoil(folder);
  const runs = await Promise.all([
    measured(['check', folder, '--json']),
    measured(['render', folder, '--json']),
  ]);
  const [found] = runs.map((run) => expectRefusal(run, code, basename(file)));
  expect(existsSync(join(folder, 'out'))).toBe(false);
  note(name, runs, found?.message ?? '');
});
