/** No preview outlives the test that started it, however the test ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BIN, temporaryFolder } from '../support/cli.ts';
import { MORTAL, mortal } from '../support/mortal.ts';
import { example } from './open.ts';

/** Starts the preview as tests do, and prints the number of its process. */
const STARTER = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, process.argv.slice(2), { stdio: 'pipe', detached: true });
  child.stdout.once('data', () => console.log(child.pid));
`;

test('a preview ends when whoever started it is killed', async () => {
  const starter = join(temporaryFolder(), 'starter.cjs');
  writeFileSync(starter, STARTER);
  const args = [...MORTAL, BIN, 'preview', example('forum-2021')];
  const parent = spawn(process.execPath, [starter, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = await new Promise<number>((told) => {
    parent.stdout.once('data', (text: Buffer) => told(Number(text)));
  });
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
});

test('a preview ends with its test', async () => {
  const child = await new Promise<ChildProcess>((started) => {
    const one = mortal([BIN, 'preview', example('forum-2021')]);
    one.stdout?.once('data', () => started(one));
  });
  ended = new Promise((done) => child.once('exit', done));
});
let ended: Promise<void> | undefined;
afterAll(() => ended);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
