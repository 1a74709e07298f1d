/** Diagnostics as the page shows them: with the source line, and paths as the command line prints them. */
import { lineReader } from '../data/source/source.ts';
import {
  type Diagnostic,
  diagnosticToJson,
  formatDiagnostic,
  sortDiagnostics,
} from '../diagnostic.ts';
import type { LetterName, Problem, ProblemCounts } from './api.ts';

/** A diagnostic, and the letter in which it was first found. */
export interface Found {
  readonly diagnostic: Diagnostic;
  readonly letter?: LetterName;
}

/** More would help nobody; the counts tell how many there are. */
const MOST_SHOWN = 500;

/** Errors first, then by place. */
export function showProblems(found: readonly Found[], cwd: string): Problem[] {
  const letters = new Map(found.map(({ diagnostic, letter }) => [diagnostic, letter]));
  const sorted = sortDiagnostics([...letters.keys()]);
  const errors = sorted.filter(({ severity }) => severity === 'error');
  const warnings = sorted.filter(({ severity }) => severity === 'warning');
  const readLine = lineReader();
  return [...errors, ...warnings].slice(0, MOST_SHOWN).map((diagnostic) => ({
    ...diagnosticToJson(diagnostic, cwd),
    frame: frameOf(diagnostic, readLine),
    letter: letters.get(diagnostic) ?? null,
  }));
}

/** Without the first line, which says what the other fields say, and without the hint. */
function frameOf(
  { hint: _, ...diagnostic }: Diagnostic,
  readLine: (file: string, line: number) => string | undefined,
): string | null {
  const [, ...frame] = formatDiagnostic(diagnostic, { readLine }).split('\n');
  return frame.length > 0 ? frame.join('\n') : null;
}

/** What many letters run into at one place is one problem; the first of them stands for all. */
export class FoundOnce {
  readonly #found = new Map<string, Found>();
  #errors = 0;

  /** Whether it is new. */
  add(diagnostic: Diagnostic, letter?: LetterName): boolean {
    const { code, span, message, severity } = diagnostic;
    const key = JSON.stringify([code, span?.file, span?.line, span?.column, message]);
    if (this.#found.has(key)) return false;
    this.#found.set(key, { diagnostic, ...(letter && { letter }) });
    if (severity === 'error') this.#errors += 1;
    return true;
  }

  get all(): readonly Found[] {
    return [...this.#found.values()];
  }

  counts(checking: boolean): ProblemCounts {
    const errors = this.#errors;
    return { errors, warnings: this.#found.size - errors, checking };
  }
}
