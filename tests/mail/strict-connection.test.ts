/** nodemailer's connection with what is put around it: the inner parts it hangs by, the dot, and STARTTLS. */
import { readFileSync } from 'node:fs';
import { Duplex, Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { probe } from '../../src/mail/delivery/probe.ts';
import { StrictConnection } from '../../src/mail/delivery/strict-connection.ts';
import type { MessageState, StopCode } from '../../src/mail/model.ts';
import { type Identity, makeIdentity } from './support/certificate.ts';
import { deskWith } from './support/desk.ts';
import { type Act, startRawPeer } from './support/raw-peer.ts';

describe('the inner parts of nodemailer that replies are checked by', () => {
  const OVERRIDDEN = ['_sendCommand', '_onData', '_onClose', '_createSendStream'];
  type Inner = Record<string, () => void>;

  test('are still there, and still used in each session', async () => {
    const inner = SMTPConnection.prototype as unknown as Inner;
    for (const name of [...OVERRIDDEN, '_onError'])
      expect([name, typeof inner[name]]).toEqual([name, 'function']);
    const strict = StrictConnection.prototype as unknown as Inner;
    const spies = OVERRIDDEN.map((name) => vi.spyOn(strict, name));
    onTestFinished(() => void vi.restoreAllMocks());
    const peer = await startRawPeer([{ turn: 'dot', acts: ['DROP'] }]);
    await (await deskWith(['a@b.test'])).send(peer.port);
    for (const spy of spies) expect(spy).toHaveBeenCalled();
  });

  test('are those of one version', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(dependencies.nodemailer).toMatch(/^\d+\.\d+\.\d+$/);
    expect(new SMTPConnection().version).toBe(dependencies.nodemailer);
  });
});

type Written = () => void;

/** A line to a server that answers at once; the dot counts as written when `leave` says so. */
class Line extends Duplex {
  readonly #leave: (written: Written) => void;

  constructor(leave: (written: Written) => void) {
    super();
    this.#leave = leave;
    this.push('220 peer\r\n');
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, written: Written): void {
    const text = chunk.toString();
    if (text.endsWith('.\r\n')) {
      setImmediate(() => {
        this.#leave(written);
        this.push('250 taken\r\n');
      });
      return;
    }
    if (text.startsWith('DATA')) this.push('354 go on\r\n');
    else if (/^[A-Z]{4}/.test(text)) this.push('250 ok\r\n');
    written();
  }

  setTimeout(): this {
    return this;
  }
}

async function sendOver(line: Line): Promise<string> {
  const connection = new StrictConnection({ connection: line as never, ignoreTLS: true });
  await new Promise<void>((done) => connection.connect(() => done()));
  const envelope = { from: 'a@b.test', to: ['c@d.test'] };
  return new Promise<string>((done) => {
    connection.send(envelope, Readable.from(['text\r\n']), (error, info) =>
      done(error ? error.message : info.response),
    );
  });
}

describe('a reply to the dot', () => {
  const EARLY = 'the server spoke out of turn: "250 taken"';

  test.each([
    ['that has left', (written: Written) => written(), '250 taken'],
    ['that TLS reports as left at once', (written: Written) => setImmediate(written), '250 taken'],
    ['that has not left', () => {}, EARLY],
  ] as const)('%s', async (_, leave, expected) => {
    const line = new Line(leave);
    expect(await sendOver(line)).toBe(expected);
    if (expected === EARLY) expect(line.destroyed).toBe(true);
  });
});

describe('STARTTLS, with a certificate that is trusted', () => {
  let identity: Identity | undefined;
  const signIn = { method: 'password', user: 'office', password: 'right' } as const;

  async function secured(acts?: readonly Act[]) {
    identity ??= makeIdentity();
    const scripts = acts ? [{ turn: 'starttls', acts } as const] : [];
    const extensions = ['STARTTLS', 'PIPELINING', 'AUTH PLAIN'];
    const peer = await startRawPeer(scripts, { identity, extensions });
    const { port } = peer;
    const server = { host: 'localhost', port, security: 'starttls', ca: identity.ca } as const;
    return { peer, server: { ...server, signIn, testServer: false } };
  }

  const INJECTED: readonly (readonly [readonly Act[], MessageState, StopCode | undefined])[] = [
    [['220 go on\r\n', 'TLS'], 'accepted', undefined],
    [['220 go on\r\n250-evil\r\n250-DSN\r\n250 SMTPUTF8\r\n', 'TLS'], 'accepted', undefined],
    [['220 go on\r\n250-evil\r\n250 AUTH XOAUTH2\r\n235 in\r\n', 'TLS'], 'accepted', undefined],
    [['220 go on\r\n250-DSN', 'TLS'], 'accepted', undefined],
    [
      ['220 go on\r\n235 in\r\n250 ok\r\n250 ok\r\n354 go\r\n250 taken\r\n', 'TLS'],
      'accepted',
      undefined,
    ],
    [['220 go on\r\n\0\0\0\r\n', 'TLS'], 'accepted', undefined],
    [['250-evil\r\n250 DSN\r\n220 go on\r\n', 'TLS'], 'queued', 'waiting'],
    [['220-go on\r\n250 DSN\r\n', 'TLS'], 'queued', 'waiting'],
    [['250 go on\r\n', 'TLS'], 'queued', 'waiting'],
    [['220 go on\r\n', 50, '250 DSN\r\n', 'TLS'], 'queued', 'insecure-connection'],
    [['454 not now\r\n'], 'queued', 'insecure-connection'],
    [['554 never\r\n'], 'queued', 'insecure-connection'],
  ];

  test.each(INJECTED)('%j → %s, %s', async (acts, state, stop) => {
    const { peer, server } = await secured(acts);
    const desk = await deskWith(['a@b.test']);
    const report = await desk.send(peer.port, { transport: server });
    expect([await desk.states(), report.stopped?.code]).toEqual([{ 'a@b.test': state }, stop]);
    const [message] = await desk.ledger.messages();
    expect(message?.dsn).toBe(state === 'accepted' ? false : undefined);
    expect(peer.taken.length).toBe(state === 'accepted' ? 1 : 0);
    const inClear = state === 'accepted' ? ['ehlo', 'starttls', 'ehlo'] : ['ehlo', 'starttls'];
    expect(peer.heard.slice(0, inClear.length)).toEqual(inClear);
    expect(peer.heard.includes('auth')).toBe(state === 'accepted');
  });

  test('what was said in clear is no extension', async () => {
    const { server } = await secured(['220 go on\r\n250-evil\r\n250 DSN\r\n', 'TLS']);
    const { extensions } = await probe(server, { signIn: true });
    expect(extensions).toEqual(['PIPELINING', 'AUTH PLAIN']);
  });

  test.each([
    ['mail', 'queued'],
    ['dot', 'unknown'],
  ] as const)('an alert in the middle of a session, at %s → %s', async (turn, state) => {
    const { server } = await secured();
    const scripts = [{ turn, acts: ['RUBBISH'] }] as const;
    const extensions = ['STARTTLS'];
    const peer = await startRawPeer(scripts, { ...(identity && { identity }), extensions });
    const desk = await deskWith(['a@b.test']);
    const transport = { ...server, port: peer.port };
    const report = await desk.send(peer.port, { transport });
    expect(await desk.states()).toEqual({ 'a@b.test': state });
    expect(report.stopped?.code).toBe('insecure-connection');
  });

  test('many letters: no answer is taken for one that came too early', async () => {
    const { peer, server } = await secured();
    const desk = await deskWith(
      Array.from({ length: LETTERS }, (_, index) => `r${index}@x.test`),
      { size: 40_000 },
    );
    const report = await desk.send(peer.port, { transport: server, limits: { connections: 3 } });
    expect(report).toMatchObject({ accepted: LETTERS, unknown: 0 });
  }, 60_000);
});

const LETTERS = process.env.WSIS_FAULTS === 'full' ? 2000 : 100;
