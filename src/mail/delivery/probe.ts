/** Asks a server what it can do, without sending anything. */
import { TLSSocket } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { SignIn, TransportSettings } from '../model.ts';
import { connectionOptions } from './security.ts';

export interface Probe {
  /** What EHLO answered, after TLS: `SIZE 35882577`, `DSN` … */
  readonly extensions: readonly string[];
  /** E.g. TLSv1.3; undefined without TLS. */
  readonly tls: string | undefined;
  readonly signedIn: boolean;
}

export interface ProbeOptions {
  /** Signs in too, where the settings have the means. */
  readonly signIn?: boolean;
  readonly signal?: AbortSignal;
}

/** @throws SmtpFailure (outcome.ts) */
export async function probe(
  settings: TransportSettings,
  options: ProbeOptions = {},
): Promise<Probe> {
  const connection = new SMTPConnection(connectionOptions(settings));
  const close = (): void => connection.close();
  options.signal?.addEventListener('abort', close, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      connection.once('error', reject);
      connection.once('end', () => reject(new Error('the server closed the connection')));
      connection.connect((error) => {
        if (error) reject(error);
        else look(connection, options.signIn ? settings.signIn : undefined).then(resolve, reject);
      });
    });
  } finally {
    options.signal?.removeEventListener('abort', close);
    close();
  }
}

async function look(connection: SMTPConnection, signIn: SignIn | undefined): Promise<Probe> {
  const ehlo = String(connection.lastServerResponse);
  const lines = ehlo.split('\n').map((line) => line.replace(/^\d+[ -]/, '').trim());
  const { _socket: socket } = connection;
  const tls = socket instanceof TLSSocket ? (socket.getProtocol() ?? undefined) : undefined;
  if (signIn) await logIn(connection, signIn);
  return { extensions: lines.slice(1), tls, signedIn: signIn !== undefined };
}

async function logIn(connection: SMTPConnection, signIn: SignIn): Promise<void> {
  const auth =
    signIn.method === 'password'
      ? { user: signIn.user, pass: signIn.password }
      : { user: signIn.user, method: 'XOAUTH2', oauth2: await tokenHolder(signIn) };
  await new Promise<void>((resolve, reject) => {
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}

async function tokenHolder(signIn: Extract<SignIn, { method: 'xoauth2' }>): Promise<XOAuth2> {
  return new XOAuth2({ user: signIn.user, accessToken: await signIn.token() });
}
