/** Processes of Node that end with the test that starts them, and with this process, whatever ends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

/** Options of Node that make a process end with its parent: a worker of vitest that is killed runs no hook. */
export const MORTAL = [
  '--import',
  pathToFileURL(join(import.meta.dirname, 'end-with-parent.js')).href,
];

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) kill(child);
});

/** Runs Node in a process group of its own: what it starts itself ends with it. */
export function mortal(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [...MORTAL, ...args], { stdio: 'pipe', detached: true });
  running.add(child);
  child.on('close', () => running.delete(child));
  onTestFinished(() => kill(child));
  return child;
}

function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
