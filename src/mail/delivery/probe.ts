/** Asks a server what it can do, without sending anything. */
import { TLSSocket } from 'node:tls';
import type { SignIn, TransportSettings } from '../model.ts';
import { connect, logIn } from './session.ts';
import type { StrictConnection } from './strict-connection.ts';

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
  { signIn, signal }: ProbeOptions = {},
): Promise<Probe> {
  const connection = await connect(settings, signal);
  try {
    return await look(connection, signIn ? settings.signIn : undefined, signal);
  } finally {
    connection.close();
  }
}

async function look(
  connection: StrictConnection,
  signIn: SignIn | undefined,
  signal: AbortSignal | undefined,
): Promise<Probe> {
  const ehlo = String(connection.lastServerResponse);
  const lines = ehlo.split('\n').map((line) => line.replace(/^\d+[ -]/, '').trim());
  const { _socket: socket } = connection;
  const tls = socket instanceof TLSSocket ? (socket.getProtocol() ?? undefined) : undefined;
  if (signIn) await logIn(connection, signIn, signal);
  return { extensions: lines.slice(1), tls, signedIn: signIn !== undefined };
}
