/** Makes sure of a ledger before anything is done with it, and refuses those that could make the tool send a letter twice. */
import { randomUUID } from 'node:crypto';
import type { Ledger } from '../model.ts';
import { originalOf, otherEditionOf, otherOwner, settleHome } from './adopt.ts';
import {
  type Gate,
  HighWater,
  ledgersSeen,
  type SeenLedger,
  userStateFolder,
} from './high-water.ts';
import type { Home } from './home.ts';
import { type RunLock, SqlLedger } from './ledger.ts';
import type { Store } from './moves.ts';
import { ledgerInUse, missingLedger, noLedger, wrongVersion } from './refusals.ts';
import { createTables, READABLE, readId, readMeta, SCHEMA, writeMeta } from './schema.ts';
import type { Database, Sql } from './sql.ts';

export interface LedgerOptions {
  /** Takes over a ledger that this user has not seen before, that lies behind its mark, or is a copy of one elsewhere. */
  readonly adopt?: boolean;
  /** Begins a new ledger, for another event, where there was one. */
  readonly newLedger?: boolean;
  /** Id of the edition whose mail this is; another edition's ledger is refused. */
  readonly edition?: string;
  /** Tells machines apart; default this one. See home.ts. */
  readonly machine?: string;
  /** Where marks are kept; default the user's state folder. */
  readonly stateFolder?: string;
  /** Looks only: needs no mark and makes none. */
  readonly readonly?: boolean;
  /** Milliseconds since 1970; default the system's clock. */
  readonly now?: () => number;
  /** See Store. */
  readonly keepCopy?: () => Promise<void>;
  /** See Store; default 20 minutes, longer than any attempt may take. */
  readonly lease?: number;
}

const LEASE = 20 * 60_000;

/**
 * @param home where the database is; it holds no secret
 * @throws UserError: see refusals.ts
 */
export async function prepareLedger(
  database: Database,
  home: Home,
  options: LedgerOptions,
  lockFolder: RunLock,
): Promise<Ledger> {
  try {
    const { adopt = false, edition, keepCopy } = options;
    const { stateFolder = userStateFolder(), now = Date.now, lease = LEASE } = options;
    const known = await identify(database, home.place, stateFolder, options);
    const { id } = known;
    const highWater = options.readonly ? undefined : new HighWater(stateFolder, id);
    const confirm = async (): Promise<void> => highWater?.confirm(database, home.place);
    const store: Store = { database, id, highWater, lease, now, confirm, keepCopy };
    const ledger = new SqlLedger(store, bothLocks(lockFolder, highWater));
    if (!highWater) return ledger;
    if (!known.isNew) await ledger.refuseBrokenHistory();
    await settleHome(store, highWater, { home, ...known, adopt, edition });
    if (!known.isNew) await ledger.recover();
    return ledger;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** That of the folder, for users with state folders of their own, and that of the ledger, for copies in other folders. */
function bothLocks(lockFolder: RunLock, highWater: HighWater | undefined): RunLock {
  if (!lockFolder || !highWater) return undefined;
  return () => {
    const unlockFolder = lockFolder();
    try {
      const unlock = highWater.lock();
      return () => {
        unlock();
        unlockFolder();
      };
    } catch (error) {
      unlockFolder();
      throw error;
    }
  };
}

interface Identity {
  readonly id: string;
  readonly isNew: boolean;
  /** What went through the gates of a ledger that was here before, and is gone. */
  readonly lost: readonly Gate[];
}

function identify(
  database: Database,
  place: string,
  stateFolder: string,
  options: LedgerOptions,
): Promise<Identity> {
  if (options.readonly) return lookUp(database, place, stateFolder, options);
  return database.transaction(async (sql) => {
    // Of two that open a new ledger at once, the second finds what the first one made.
    if (sql.dialect.lockChain) await sql.run(sql.dialect.lockChain);
    await createTables(sql);
    const id = await readIdentity(sql);
    if (id !== undefined) return { id, isNew: false, lost: [] };
    const lost = lostGates(ledgersSeen(stateFolder, { place, edition: options.edition }), options);
    const fresh = randomUUID();
    await writeMeta(sql, 'schema', SCHEMA);
    await writeMeta(sql, 'id', fresh);
    return { id: fresh, isNew: true, lost };
  });
}

/** What went through the gates of ledgers that were here, or of this edition; nobody begins anew without a word. */
function lostGates(
  seen: readonly SeenLedger[],
  { newLedger, adopt, edition }: LedgerOptions,
): Gate[] {
  const own = seen.filter((one) => !edition || !one.edition || one.edition === edition);
  const hasSent = own.some(({ gates }) => gates.length > 0);
  if (newLedger && edition !== undefined && hasSent) throw ledgerInUse();
  const [first] = newLedger ? [] : own;
  if (!first) return [];
  if (!adopt) throw missingLedger(first.place);
  return own.flatMap(({ gates }) => gates);
}

async function lookUp(
  database: Database,
  place: string,
  stateFolder: string,
  { edition, adopt }: LedgerOptions,
): Promise<Identity> {
  const id = await readId(database);
  if (id === undefined) throw noLedger();
  await readIdentity(database);
  const known = { id, isNew: false, lost: [] };
  // The mark may be long, and is seldom asked.
  if (adopt || (await otherOwner(database, edition)) === undefined) return known;
  const mark = new HighWater(stateFolder, id).read();
  const original = await originalOf(mark, place, id);
  const other = await otherEditionOf(database, mark, { place, edition, original });
  if (other) throw other;
  return known;
}

/** @throws UserError `ledger-version` */
async function readIdentity(sql: Sql): Promise<string | undefined> {
  const version = await readMeta(sql, 'schema');
  if (version !== undefined && !READABLE.includes(version)) throw wrongVersion(version, SCHEMA);
  return readMeta(sql, 'id');
}
