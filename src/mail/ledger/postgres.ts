/** The ledger on a PostgreSQL server, for several machines that send at once. The only code that knows pg. */
import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import pg from 'pg';
import { UserError } from '../../diagnostic.ts';
import { isLoopback } from '../delivery/security.ts';
import type { Ledger } from '../model.ts';
import { refusal } from '../refusal.ts';
import { type LedgerOptions, prepareLedger } from './prepare.ts';
import { damaged } from './refusals.ts';
import type { Database, Dialect, Row, Sql, Value } from './sql.ts';

/** Any number will do, as long as every sender takes the same. */
const CHAIN_LOCK = 7_736_974;

const DIALECT: Dialect = {
  forUpdate: ' FOR UPDATE',
  skipLocked: ' FOR UPDATE SKIP LOCKED',
  lockChain: `SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`,
};

/** What a commit needs to be on the disk when it returns. */
const DURABILITY: readonly (readonly [setting: string, good: readonly string[]])[] = [
  ['fsync', ['on']],
  ['full_page_writes', ['on']],
  ['synchronous_commit', ['on', 'remote_apply']],
];

/**
 * The ledger in a database: one for each edition. Its password comes from PGPASSWORD, PGPASSFILE or ~/.pgpass.
 * @param url `postgres://user@host/database`
 * @throws UserError `secret-in-address`, `bad-ledger`, `not-durable`, and those of openLedger
 */
export async function openPostgresLedger(
  url: string,
  options: LedgerOptions = {},
): Promise<Ledger> {
  const place = placeOf(url);
  const pool = new pg.Pool({
    ...connectionOptions(place),
    max: 8,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: typeParser },
  });
  // A connection that breaks while nobody uses it is replaced by the pool.
  pool.on('error', () => {});
  const database = new PostgresDatabase(pool);
  try {
    await requireDurability(database);
  } catch (error) {
    await database.close();
    throw error instanceof UserError ? error : unreachable(error as Error);
  }
  return prepareLedger(database, { place: place.href }, options, undefined);
}

/** Numbers of 64 bits come as text by default; those of the ledger are times and counts. */
function typeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as 'text');
}

/** The URL, of which nothing is secret. */
function placeOf(url: string): URL {
  const place = URL.canParse(url) ? new URL(url) : undefined;
  if (!place || !/^postgres(ql)?:$/.test(place.protocol) || place.pathname.length < 2) {
    throw refusal(
      'bad-ledger',
      'this is not the address of a PostgreSQL database',
      'write postgres://user@host/database',
    );
  }
  if (place.password === '' && !place.searchParams.has('password')) return place;
  throw refusal(
    'secret-in-address',
    'the address of the ledger has a password in it',
    'take it out, change it, and give it by PGPASSFILE or ~/.pgpass',
  );
}

function connectionOptions(place: URL): pg.ClientConfig {
  const host = decodeURIComponent(place.hostname);
  return {
    host,
    port: Number(place.port || 5432),
    user: decodeURIComponent(place.username) || undefined,
    database: decodeURIComponent(place.pathname.slice(1)),
    // Names and addresses of recipients go over this connection.
    ssl: isLoopback(host) ? false : tlsOptions(process.env.PGSSLROOTCERT),
  };
}

/** @param certificates file of those that vouch for the server, instead of the system's */
function tlsOptions(certificates: string | undefined): ConnectionOptions {
  const ca = certificates ? { ca: readFileSync(certificates) } : {};
  return { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...ca };
}

async function requireDurability(database: Database): Promise<void> {
  const bad: string[] = [];
  for (const [setting, good] of DURABILITY) {
    const [row] = await database.all(`SELECT current_setting('${setting}') AS value`);
    const value = String(row?.value);
    if (!good.includes(value)) bad.push(`${setting} is ${value}`);
  }
  if (bad.length === 0) return;
  throw refusal(
    'not-durable',
    `the server may forget what it has confirmed: ${bad.join(', ')}`,
    'a ledger needs fsync, full_page_writes and synchronous_commit on',
  );
}

class PostgresDatabase implements Database {
  readonly dialect = DIALECT;
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  all(statement: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    return sqlOf(this.#pool).all(statement, values);
  }

  run(statement: string, values: readonly Value[] = []): Promise<number> {
    return sqlOf(this.#pool).run(statement, values);
  }

  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#between('BEGIN', work);
  }

  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#between('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  async #between<T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work(sqlOf(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      // A connection that could not even roll back is of no more use.
      client.release(broken);
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

function sqlOf(connection: Pick<pg.ClientBase, 'query'>): Sql {
  const query = (statement: string, values: readonly Value[]) =>
    connection.query<Record<string, Value>>(numbered(statement), [...values]).catch(refuseDamage);
  return {
    dialect: DIALECT,
    all: async (statement, values = []) => (await query(statement, values)).rows,
    run: async (statement, values = []) => (await query(statement, values)).rowCount ?? 0,
  };
}

/** Class XX of PostgreSQL's codes: a page or an index that the server cannot make sense of. */
function refuseDamage(error: Error & { readonly code?: string }): never {
  throw error.code?.startsWith('XX') ? damaged(error.message) : error;
}

/** `?` as $1, $2 …; no statement of the ledger has a question mark in a text. */
function numbered(statement: string): string {
  let count = 0;
  return statement.replaceAll('?', () => {
    count += 1;
    return `$${count}`;
  });
}

function unreachable(error: Error): UserError {
  return refusal(
    'bad-ledger',
    `the ledger's server cannot be used: ${error.message}`,
    'see whether it runs, and whether PGPASSFILE or ~/.pgpass has its password',
  );
}
