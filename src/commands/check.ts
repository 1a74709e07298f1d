/** `check`: every problem of an edition, and nothing written. */
import { type Diagnostic, hasErrors } from '../diagnostic.ts';
import type { Edition, Letter } from '../model.ts';
import { prepare } from './prepare.ts';
import { countProblems, plural, printDiagnostics, type ReportOptions } from './report.ts';

export interface CheckOptions extends ReportOptions {
  /** Proof-read as well. */
  readonly lint?: boolean;
}

/** Gives the exit code: 1 if there is an error, 0 with warnings at most. */
export async function check(folder: string, options: CheckOptions): Promise<number> {
  const { edition, letters, diagnostics: problems } = await prepare(folder, {});
  const diagnostics = [
    ...problems,
    ...(edition && options.lint ? await proofRead(edition, letters) : []),
  ];
  printDiagnostics(diagnostics, options);
  if (!options.quiet && !options.json) {
    const subject = edition ? describe(edition, letters) : folder;
    process.stdout.write(`${subject}: ${countProblems(diagnostics)}\n`);
  }
  return hasErrors(diagnostics) ? 1 : 0;
}

/** Only then are the linter and the PDF stage loaded. */
async function proofRead(edition: Edition, letters: readonly Letter[]): Promise<Diagnostic[]> {
  const { lintAll } = await import('../lint/lint.ts');
  return lintAll(edition, letters);
}

function describe(edition: Edition, letters: readonly Letter[]): string {
  const circulars = letters.filter((letter) => letter.form === 'circular').length;
  const personal = letters.length - circulars;
  return `${edition.id}: ${plural(circulars, 'circular')}, ${plural(personal, 'personal letter')}`;
}
