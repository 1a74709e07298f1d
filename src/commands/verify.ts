/** `verify`: does an independent reader find in a PDF what the letter says? */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import {
  type Fidelity,
  measureOrder,
  share,
  softWords,
  strictWords,
} from '../pdf/readback/measure.ts';
import { readText } from '../pdf/readback/reader.ts';
import { type Made, readManifest } from './manifest.ts';
import { digest, explain } from './output.ts';
import { plural, printDiagnostics, type ReportOptions } from './report.ts';

/** Shares of a letter's words that have to be found in their order. */
const FLOORS = { soft: 0.99, strict: 0.97 } as const;
/** Words named where some are not found. */
const NAMED = 10;

interface Verdict {
  /** As the user gave it. */
  readonly file: string;
  /** `missing`: the text comes back in parts only; `unknown`: it could not be compared. */
  readonly status: 'found' | 'missing' | 'unknown';
  readonly soft?: Fidelity;
  readonly strict?: Fidelity;
  readonly problem?: Diagnostic;
}

/** Gives the exit code: 0 if all words of all letters are found, as far as {@link FLOORS} ask; else 1. */
export async function verify(files: readonly string[], options: ReportOptions): Promise<number> {
  let whole = 0;
  for (const file of files) {
    const verdict = await verifyFile(file);
    if (verdict.status === 'found') whole += 1;
    print(verdict, options);
  }
  return whole === files.length ? 0 : 1;
}

async function verifyFile(file: string): Promise<Verdict> {
  const made = readManifest(dirname(file)).get(basename(file));
  if (!made) return unknown(file, 'no-source', NO_SOURCE, 'render its edition into that folder');
  let pdf: Buffer;
  try {
    pdf = readFileSync(file);
  } catch (error) {
    return unknown(file, 'missing-file', `cannot be read: ${explain(error)}`);
  }
  try {
    return compare(file, made, pdf, await readText(pdf));
  } catch (error) {
    return unknown(file, 'unreadable-pdf', `is no PDF that pdf.js can read: ${explain(error)}`);
  }
}

const NO_SOURCE = 'has no text beside it to be compared with';

function unknown(file: string, code: string, what: string, hint?: string): Verdict {
  const message = `${file} ${what}`;
  const problem: Diagnostic = { severity: 'error', code, message, ...(hint && { hint }) };
  return { file, status: 'unknown', problem };
}

function compare(file: string, { text, sha256 }: Made, pdf: Buffer, found: string): Verdict {
  const soft = measureOrder(text, found, softWords);
  const strict = measureOrder(text, found, strictWords);
  const lost = share(soft) < FLOORS.soft || share(strict) < FLOORS.strict;
  if (lost) return { file, status: 'missing', soft, strict, problem: lostText(file, strict) };
  const changed = digest(pdf) === sha256 ? undefined : changedFile(file);
  return { file, status: 'found', soft, strict, ...(changed && { problem: changed }) };
}

function lostText(file: string, { missing, words }: Fidelity): Diagnostic {
  const named = missing.slice(0, NAMED).join(', ') + (missing.length > NAMED ? ' …' : '');
  const message = `${file} does not give back ${missing.length} of ${plural(words, 'word')}: ${named}`;
  return { severity: 'error', code: 'lost-text', message };
}

function changedFile(file: string): Diagnostic {
  const message = `${file} has been changed since it was rendered; its words are the letter's`;
  return { severity: 'warning', code: 'changed-file', message };
}

function print({ file, status, soft, strict, problem }: Verdict, options: ReportOptions): void {
  if (options.json) {
    const figures = { soft: soft && share(soft), strict: strict && share(strict) };
    const line = { file, status, words: strict?.words, ...figures, missing: strict?.missing };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } else if (!options.quiet && status === 'found' && strict) {
    const { found, words } = strict;
    process.stdout.write(`${file}: ${found} of ${plural(words, 'word')} found\n`);
  }
  if (problem) printDiagnostics([problem], options);
}
