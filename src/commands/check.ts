/** `check`: prints every problem of an edition; nothing is written. */
import { check as checkEdition } from '../app/check.ts';
import { hasErrors } from '../diagnostic.ts';
import type { Edition, Letter } from '../model.ts';
import { plural } from '../words.ts';
import { countProblems, printDiagnostics, type ReportOptions } from './report.ts';

export interface CheckOptions extends ReportOptions {
  /** Proof-read as well. */
  readonly lint?: boolean;
}

/** Gives the exit code: 1 if there is an error, 0 with warnings at most. */
export async function check(folder: string, options: CheckOptions): Promise<number> {
  const { lint = false } = options;
  const { edition, letters, diagnostics } = await checkEdition(folder, { lint });
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
