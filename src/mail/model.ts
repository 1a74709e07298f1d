/** What the parts of mailing hand to each other. Types only. */
import type { Language } from '../model.ts';

/**
 * To whom a message goes: the recipient, or a mailbox that gets a copy. `to/2` is the second message under one name: for
 * another person, or sent again because somebody said so. `cc1`, `cc2` stand in ledgers of earlier versions.
 */
export type Role = 'to' | `cc:${string}` | `to/${number}` | `cc${number}`;

/** Names a message for ever: the same key is never mailed twice. */
export interface MessageKey {
  readonly letter: string;
  readonly recipient: string;
  readonly language: Language;
  readonly role: Role;
}

export interface Envelope {
  readonly from: string;
  /** One recipient, as SMTP gets it: the domain in punycode and in small letters, else it is held. */
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
  /** Name of the recipient as the list had it. This and what follows is absent in ledgers of earlier versions. */
  readonly person?: string;
  /** The mailbox of the one whom a personal letter addresses, see `mailboxName`; empty for a circular, which is one for all. */
  readonly addressee?: string;
  /** Ids that the letter had before, where the edition has given it another. */
  readonly formerly?: readonly string[];
  /** Other messages that bring the letter to the same mailbox, and that the one who approved knew of. */
  readonly beside?: readonly string[];
}

/** States of a message; what leads from one to the next is the table of ledger/states.ts. */
export const MESSAGE_STATES = [
  'queued',
  'sending',
  'committing',
  'accepted',
  'deferred',
  'rejected',
  'unknown',
  'held',
  'bounced',
  'delayed',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** A message and what has become of it so far. */
export interface MessageRecord extends FrozenMessage {
  /** `letter/recipient/language/role`: what a person types to name it. */
  readonly id: string;
  /** Where it goes, however the address is written: see `mailboxName`. */
  readonly mailbox: string;
  /** Hash of the approval that it is sent under. */
  readonly approval: string;
  readonly state: MessageState;
  /** Attempts begun, the one under way included. */
  readonly attempts: number;
  /** When a deferred message is due again. */
  readonly notBefore?: Date;
  /** The server's or our own last words on it. */
  readonly reply?: string;
  /** Whether the server that accepted it promised to report failures (RFC 3461). */
  readonly dsn?: boolean;
  readonly acceptedAt?: Date;
  readonly changedAt: Date;
}

export interface Approval {
  /** Over the sorted (id, envelope, digest) of all that was shown. */
  readonly hash: string;
  readonly by: string;
  readonly at: Date;
  /** Digest of the edition's inputs. */
  readonly edition: string;
}

/** An approval with what was approved. */
export interface ApprovedBatch extends Approval {
  readonly messages: readonly FrozenMessage[];
  /** Why a mailbox gets its letter once more, by the message's id. */
  readonly again?: Readonly<Record<string, string>>;
}

/** What the ledger made of an approval. */
export interface ApprovalResult {
  /** Ids that are queued now. */
  readonly queued: readonly string[];
  /** Left out, because they have been sent, may have been, or are being sent. */
  readonly left: readonly { readonly id: string; readonly state: MessageState }[];
}

/** One row of the history; none is ever changed, and each is hashed with the one before. */
export interface LedgerEvent {
  /** 1, 2, 3 … */
  readonly sequence: number;
  readonly at: Date;
  readonly kind: string;
  readonly message?: string;
  readonly from?: MessageState;
  readonly to?: MessageState;
  readonly attempt?: number;
  /** The run, or the person, that made the change. */
  readonly by?: string;
  readonly detail: Readonly<Record<string, string>>;
  readonly hash: string;
}

export type ChainCheck =
  | { readonly ok: true; readonly events: number }
  | { readonly ok: false; readonly at: number; readonly reason: string };

export interface MessageFilter {
  readonly approval?: string;
  readonly state?: MessageState;
}

/** A report of non-delivery or delay, as a mail system sent it (RFC 3464). */
export interface Bounce {
  readonly kind: 'bounced' | 'delayed';
  /** Enhanced status code, e.g. 5.1.1. */
  readonly status: string;
  readonly diagnostic: string;
  /** The file it was read from. */
  readonly source: string;
}

/**
 * The history of an edition's mail. Problems that a user can solve are thrown as UserError; anything
 * else that a method throws means that nothing was recorded.
 */
export interface Ledger {
  readonly id: string;
  /** Queues the messages, but for those that are accepted, unknown, bounced or under way. */
  recordApproval(approval: ApprovedBatch): Promise<ApprovalResult>;
  approval(hash: string): Promise<Approval | undefined>;
  approvals(): Promise<readonly Approval[]>;
  /** In the order of approval. */
  messages(filter?: MessageFilter): Promise<readonly MessageRecord[]>;
  message(id: string): Promise<MessageRecord | undefined>;
  events(): Promise<readonly LedgerEvent[]>;
  verifyChain(): Promise<ChainCheck>;
  /** Settles by a person's word what the ledger cannot know. */
  resolve(
    id: string,
    verdict: 'delivered' | 'resend',
    reason: string,
    by: string,
  ): Promise<MessageRecord>;
  /** Keeps a message from being sent until it is approved again. */
  hold(id: string, reason: string, by: string): Promise<MessageRecord>;
  recordBounce(id: string, bounce: Bounce): Promise<MessageRecord>;
  /** Begins to send: one run at a time where the ledger is a file. `deliver` calls it. */
  beginRun(options?: { readonly isTest?: boolean }): Promise<Run>;
  close(): Promise<void>;
}

/** A message in the hands of a run. */
export interface Claim {
  readonly message: MessageRecord;
  readonly attempt: number;
  /** How often a server has put it off. */
  readonly deferrals: number;
  /** When it was first tried, in milliseconds since 1970. */
  readonly firstTried: number;
}

/** What an attempt came to; see ledger/states.ts. */
export type AttemptEvent =
  | 'accept'
  | 'defer'
  | 'reject'
  | 'lose'
  | 'refuse'
  | 'mismatch'
  | 'repeat';

export interface AttemptResult {
  readonly event: AttemptEvent;
  /** What is recorded of it, without secrets. */
  readonly reply: string;
  /** For `defer`. */
  readonly notBefore?: number;
  /** For `accept`. */
  readonly dsn?: boolean;
}

/** The ledger's side of sending. Times are milliseconds since 1970. */
export interface Run {
  readonly owner: string;
  /** The next message that is due, now `sending`. */
  claim(approval: string, exceptDomains: readonly string[]): Promise<Claim | undefined>;
  /**
   * Marks the message `committing`, durably. When it returns, SMTP's final dot may go out.
   * @throws FencedError if the message is no longer in the hands of this attempt
   * @throws RepeatError if its mailbox has had the letter under another name
   */
  openGate(claim: Claim): Promise<void>;
  /** The new state, or undefined if the message is no longer in the hands of this attempt. */
  settle(claim: Claim, result: AttemptResult): Promise<MessageState | undefined>;
  /** When the next deferred message is due. */
  nextDue(approval: string): Promise<number | undefined>;
  /** The attempts begun since a moment: when, and to which domain. */
  attemptsSince(time: number): Promise<readonly { readonly at: number; readonly domain: string }[]>;
  end(): Promise<void>;
}

/** Counts by state of an approval's messages when a run ended. */
export interface DeliveryReport {
  readonly accepted: number;
  readonly rejected: number;
  readonly unknown: number;
  readonly held: number;
  readonly deferred: number;
  readonly queued: number;
  /** Why the run ended before its work was done. */
  readonly stopped?: { readonly code: StopCode; readonly reason: string };
  /** Whether sending the same approval again would go on. */
  readonly resumable: boolean;
}

export type StopCode =
  | 'interrupted'
  | 'limit-reached'
  | 'quiet-hours'
  | 'waiting'
  | 'sign-in-failed'
  | 'insecure-connection'
  | 'server-refused'
  | 'too-many-rejections'
  | 'connection-failures'
  | 'message-changed'
  | 'smtputf8-missing'
  | 'ledger-failed';

/** How to reach the server. Made from WSIS_SMTP_* by delivery/server.ts; never from a file of the edition. */
export interface TransportSettings {
  readonly host: string;
  readonly port: number;
  /** `none` is for a test server on this machine only. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly signIn?: SignIn;
  /** What EHLO says; default this machine's name. */
  readonly name?: string;
  /** Certificates (PEM) to trust instead of the system's. */
  readonly ca?: string;
  /** Named by the user as a test: only then may a server on loopback go without TLS, or with a certificate of its own. */
  readonly testServer?: boolean;
  /** Milliseconds that the server may take to answer; default five minutes. */
  readonly timeout?: number;
}

export type SignIn =
  | { readonly method: 'password'; readonly user: string; readonly password: string }
  | {
      readonly method: 'xoauth2';
      readonly user: string;
      /** A new access token each time: tokens live for an hour. */
      readonly token: () => Promise<string>;
    };

/** Hours of the day without sending, e.g. 22:00 to 07:00; they may reach over midnight. */
export interface QuietHours {
  /** `HH:MM` */
  readonly from: string;
  readonly until: string;
  /** IANA name, e.g. `Africa/Nairobi`. */
  readonly zone: string;
}

export interface Limits {
  /** Most connections at once. */
  readonly connections: number;
  /** Most attempts in any minute. */
  readonly perMinute?: number;
  /** Most attempts in any minute to one domain. */
  readonly perDomainPerMinute?: number;
  /** Most attempts in any 24 hours, earlier runs included. */
  readonly perDay?: number;
  /** Most messages in this run. */
  readonly messages?: number;
  readonly quietHours?: QuietHours;
  /** Minutes to wait after the first, second … 4xx; the last one repeats. Default 1, 5, 15, 60. */
  readonly backoff?: readonly number[];
  /** Hours after which a message that is still deferred counts as rejected. Default 48. */
  readonly giveUpAfter?: number;
  /** Whether the run stays until deferred messages are due and quiet hours are over. Default true. */
  readonly wait?: boolean;
}

export interface Progress {
  /** Messages of the approval with a final state, and all that this run may send. */
  readonly done: number;
  readonly total: number;
  readonly inFlight: number;
  /** By the rate so far and the limits; undefined before the first answer. */
  readonly millisecondsLeft?: number;
  /** What the run is waiting for. */
  readonly waiting?: { readonly for: WaitReason; readonly until: Date };
  /** The message that has just got a new state. */
  readonly message?: MessageRecord;
}

export type WaitReason = 'rate' | 'quiet-hours' | 'backoff' | 'pause';

export interface DeliveryOptions {
  /** Hash of the approval. */
  readonly approval: string;
  /** The ledger's folder: paths of messages are relative to it. */
  readonly folder: string;
  readonly transport: TransportSettings;
  readonly limits: Limits;
  /** Claims no more, and finishes what is in flight. */
  readonly signal: AbortSignal;
  /** Gives up what is in flight as well. */
  readonly abort?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly clock?: Clock;
}

/** Time, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves at a moment, or as soon as the signal aborts. */
  sleepUntil(time: number, signal: AbortSignal): Promise<void>;
}
