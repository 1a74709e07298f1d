/** Problems as values: what is wrong, where, and what to do about it. */

/** A place in a text file. Line and column are 1-based; columns and length count code points. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
}

export type Severity = 'error' | 'warning';

export interface Diagnostic {
  readonly severity: Severity;
  /** Stable kebab-case name, e.g. `unknown-key`; scripts and tests rely on it. */
  readonly code: string;
  /** One sentence without a final full stop. */
  readonly message: string;
  readonly span?: Span;
  /** What to do, e.g. `did you mean "signatories"?`. */
  readonly hint?: string;
}
