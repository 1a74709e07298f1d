/** Disks of their own for tests: tiny ones and such that cannot be written. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';

/** A test that mounts disks. Where only root may, and nobody is, it is counted as skipped in the last line of the run. */
export const testWithMounts = test.runIf(canMount());

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'wsis-letters-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]);
  if (status === 0) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return status === 0;
}

/** Mounts a tmpfs at a new folder until the test has finished. */
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
  throw new Error(`${command} ${args.join(' ')}: ${why}`);
}
