/** The preview's HTTP server: this machine only, nothing cached, nothing framed, nothing fetched from elsewhere. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { admission } from './admission.ts';
import { type Answer, failure, NOT_FOUND } from './answer.ts';
import type { PreviewEvent } from './api.ts';
import { Guard, type Verdict } from './guard.ts';
import { isVisit, lockedOut } from './locked-out.ts';

/** Gives the answer to a request that the guard let through; undefined if there is nothing of that name. */
export type Handler = (
  path: readonly string[],
  query: URLSearchParams,
) => Promise<Answer | undefined> | Answer | undefined;

type Refused = Extract<Verdict, { pass: false }>;

export interface ServerOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  readonly handle: Handler;
  /** Called with the exception behind an answer 500. */
  readonly onFault: (error: unknown) => void;
  /** Called when a browser came without the cookie or the key, and no unused address is left, with a new one. */
  readonly onLockedOut?: (address: string) => void;
}

/**
 * Scripts, styles and fonts of our own alone. pdf.js decodes some images with WebAssembly, and gives its
 * pictures and fonts as `blob:` and `data:`.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Milliseconds. A comment that keeps the connection from being taken for dead. */
const HEARTBEAT = 25_000;

export class PreviewServer {
  readonly #options: ServerOptions;
  readonly #server: Server;
  readonly #guard: Guard;
  readonly #listeners = new Set<ServerResponse>();
  readonly #heartbeat: NodeJS.Timeout;
  readonly port: number;

  /** @throws NodeJS.ErrnoException, e.g. EADDRINUSE */
  static async listen(options: ServerOptions): Promise<PreviewServer> {
    const server = createServer();
    await new Promise<void>((ready, fail) => {
      server.once('error', fail);
      server.listen({ port: options.port, host: '127.0.0.1', exclusive: true }, ready);
    });
    return new PreviewServer(server, options);
  }

  private constructor(server: Server, options: ServerOptions) {
    this.#server = server;
    this.#options = options;
    this.port = (server.address() as AddressInfo).port;
    this.#guard = new Guard(this.port);
    server.on('request', (request, response) => void this.#respond(request, response));
    server.on('upgrade', (_request: IncomingMessage, socket: Duplex) => refuseSocket(socket));
    this.#heartbeat = setInterval(() => this.#write(': \n\n'), HEARTBEAT);
    this.#heartbeat.unref();
  }

  /** The address that opens the page, once. */
  get address(): string {
    return `http://127.0.0.1:${this.port}/?token=${this.#guard.token}`;
  }

  /** Tells all open pages. */
  tell(event: PreviewEvent): void {
    this.#write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** How many pages listen to events. */
  get listeners(): number {
    return this.#listeners.size;
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await closed;
  }

  #write(text: string): void {
    for (const listener of this.#listeners) listener.write(text);
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = urlOf(request);
    const { method, headers } = request;
    const path = segments(request.url ?? '');
    const verdict: Verdict = this.#guard.judge({ method, headers, url, path });
    if (verdict.pass === 'exchange') {
      return send(response, admission(verdict.cookie, verdict.keys), method);
    }
    if (verdict.pass === 'reload') return redirect(response);
    if (!verdict.pass) return send(response, this.#refuse(verdict, headers), method);
    if (path?.join('/') === 'api/events') return this.#listen(response);
    send(response, await this.#answer(path, url.searchParams), method);
  }

  #refuse({ status, reason, stranger }: Refused, headers: IncomingHttpHeaders): Answer {
    if (!stranger || !isVisit(headers)) return failure(status, reason);
    if (this.#guard.isSpent) this.#options.onLockedOut?.(this.address);
    return lockedOut(headers);
  }

  async #answer(path: readonly string[] | undefined, query: URLSearchParams): Promise<Answer> {
    if (!path) return NOT_FOUND;
    try {
      return (await this.#options.handle(path, query)) ?? NOT_FOUND;
    } catch (error) {
      this.#options.onFault(error);
      return failure(500, 'this is a fault of wsis-letters; the terminal shows more');
    }
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' });
    // The head goes out with the first line.
    response.write(': \n\n');
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }
}

/** What cannot be read as an address asks for nothing that exists. */
function urlOf({ url = '' }: IncomingMessage): URL {
  const base = 'http://preview';
  return URL.canParse(url, base) ? new URL(url, base) : new URL('/bad-address', base);
}

/**
 * The parts of a path, decoded; undefined if one of them could lead elsewhere. The raw path is looked at,
 * for the URL parser resolves `..` and `%2e%2e` before anybody sees them.
 */
function segments(raw: string): string[] | undefined {
  const path = raw.replace(/[?#].*$/s, '');
  if (!path.startsWith('/')) return undefined;
  try {
    const parts = path.slice(1).split('/').map(decodeURIComponent);
    return parts.every((part) => !/^\.\.?$|[/\\\0]/.test(part)) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** The token leaves the address bar at once. */
function redirect(response: ServerResponse): void {
  response.writeHead(303, { ...HEADERS, Location: '/' }).end();
}

function send(response: ServerResponse, answer: Answer, method: string | undefined): void {
  const { status, type, body, headers } = answer;
  const own: OutgoingHttpHeaders = {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    ...(status === 405 && { Allow: 'GET, HEAD' }),
  };
  response.writeHead(status, { ...HEADERS, ...own, ...headers });
  response.end(method === 'HEAD' ? undefined : body);
}

/** There are no sockets here but those of HTTP. */
function refuseSocket(socket: Duplex): void {
  socket.on('error', () => {});
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
