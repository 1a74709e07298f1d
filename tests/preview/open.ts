/** Opens previews of editions in folders of their own, and talks to them as the page does. */
import { cpSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PreviewEvent } from '../../src/preview/api.ts';
import { KEY_HEADER } from '../../src/preview/keys.ts';
import { openPreview, type Preview } from '../../src/preview/preview.ts';
import { temporaryFolder } from '../support/cli.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../examples');

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Client {
  readonly preview: Preview;
  /** Of the edition. */
  readonly folder: string;
  readonly cookie: string;
  /** For the frame of a message. */
  readonly frameKey: string;
  /** Cookie and key, as the page sends them. */
  readonly session: Readonly<Record<string, string>>;
  /** GET with cookie and key; `headers` are added or replaced. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** The same, as JSON. */
  json<T>(path: string): Promise<T>;
  edit(file: string, from: string | RegExp, to: string): void;
}

/** An example, without what was rendered of it, as a new edition. */
export function exampleEdition(name: string): string {
  const folder = join(temporaryFolder(), name);
  const source = join(EXAMPLES, name);
  cpSync(source, folder, { recursive: true, filter: (path) => path !== join(source, 'out') });
  return realpathSync(folder);
}

/** An example as it is, for tests that change nothing. */
export function example(name: string): string {
  return join(EXAMPLES, name);
}

/** A preview that closes when the test has finished. */
export async function openEdition(folder: string): Promise<Client> {
  const client = await openClient(folder);
  onTestFinished(() => client.preview.close());
  return client;
}

/** A preview that the caller closes. */
export async function openClient(folder: string): Promise<Client> {
  const preview = await openPreview({
    folder,
    port: 0,
    cwd: folder,
    fileOf: ({ id, language }) => join(folder, 'out', `${id}.${language}.pdf`),
    onFault: (error) => {
      throw error;
    },
  });
  await preview.ready;
  const admitted = await enter(preview);
  const get: Client['get'] = (path, more = {}) =>
    ask(preview.port, path, { ...admitted.session, ...more });
  return {
    preview,
    folder,
    ...admitted,
    get,
    json: async (path) => JSON.parse((await get(path)).body.toString()),
    edit(file, from, to) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      const edited = text.replace(from, () => to);
      if (edited === text) throw new Error(`${file} does not have ${from}`);
      writeFileSync(path, edited);
    },
  };
}

/** Brings the token, and takes what a browser would keep. */
export async function enter(
  preview: Preview,
): Promise<Pick<Client, 'cookie' | 'frameKey' | 'session'>> {
  const { pathname, search } = new URL(preview.address());
  const { headers, body } = await ask(preview.port, pathname + search, {});
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const [key = '', frameKey = ''] = [...body.toString().matchAll(/','([\w-]{43})'/g)].map(
    (match) => match[1],
  );
  return { cookie, frameKey, session: { cookie, [KEY_HEADER]: key } };
}

/** A request as raw as can be: `fetch` would forbid some headers, and tidy up paths. */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<Reply> {
  return new Promise((done, fail) => {
    const asking = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers: answered } = response;
        done({ status, headers: answered, body: Buffer.concat(chunks) });
      });
    });
    asking.on('error', fail);
    asking.end();
  });
}

export interface Events {
  /** The next event of a type, from now on or not yet taken. */
  next(type: PreviewEvent['type']): Promise<PreviewEvent>;
  /** Forgets those not yet taken: one save may be seen as two changes. */
  forget(): void;
  close(): void;
}

export function listen({ preview, session }: Client): Promise<Events> {
  const waiting: { readonly type: string; readonly take: (event: PreviewEvent) => void }[] = [];
  const early: PreviewEvent[] = [];
  const receive = (event: PreviewEvent): void => {
    const at = waiting.findIndex(({ type }) => type === event.type);
    if (at < 0) early.push(event);
    else waiting.splice(at, 1)[0]?.take(event);
  };
  return new Promise((ready) => {
    const asking = request(
      { host: '127.0.0.1', port: preview.port, path: '/api/events', headers: session },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          const parts = (text + chunk).split('\n\n');
          text = parts.pop() ?? '';
          for (const part of parts) {
            if (part.startsWith('data: ')) receive(JSON.parse(part.slice('data: '.length)));
          }
        });
        response.on('error', () => {});
        ready({
          next: (type) =>
            new Promise((take) => {
              const at = early.findIndex((event) => event.type === type);
              const [event] = at < 0 ? [] : early.splice(at, 1);
              if (event) take(event);
              else waiting.push({ type, take });
            }),
          forget: () => early.splice(0),
          close: () => asking.destroy(),
        });
      },
    );
    asking.on('error', () => {});
    asking.end();
  });
}
