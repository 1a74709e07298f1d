/** `render`: all problems first, then the PDFs, each whole or not at all. */
import { join } from 'node:path';
import { type Diagnostic, hasErrors, UserError } from '../diagnostic.ts';
import type { Edition, Letter } from '../model.ts';
import { writeFailed } from '../system-error.ts';
import { editionPrefix, languagesOf, pdfName } from './file-name.ts';
import { catchInterruption } from './interrupt.ts';
import { openFolder, otherPdfs } from './output.ts';
import { prepare } from './prepare.ts';
import { plural, printDiagnostics, progress, type ReportOptions, UsageError } from './report.ts';
import { type SelectionOptions, toSelection } from './selection.ts';
import { type Result, writeLetters } from './write-letters.ts';

export interface RenderOptions extends SelectionOptions, ReportOptions {
  /** Default: `out` in the edition's folder. */
  readonly out?: string;
  /** Render what has not changed, too. */
  readonly force?: boolean;
  /** Mark every letter as a draft. */
  readonly draft?: boolean;
  /** Draw a picture of each page as well. */
  readonly png?: boolean;
}

/**
 * Gives the exit code: 0 done, 1 an error in the data or a letter failed, 130 interrupted.
 * @throws UserError if there is nothing to render or nowhere to put it.
 */
export async function render(folder: string, options: RenderOptions): Promise<number> {
  const selection = toSelection(folder, options);
  const { edition, letters, diagnostics } = await prepare(folder, selection, options);
  printDiagnostics(diagnostics, options);
  if (!edition || hasErrors(diagnostics)) {
    if (isTalkative(options)) process.stderr.write('\nNothing was written.\n');
    return 1;
  }
  if (letters.length === 0) throw nothingSelected();
  const out = options.out ?? join(folder, 'out');
  open(out);
  const run = await writeAll(out, letters, options);
  const isWhole = Object.keys(selection).length === 0;
  printDiagnostics(isWhole ? staleFiles(out, edition, letters) : [], options);
  return conclude(run, letters.length, options);
}

function isTalkative(options: ReportOptions): boolean {
  return !options.json && !options.quiet;
}

function nothingSelected(): UsageError {
  const hint = 'look at the languages, forms and recipients of the letters in edition.yaml';
  return new UsageError('nothing-selected', 'no letter of the edition is selected', hint);
}

function open(out: string): void {
  try {
    openFolder(out);
  } catch (error) {
    throw new UserError([writeFailed(`use ${out} as output folder`, error)]);
  }
}

interface Run {
  readonly counts: Record<Result['status'], number>;
  readonly interrupted: boolean;
}

async function writeAll(
  out: string,
  letters: readonly Letter[],
  options: RenderOptions,
): Promise<Run> {
  const { signal, release } = catchInterruption();
  const counts = { rendered: 0, unchanged: 0, failed: 0 };
  let done = 0;
  try {
    const force = options.force ?? false;
    for await (const written of writeLetters(letters, { folder: out, force, signal })) {
      const result = options.png ? await drawn(written) : written;
      counts[result.status]++;
      done++;
      printResult(result, options);
      if (isTalkative(options)) progress(`${done} of ${plural(letters.length, 'letter')} …`);
    }
  } finally {
    progress('');
    release();
  }
  return { counts, interrupted: done < letters.length };
}

/** Only then is what draws loaded. */
async function drawn(result: Result): Promise<Result> {
  const { withPictures } = await import('./write-pictures.ts');
  return withPictures(result);
}

function printResult(result: Result, options: RenderOptions): void {
  const { letter, file, pages, sha256, status, problem, fault } = result;
  if (options.json) {
    const { id, recipient } = letter;
    const language = languagesOf(letter);
    const line = { letter: id, recipient, language, file, pages, sha256, status };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } else if (!options.quiet && status === 'rendered') {
    progress('');
    process.stdout.write(`${file} (${plural(pages ?? 0, 'page')})\n`);
  }
  if (problem) printDiagnostics([problem], options);
  if (fault && !options.json) process.stderr.write(`${fault.stack}\n`);
}

/** PDFs of letters or recipients that the edition no longer has: they stay, but somebody may send them. */
function staleFiles(out: string, edition: Edition, letters: readonly Letter[]): Diagnostic[] {
  // Beside the drafts of letters, what was made of them before is still theirs.
  const final = ({ draft: _, ...letter }: Letter) => letter;
  const names = new Set(letters.flatMap((letter) => [pdfName(letter), pdfName(final(letter))]));
  return otherPdfs(out, editionPrefix(edition.id), names).map((name) => ({
    severity: 'warning',
    code: 'stale-file',
    message: `${join(out, name)} belongs to no letter of the edition any more`,
    hint: 'delete it if nobody needs it',
  }));
}

function conclude(run: Run, total: number, options: RenderOptions): number {
  const { rendered, unchanged, failed } = run.counts;
  if (isTalkative(options)) {
    const counts = `${rendered} rendered, ${unchanged} unchanged, ${failed} failed`;
    process.stdout.write(`${plural(total, 'letter')}: ${counts}\n`);
  }
  if (!run.interrupted) return failed > 0 ? 1 : 0;
  const message = `interrupted after ${rendered + unchanged + failed} of ${plural(total, 'letter')}`;
  const hint = 'run it again to go on: what is written is whole and stays';
  printDiagnostics([{ severity: 'warning', code: 'interrupted', message, hint }], options);
  return 130;
}
