/** Settles where a ledger lives before anything is done with it: of its copies only one may go on. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { UserError } from '../../diagnostic.ts';
import type { FrozenMessage, Role } from '../model.ts';
import { appendEvent, readHead } from './chain.ts';
import { type Gate, type HighWater, isOnChain, type Mark } from './high-water.ts';
import { type Home, readHome, wordsOf, writeHome } from './home.ts';
import { addMessage, lockMessage, moveMessage, type Store } from './moves.ts';
import { copied, otherEdition, restored, unknownLedger } from './refusals.ts';
import { generationOf, messageName } from './rows.ts';
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
  const isArriving = trouble !== undefined || !isAtHome(home, mark, before);
  if (isArriving) await moveIn(store, highWater, { ...claimant, mark, before });
  if (edition === undefined) return;
  await noteEdition(database, edition);
  if (!isArriving && mark?.edition !== edition) highWater.settle(home.place, edition);
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
  const original = await originalOf(mark, home.place, id);
  const other = await otherEditionOf(database, mark, { place: home.place, edition, original });
  if (other) return other;
  // Dying between the ledger's birth and its first mark leaves one that has seen nothing.
  const { sequence } = await readHead(database, id);
  if (!mark) return sequence > 0 ? unknownLedger(before && wordsOf(before)) : undefined;
  if (before && before.machine !== home.machine) return unknownLedger(wordsOf(before));
  if (original !== undefined) return copied(original);
  return (await isOnChain(database, mark.head)) ? undefined : restored(mark.head.sequence);
}

/** Where the ledger is that this one is a copy of; undefined if it is there no more. */
export async function originalOf(
  mark: Mark | undefined,
  place: string,
  id: string,
): Promise<string | undefined> {
  if (!mark || mark.place === place || isSameFile(mark.place, place)) return undefined;
  return (await isLedgerAt(mark.place, id)) ? mark.place : undefined;
}

/** The old place may lead to the new one by a link. */
function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((file) => statSync(file, { throwIfNoEntry: false }));
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}

/** The edition that a ledger is of, where that is another one. */
export async function otherOwner(
  sql: Sql,
  edition: string | undefined,
): Promise<string | undefined> {
  const own = await readMeta(sql, 'edition');
  return edition === undefined || own === edition ? undefined : own;
}

interface Whose {
  readonly place: string;
  /** Undefined where it is not known whose mail is looked at. */
  readonly edition: string | undefined;
  /** Where the ledger is that this one is a copy of. */
  readonly original: string | undefined;
}

/** The refusal of a ledger that is another edition's; undefined if it is this one's, or nobody's yet. */
export async function otherEditionOf(
  sql: Sql,
  mark: Mark | undefined,
  { place, edition, original }: Whose,
): Promise<UserError | undefined> {
  const own = await otherOwner(sql, edition);
  if (edition === undefined || own === undefined) return undefined;
  if (original === undefined && isNamedByFolder(own, edition, mark, place)) return undefined;
  return otherEdition(own, edition, original);
}

/** An edition without an id has the name of its folder, and another one when that was renamed. */
function isNamedByFolder(
  own: string,
  edition: string,
  mark: Mark | undefined,
  place: string,
): boolean {
  const wasNamed = mark?.places.some((before) => editionFolder(before) === own) ?? false;
  return wasNamed && editionFolder(place) === edition;
}

/** `/srv/forum-2027/.wsis/ledger.sqlite` is that of `forum-2027`. */
function editionFolder(place: string): string {
  return basename(dirname(dirname(place)));
}

/** Whether a ledger is in a place, which may lead there by a link; one that cannot be read counts as there. */
async function isLedgerAt(place: string, id: string): Promise<boolean> {
  if (!existsSync(place)) return false;
  try {
    const database = openSqlite(place, { readonly: true });
    try {
      return (await readId(database)) === id;
    } finally {
      await database.close();
    }
  } catch {
    return true;
  }
}

/** A ledger that comes to a place, with what is known of its past. */
interface Arrival extends Claimant {
  readonly mark: Mark | undefined;
  readonly before: Home | undefined;
}

/** No run of another copy may be under way meanwhile: what it sends would be in that copy alone. */
async function moveIn(store: Store, highWater: HighWater, arrival: Arrival): Promise<void> {
  const { mark, home, isNew, edition } = arrival;
  const unlock = isNew ? undefined : highWater.lock();
  try {
    const isBehind = mark !== undefined && !(await isOnChain(store.database, mark.head));
    await store.database.transaction((sql) => takeOver(store, sql, arrival, isBehind));
    highWater.settle(home.place, edition);
    if (isBehind) highWater.goBack(await readHead(store.database, store.id));
  } finally {
    unlock?.();
  }
}

async function takeOver(
  store: Store,
  sql: Sql,
  { home, before, mark, isNew, lost }: Arrival,
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

const FORGOTTEN = 'the ledger was restored from an old copy, or is lost; it may have been sent';

/**
 * A ledger behind its mark has forgotten letters. Any that it would send may have been sent; and what went through the gate
 * since, under another name or with other contents, is put into it. A person settles each.
 */
async function doubtAll(store: Store, sql: Sql, gates: readonly Gate[]): Promise<void> {
  const rows = await sql.all(`SELECT * FROM letter ORDER BY id${sql.dialect.forUpdate}`);
  const columns = { reply: FORGOTTEN };
  for (const row of rows)
    await moveMessage(sql, store, row, { event: 'doubt', by: 'adopt', columns });
  const known = new Set(rows.map((row) => String(row.message_id)));
  const lost = new Map(gates.map(({ message }) => [message.messageId, message]));
  const forgotten = [...lost].filter(([messageId]) => !known.has(messageId)).map(([, one]) => one);
  if (forgotten.length > 0) await remember(store, sql, forgotten);
}

/** Under an approval of their own: those that they were sent under are forgotten as well. */
async function remember(store: Store, sql: Sql, messages: readonly FrozenMessage[]): Promise<void> {
  const at = store.now();
  const approval = `forgotten-${at}-${messages.length}`;
  await sql.run(
    "INSERT INTO approval (hash, approved_by, at, edition) VALUES (?, 'adopt', ?, '') ON CONFLICT (hash) DO NOTHING",
    [approval, at],
  );
  for (const [position, message] of messages.entries()) {
    await addMessage(sql, store, await underFreeName(sql, message), {
      kind: 'remember',
      by: 'adopt',
      state: 'unknown',
      columns: { approval, position, attempt: 1, reply: FORGOTTEN },
      detail: { approval },
    });
  }
}

/** The ledger may have another message under the name, to another person or address: then it is the next under it. */
async function underFreeName(sql: Sql, message: FrozenMessage): Promise<FrozenMessage> {
  const { key } = message;
  const plain = key.role.replace(/\/\d+$/, '');
  for (let number = generationOf(key.role); ; number += 1) {
    const role = (number === 1 ? plain : `${plain}/${number}`) as Role;
    const free = { ...key, role };
    if (!(await lockMessage(sql, messageName(free)))) return { ...message, key: free };
  }
}
