/** Runs the built command on an edition, with a limit of time, and tells what it took. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BIN } from './cli.ts';
import { MORTAL } from './mortal.ts';

/** Only a hang or what grows with the square of its input takes longer, on a machine however busy. */
const MOST_SECONDS = 60;
/** Beyond that V8 ends the process; 50,000 recipients take nearly as much. */
const HEAP = '--max-old-space-size=600';

const METER = pathToFileURL(join(import.meta.dirname, 'meter.js')).href;

/** What became of a run. */
export interface Measured {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** `wsis-letters <args>` in a process of its own; one that exceeds its time is killed and has no code. */
export function measured(
  args: readonly string[],
  seconds: number = MOST_SECONDS,
): Promise<Measured> {
  const options = [...MORTAL, '--import', METER, HEAP, BIN, ...args];
  const child = spawn(process.execPath, options, { stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  const started = performance.now();
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  const [stdout, stderr, meter] = [1, 2, 3].map((number) => {
    const chunks: Buffer[] = [];
    child.stdio[number]?.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({
        code,
        stdout: stdout?.() ?? '',
        stderr: stderr?.() ?? '',
        seconds: (performance.now() - started) / 1000,
        megabytes: Number(meter?.() ?? 0) / 1024,
      });
    });
  });
}
