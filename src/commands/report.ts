/** What a command says: problems and progress on standard error, results on standard output. */
import { relative } from 'node:path';
import { lineReader } from '../data/source/source.ts';
import {
  type Diagnostic,
  diagnosticToJson,
  distinctDiagnostics,
  formatDiagnostic,
  sortDiagnostics,
} from '../diagnostic.ts';
import { plural } from '../words.ts';

export interface ReportOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Prints problems in the order of their places: with code frames, or as JSON, one a line. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: ReportOptions): void {
  const sorted = sortDiagnostics(distinctDiagnostics(diagnostics));
  const cwd = process.cwd();
  const lines = options.json
    ? sorted.map((diagnostic) => JSON.stringify(diagnosticToJson(diagnostic, cwd)))
    : toRead(sorted, cwd);
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
}

/** Problems of one code and file that are printed for a reader: one slip in a list may come back in each row. */
const MOST_ALIKE = 20;

function toRead(sorted: readonly Diagnostic[], cwd: string): string[] {
  const format = {
    cwd,
    readLine: lineReader(),
    color: hasColor(),
    terminal: process.stderr.isTTY === true,
  };
  const alike = new Map<string, number>();
  const lines = sorted.flatMap((diagnostic) => {
    const kind = `${diagnostic.severity}[${diagnostic.code}] in ${relative(cwd, diagnostic.span?.file ?? cwd)}`;
    const count = (alike.get(kind) ?? 0) + 1;
    if (diagnostic.span) alike.set(kind, count);
    return count > MOST_ALIKE ? [] : [`${formatDiagnostic(diagnostic, format)}\n`];
  });
  const more = [...alike].filter(([, count]) => count > MOST_ALIKE);
  return [
    ...lines,
    ...more.map(([kind, count]) => `and ${count - MOST_ALIKE} more of ${kind}; --json names all\n`),
  ];
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

/** Rewrites one line of the terminal; nothing anywhere else. An empty text clears it. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
}
