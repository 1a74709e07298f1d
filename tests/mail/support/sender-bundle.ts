/** Makes sender.ts into something that Node can run, and runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { onTestFinished } from 'vitest';
import type { DeliveryReport } from '../../../src/mail/model.ts';
import type { SenderTask } from './sender.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Bundles the sender where it finds the packages; gives the file, which goes when the test has finished. */
export function bundleSender(): string {
  const outfile = join(ROOT, 'node_modules', '.cache', 'wsis-letters', `sender-${process.pid}.mjs`);
  onTestFinished(() => rmSync(outfile, { force: true }));
  buildSync({
    entryPoints: [join(import.meta.dirname, 'sender.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

export interface SenderEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** With the most memory that it took, in bytes. */
  readonly report: (DeliveryReport & { readonly memory: number }) | undefined;
  readonly stderr: string;
}

/** @param prefix a command to run it under, e.g. strace */
export function startSender(
  script: string,
  task: SenderTask,
  prefix: readonly string[] = [],
): { readonly child: ChildProcess; readonly ended: Promise<SenderEnd> } {
  const [command = '', ...args] = [...prefix, process.execPath, script, JSON.stringify(task)];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<SenderEnd>((end, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      const report = stdout === '' ? undefined : JSON.parse(stdout);
      end({ code, signal, report, stderr });
    });
  });
  return { child, ended };
}
