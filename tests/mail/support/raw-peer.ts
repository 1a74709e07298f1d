/** A server on loopback that says, byte for byte, what a script has it say, and keeps count of what it really took. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';

/** When it speaks: at a command; `body` when the first bytes of a message have come, `dot` when all have. */
export type Turn =
  | 'greeting'
  | 'ehlo'
  | 'starttls'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'body'
  | 'dot'
  | 'rset'
  | 'quit';

/**
 * A text is sent as it is, each character one byte; a number is a pause in milliseconds. `DEAF` reads no more, `ENDLESS` goes on
 * with a reply for ever, `RUBBISH` sends a TLS alert in clear.
 */
export type Act = string | number | 'END' | 'DROP' | 'DEAF' | 'TLS' | 'RUBBISH' | 'ENDLESS';

export interface Script {
  readonly turn: Turn;
  readonly acts: readonly Act[];
  /** Whether it takes the message whose dot it sees; default yes. */
  readonly keeps?: boolean;
  /** Whose messages; default everybody's. */
  readonly to?: string;
  /** How many times; default always. */
  readonly times?: number;
}

export interface RawPeerOptions {
  readonly extensions?: readonly string[];
  /** For STARTTLS, in PEM. */
  readonly identity?: { readonly key: string; readonly cert: string };
}

export interface RawPeer {
  readonly port: number;
  /** Recipients of the messages that it took, once for each time. */
  readonly taken: readonly string[];
  /** Commands in order, and `dot` for the end of a message. */
  readonly heard: readonly string[];
  /** The most at once, and in all. */
  readonly connections: { most: number; open: number; all: number };
}

const USUAL: Readonly<Record<Exclude<Turn, 'ehlo'>, readonly Act[]>> = {
  greeting: ['220 peer ESMTP\r\n'],
  starttls: ['220 go on\r\n', 'TLS'],
  auth: ['235 good\r\n'],
  mail: ['250 ok\r\n'],
  rcpt: ['250 ok\r\n'],
  data: ['354 go on\r\n'],
  body: [],
  dot: ['250 taken\r\n'],
  rset: ['250 ok\r\n'],
  quit: ['221 bye\r\n', 'END'],
};

/** All sessions go by the same scripts. */
export async function startRawPeer(scripts: readonly Script[] = [], options: RawPeerOptions = {}) {
  const connections = { most: 0, open: 0, all: 0 };
  const peer = { taken: [] as string[], heard: [] as string[], connections };
  const sockets = new Set<Socket>();
  const played = new Map<Script, number>();
  const play: Play = (turn, to) => {
    const script = scripts.find((each) => each.turn === turn && (each.to ?? to) === to);
    if (!script) return undefined;
    const count = (played.get(script) ?? 0) + 1;
    played.set(script, count);
    return count <= (script.times ?? Number.POSITIVE_INFINITY) ? script : undefined;
  };
  const server = createServer((socket) => {
    connections.all += 1;
    connections.open += 1;
    connections.most = Math.max(connections.most, connections.open);
    sockets.add(socket);
    socket.once('close', () => {
      connections.open -= 1;
    });
    new Session(socket, peer, play, options);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { ...peer, port } satisfies RawPeer;
}

const LINE_END = '\r\n';

type Play = (turn: Turn, to: string) => Script | undefined;
type Notes = { readonly taken: string[]; readonly heard: string[] };

class Session {
  readonly #raw: Socket;
  #socket: Socket;
  readonly #notes: Notes;
  readonly #play: Play;
  readonly #options: RawPeerOptions;
  #rest = '';
  #to = '';
  /** `pause`: whether a message comes is not known before DATA is answered. */
  #hears: 'commands' | 'pause' | 'body' = 'commands';
  #bodyBegan = false;
  #isRefused = false;
  /** Taken one after another, however fast the commands come. */
  #turns: Promise<void> = Promise.resolve();

  constructor(socket: Socket, notes: Notes, play: Play, options: RawPeerOptions) {
    this.#raw = socket;
    this.#socket = socket;
    this.#notes = notes;
    this.#play = play;
    this.#options = options;
    this.#listen();
    this.#take('greeting');
  }

  #listen(): void {
    this.#socket.on('error', () => {});
    this.#socket.on('data', (chunk: Buffer) => {
      this.#rest += chunk.toString('latin1');
      this.#hear();
    });
  }

  #hear(): void {
    while (this.#hears === 'body' ? this.#hearBody() : this.#hearCommand());
  }

  #hearCommand(): boolean {
    const end = this.#rest.indexOf('\r\n');
    if (end < 0 || this.#hears === 'pause') return false;
    const line = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end + 2);
    const verb = line.split(' ')[0]?.toLowerCase() ?? '';
    this.#notes.heard.push(verb);
    if (verb === 'data') this.#hears = 'pause';
    if (verb === 'rcpt') this.#to = /<(.*?)>/.exec(line)?.[1] ?? '';
    this.#take((verb === 'helo' ? 'ehlo' : verb) as Turn);
    return true;
  }

  #hearBody(): boolean {
    if (!this.#bodyBegan && this.#rest.length > LINE_END.length) {
      this.#bodyBegan = true;
      this.#take('body');
    }
    const end = this.#rest.indexOf('\r\n.\r\n');
    if (end < 0) {
      // Large messages: only what may be part of the end is kept.
      this.#rest = this.#rest.slice(-4);
      return false;
    }
    this.#rest = this.#rest.slice(end + 5);
    this.#hears = 'commands';
    this.#notes.heard.push('dot');
    this.#take('dot');
    return true;
  }

  #take(turn: Turn): void {
    this.#turns = this.#turns.then(() => this.#act(turn));
  }

  async #act(turn: Turn): Promise<void> {
    const script = this.#play(turn, this.#to);
    const acts = script?.acts ?? this.#usual(turn);
    const said = acts.filter((act) => typeof act === 'string').join('');
    if (turn === 'dot' && script?.keeps !== false) this.#notes.taken.push(this.#to);
    if (/mail|rcpt/.test(turn)) this.#isRefused = /^[45]/.test(said) || this.#isRefused;
    // However it says yes to DATA, it takes what comes for a message: a client must not send any.
    if (turn === 'data') this.#expect(/^[23]/.test(said));
    for (const act of acts) await this.#do(act);
    if (turn === 'rset' || turn === 'dot' || turn === 'data') this.#isRefused = false;
    this.#hear();
  }

  #expect(body: boolean): void {
    this.#hears = body ? 'body' : 'commands';
    this.#bodyBegan = false;
    // The dot may be the first line.
    if (body) this.#rest = LINE_END + this.#rest;
  }

  #usual(turn: Turn): readonly Act[] {
    if (this.#isRefused && /rcpt|data/.test(turn)) return ['503 not now\r\n'];
    if (turn !== 'ehlo') return USUAL[turn] ?? ['500 what\r\n'];
    const names = (this.#options.extensions ?? []).filter(
      (name) => name !== 'STARTTLS' || this.#socket === this.#raw,
    );
    const lines = ['peer', ...names];
    const isLast = (at: number): boolean => at === lines.length - 1;
    return [lines.map((line, at) => `250${isLast(at) ? ' ' : '-'}${line}\r\n`).join('')];
  }

  async #do(act: Act): Promise<void> {
    if (typeof act === 'number') await sleep(act);
    else if (act === 'END') this.#socket.end();
    else if (act === 'DROP') this.#raw.destroy();
    else if (act === 'DEAF') this.#socket.pause();
    else if (act === 'TLS') this.#secure();
    else if (act === 'RUBBISH') this.#raw.write(Buffer.from('15030300020228', 'hex'));
    else if (act === 'ENDLESS') this.#endless();
    else this.#socket.write(Buffer.from(act, 'latin1'));
  }

  #endless(): void {
    const timer = setInterval(() => {
      if (this.#socket.writable) this.#socket.write(`250-${'x'.repeat(500)}\r\n`.repeat(10));
      else clearInterval(timer);
    }, 5);
  }

  #secure(): void {
    this.#raw.removeAllListeners('data');
    this.#socket = new TLSSocket(this.#raw, { isServer: true, ...this.#options.identity });
    this.#listen();
  }
}
