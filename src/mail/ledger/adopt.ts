/** Settles where a ledger lives before anything is done with it: of its copies only one may go on. */
import { existsSync } from 'node:fs';
import type { UserError } from '../../diagnostic.ts';
import { appendEvent, readHead } from './chain.ts';
import { type Gate, type HighWater, isOnChain, type Mark } from './high-water.ts';
import { type Home, readHome, wordsOf, writeHome } from './home.ts';
import { addMessage, moveMessage, type Store } from './moves.ts';
import { copied, otherEdition, restored, unknownLedger } from './refusals.ts';
import { messageName } from './rows.ts';
import { readId, readMeta, writeMeta } from './schema.ts';
import type { Sql } from './sql.ts';
import { openSqlite } from './sqlite.ts';

export interface Claimant {
  readonly home: Home;
  /** Undefined where it is not known whose mail is looked at. */
  readonly edition: string | undefined;
  readonly isNew: boolean;
  /** What went through the gates of a ledger that was here before, and is gone. */
  readonly lost: readonly Gate[];
  readonly adopt: boolean;
}

/** @throws UserError unless this is the copy that goes on, or the user says so: see refusals.ts */
export async function settleHome(
  store: Store,
  highWater: HighWater,
  claimant: Claimant,
): Promise<void> {
  const { home, edition, isNew, adopt } = claimant;
  const { database } = store;
  const mark = highWater.read();
  const before = await readHome(database);
  const trouble = isNew ? undefined : await troubleOf(store, mark, before, claimant);
  if (trouble && !adopt) throw trouble;
  if (trouble || !isAtHome(home, mark, before))
    await moveIn(store, highWater, { ...claimant, mark, before });
  if (edition !== undefined) await noteEdition(database, edition);
}

function isAtHome(home: Home, mark: Mark | undefined, before: Home | undefined): boolean {
  // A server for several machines is at home in none of them.
  const isKnown = home.machine === undefined || before?.place === home.place;
  return mark?.place === home.place && isKnown;
}

/** What speaks against this copy; the first is the one to be told. */
async function troubleOf(
  store: Store,
  mark: Mark | undefined,
  before: Home | undefined,
  { home, edition }: Claimant,
): Promise<UserError | undefined> {
  const { database, id } = store;
  const own = await readMeta(database, 'edition');
  if (edition !== undefined && own !== undefined && own !== edition)
    return otherEdition(own, edition);
  // Dying between the ledger's birth and its first mark leaves one that has seen nothing.
  const { sequence } = await readHead(database, id);
  if (!mark) return sequence > 0 ? unknownLedger(before && wordsOf(before)) : undefined;
  if (before && before.machine !== home.machine) return unknownLedger(wordsOf(before));
  if (mark.place !== home.place && (await isLedgerAt(mark.place, id))) return copied(mark.place);
  return (await isOnChain(database, mark.head)) ? undefined : restored(mark.head.sequence);
}

/** Whether a copy is where the ledger was; one that cannot be read counts as there. */
export async function isLedgerAt(place: string, id: string): Promise<boolean> {
  if (!existsSync(place)) return false;
  try {
    const database = openSqlite(place);
    try {
      return (await readId(database)) === id;
    } finally {
      await database.close();
    }
  } catch {
    return true;
  }
}

interface Removal extends Claimant {
  readonly mark: Mark | undefined;
  readonly before: Home | undefined;
}

/** No run of another copy may be under way meanwhile: what it sends would be in that copy alone. */
async function moveIn(store: Store, highWater: HighWater, removal: Removal): Promise<void> {
  const { mark, home, isNew } = removal;
  await highWater.settle(mark?.place ?? home.place);
  const unlock = isNew ? undefined : highWater.lock();
  try {
    const isBehind = mark !== undefined && !(await isOnChain(store.database, mark.head));
    await store.database.transaction((sql) => takeOver(store, sql, removal, isBehind));
    if (!isBehind) await highWater.settle(home.place);
    else await highWater.reset(home.place, await readHead(store.database, store.id));
  } finally {
    unlock?.();
  }
}

async function takeOver(
  store: Store,
  sql: Sql,
  { home, before, mark, isNew, lost }: Removal,
  isBehind: boolean,
): Promise<void> {
  if (isBehind || lost.length > 0) await doubtAll(store, sql, [...lost, ...(mark?.gates ?? [])]);
  if (home.machine !== undefined) await writeHome(sql, home);
  if (isNew) return;
  const detail = { to: wordsOf(home), ...(before && { from: wordsOf(before) }) };
  await appendEvent(sql, store.id, { at: new Date(store.now()), kind: 'move', detail });
}

async function noteEdition(database: Store['database'], edition: string): Promise<void> {
  if ((await readMeta(database, 'edition')) === edition) return;
  await database.transaction((sql) => writeMeta(sql, 'edition', edition));
}

const FORGOTTEN = 'the ledger was restored from an old copy; it may have been sent';

/**
 * What lies behind its mark has forgotten letters: any that it would send may have been sent, and so may those that went
 * through the gate since, of which it knows nothing. A person settles each.
 */
async function doubtAll(store: Store, sql: Sql, gates: readonly Gate[]): Promise<void> {
  const rows = await sql.all(`SELECT * FROM letter ORDER BY id${sql.dialect.forUpdate}`);
  const columns = { reply: FORGOTTEN };
  for (const row of rows)
    await moveMessage(sql, store, row, { event: 'doubt', by: 'adopt', columns });
  const known = new Set(rows.map(({ id }) => String(id)));
  const lost = new Map(gates.map((gate) => [messageName(gate.message.key), gate]));
  const forgotten = [...lost].filter(([id]) => !known.has(id)).map(([, gate]) => gate);
  if (forgotten.length > 0) await remember(store, sql, forgotten);
}

/** Under an approval of their own: those that they were sent under are forgotten as well. */
async function remember(store: Store, sql: Sql, gates: readonly Gate[]): Promise<void> {
  const at = store.now();
  const approval = `forgotten-${at}`;
  await sql.run(
    "INSERT INTO approval (hash, approved_by, at, edition) VALUES (?, 'adopt', ?, '')",
    [approval, at],
  );
  for (const [position, { message }] of gates.entries()) {
    await addMessage(sql, store, message, {
      kind: 'remember',
      by: 'adopt',
      state: 'unknown',
      columns: { approval, position, attempt: 1, reply: FORGOTTEN },
      detail: { approval },
    });
  }
}
