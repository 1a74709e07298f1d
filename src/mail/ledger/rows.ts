/** Rows of the table `letter` to messages and back. */
import { createHash } from 'node:crypto';
import { mailboxName } from '../../data/schema/mailbox.ts';
import type { Language } from '../../model.ts';
import type { FrozenMessage, MessageKey, MessageRecord, MessageState, Role } from '../model.ts';
import { dateOf, parsed, type Row, type Value } from './sql.ts';

/** What a person types to name a message, and the key of its row. Only the role, which stands last, may contain a slash. */
export function messageName(key: MessageKey): string {
  return [key.letter, key.recipient, key.language, key.role].join('/');
}

export function isCopy(role: Role): boolean {
  return role.startsWith('cc');
}

/** The role without its number; a copy is named by its mailbox, also where an earlier version counted copies. */
export function plainRole(role: Role, mailbox: string): Role {
  return isCopy(role) ? `cc:${mailbox}` : 'to';
}

/** 1 for the first message under a name, 2 for `to/2`. No domain ends in a slash and a number. */
export function generationOf(role: Role): number {
  return Number(/\/(\d+)$/.exec(role)?.[1] ?? 1);
}

/** The domain of an address in the envelope, for the limits per domain. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Columns that an approval sets; the others tell what has become of the message. */
export function frozenColumns(message: FrozenMessage): Readonly<Record<string, Value>> {
  const { key, envelope } = message;
  return {
    letter: key.letter,
    recipient: key.recipient,
    language: key.language,
    role: key.role,
    message_id: message.messageId,
    envelope_from: envelope.from,
    envelope_to: envelope.to,
    domain: domainOf(envelope.to),
    address: message.address,
    file: message.file,
    digest: message.digest,
    pdf_digest: message.pdfDigest,
    subject: message.subject,
    person: message.person ?? null,
    addressee: message.addressee ?? null,
    beside: message.beside ? JSON.stringify(message.beside) : null,
    formerly: message.formerly ? JSON.stringify(message.formerly) : null,
  };
}

/** Stands in the history for all that was approved of a message; what an earlier version did not know is left out. */
export function fingerprint(message: FrozenMessage): string {
  const known = Object.values(frozenColumns(message)).filter((value) => value !== null);
  return createHash('sha256').update(JSON.stringify(known)).digest('hex');
}

/** What was approved of a message, without what has become of it. */
export function frozenPart(message: FrozenMessage): FrozenMessage {
  return frozenOf(frozenColumns(message));
}

export function recordOf(row: Row): MessageRecord {
  const { not_before: notBefore, reply, dsn, accepted_at: acceptedAt } = row;
  return {
    ...frozenOf(row),
    id: text(row, 'id'),
    // A reader does not bring a ledger of an earlier version up to this one.
    mailbox: row.mailbox == null ? mailboxName(text(row, 'envelope_to')) : text(row, 'mailbox'),
    approval: text(row, 'approval'),
    state: text(row, 'state') as MessageState,
    attempts: Number(row.attempt),
    ...(row.state === 'deferred' && { notBefore: dateOf(notBefore) }),
    ...(reply != null && { reply: String(reply) }),
    ...(dsn != null && { dsn: Number(dsn) === 1 }),
    ...(acceptedAt != null && { acceptedAt: dateOf(acceptedAt) }),
    changedAt: dateOf(row.changed_at),
  };
}

function frozenOf(row: Row): FrozenMessage {
  const { person, addressee, beside, formerly } = row;
  return {
    key: {
      letter: text(row, 'letter'),
      recipient: text(row, 'recipient'),
      language: text(row, 'language') as Language,
      role: text(row, 'role') as Role,
    },
    messageId: text(row, 'message_id'),
    envelope: { from: text(row, 'envelope_from'), to: text(row, 'envelope_to') },
    address: text(row, 'address'),
    file: text(row, 'file'),
    digest: text(row, 'digest'),
    pdfDigest: text(row, 'pdf_digest'),
    subject: text(row, 'subject'),
    ...(person != null && { person: String(person) }),
    ...(addressee != null && { addressee: String(addressee) }),
    ...(beside != null && { beside: parsed<string[]>(beside) ?? [] }),
    ...(formerly != null && { formerly: parsed<string[]>(formerly) ?? [] }),
  };
}

function text(row: Row, column: string): string {
  return String(row[column]);
}
