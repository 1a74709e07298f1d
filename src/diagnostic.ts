/** Problems as values: what is wrong, where, and what to do about it. */
import { relative } from 'node:path';
import type { Code } from './codes.ts';

/** A place in a text file. Line and column are 1-based; columns and length count code points. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
  /** In a workbook: `Sheet1!C7`. Line and column are those of the sheet, and there is no line to show. */
  readonly cell?: string;
}

/** An error forbids writing anything; a warning does not. */
export type Severity = 'error' | 'warning';

/** One problem of the data, a template or a letter. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable kebab-case name, e.g. `unknown-key`; scripts and tests rely on it. See codes.ts. */
  readonly code: Code;
  /** One sentence without a final full stop. */
  readonly message: string;
  readonly span?: Span;
  /** What to do, e.g. `did you mean "signatories"?`. */
  readonly hint?: string;
}

/** Collects the problems of one run, or of one step of it. */
export class Problems {
  readonly all: Diagnostic[] = [];
  readonly #parent: Problems | undefined;

  constructor(parent?: Problems) {
    this.#parent = parent;
  }

  /** The problems of one step: they are reported here as well, and can be asked about on their own. */
  fork(): Problems {
    return new Problems(this);
  }

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  get hasErrors(): boolean {
    return hasErrors(this.all);
  }

  error(code: Code, span: Span | undefined, message: string, hint?: string): void {
    this.#push(diagnosticOf('error', code, span, message, hint));
  }

  warning(code: Code, span: Span | undefined, message: string, hint?: string): void {
    this.#push(diagnosticOf('warning', code, span, message, hint));
  }

  /** Reports problems that were found elsewhere, or before. */
  add(diagnostics: Iterable<Diagnostic>): void {
    for (const diagnostic of diagnostics) this.#push(diagnostic);
  }

  /** What was found since this was last asked, for those who report as they go. */
  drain(): Diagnostic[] {
    return this.all.splice(0);
  }

  #push(diagnostic: Diagnostic): void {
    this.all.push(diagnostic);
    if (this.#parent) this.#parent.#push(diagnostic);
  }
}

/** Without a place, it is about the request or the edition as a whole. */
export function diagnosticOf(
  severity: Severity,
  code: Code,
  span: Span | undefined,
  message: string,
  hint: string | undefined,
): Diagnostic {
  return { severity, code, message, ...(span && { span }), ...(hint && { hint }) };
}

/** An error of the user's data or request, to be printed without a stack. Thrown only at the edge of a command. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join('; '));
    this.diagnostics = diagnostics;
  }
}

/** What was asked for does not exist or makes no sense: exit code 2, where other user errors give 1. */
export class UsageError extends UserError {
  constructor(code: Code, message: string, hint?: string) {
    super([diagnosticOf('error', code, undefined, message, hint)]);
  }
}

/** Whether something was thrown for a reason that has a code. */
export function hasCode(error: unknown, code: Code): error is UserError {
  return error instanceof UserError && error.diagnostics.some((one) => one.code === code);
}

/** Whether anything forbids going on. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** The diagnostics by file, line and column; those without a place come first. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.span?.file ?? '', b.span?.file ?? '') ||
      (a.span?.line ?? 0) - (b.span?.line ?? 0) ||
      (a.span?.column ?? 0) - (b.span?.column ?? 0) ||
      compare(a.code, b.code),
  );
}

/** Each once: what many letters, rows or messages run into at one place is one problem. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((item) => [JSON.stringify(item), item])).values()];
}

/** By code unit: the order must not depend on the machine's locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** A diagnostic for programs. */
export interface DiagnosticJson {
  readonly severity: Severity;
  readonly code: Code;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly hint: string | null;
}

/** The shape printed by `--json`: every key is there, null where there is nothing to say; `file` is relative to `cwd`. */
export function diagnosticToJson(diagnostic: Diagnostic, cwd?: string): DiagnosticJson {
  const { severity, code, message, span, hint } = diagnostic;
  return {
    severity,
    code,
    message,
    file: span ? displayPath(span.file, cwd) : null,
    line: span?.line ?? null,
    column: span?.column ?? null,
    hint: hint ?? null,
  };
}

/** How a diagnostic is printed. */
export interface FormatOptions {
  readonly color?: boolean;
  /** The output goes to a terminal: each source line is isolated, so that its order does not disturb the frame. */
  readonly terminal?: boolean;
  /** Paths are printed relative to this folder. */
  readonly cwd?: string;
  /** Returns a line of a file for the code frame; without it, or if there is none, no frame is printed. */
  readonly readLine?: (file: string, line: number) => string | undefined;
}

/** What is at such a place must not get into a terminal's or a CI's log. */
const SECRET: Code = 'secret-in-edition';

/** `file:line:column: error[code]: message`, a code frame and the hint; no newline at the end. */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions = {}): string {
  const { severity, code, message, span, hint } = diagnostic;
  const paint = painter(options.color ?? false);
  const place = span ? `${displayPath(span.file, options.cwd)}:${positionOf(span)}: ` : '';
  const label = paint(severity === 'error' ? 'red' : 'yellow', `${severity}[${code}]`);
  const out = [`${place}${label}: ${printable(message)}`];
  const source = span?.cell === undefined && span && options.readLine?.(span.file, span.line);
  if (span && typeof source === 'string' && code !== SECRET)
    out.push(...codeFrame(source, span, options));
  if (hint) out.push(`${paint('cyan', 'hint')}: ${printable(hint)}`);
  return out.join('\n');
}

function positionOf({ line, column, cell }: Span): string {
  return cell === undefined ? `${line}:${column}` : printable(cell);
}

function displayPath(file: string, cwd: string | undefined): string {
  return printable((cwd !== undefined && relative(cwd, file)) || file);
}

const COLORS = { red: 31, yellow: 33, cyan: 36 } as const;

function painter(color: boolean): (name: keyof typeof COLORS, text: string) => string {
  return (name, text) => (color ? `\u001b[${COLORS[name]}m${text}\u001b[0m` : text);
}

/** Code points of a source line shown before and after the place: a paragraph may be one long line. */
const BEFORE = 60;
const AFTER = 40;
const TAB_WIDTH = 4;

function codeFrame(source: string, span: Span, options: FormatOptions): string[] {
  const points = [...source];
  const at = Math.min(span.column - 1, points.length);
  const from = at > BEFORE ? at - BEFORE : 0;
  const to = Math.min(points.length, at + AFTER);
  const before = (from > 0 ? '…' : '') + shown(points.slice(from, at));
  const marked = shown(points.slice(at, Math.min(to, at + (span.length ?? 1))));
  const rest = shown(points.slice(at, to)) + (to < points.length ? '…' : '');
  const text = before + rest;
  const gutter = String(span.line);
  const caret = '^'.repeat(Math.max(1, cells(marked)));
  const paint = painter(options.color ?? false);
  return [
    ` ${gutter} | ${options.terminal ? `\u2068${text}\u2069` : text}`,
    ` ${' '.repeat(gutter.length)} | ${' '.repeat(cells(before))}${paint('red', caret)}`,
  ];
}

function shown(points: readonly string[]): string {
  return printable(
    points.map((point) => (point === '\t' ? ' '.repeat(TAB_WIDTH) : point)).join(''),
  );
}

// Controls would act on the terminal; bidi controls (UAX #9, 2) would reorder our own words.
const CONTROLS = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** The text with each control replaced by one visible character, so that columns stay. */
function printable(text: string): string {
  return text.replace(CONTROLS, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that a text takes on a terminal: two for a wide character (UAX #11), none for a mark. */
function cells(text: string): number {
  let width = 0;
  for (const point of text) width += ZERO_WIDTH.test(point) ? 0 : WIDE.test(point) ? 2 : 1;
  return width;
}
