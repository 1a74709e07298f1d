/** What the ledger needs of a database, so that one code serves SQLite and PostgreSQL. */

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Where the two differ. */
export interface Dialect {
  /** Ends a SELECT whose rows the transaction will change. */
  readonly forUpdate: string;
  /** Likewise, passing over rows that another transaction has locked. */
  readonly skipLocked: string;
  /** Keeps others from adding to the history until the transaction ends. */
  readonly lockChain: string | undefined;
}

/** Statements have `?` for each value. */
export interface Sql {
  readonly dialect: Dialect;
  all(statement: string, values?: readonly Value[]): Promise<readonly Row[]>;
  /** The number of rows changed. */
  run(statement: string, values?: readonly Value[]): Promise<number>;
}

export interface Database extends Sql {
  /** What `work` does is durable when this returns, and undone if it throws. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** All that `work` reads is as it was at one moment. */
  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The JSON in a column; undefined if it is none any more, which the history then shows. */
export function parsed<T>(value: Value | undefined): T | undefined {
  try {
    return JSON.parse(String(value)) as T;
  } catch {
    return undefined;
  }
}

/** Milliseconds since 1970 as a date; a number that is none any more gives the first day of 1970. */
export function dateOf(value: Value | undefined): Date {
  const date = new Date(Number(value));
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
}

/** `?, ?, ?` */
export function placeholders(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}
