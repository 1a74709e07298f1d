/** Makes sure of a ledger before anything is done with it, and refuses those that could make the tool send a letter twice. */
import { randomUUID } from 'node:crypto';
import type { UserError } from '../../diagnostic.ts';
import type { Ledger } from '../model.ts';
import { refusal } from '../refusal.ts';
import { hashAt, readHead } from './chain.ts';
import { HighWater, ledgersSeenAt, userStateFolder } from './high-water.ts';
import { SqlLedger } from './ledger.ts';
import { moveMessage, type Store } from './moves.ts';
import { createTables, readMeta, SCHEMA, writeMeta } from './schema.ts';
import type { Database, Sql } from './sql.ts';

export interface LedgerOptions {
  /** Takes over a ledger that this user has not seen before, or one that lies behind its mark. */
  readonly adopt?: boolean;
  /** Where marks are kept; default the user's state folder. */
  readonly stateFolder?: string;
  /** Looks only: needs no mark and makes none. */
  readonly readonly?: boolean;
  /** Milliseconds since 1970; default the system's clock. */
  readonly now?: () => number;
  /** See Store; default 20 minutes, longer than any attempt may take. */
  readonly lease?: number;
}

const LEASE = 20 * 60_000;

/**
 * @param place names the database among the user's marks; it holds no secret
 * @throws UserError `no-ledger`, `ledger-unknown`, `ledger-missing`, `ledger-restored`, `ledger-version`
 */
export async function prepareLedger(
  database: Database,
  place: string,
  options: LedgerOptions,
  lock: (() => () => void) | undefined,
): Promise<Ledger> {
  try {
    const { stateFolder = userStateFolder(), now = Date.now, lease = LEASE } = options;
    const known = await identify(database, place, stateFolder, options);
    const highWater = options.readonly ? undefined : new HighWater(stateFolder, known.id);
    const store: Store = { database, id: known.id, highWater, lease, now };
    if (highWater) await compareWithMark(store, highWater, place, known.isNew || !!options.adopt);
    return new SqlLedger(store, lock);
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface Identity {
  readonly id: string;
  readonly isNew: boolean;
}

function identify(
  database: Database,
  place: string,
  stateFolder: string,
  options: LedgerOptions,
): Promise<Identity> {
  if (options.readonly) return lookUp(database);
  return database.transaction(async (sql) => {
    // Of two that open a new ledger at once, the second finds what the first one made.
    if (sql.dialect.lockChain) await sql.run(sql.dialect.lockChain);
    await createTables(sql);
    const id = await readIdentity(sql);
    if (id !== undefined) return { id, isNew: false };
    if (!options.adopt && ledgersSeenAt(stateFolder, place).length > 0) throw missing(place);
    const fresh = randomUUID();
    await writeMeta(sql, 'schema', SCHEMA);
    await writeMeta(sql, 'id', fresh);
    return { id: fresh, isNew: true };
  });
}

/** PostgreSQL's word for a table that is not there. */
const UNDEFINED_TABLE = '42P01';

async function lookUp(database: Database): Promise<Identity> {
  const id = await database.snapshot(readIdentity).catch((error: { readonly code?: string }) => {
    if (error.code === UNDEFINED_TABLE) return undefined;
    throw error;
  });
  if (id === undefined) throw noLedger();
  return { id, isNew: false };
}

async function readIdentity(sql: Sql): Promise<string | undefined> {
  const version = await readMeta(sql, 'schema');
  if (version !== undefined && version !== SCHEMA) throw wrongVersion(version);
  return readMeta(sql, 'id');
}

async function compareWithMark(
  store: Store,
  highWater: HighWater,
  place: string,
  welcome: boolean,
): Promise<void> {
  const mark = highWater.read();
  if (!mark) {
    // Dying between the ledger's birth and its first mark leaves one that has seen nothing.
    const { sequence } = await readHead(store.database, store.id);
    if (!welcome && sequence > 0) throw unknownLedger();
    return highWater.create(place);
  }
  if (mark.sequence === 0 || (await hashAt(store.database, mark.sequence)) === mark.hash) return;
  if (!welcome) throw restored(mark.sequence);
  await doubtAll(store);
  await highWater.reset(place, await readHead(store.database, store.id));
}

/** What lies behind its mark has forgotten letters: any that it would send may have been sent. A person settles each. */
async function doubtAll(store: Store): Promise<void> {
  await store.database.transaction(async (sql) => {
    const rows = await sql.all(`SELECT * FROM letter ORDER BY id${sql.dialect.forUpdate}`);
    const reply = 'the ledger was restored from an old copy; it may have been sent';
    for (const row of rows) {
      await moveMessage(sql, store, row, { event: 'doubt', by: 'adopt', columns: { reply } });
    }
  });
}

/** There is nothing to look at. */
export function noLedger(): UserError {
  return refusal(
    'no-ledger',
    'this edition has no ledger yet',
    'it is made by the first approval: wsis-letters mail approve',
  );
}

function unknownLedger(): UserError {
  return refusal(
    'ledger-unknown',
    'this ledger was begun by another user or on another machine',
    'if it is the newest copy and nobody sends from another one, add --adopt',
  );
}

function missing(place: string): UserError {
  return refusal(
    'ledger-missing',
    `there was a ledger at ${place}, and it is gone; without it letters could be sent again`,
    'bring it back, or add --adopt to begin a new one',
  );
}

function restored(sequence: number): UserError {
  return refusal(
    'ledger-restored',
    `this ledger is an old copy, or was changed by hand: event ${sequence}, which this user has seen, is not in it`,
    'bring back the newest copy; with --adopt every unsent letter becomes unknown, for you to settle one by one',
  );
}

function wrongVersion(version: string): UserError {
  return refusal(
    'ledger-version',
    `the ledger has version ${version} and this tool reads version ${SCHEMA}`,
    'use the version of wsis-letters that made it',
  );
}
