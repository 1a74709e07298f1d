/** Sends messages, each over a connection that no other uses at the time. Never sends anything again: that is for the ledger. */
import { pipeline, Readable } from 'node:stream';
import type { SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import { isEnvelopeAddress } from '../envelope.ts';
import type { FrozenMessage, TransportSettings } from '../model.ts';
import { Gate, type GateKeeper, MismatchError } from './gate.ts';
import { connect, logIn, Session } from './session.ts';

export interface Sent {
  /** The server's words. */
  readonly reply: string;
  /** Whether it offers delivery status notifications. */
  readonly dsn: boolean;
}

export interface Mailer {
  /** @throws SmtpFailure (outcome.ts), or what the keeper of the gate threw */
  send(
    message: FrozenMessage,
    bytes: Buffer,
    keeper: GateKeeper,
    signal: AbortSignal,
  ): Promise<Sent>;
  close(): void;
}

/** Has at most as many connections as messages are sent at once. */
export function openMailer(settings: TransportSettings): Mailer {
  const idle: Session[] = [];
  return {
    async send(message, bytes, keeper, signal) {
      const envelope = envelopeOf(message);
      const session = (await takeIdle(idle, signal)) ?? (await open(settings, signal));
      try {
        const sent = await session.send(envelope, gated(bytes, keeper), signal);
        return { reply: sent.response, dsn: sent.ehlo?.includes('DSN') ?? false };
      } finally {
        // One that has ended is noticed when it is taken.
        idle.push(session);
      }
    },
    close() {
      for (const session of idle.splice(0)) void session.quit();
    },
  };
}

async function takeIdle(idle: Session[], signal: AbortSignal): Promise<Session | undefined> {
  for (let session = idle.pop(); session; session = idle.pop()) {
    if (await session.renew(signal)) return session;
  }
  return undefined;
}

async function open({ signIn, ...settings }: TransportSettings, signal: AbortSignal) {
  const connection = await connect(settings, signal);
  try {
    if (signIn) await logIn(connection, signIn, signal);
    return new Session(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}

function gated(bytes: Buffer, keeper: GateKeeper): Gate {
  const gate = new Gate(keeper);
  // Not `gate.end(bytes)`: what has been ended hands everything on without waiting, and the gate would open too soon.
  // Errors reach nodemailer through the gate itself.
  pipeline(Readable.from(pieces(bytes)), gate, () => {});
  return gate;
}

/** So small, little waits behind the gate when it opens, and a connection that is lost before leaves no doubt. */
const PIECE = 16_384;

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE) {
    yield bytes.subarray(start, start + PIECE);
  }
}

/** One plain mailbox, as it was approved: what has blanks or commas in it, servers would read as something else. */
function envelopeOf({ envelope: { from, to }, messageId }: FrozenMessage): SMTPEnvelope {
  if (!isEnvelopeAddress(from) || !isEnvelopeAddress(to)) {
    throw new MismatchError('an address of the envelope is not a plain mailbox');
  }
  return {
    from,
    to: [to],
    dsn: {
      id: envelopeId(messageId),
      return: 'headers',
      notify: ['failure', 'delay'],
      ...(isAscii(to) && { recipient: `rfc822;${to}` }),
    },
  };
}

/** ENVID: what a report of non-delivery names the message by (RFC 3461, 4.4). */
export function envelopeId(messageId: string): string {
  return messageId.replace(/^<|>$/g, '');
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them
  return /^[\x00-\x7f]*$/.test(text);
}

/** Whether only a server with SMTPUTF8 (RFC 6531) can take the message. */
export function needsSmtpUtf8({ envelope }: FrozenMessage): boolean {
  return !isAscii(envelope.from) || !isAscii(envelope.to);
}
