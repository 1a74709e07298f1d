/** The ledger's database as one file. The only code that knows libsql. */
import Libsql from 'libsql';
import type { Database, Dialect, Row, Sql, Value } from './sql.ts';

/** How long to wait for another process's transaction, in milliseconds. */
const BUSY_TIMEOUT = 15_000;

/**
 * DELETE and EXTRA: no side file is left that a copy of the ledger could miss, and a commit is on the disk,
 * the folder's entry included, when it returns.
 */
const DURABLE = 'PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA';

/** BEGIN IMMEDIATE lets one writer in: nothing else has to be locked. */
const DIALECT: Dialect = { forUpdate: '', skipLocked: '', lockChain: undefined };

/** @throws if the file is no database or cannot be written */
export function openSqlite(file: string): Database {
  const connection = new Libsql(file);
  // First of all: the others wait for a lock too.
  connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
  connection.exec(DURABLE);
  return new SqliteDatabase(connection);
}

class SqliteDatabase implements Database {
  readonly dialect = DIALECT;
  readonly #connection: Libsql.Database;
  readonly #direct: Sql;
  /** A connection has one transaction: whoever comes while it is open waits for its end. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(connection: Libsql.Database) {
    this.#connection = connection;
    this.#direct = directSql(connection);
  }

  all(statement: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    return this.#inTurn(() => this.#direct.all(statement, values));
  }

  run(statement: string, values: readonly Value[] = []): Promise<number> {
    return this.#inTurn(() => this.#direct.run(statement, values));
  }

  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#between('BEGIN IMMEDIATE', work);
  }

  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#between('BEGIN', work);
  }

  #between<T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      this.#connection.exec(begin);
      try {
        const result = await work(this.#direct);
        this.#connection.exec('COMMIT');
        return result;
      } catch (error) {
        this.#rollBack();
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      this.#connection.close();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }

  /** A failing disk may have rolled back already, or refuse even that; what it was for is thrown anyway. */
  #rollBack(): void {
    try {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
    } catch {}
  }
}

function directSql(connection: Libsql.Database): Sql {
  const prepared = new Map<string, Libsql.Statement>();
  const prepare = (statement: string): Libsql.Statement => {
    const known = prepared.get(statement) ?? connection.prepare(statement);
    prepared.set(statement, known);
    return known;
  };
  return {
    dialect: DIALECT,
    all: async (statement, values = []) => prepare(statement).all(...values) as Row[],
    run: async (statement, values = []) => prepare(statement).run(...values).changes,
  };
}
