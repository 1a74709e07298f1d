/** The ledger's database as one file. The only code that knows libsql. */
import Libsql from 'libsql';
import type { Database, Dialect, Row, Sql, Value } from './sql.ts';

/** How long to wait for another process's transaction, in milliseconds. */
const BUSY_TIMEOUT = 15_000;

/**
 * How long the first of a group waits for others, in milliseconds: about as long as a commit takes on a good disk, and long
 * enough for letters on other connections to come to the same point.
 */
const GATHERING = 1;

/**
 * DELETE and EXTRA: no side file is left that a copy of the ledger could miss, and a commit is on the disk,
 * the folder's entry included, when it returns.
 */
const DURABLE = 'PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA';

/** BEGIN IMMEDIATE lets one writer in: nothing else has to be locked. */
const DIALECT: Dialect = { forUpdate: '', skipLocked: '', lockChain: undefined };

/**
 * @param options `readonly`: to look at a ledger that may be another's
 * @throws if the file is no database or cannot be written
 */
export function openSqlite(file: string, { readonly = false } = {}): Database {
  const connection = new Libsql(file, { readonly });
  // First of all: the others wait for a lock too.
  connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
  if (!readonly) connection.exec(DURABLE);
  return new SqliteDatabase(connection);
}

/** A transaction that waits for the next commit, and who waits for it. */
interface Waiting {
  work(sql: Sql): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

class SqliteDatabase implements Database {
  readonly dialect = DIALECT;
  readonly #connection: Libsql.Database;
  readonly #direct: Sql;
  #waiting: Waiting[] = [];
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

  /**
   * Transactions that come at the same time share one commit, and so one wait for the disk. Nobody hears of success
   * before that commit is on the disk; one that fails is undone alone.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as Waiting['resolve'], reject });
      if (this.#waiting.length === 1) this.#gather();
    });
  }

  /** The last step is after the network has been looked at once more. */
  #gather(): void {
    setTimeout(() => setImmediate(() => void this.#commitWaiting()), GATHERING);
  }

  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#between('BEGIN', () => work(this.#direct)));
  }

  #commitWaiting(): Promise<void> {
    return this.#inTurn(async () => {
      const group = this.#waiting;
      this.#waiting = [];
      if (group.length === 0) return;
      try {
        const answers = await this.#between('BEGIN IMMEDIATE', () => this.#runAll(group));
        for (const answer of answers) answer();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    });
  }

  /** Gives what each of them is to be told once the commit is on the disk. */
  async #runAll(group: readonly Waiting[]): Promise<(() => void)[]> {
    const answers: (() => void)[] = [];
    for (const member of group) answers.push(await this.#runMember(member));
    return answers;
  }

  async #runMember({ work, resolve, reject }: Waiting): Promise<() => void> {
    this.#connection.exec('SAVEPOINT member');
    try {
      const value = await work(this.#direct);
      this.#connection.exec('RELEASE member');
      return () => resolve(value);
    } catch (error) {
      // A failing disk ends the transaction; whoever went on would write outside of one.
      if (!this.#connection.inTransaction) throw error;
      this.#connection.exec('ROLLBACK TO member; RELEASE member');
      return () => reject(error);
    }
  }

  async #between<T>(begin: string, work: () => Promise<T>): Promise<T> {
    this.#connection.exec(begin);
    try {
      const result = await work();
      this.#connection.exec('COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  close(): Promise<void> {
    void this.#commitWaiting();
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
