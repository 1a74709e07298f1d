/** Letters into files: only what has changed is rendered, and a letter that fails, fails alone. */
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostic.ts';
import type { Letter } from '../../model.ts';
import type { Failed } from '../../pdf/pool.ts';
import { isSystemError, writeFailed } from '../../system-error.ts';
import { writeWhole } from '../../whole-file.ts';
import { fileName } from './file-name.ts';
import {
  fingerprinter,
  type Made,
  type Manifest,
  readManifest,
  unchanged,
  writeManifest,
} from './manifest.ts';
import { digest, digestOf } from './output.ts';
import type { RenderedFile, Renderer } from './renderer.ts';

/** What became of one letter. */
export interface Result {
  readonly letter: Letter;
  /** The output folder as the user gave it, and the file's name. */
  readonly file: string;
  readonly status: 'rendered' | 'unchanged' | 'failed';
  /** Null if the letter failed. */
  readonly pages: number | null;
  /** Of the file, in hexadecimal; null if the letter failed. */
  readonly sha256: string | null;
  /** Why it failed. */
  readonly problem?: Diagnostic;
  /** The exception behind a failure that is the tool's own fault. */
  readonly fault?: Error;
}

export interface WriteOptions {
  readonly folder: string;
  readonly renderer: Renderer;
  /** Render and write what has not changed, too. */
  readonly force: boolean;
  /** Ends the run after the letter in hand. */
  readonly signal: AbortSignal;
}

interface Job {
  readonly letter: Letter;
  readonly name: string;
  readonly source: string;
  /** What an earlier run has made of the same letter, if its file is still as it was. */
  readonly made?: Made;
}

/**
 * Gives a result for each letter, in their order, and notes in the folder what was made from what.
 * Letters left over when `signal` aborts have no result.
 */
export async function* writeLetters(
  letters: readonly Letter[],
  options: WriteOptions,
): AsyncGenerator<Result> {
  const { folder, signal, renderer } = options;
  const manifest = readManifest(folder);
  const jobs = planJobs(letters, manifest, options);
  const changed = jobs.filter((job) => !job.made).map((job) => job.letter);
  const outcomes = renderer.render(changed, { signal });
  try {
    for (const job of jobs) {
      const attempt = job.made ? job.made : (await outcomes.next()).value;
      if (!attempt || signal.aborted) return;
      yield settle(job, attempt, manifest, options);
    }
  } finally {
    await outcomes.return(undefined);
    keepManifest(folder, manifest);
  }
}

function planJobs(letters: readonly Letter[], manifest: Manifest, options: WriteOptions): Job[] {
  const { folder, force, renderer } = options;
  const fingerprint = fingerprinter();
  return letters.map((letter) => {
    const name = fileName(letter, renderer.extension);
    const source = fingerprint(letter);
    const made = force ? undefined : unchanged(folder, name, source, manifest);
    return { letter, name, source, ...(made && { made }) };
  });
}

function settle(
  job: Job,
  attempt: Made | RenderedFile | Failed,
  manifest: Manifest,
  options: WriteOptions,
): Result {
  const { letter, name } = job;
  const file = join(options.folder, name);
  // What the system refuses one letter, it refuses the others too.
  if ('error' in attempt && isSystemError(attempt.error)) throw attempt.error;
  if ('error' in attempt) return { ...failed(letter, file), ...faultOf(letter, attempt) };
  if ('source' in attempt) {
    const { pages, sha256 } = attempt;
    return { letter, file, status: 'unchanged', pages, sha256 };
  }
  return save(job, attempt, manifest, options);
}

function save(job: Job, rendered: RenderedFile, manifest: Manifest, options: WriteOptions): Result {
  const { letter, name, source } = job;
  const file = join(options.folder, name);
  const { pages, content, text } = rendered;
  const sha256 = digest(content);
  const same = !options.force && digestOf(file) === sha256;
  try {
    if (!same) writeWhole(file, content);
  } catch (error) {
    return { ...failed(letter, file), problem: writeProblem(file, error) };
  }
  manifest.set(name, { source, sha256, pages, text });
  return { letter, file, status: same ? 'unchanged' : 'rendered', pages, sha256 };
}

function failed(letter: Letter, file: string): Result {
  return { letter, file, status: 'failed', pages: null, sha256: null };
}

function writeProblem(file: string, error: unknown): Diagnostic {
  const hint = 'run it again when that is mended: letters already written are not rendered again';
  return { ...writeFailed(`write ${file}`, error), hint };
}

function faultOf(
  letter: Letter,
  { error: fault, isRefused }: Failed,
): Pick<Result, 'problem' | 'fault'> {
  const whom = letter.recipient === null ? '' : ` to "${letter.recipient}"`;
  const message = `cannot render "${letter.id}" in ${letter.language}${whom}: ${fault.message}`;
  if (isRefused) {
    const hint = 'make its texts shorter, or its pictures simpler';
    return { problem: { severity: 'error', code: 'too-large', message, hint } };
  }
  const hint = 'this is a fault of wsis-letters: please report it';
  return { problem: { severity: 'error', code: 'render-failed', message, hint }, fault };
}

/** The letters are written; without the note the next run only has to render them again to see it. */
function keepManifest(folder: string, manifest: Manifest): void {
  try {
    writeManifest(folder, manifest);
  } catch {
    // A full disk has been reported for its letter already.
  }
}
