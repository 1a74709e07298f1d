/** The one way in which a message changes: by the table of states, fenced, and with a row of history. */
import { mailboxName } from '../../data/schema/mailbox.ts';
import type { FrozenMessage, MessageState } from '../model.ts';
import { appendEvent, type Head } from './chain.ts';
import type { HighWater } from './high-water.ts';
import { fingerprint, frozenColumns, messageName } from './rows.ts';
import { type Database, placeholders, type Row, type Sql, type Value } from './sql.ts';
import { type MessageEvent, nextState } from './states.ts';

/** What the parts of a ledger share. */
export interface Store {
  readonly database: Database;
  readonly id: string;
  /** None for a reader. */
  readonly highWater: HighWater | undefined;
  /**
   * How long a message stays in the hands of a run that gives no sign of life, in milliseconds. Too short, or with clocks
   * that differ, it costs attempts and leaves letters unknown; no letter is sent twice, because of the fencing.
   */
  readonly lease: number;
  /** Milliseconds since 1970. */
  now(): number;
  /** Puts a copy of the database beside it, and removes old ones; a server's operator has means of his own. */
  keepCopy?: (() => Promise<void>) | undefined;
  /** @throws UserError if another copy of the ledger has gone on meanwhile: see HighWater.confirm */
  confirm(): Promise<void>;
}

export interface Move {
  readonly event: MessageEvent;
  /** The run or the person. */
  readonly by: string;
  readonly detail?: Readonly<Record<string, string>>;
  /** Further columns of the message to set. */
  readonly columns?: Readonly<Record<string, Value>>;
}

export interface Moved {
  readonly state: MessageState;
  readonly head: Head;
}

/**
 * Changes a message that the transaction has read. Undefined, and nothing is changed, if the table has no such
 * transition or somebody else has the message in hand by now.
 */
export async function moveMessage(
  sql: Sql,
  store: Store,
  row: Row,
  move: Move,
): Promise<Moved | undefined> {
  const from = row.state as MessageState;
  const state = nextState(from, move.event);
  if (!state) return undefined;
  const at = store.now();
  const columns: Columns = { ...move.columns, state, changed_at: at };
  const attempt = Number(columns.attempt ?? row.attempt);
  if (!(await update(sql, row, columns))) return undefined;
  const event = { kind: move.event, message: String(row.id), from, to: state, attempt };
  const detail = move.detail ?? {};
  const head = await appendEvent(sql, store.id, {
    ...event,
    at: new Date(at),
    by: move.by,
    detail,
  });
  return { state, head };
}

type Columns = Readonly<Record<string, Value>>;

/** State, attempt and owner are the fencing token: who lost the message cannot change it. */
async function update(sql: Sql, row: Row, columns: Columns): Promise<boolean> {
  const set = Object.keys(columns).map((name) => `${name} = ?`);
  const owner = row.owner == null ? 'owner IS NULL' : 'owner = ?';
  const token = [row.id, row.state, row.attempt, ...(row.owner == null ? [] : [row.owner])];
  const changed = await sql.run(
    `UPDATE letter SET ${set.join(', ')} WHERE id = ? AND state = ? AND attempt = ? AND ${owner}`,
    [...Object.values(columns), ...(token as Value[])],
  );
  return changed === 1;
}

export interface Addition {
  /** Of the event. */
  readonly kind: 'approve' | 'remember';
  readonly by: string;
  readonly state: MessageState;
  /** Further columns: `approval` and `position` at least. */
  readonly columns: Columns;
  readonly detail: Readonly<Record<string, string>>;
}

/** Adds a message that the ledger does not have. */
export async function addMessage(
  sql: Sql,
  store: Store,
  message: FrozenMessage,
  { kind, by, state, columns, detail }: Addition,
): Promise<Head> {
  const at = store.now();
  const id = messageName(message.key);
  const row: Columns = {
    ...approvedColumns(message),
    id,
    state,
    attempt: 0,
    changed_at: at,
    ...columns,
  };
  const names = Object.keys(row);
  await sql.run(
    `INSERT INTO letter (${names.join(', ')}) VALUES (${placeholders(names.length)})`,
    Object.values(row),
  );
  const event = { kind, message: id, to: state, attempt: Number(row.attempt), by };
  const told = { ...detail, fingerprint: fingerprint(message) };
  return appendEvent(sql, store.id, { ...event, at: new Date(at), detail: told });
}

/** Columns that begin anew with an approval. */
export function approvedColumns(message: FrozenMessage): Columns {
  return {
    ...frozenColumns(message),
    mailbox: mailboxName(message.envelope.to),
    not_before: 0,
    deferrals: 0,
    first_tried: null,
    owner: null,
    reply: null,
  };
}

/** A message's row, locked until the transaction ends. */
export async function lockMessage(sql: Sql, id: string): Promise<Row | undefined> {
  const [row] = await sql.all(`SELECT * FROM letter WHERE id = ?${sql.dialect.forUpdate}`, [id]);
  return row;
}
