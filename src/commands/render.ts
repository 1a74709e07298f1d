/** `render`: all problems first, then the PDFs, each whole or not at all. */
import { join } from 'node:path';
import { check } from '../app/check.ts';
import { languagesOf } from '../app/render/file-name.ts';
import { staleFiles, writeAll } from '../app/render/render.ts';
import type { Result } from '../app/render/write-letters.ts';
import { hasErrors } from '../diagnostic.ts';
import type { Letter } from '../model.ts';
import { plural } from '../words.ts';
import { catchInterruption } from './interrupt.ts';
import { printDiagnostics, progress, type ReportOptions } from './report.ts';
import { type SelectionOptions, toSelection } from './selection.ts';

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
  const { draft = false } = options;
  const { edition, letters, diagnostics } = await check(folder, { selection, draft });
  printDiagnostics(diagnostics, options);
  if (!edition || hasErrors(diagnostics)) {
    if (isTalkative(options)) process.stderr.write('\nNothing was written.\n');
    return 1;
  }
  const out = options.out ?? join(folder, 'out');
  const run = await printAll(out, letters, options);
  const isWhole = Object.keys(selection).length === 0;
  printDiagnostics(isWhole ? staleFiles(out, edition, letters) : [], options);
  return conclude(run, letters.length, options);
}

function isTalkative(options: ReportOptions): boolean {
  return !options.json && !options.quiet;
}

interface Run {
  readonly counts: Record<Result['status'], number>;
  readonly interrupted: boolean;
}

async function printAll(
  out: string,
  letters: readonly Letter[],
  options: RenderOptions,
): Promise<Run> {
  const { force = false, png = false } = options;
  const { signal, release } = catchInterruption();
  const counts = { rendered: 0, unchanged: 0, failed: 0 };
  let done = 0;
  try {
    for await (const result of writeAll(letters, { out, force, png, signal })) {
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
