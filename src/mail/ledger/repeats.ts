/** Whether a mailbox would get a letter twice, whatever the rows of the lists are called by now. */
import type { MessageRecord } from '../model.ts';
import { recordOf } from './rows.ts';
import { placeholders, type Row, type Sql } from './sql.ts';
import { MAY_HAVE_ARRIVED } from './states.ts';

/** The mailbox has had the letter, or may have, by another message. */
export class RepeatError extends Error {
  override readonly name = 'RepeatError';
}

/** What is sent where. */
export type Sending = Pick<MessageRecord, 'key' | 'mailbox' | 'addressee' | 'person' | 'formerly'>;

/**
 * A circular is one letter for all. Personal letters differ by whom they address: copies of two of them, to the office that
 * serves both, are two letters. Where it is not known, they count as one.
 */
export function isSameSending(a: Sending, b: Sending): boolean {
  const isSameLetter =
    a.key.letter === b.key.letter ||
    (a.formerly?.includes(b.key.letter) ?? false) ||
    (b.formerly?.includes(a.key.letter) ?? false);
  const differ = a.addressee && b.addressee && a.addressee !== b.addressee;
  return isSameLetter && a.mailbox === b.mailbox && !differ;
}

/**
 * Must be asked in the transaction that opens the gate, with the history locked: of two messages to one mailbox the
 * second then finds the first.
 * @throws RepeatError
 */
export async function refuseRepeat(sql: Sql, row: Row): Promise<void> {
  const message = recordOf(row);
  const others = await sql.all(
    `SELECT * FROM letter WHERE mailbox = ? AND id <> ?
     AND state IN (${placeholders(MAY_HAVE_ARRIVED.length)})`,
    [message.mailbox, message.id, ...MAY_HAVE_ARRIVED],
  );
  const repeated = others
    .map(recordOf)
    .find((other) => !message.beside?.includes(other.id) && isSameSending(message, other));
  if (repeated) throw new RepeatError(hasHad(message.address, repeated));
}

/** In words; whether it is certain depends on the state. */
export function hasHad(address: string, { id, key, state, acceptedAt }: MessageRecord): string {
  const when = acceptedAt ? ` ${acceptedAt.toISOString().slice(0, 10)}` : '';
  const had = state === 'accepted' || state === 'delayed' ? 'has had' : 'may have had';
  return `${address} ${had} the letter "${key.letter}" as ${id} (${state}${when})`;
}
