/** Who may talk to the preview: the page that was opened by the one-time token, in a browser on this machine. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { FRAME_PARAMETER, KEY_HEADER, type Keys } from './keys.ts';

/** What the guard makes of a request. */
export type Verdict =
  | { readonly pass: true }
  /** The token is spent: cookie and keys take its place. */
  | { readonly pass: 'exchange'; readonly cookie: string; readonly keys: Keys }
  /** The token was spent before, by this browser. */
  | { readonly pass: 'reload' }
  | {
      readonly pass: false;
      readonly status: 403 | 405;
      readonly reason: string;
      /** All that lacks is the cookie or the key. */
      readonly stranger?: true;
    };

/** What it looks at. */
export interface Asking {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly url: URL;
  /** The parts of the path as they will be looked up; undefined if there can be nothing of that name. */
  readonly path: readonly string[] | undefined;
}

const PASS: Verdict = { pass: true };

export class Guard {
  readonly #cookie = secret();
  readonly #keys: Keys = { 'wsis-letters-key': secret(), 'wsis-letters-frame-key': secret() };
  readonly #name: string;
  readonly #hosts: readonly string[];
  #token: string | undefined = secret();

  /** @param port On which the server listens on 127.0.0.1. */
  constructor(port: number) {
    // Cookies do not know ports: two previews side by side must not overwrite each other's.
    this.#name = `wsis-letters-${port}`;
    this.#hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  }

  /** To be put into the address that is shown to the user; it opens the page once. */
  get token(): string {
    this.#token ??= secret();
    return this.#token;
  }

  /** Whether the token has been used, and none given out after it. */
  get isSpent(): boolean {
    return this.#token === undefined;
  }

  judge(asking: Asking): Verdict {
    const { method, headers, url } = asking;
    if (!this.#hosts.includes(headers.host ?? '')) return forbidden('this host is not ours');
    if (!isOwnOrigin(headers)) return forbidden('the request comes from another page');
    if (method !== 'GET' && method !== 'HEAD') {
      return { pass: false, status: 405, reason: 'the preview only shows' };
    }
    const token = url.searchParams.get('token');
    if (url.pathname === '/' && token !== null) return this.#exchange(token, headers);
    if (!this.#hasCookie(headers)) {
      return stranger('the address that the command printed is needed');
    }
    if (isCrossSite(headers)) return forbidden('the request comes from another site');
    return this.#hasKey(asking)
      ? PASS
      : stranger('the page that was opened by the address is needed');
  }

  /** A token is good once. Whoever has the cookie already is let through with a spent one, but gets no keys: others can have it. */
  #exchange(token: string, headers: IncomingHttpHeaders): Verdict {
    const isGood = this.#token !== undefined && isSame(token, this.#token);
    if (isGood) this.#token = undefined;
    if (!isGood) {
      const reason = 'this address has been used already';
      return this.#hasCookie(headers) ? { pass: 'reload' } : stranger(reason);
    }
    const cookie = `${this.#name}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`;
    return { pass: 'exchange', cookie, keys: this.#keys };
  }

  /** Files of the page need none: they are the same for everybody. */
  #hasKey({ path = [], headers, url }: Asking): boolean {
    if (path[0] !== 'api') return true;
    const key = headers[KEY_HEADER];
    if (typeof key === 'string' && isSame(key, this.#keys['wsis-letters-key'])) return true;
    const frameKey = url.searchParams.get(FRAME_PARAMETER) ?? '';
    return isFrame(path) && isSame(frameKey, this.#keys['wsis-letters-frame-key']);
  }

  #hasCookie({ cookie = '' }: IncomingHttpHeaders): boolean {
    return cookie.split(/; */).some((pair) => {
      const at = pair.indexOf('=');
      return pair.slice(0, at) === this.#name && isSame(pair.slice(at + 1), this.#cookie);
    });
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** In a time that does not tell how much of it was right. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Browsers name the origin of whatever a page asks for by script; a name that is bound to our address by DNS is not ours. */
function isOwnOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  return origin === undefined || origin === `http://${host}`;
}

/** Fetch Metadata: another port of this machine is `same-site`, and not ours either. */
function isCrossSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  return site !== 'none' && site !== 'same-origin';
}

/** The HTML of a message, which needs a policy of its own and so an address. */
function isFrame(path: readonly string[]): boolean {
  return path[1] === 'letters' && path.slice(-2).join('/') === 'mail/html';
}

function forbidden(reason: string): Verdict {
  return { pass: false, status: 403, reason };
}

function stranger(reason: string): Verdict {
  return { pass: false, status: 403, reason, stranger: true };
}
