/** What the parts of mailing hand to each other. Types only. */
import type { Language } from '../model.ts';

/** To whom a message goes: the recipient, or the nth of those who get a copy. */
export type Role = 'to' | `cc${number}`;

/** Names a message for ever: the same key is never mailed twice. */
export interface MessageKey {
  readonly letter: string;
  readonly recipient: string;
  readonly language: Language;
  readonly role: Role;
}

export interface Envelope {
  readonly from: string;
  /** One recipient, as SMTP gets it (domain in punycode). */
  readonly to: string;
}

/** A message as it was approved; sending it again gives the same bytes. */
export interface FrozenMessage {
  readonly key: MessageKey;
  /** With angle brackets. */
  readonly messageId: string;
  readonly envelope: Envelope;
  /** The address as the list gives it and as approval showed it. */
  readonly address: string;
  /** Path of the .eml, relative to the ledger's folder. */
  readonly file: string;
  /** SHA-256 of the .eml's bytes, hexadecimal. */
  readonly digest: string;
  /** SHA-256 of the attached PDF, hexadecimal. */
  readonly pdfDigest: string;
  readonly subject: string;
}

/** States of a message and the events that lead to them: see docs in ledger.ts. */
export type MessageState =
  | 'queued'
  | 'sending'
  | 'committing'
  | 'accepted'
  | 'deferred'
  | 'rejected'
  | 'unknown'
  | 'held'
  | 'bounced'
  | 'delayed';
