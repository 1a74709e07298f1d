/** Who is let in: everything that a foreign page, host or program could try. */
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { beforeAll, describe, expect, test } from 'vitest';
import { KEY_HEADER } from '../../src/preview/keys.ts';
import { ask, type Client, example, openClient, openEdition } from './open.ts';

const EDITION = example('forum-2021');

/** Shared by tests that leave it as it is. */
let client: Client;
beforeAll(async () => {
  client = await openClient(EDITION);
  return () => client.preview.close();
});

const PATHS = ['/', '/api/edition', '/api/events', '/api/letters/invitation/en/-/pdf', '/nothing'];

describe('without the cookie', () => {
  test.each(PATHS)('%s is forbidden', async (path) => {
    const { status } = await ask(client.preview.port, path, {});
    expect(status).toBe(403);
  });
});

/** Every address that tells something of the edition. */
const LETTER = '/api/letters/invitation/en/-';
const TELLING = [
  ...['edition', 'events', 'problems', 'recipients'].map((name) => `/api/${name}`),
  ...['languages?letter=invitation&recipient=-&a=en&b=fr', 'last?letter=invitation'].map(
    (name) => `/api/compare/${name}`,
  ),
  ...['pdf', 'png', 'data', 'mail', 'mail/html', 'eml'].map((part) => `${LETTER}/${part}`),
];
/** Other ways to write such an address. */
const DISGUISED = [
  '/%61pi/edition',
  '/ap%69/events',
  '//api/edition',
  '/api/./edition',
  '/x/../api/events',
];

describe('whoever has the cookie alone, as a server on another port that the browser visits,', () => {
  /** What a browser that goes to another port of this machine tells the server there. */
  function cookieAtAnotherPort({ cookie }: Client): Promise<string> {
    return new Promise((found) => {
      const other = createHttpServer(({ headers }, response) => {
        found(headers.cookie ?? '');
        response.end();
        other.close();
      });
      other.listen(0, '127.0.0.1', () => {
        void ask((other.address() as AddressInfo).port, '/', { cookie });
      });
    });
  }

  test.each(TELLING)('is not told %s', async (path) => {
    const cookie = await cookieAtAnotherPort(client);
    expect(cookie).toBe(client.cookie);
    const { status, body } = await ask(client.preview.port, path, { cookie });
    expect(status).toBe(403);
    expect(body.toString()).not.toMatch(/forum-2021|%PDF/);
  });

  test.each(DISGUISED)('is not told %s', async (path) => {
    const { status, body } = await ask(client.preview.port, path, { cookie: client.cookie });
    expect([403, 404]).toContain(status);
    expect(body.toString()).not.toContain('forum-2021');
  });

  test('gets no key, by whatever token', async () => {
    const { preview, cookie } = client;
    for (const path of ['/', '/?token=x', '/?token=', '/index.html']) {
      const { body } = await ask(preview.port, path, { cookie });
      expect(body.toString(), path).not.toMatch(/setItem|[\w-]{43}/);
    }
  });

  test('is told nothing for a wrong key', async () => {
    const { preview, cookie, frameKey } = client;
    for (const key of ['', 'x', 'A'.repeat(43), frameKey, cookie.split('=')[1] ?? '']) {
      const { status } = await ask(preview.port, '/api/edition', { cookie, [KEY_HEADER]: key });
      expect(status, key).toBe(403);
    }
  });
});

test('the key alone, without the cookie, is not enough', async () => {
  const { cookie: _, ...key } = client.session;
  expect((await ask(client.preview.port, '/api/edition', key)).status).toBe(403);
});

test('the key for frames opens the HTML of a message, and nothing else', async () => {
  const { preview, cookie, frameKey, session } = client;
  const withKey = async (path: string, key: string): Promise<number> => {
    const query = path.includes('?') ? '&' : '?';
    return (await ask(preview.port, `${path}${query}key=${key}`, { cookie })).status;
  };
  for (const path of TELLING.filter((one) => !one.endsWith('/mail/html'))) {
    expect(await withKey(path, frameKey), path).toBe(403);
  }
  expect(await withKey(`${LETTER}/mail/html`, frameKey)).toBe(200);
  expect(await withKey(`${LETTER}/mail/html`, 'A'.repeat(43))).toBe(403);
  expect(await withKey(`${LETTER}/mail/html`, session[KEY_HEADER] ?? '')).toBe(403);
});

test('files of the page need the cookie alone', async () => {
  const { preview, cookie } = client;
  expect((await ask(preview.port, '/', { cookie })).status).toBe(200);
  expect((await ask(preview.port, '/', {})).status).toBe(403);
});

test('a forged cookie, and that of another preview, are none', async () => {
  const one = await openEdition(EDITION);
  const other = await openEdition(EDITION);
  const name = one.cookie.split('=')[0] ?? '';
  const forged = [`${name}=`, `${name}=x`, `${name}=${other.cookie.split('=')[1]}`, other.cookie];
  for (const cookie of forged) {
    expect((await one.get('/api/edition', { cookie })).status, cookie).toBe(403);
  }
  const both = `${other.cookie}; ${one.cookie}`;
  expect((await one.get('/api/edition', { cookie: both })).status).toBe(200);
});

describe('the token', () => {
  test('is exchanged at once for keys, and a cookie that scripts and other sites do not get', async () => {
    const { preview } = await openEdition(EDITION);
    const address = new URL(preview.address());
    const path = address.pathname + address.search;
    const { status, headers, body } = await ask(preview.port, path, {});
    expect(status).toBe(200);
    expect(body.toString()).toMatch(/<script>(localStorage\.setItem\('[a-z-]+','[\w-]{43}'\);){2}/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]{44}'; frame-ancestors 'none'$/,
    );
    expect(headers['set-cookie']).toHaveLength(1);
    expect(headers['set-cookie']?.[0]).toMatch(
      /^wsis-letters-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test('is good once', async () => {
    const { preview, cookie } = await openEdition(EDITION);
    const address = new URL(preview.address());
    const path = address.pathname + address.search;
    expect((await ask(preview.port, path, {})).status).toBe(200);
    expect((await ask(preview.port, path, {})).status).toBe(403);
    expect((await ask(preview.port, path, { cookie })).status, 'a reload').toBe(303);
    expect(preview.address()).not.toBe(address.href);
  });

  test.each(['', 'x', 'A'.repeat(43)])('%j is wrong', async (token) => {
    expect((await ask(client.preview.port, `/?token=${token}`, {})).status).toBe(403);
  });
});

describe('a browser without the cookie is told what to do', () => {
  const visit = { 'sec-fetch-dest': 'document' };
  test.each([
    ['ar-EG,ar;q=0.9,en;q=0.8', 'ar', 'rtl'],
    ['fr', 'fr', 'ltr'],
    ['de-CH,fr;q=0.7,en;q=0.3', 'fr', 'ltr'],
    ['de', 'en', 'ltr'],
    ['', 'en', 'ltr'],
    ['constructor', 'en', 'ltr'],
  ])('that reads %j: in %s', async (asked, language, direction) => {
    const headers = { ...visit, 'accept-language': asked };
    const answer = await ask(client.preview.port, '/?token=used', headers);
    expect(answer.status).toBe(403);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body.toString()).toContain(`<html lang="${language}" dir="${direction}">`);
  });

  test('by a page that may load nothing and tells nothing of the edition', async () => {
    const { headers, body } = await ask(client.preview.port, '/', visit);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; frame-ancestors 'none'$/,
    );
    expect(headers['set-cookie']).toBeUndefined();
    expect(body.toString()).not.toMatch(/forum-2021|<script|src=|href=/);
  });

  test.each([
    ['a foreign host', { host: 'example.org' }],
    ['a foreign origin', { origin: 'https://example.org' }],
    ['a script', { 'sec-fetch-dest': 'empty', accept: 'text/html' }],
  ])('but not %s', async (_, headers) => {
    const answer = await ask(client.preview.port, '/?token=used', { ...visit, ...headers });
    expect(answer.status).toBe(403);
    expect(answer.headers['content-type']).toMatch('json');
  });
});

describe('with the cookie', () => {
  test.each([
    ['a foreign host', { host: 'example.org' }],
    ['a foreign host that points here', { host: 'rebound.example.org:80' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['a foreign origin', { origin: 'https://example.org' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a request that another site has caused', { 'sec-fetch-site': 'cross-site' }],
    ['a request that another port has caused', { 'sec-fetch-site': 'same-site' }],
  ])('%s is forbidden', async (_, headers) => {
    for (const path of PATHS) {
      expect((await client.get(path, headers)).status, path).toBe(403);
    }
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not allowed', async (method) => {
    const { preview, cookie } = client;
    const { status, headers } = await ask(preview.port, '/api/edition', { cookie }, method);
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });

  test('sockets are refused', async () => {
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    expect((await client.get('/api/events', upgrade)).status).toBe(403);
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/../../package.json',
    '/..%5cpackage.json',
    '//etc/passwd',
    '/api/letters/../edition',
    '/api/letters/invitation/en/..%2f..%2fedition.yaml/pdf',
    '/api/letters/%2e%2e/en/-/pdf',
    '/api/letters/invitation/en/-/constructor',
    '/api/constructor',
    '/edition.yaml',
    '/index.html%00.js',
    '/%zz',
  ])('%s is not found', async (path) => {
    expect((await client.get(path)).status).toBe(404);
  });

  test.each(['/', '/api/edition', '/api/letters/invitation/en/-/pdf', '/nothing', '/?token=x'])(
    '%s comes with headers that keep it here',
    async (path) => {
      const { headers } = await client.get(path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toMatch(/^default-src 'self';/);
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?!;)|https?:|\*/);
    },
  );
});

test('listens on this machine alone', async () => {
  const { preview } = client;
  const outward = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  const host = outward?.address ?? '0.0.0.0';
  // The port is free wherever the preview does not listen.
  const isFree = await new Promise((answer) => {
    const server = createServer().once('error', () => answer(false));
    server.listen({ port: preview.port, host: outward ? host : '127.0.0.2' }, () =>
      server.close(() => answer(true)),
    );
  });
  expect(isFree).toBe(true);
});
