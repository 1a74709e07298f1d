/** A session with the server, in promises: connected, secured, signed in. Settings and secrets go no further. */
import type { SMTPConnectionSendInfo, SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { SignIn, TransportSettings } from '../model.ts';
import type { Gate } from './gate.ts';
import type { SmtpFailure } from './outcome.ts';
import { connectionOptions } from './security.ts';
import { StrictConnection } from './strict-connection.ts';

/** Some servers end a session after a number of messages of their own; so many are borne by most. */
const MOST_MESSAGES = 100;
/** Milliseconds that a server has for its answer to QUIT. */
const GOODBYE = 1000;
/** nodemailer's codes where the server refused a message, and the session goes on. */
const REFUSED = /^(EENVELOPE|EMESSAGE)$/;

type Done<T> = (error?: Error | null, result?: T) => void;

/** Connects and secures. @throws SmtpFailure (outcome.ts) */
export async function connect(
  settings: TransportSettings,
  signal?: AbortSignal,
): Promise<StrictConnection> {
  const connection = new StrictConnection(connectionOptions(settings));
  try {
    await step<void>(connection, signal, (done) => connection.connect(done));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** By what the settings have, whatever the server offers: a letter goes to nobody who does not know us. @throws SmtpFailure */
export async function logIn(
  connection: StrictConnection,
  signIn: SignIn,
  signal?: AbortSignal,
): Promise<void> {
  const auth =
    signIn.method === 'password'
      ? { user: signIn.user, pass: signIn.password }
      : { user: signIn.user, method: 'XOAUTH2', oauth2: tokenHolder(signIn) };
  await step(connection, signal, (done) => connection.login(auth, done));
}

function tokenHolder({ user, token }: Extract<SignIn, { method: 'xoauth2' }>): XOAuth2 {
  return new XOAuth2({
    user,
    provisionCallback: (_user, _renew, done) => {
      token().then((fresh) => done(null, fresh), done);
    },
  });
}

/** One thing that the connection is asked to do. Ends with it, with the connection, or with the signal, which closes it. */
async function step<T>(
  connection: StrictConnection,
  signal: AbortSignal | undefined,
  begin: (done: Done<T>) => void,
): Promise<T> {
  let settle = (): void => {};
  const result = new Promise<T>((resolve, reject) => {
    // A connection that the server closes says so first, and gives its reason after.
    const onEnd = (): void => void setImmediate(reject, new Error('the connection was closed'));
    const onAbort = (): void => {
      reject(new Error('sending was given up'));
      connection.close();
    };
    connection.once('error', reject).once('end', onEnd);
    signal?.addEventListener('abort', onAbort);
    settle = () => {
      connection.off('error', reject).off('end', onEnd);
      signal?.removeEventListener('abort', onAbort);
    };
    if (signal?.aborted) return onAbort();
    begin((error, value) => (error ? reject(error) : resolve(value as T)));
  });
  return result.finally(settle);
}

/** A connection that sends one message after another. */
export class Session {
  readonly #connection: StrictConnection;
  #messages = 0;
  #isRefused = false;

  constructor(connection: StrictConnection) {
    this.#connection = connection;
  }

  /** @throws SmtpFailure, or what the gate failed with */
  async send(
    envelope: SMTPEnvelope,
    gate: Gate,
    signal: AbortSignal,
  ): Promise<SMTPConnectionSendInfo> {
    this.#messages += 1;
    try {
      return await step<SMTPConnectionSendInfo>(this.#connection, signal, (done) =>
        this.#connection.send(envelope, gate, done),
      );
    } catch (error) {
      this.#isRefused = isRefusal(error as SmtpFailure);
      if (!this.#isRefused) this.#connection.close();
      throw error;
    }
  }

  /** Whether it can take a further message; makes it ready, or ends it. */
  async renew(signal: AbortSignal): Promise<boolean> {
    const connection = this.#connection;
    if (!connection.isOpen) return false;
    if (this.#messages >= MOST_MESSAGES) {
      await this.quit();
      return false;
    }
    if (!this.#isRefused) return true;
    this.#isRefused = false;
    const reset = step<boolean>(connection, signal, (done) => connection.reset(done));
    return reset.catch(() => {
      connection.close();
      return false;
    });
  }

  /** Ends it as RFC 5321, 4.1.1.10, asks, and soon. */
  async quit(): Promise<void> {
    const connection = this.#connection;
    if (!connection.isOpen) return connection.close();
    await new Promise<void>((closed) => {
      const timer = setTimeout(() => connection.close(), GOODBYE);
      connection.once('end', () => {
        clearTimeout(timer);
        closed();
      });
      connection.quit();
    });
  }
}

function isRefusal({ code = '', responseCode }: SmtpFailure): boolean {
  return REFUSED.test(code) && responseCode !== undefined && responseCode !== 421;
}
