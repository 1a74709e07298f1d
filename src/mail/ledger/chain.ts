/** The history: rows that are only ever added, each hashed with the one before, so that no change goes unnoticed. */
import { createHash } from 'node:crypto';
import type { LedgerEvent, MessageState } from '../model.ts';
import { dateOf, parsed, type Row, type Sql } from './sql.ts';

/** Where the history stands: the last sequence number and its hash. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

export type NewEvent = Omit<LedgerEvent, 'sequence' | 'hash'>;

/** SHA-256, hexadecimal, over the previous hash and every field of the row. */
function chainHash(previous: string, event: Omit<LedgerEvent, 'hash'>): string {
  const { sequence, at, kind, message, from, to, attempt, by, detail } = event;
  const fields = [sequence, at.getTime(), kind, message, from, to, attempt, by];
  const entries = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([previous, ...fields.map((field) => field ?? null), entries]);
  return createHash('sha256').update(text).digest('hex');
}

/** The chain of a ledger starts at its id. */
export async function readHead(sql: Sql, ledger: string): Promise<Head> {
  const [row] = await sql.all('SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1');
  return row
    ? { sequence: Number(row.sequence), hash: String(row.hash) }
    : { sequence: 0, hash: ledger };
}

/**
 * Adds a row, in a transaction. Rows of `letter` must have been locked before: whoever waits here may
 * hold some of them.
 */
export async function appendEvent(sql: Sql, ledger: string, event: NewEvent): Promise<Head> {
  if (sql.dialect.lockChain) await sql.run(sql.dialect.lockChain);
  const head = await readHead(sql, ledger);
  const sequence = head.sequence + 1;
  const hash = chainHash(head.hash, { ...event, sequence });
  await sql.run(
    `INSERT INTO event (sequence, at, kind, letter, from_state, to_state, attempt, actor, detail, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      sequence,
      event.at.getTime(),
      event.kind,
      event.message ?? null,
      event.from ?? null,
      event.to ?? null,
      event.attempt ?? null,
      event.by ?? null,
      JSON.stringify(event.detail),
      hash,
    ],
  );
  return { sequence, hash };
}

export async function readEvents(sql: Sql): Promise<LedgerEvent[]> {
  return (await sql.all('SELECT * FROM event ORDER BY sequence')).map(eventOf);
}

/** The hash of one row; undefined if there is no such row. */
export async function hashAt(sql: Sql, sequence: number): Promise<string | undefined> {
  const [row] = await sql.all('SELECT hash FROM event WHERE sequence = ?', [sequence]);
  return row && String(row.hash);
}

function eventOf(row: Row): LedgerEvent {
  const { letter, from_state: from, to_state: to, attempt, actor } = row;
  return {
    sequence: Number(row.sequence),
    at: dateOf(row.at),
    kind: String(row.kind),
    ...(letter != null && { message: String(letter) }),
    ...(from != null && { from: from as MessageState }),
    ...(to != null && { to: to as MessageState }),
    ...(attempt != null && { attempt: Number(attempt) }),
    ...(actor != null && { by: String(actor) }),
    detail: parsed<Record<string, string>>(row.detail) ?? {},
    hash: String(row.hash),
  };
}

/** The first row whose number or hash does not follow from the one before. */
export function firstBrokenLink(
  ledger: string,
  events: readonly LedgerEvent[],
): LedgerEvent | undefined {
  let previous = ledger;
  return events.find((event, index) => {
    const expected = chainHash(previous, event);
    previous = event.hash;
    return event.sequence !== index + 1 || event.hash !== expected;
  });
}
