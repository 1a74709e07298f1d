/** An SMTP server on this machine that takes every letter and sends none on, with a page to look at them. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { answerInbox } from './inbox-page.ts';

export interface Captured {
  /** 1, 2, 3 … in the order of arrival. */
  readonly number: number;
  readonly at: Date;
  /** The envelope. */
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
}

export interface TestServer {
  readonly smtpPort: number;
  readonly inboxPort: number;
  /** The newest last. */
  readonly messages: readonly Captured[];
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** 0: any that is free. Default 2525. */
  readonly smtpPort?: number;
  /** 0: any that is free. Default 8025. */
  readonly inboxPort?: number;
  readonly onMessage?: (message: Captured) => void;
}

const HOST = '127.0.0.1';
/** Older ones are forgotten. */
const MOST = 5000;

/** What addresses ask for, so that every end of a letter can be tried: `name+reject@example.org`. */
const WISHES: Readonly<Record<string, number | 'drop'>> = { reject: 550, defer: 450, drop: 'drop' };

/** Listens on loopback only. @throws NodeJS.ErrnoException if a port is taken */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const messages: Captured[] = [];
  let count = 0;
  const keep = (message: Omit<Captured, 'number'>): void => {
    count += 1;
    const captured = { ...message, number: count };
    messages.push(captured);
    if (messages.length > MOST) messages.shift();
    options.onMessage?.(captured);
  };
  const smtp = smtpServer(keep);
  const inbox = createServer((request, response) => answerInbox(request, response, messages));
  smtp.listen(options.smtpPort ?? 2525, HOST);
  await once(smtp.server, 'listening');
  inbox.listen(options.inboxPort ?? 8025, HOST);
  await once(inbox, 'listening');
  return {
    smtpPort: portOf(smtp.server),
    inboxPort: portOf(inbox),
    messages,
    close: () => close(smtp, inbox),
  };
}

function portOf(server: { address(): string | AddressInfo | null }): number {
  return (server.address() as AddressInfo).port;
}

async function close(smtp: SMTPServer, inbox: Server): Promise<void> {
  inbox.closeAllConnections();
  for (const { _socket } of smtp.connections) _socket.destroy();
  await Promise.all([
    new Promise<void>((closed) => smtp.close(closed)),
    new Promise((closed) => inbox.close(closed)),
  ]);
}

function smtpServer(keep: (message: Omit<Captured, 'number'>) => void): SMTPServer {
  const server: SMTPServer = new SMTPServer({
    name: 'wsis-letters-test',
    // On loopback, TLS would only ask for a certificate that nobody can vouch for.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    hideDSN: false,
    logger: false,
    // Whoever signs in is let in, and the password is not looked at.
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onRcptTo: ({ address }, _session, done) => {
      const wish = wishOf(address);
      done(typeof wish === 'number' ? refusal(wish) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (wishOf(envelopeOf(session).to) === 'drop') return dropConnection(server, session);
        void capture(Buffer.concat(chunks), session, keep).then(() => done(), done);
      });
    },
  });
  // A client that goes away is no trouble of this server.
  server.on('error', () => {});
  return server;
}

async function capture(
  raw: Buffer,
  session: SMTPServerSession,
  keep: (message: Omit<Captured, 'number'>) => void,
): Promise<void> {
  keep({ ...envelopeOf(session), at: new Date(), raw, parsed: await simpleParser(raw) });
}

function envelopeOf({ envelope }: SMTPServerSession): { from: string; to: string } {
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  return { from, to: envelope.rcptTo.map(({ address }) => address).join(', ') };
}

function wishOf(address: string): number | 'drop' | undefined {
  const [, wish = ''] = /\+(\w+)@/.exec(address) ?? [];
  return WISHES[wish];
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('as the address asks'), { responseCode });
}

function dropConnection(server: SMTPServer, session: SMTPServerSession): void {
  [...server.connections].find(({ id }) => id === session.id)?._socket.destroy();
}
