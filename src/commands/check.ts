/** `check`: every problem of an edition, and nothing written. */
import { hasErrors } from '../diagnostic.ts';
import type { Edition, Letter } from '../model.ts';
import { prepare } from './prepare.ts';
import { countProblems, plural, printDiagnostics, type ReportOptions } from './report.ts';

/** Gives the exit code: 1 if there is an error, 0 with warnings at most. */
export async function check(folder: string, options: ReportOptions): Promise<number> {
  const { edition, letters, diagnostics } = await prepare(folder, {});
  printDiagnostics(diagnostics, options);
  if (!options.quiet && !options.json) {
    const subject = edition ? describe(edition, letters) : folder;
    process.stdout.write(`${subject}: ${countProblems(diagnostics)}\n`);
  }
  return hasErrors(diagnostics) ? 1 : 0;
}

function describe(edition: Edition, letters: readonly Letter[]): string {
  const circulars = letters.filter((letter) => letter.form === 'circular').length;
  const personal = letters.length - circulars;
  return `${edition.id}: ${plural(circulars, 'circular')}, ${plural(personal, 'personal letter')}`;
}
