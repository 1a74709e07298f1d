/** Sends one message at a time over a pool of connections. The only code that knows nodemailer. */
import { pipeline } from 'node:stream';
import { createTransport, type SendMailOptions, type SMTPPoolOptions } from 'nodemailer';
import type { FrozenMessage, SignIn, TransportSettings } from '../model.ts';
import { Gate, type GateKeeper, MismatchError } from './gate.ts';
import { connectionOptions } from './security.ts';

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

type GatedMail = SendMailOptions & { readonly frozen: FrozenMessage; readonly keeper: GateKeeper };

/** @param connections most at once */
export function openMailer(settings: TransportSettings, connections: number): Mailer {
  const transporter = createTransport(poolOptions(settings, connections));
  const signIn = settings.signIn;
  if (signIn?.method === 'xoauth2') {
    transporter.set('oauth2_provision_cb', (_user, _renew, done) => {
      signIn.token().then((token) => done(null, token), done);
    });
  }
  transporter.use('stream', (mail, done) => {
    const { frozen, keeper } = mail.data as GatedMail;
    if (!isApprovedEnvelope(mail.message.getEnvelope(), frozen)) {
      return done(new MismatchError('the envelope is not the one that was approved'));
    }
    // The last stage, behind everything that reads ahead: see Gate.
    mail.message.processFunc((input) => {
      const gate = new Gate(keeper);
      // Errors reach nodemailer through the gate itself.
      pipeline(input, gate, () => {});
      return gate;
    });
    done();
  });
  return {
    async send(message, bytes, keeper, signal) {
      const mail: GatedMail = { ...mailOf(message, bytes), signal, frozen: message, keeper };
      const { response, ehlo = [] } = await transporter.sendMail(mail);
      return { reply: response, dsn: ehlo.includes('DSN') };
    },
    close: () => transporter.close(),
  };
}

function poolOptions(
  settings: TransportSettings,
  connections: number,
): SMTPPoolOptions & { pool: true } {
  return {
    ...connectionOptions(settings),
    ...(settings.signIn && { auth: authOf(settings.signIn), forceAuth: true }),
    pool: true,
    maxConnections: connections,
    // Only the ledger decides what is sent again.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  };
}

function authOf(signIn: SignIn): NonNullable<SMTPPoolOptions['auth']> {
  return signIn.method === 'password'
    ? { user: signIn.user, pass: signIn.password }
    : { type: 'OAuth2', user: signIn.user };
}

function mailOf({ envelope, messageId }: FrozenMessage, raw: Buffer): SendMailOptions {
  const ascii = isAscii(envelope.to);
  return {
    envelope: { from: envelope.from, to: [envelope.to] },
    raw,
    dsn: {
      id: envelopeId(messageId),
      return: 'headers',
      notify: ['failure', 'delay'],
      ...(ascii && { recipient: `rfc822;${envelope.to}` }),
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

/** nodemailer parses addresses once more: what it found must be what was approved, to the letter. */
function isApprovedEnvelope(
  envelope: { readonly from?: unknown; readonly to: readonly string[] },
  frozen: FrozenMessage,
): boolean {
  const [to, ...others] = envelope.to;
  return envelope.from === frozen.envelope.from && to === frozen.envelope.to && others.length === 0;
}
