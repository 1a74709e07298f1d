/** Runs the real command, as a user would, in a folder of its own. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const BIN = resolve(import.meta.dirname, '../../bin/wsis-letters.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with what the command has printed so far, each time that it prints, and a way to signal it. */
  readonly onOutput?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** `wsis-letters <args>`; colour and CI variables of this machine do not count. */
export function wsisLetters(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return run(process.execPath, [BIN, ...args], options);
}

/** Any command, with the same environment. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env, onOutput }: RunOptions = {},
): Promise<Ended> {
  const { NO_COLOR, FORCE_COLOR, CI, ...plain } = process.env;
  const options: SpawnOptions = {
    cwd,
    env: { ...plain, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  };
  const child = spawn(command, args, options);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    onOutput?.(stdout, (signal) => child.kill(signal));
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((ended, fail) => {
    child.on('error', fail);
    child.on('close', (code) => ended({ code, stdout, stderr }));
  });
}

/** A new folder that goes when the test has finished; its name has blanks and Arabic letters. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wsis letters منتدى ')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
