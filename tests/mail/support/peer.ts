/** An SMTP server on loopback that misbehaves as it is told. */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** Where a session stands when something goes wrong. */
export type Stage = 'connect' | 'mail' | 'rcpt' | 'data' | 'dot';
/** What goes wrong there. `keep-drop` keeps the message before it drops the connection; a promise is waited for. */
export type Trouble =
  | Promise<void>
  | number
  | 'drop'
  | 'keep-drop'
  | 'silence'
  | 'slow'
  | 'trickle'
  | 'early-550';
export interface Fault {
  readonly at: Stage;
  readonly trouble: Trouble;
  /** How many times; default always. */
  readonly times?: number;
}

export interface Delivered {
  readonly to: string;
  readonly from: string;
  readonly bytes: Buffer;
  readonly envid: string | null | undefined;
  readonly secure: boolean;
}

export interface Peer {
  readonly port: number;
  /** What this server has taken responsibility for. */
  readonly delivered: readonly Delivered[];
  /** Every sign-in that was tried, e.g. `PLAIN user secret`. */
  readonly signIns: readonly string[];
  /** Commands that came in clear, sign-ins included. */
  readonly connections: () => number;
}

/** What tells the tool to send to a peer, and to remember what it knows of ledgers in a folder. */
export function environmentFor({ port }: Pick<Peer, 'port'>, state: string) {
  return {
    XDG_STATE_HOME: state,
    WSIS_SMTP_HOST: '127.0.0.1',
    WSIS_SMTP_PORT: String(port),
    WSIS_SMTP_SECURITY: 'none',
    WSIS_SMTP_TEST_SERVER: 'yes',
  };
}

/** Answers late, but in time; milliseconds. */
const SLOW = 60;

/** At the dot, these lose the message. */
const LOSES: ReadonlySet<Trouble | undefined> = new Set([
  'drop',
  'silence',
  'trickle',
  'early-550',
]);

/** `faultOf` gives the fault for a recipient; that of the empty address concerns the session. */
export async function startPeer(
  faultOf: (to: string) => Fault | undefined = () => undefined,
  options: SMTPServerOptions = {},
): Promise<Peer> {
  const delivered: Delivered[] = [];
  const signIns: string[] = [];
  let connections = 0;
  const counts = new Map<string, number>();
  const troubleAt = (stage: Stage, to: string): Trouble | undefined => {
    const fault = faultOf(to);
    if (fault?.at !== stage) return undefined;
    const count = (counts.get(to) ?? 0) + 1;
    counts.set(to, count);
    return count <= (fault.times ?? Number.POSITIVE_INFINITY) ? fault.trouble : undefined;
  };
  const act = (
    stage: Stage,
    to: string,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): void => react(troubleAt(stage, to), socketOf(server, session), done);

  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    hideDSN: false,
    ...options,
    onConnect: (session, done) => {
      connections += 1;
      act('connect', '', session, done);
    },
    onAuth: (auth, _session, done) => {
      signIns.push(`${auth.method} ${auth.username} ${auth.password ?? auth.accessToken}`);
      const good = (auth.password ?? auth.accessToken) === 'right';
      done(good ? null : replying(535, `no: ${auth.password ?? auth.accessToken}`), { user: good });
    },
    onMailFrom: (_address, session, done) => act('mail', '', session, done),
    onRcptTo: ({ address }, session, done) => act('rcpt', address, session, done),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const socket = socketOf(server, session);
      const chunks: Buffer[] = [];
      const inData = troubleAt('data', to);
      if (inData === 'early-550') {
        stream.once('data', () => socket?.write('550 5.7.1 not what we want\r\n'));
      } else if (inData !== undefined) react(inData, socket, done);
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const trouble = troubleAt('dot', to);
        const keeps = typeof trouble !== 'number' && !LOSES.has(trouble);
        if (keeps) delivered.push({ ...envelopeOf(session), bytes: Buffer.concat(chunks) });
        react(trouble, socket, done);
      });
    },
  });
  // What a client does to the connection is its own affair.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => stop(server));
  const { port } = server.server.address() as AddressInfo;
  return { port, delivered, signIns, connections: () => connections };
}

function envelopeOf(session: SMTPServerSession): Omit<Delivered, 'bytes'> {
  const { mailFrom, rcptTo, dsn } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address).join(' '),
    envid: dsn?.envid,
    secure: session.secure,
  };
}

function react(
  trouble: Trouble | undefined,
  socket: Socket | undefined,
  done: (error?: Error | null) => void,
): void {
  if (typeof trouble === 'number') done(replying(trouble, `made to say ${trouble}`));
  else if (trouble === 'drop' || trouble === 'keep-drop') socket?.destroy();
  else if (trouble instanceof Promise) void trouble.then(() => done());
  else if (trouble === 'slow') setTimeout(() => done(), SLOW);
  else if (trouble === 'trickle') trickle(socket);
  else if (trouble !== 'silence') done();
}

/** Never silent for long, and never done. */
function trickle(socket: Socket | undefined): void {
  const timer = setInterval(() => {
    if (socket?.writable) socket.write('250-one moment\r\n');
    else clearInterval(timer);
  }, 50);
}

function replying(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function socketOf(server: SMTPServer, session: SMTPServerSession): Socket | undefined {
  const connection = [...server.connections].find(({ id }) => id === session.id);
  return connection?._socket;
}

async function stop(server: SMTPServer): Promise<void> {
  for (const { _socket } of server.connections) _socket.destroy();
  await new Promise<void>((closed) => server.close(closed));
}
