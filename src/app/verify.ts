/** `verify`: does an independent reader find in a PDF what the letter says? */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Code } from '../codes.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import {
  type Fidelity,
  measureLines,
  share,
  softWords,
  strictWords,
} from '../pdf/readback/measure.ts';
import { readText } from '../pdf/readback/reader.ts';
import { explain } from '../system-error.ts';
import { plural } from '../words.ts';
import { MANIFEST_NAME, type Made, readManifest } from './render/manifest.ts';
import { digest } from './render/output.ts';

/** Shares of a letter's words that have to be found in their order. */
const FLOORS = { soft: 0.99, strict: 0.97 } as const;
/** Stretches of missing words that are named, the words named of each, and those around it. */
const NAMED = 10;
const LONGEST = 8;
const AROUND = 3;

export interface Verdict {
  /** As the user gave it. */
  readonly file: string;
  /** `missing`: the text comes back in parts only; `unknown`: it could not be compared. */
  readonly status: 'found' | 'missing' | 'unknown';
  readonly soft?: Fidelity;
  readonly strict?: Fidelity;
  readonly problem?: Diagnostic;
}

/** Looks for the words of each letter in its file, with a reader that is not the tool's own. */
export async function* verify(files: readonly string[]): AsyncGenerator<Verdict> {
  for (const file of files) yield await verifyFile(file);
}

async function verifyFile(file: string): Promise<Verdict> {
  const read = readPdf(file);
  if (!('pdf' in read)) return read;
  const made = readManifest(dirname(file)).get(basename(file));
  if (!made) return noSource(file);
  try {
    return compare(file, made, read.pdf, await readText(read.pdf));
  } catch (error) {
    const hint = 'it is damaged: render it again';
    return unknown(file, 'unreadable-pdf', `cannot be read: ${explain(error)}`, hint);
  }
}

/** A header may stand after other bytes (ISO 32000-1, annex H.3). */
const HEADER_WITHIN = 1024;

function readPdf(file: string): { readonly pdf: Buffer } | Verdict {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    const hint = `name the PDFs in it: ${join(file, '*.pdf')}`;
    return unknown(file, 'missing-file', 'is a folder', hint);
  }
  let pdf: Buffer;
  try {
    pdf = readFileSync(file);
  } catch (error) {
    return unknown(file, 'missing-file', `cannot be read: ${explain(error)}`);
  }
  const hint = 'name PDFs that "wsis-letters render" has made';
  const isPdf = pdf.subarray(0, HEADER_WITHIN).includes('%PDF-');
  return isPdf ? { pdf } : unknown(file, 'unreadable-pdf', 'is not a PDF', hint);
}

function noSource(file: string): Verdict {
  const notes = join(dirname(file), MANIFEST_NAME);
  const what = existsSync(notes)
    ? `is none of the letters whose texts ${notes} holds`
    : `cannot be compared: its text is looked for in ${notes}, which does not exist`;
  const hint =
    'verify letters under the names and in the folder that "wsis-letters render" gave them';
  return unknown(file, 'no-source', what, hint);
}

function unknown(file: string, code: Code, what: string, hint?: string): Verdict {
  const message = `${file} ${what}`;
  const problem: Diagnostic = { severity: 'error', code, message, ...(hint && { hint }) };
  return { file, status: 'unknown', problem };
}

function compare(file: string, { text, sha256 }: Made, pdf: Buffer, found: string): Verdict {
  const soft = measureLines(text, found, softWords);
  const strict = measureLines(text, found, strictWords);
  const isLost = share(soft) < FLOORS.soft || share(strict) < FLOORS.strict;
  const status = isLost ? 'missing' : 'found';
  if (isLost || strict.missing.length > 0) {
    const problem = lostText(file, text, strict, isLost ? 'error' : 'warning');
    return { file, status, soft, strict, problem };
  }
  const changed = digest(pdf) === sha256 ? undefined : changedFile(file);
  return { file, status, soft, strict, ...(changed && { problem: changed }) };
}

function lostText(
  file: string,
  text: readonly string[],
  { missing, places, words }: Fidelity,
  severity: Severity,
): Diagnostic {
  const passages = passagesAround(text.flatMap(strictWords), places);
  const named = passages.slice(0, NAMED).join(', ') + (passages.length > NAMED ? ' …' : '');
  const message = `${file} does not give back ${missing.length} of ${plural(words, 'word')} in their order: ${named}`;
  return { severity, code: 'lost-text', message };
}

/** Each stretch of missing words, with what stands before and after it: `“Geneva,” in “held in Geneva, Switzerland”`. */
function passagesAround(words: readonly string[], places: readonly number[]): string[] {
  return stretches(places).map(({ from, to }) => {
    const whole = to - from <= LONGEST;
    const named = [...words.slice(from, whole ? to : from + LONGEST), ...(whole ? [] : ['…'])];
    const before = words.slice(Math.max(0, from - AROUND), from);
    const passage = [...before, ...named, ...words.slice(to, to + AROUND)];
    return `“${named.join(' ')}” in “${passage.join(' ')}”`;
  });
}

/** Places that follow each other, as half-open intervals. */
function stretches(places: readonly number[]): { readonly from: number; readonly to: number }[] {
  const starts = places.filter((place, index) => places[index - 1] !== place - 1);
  return starts.map((from) => {
    let to = from + 1;
    while (places.includes(to)) to += 1;
    return { from, to };
  });
}

function changedFile(file: string): Diagnostic {
  const message = `${file} has been changed since it was rendered; its words are the letter's`;
  return { severity: 'warning', code: 'changed-file', message };
}
