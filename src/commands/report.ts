/** What a command says: problems and progress on standard error, results on standard output. */
import { lineReader } from '../data/source.ts';
import {
  type Diagnostic,
  diagnosticToJson,
  formatDiagnostic,
  sortDiagnostics,
  UserError,
} from '../diagnostic.ts';

/** What was asked for does not exist or makes no sense: exit code 2, where other user errors give 1. */
export class UsageError extends UserError {
  constructor(code: string, message: string, hint?: string) {
    super([{ severity: 'error', code, message, ...(hint && { hint }) }]);
  }
}

export interface ReportOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Prints problems in the order of their places: with code frames, or as JSON, one a line. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: ReportOptions): void {
  const cwd = process.cwd();
  const readLine = lineReader();
  const format = { cwd, readLine, color: hasColor(), terminal: process.stderr.isTTY === true };
  const lines = sortDiagnostics(diagnostics).map((diagnostic) =>
    options.json
      ? JSON.stringify(diagnosticToJson(diagnostic, cwd))
      : `${formatDiagnostic(diagnostic, format)}\n`,
  );
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
}

/** Colour on a terminal only; https://no-color.org and FORCE_COLOR say otherwise. */
function hasColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0';
  return process.stderr.isTTY === true && TERM !== 'dumb';
}

/** `2 errors, 1 warning`, or `no problem`. */
export function countProblems(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = [plural(count('error'), 'error'), plural(count('warning'), 'warning')];
  return counts.filter((text) => !text.startsWith('0')).join(', ') || 'no problem';
}

/** `1 letter`, `2 letters`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Rewrites one line of the terminal; nothing anywhere else. An empty text clears it. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
}
