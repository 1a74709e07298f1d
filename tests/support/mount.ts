/** Disks of their own for tests: tiny ones and such that cannot be written. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';

/** Mounts a tmpfs at a new folder until the test has finished. A machine on which that cannot be tested fails the test. */
export function mountTmpfs(folder: string, options: string): void {
  mkdirSync(folder);
  run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder);
  onTestFinished(() => {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
}

/** Lets nothing be written to a disk that was mounted so. */
export function makeReadOnly(folder: string): void {
  run('mount', '-o', 'remount,ro', folder);
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  const why = error?.message ?? stderr;
  throw new Error(`NOT TESTED: run this test as root, where disks can be mounted: ${why}`);
}
