import { describe, expect, test } from 'vitest';
import type { MessageState, StopCode } from '../../src/mail/model.ts';
import { deskWith } from './support/desk.ts';
import { type Fault, type Stage, startPeer, type Trouble } from './support/peer.ts';

/** One letter, one server that misbehaves at one stage: what becomes of the letter, why the run stops, how often it arrived. */
type Row = readonly [Stage, Trouble, MessageState, StopCode | undefined, number];

const SESSION: readonly Row[] = [
  ['connect', 421, 'queued', 'waiting', 0],
  ['connect', 450, 'queued', 'waiting', 0],
  ['connect', 554, 'queued', 'server-refused', 0],
  ['connect', 'drop', 'queued', 'waiting', 0],
  ['connect', 'silence', 'queued', 'waiting', 0],
  ['mail', 421, 'deferred', 'waiting', 0],
  ['mail', 451, 'deferred', 'waiting', 0],
  ['mail', 503, 'queued', 'server-refused', 0],
  ['mail', 550, 'queued', 'server-refused', 0],
  ['mail', 'drop', 'queued', 'waiting', 0],
];
const MESSAGE: readonly Row[] = [
  ['rcpt', 421, 'deferred', 'waiting', 0],
  ['rcpt', 450, 'deferred', 'waiting', 0],
  ['rcpt', 503, 'queued', 'server-refused', 0],
  ['rcpt', 550, 'rejected', undefined, 0],
  ['rcpt', 'drop', 'queued', 'waiting', 0],
  ['rcpt', 'silence', 'queued', 'waiting', 0],
  ['data', 'drop', 'queued', 'waiting', 0],
  ['data', 'early-550', 'queued', 'waiting', 0],
  ['dot', 421, 'deferred', 'waiting', 0],
  ['dot', 450, 'deferred', 'waiting', 0],
  ['dot', 451, 'deferred', 'waiting', 0],
  ['dot', 454, 'deferred', 'waiting', 0],
  ['dot', 503, 'unknown', 'server-refused', 0],
  ['dot', 550, 'rejected', undefined, 0],
  ['dot', 'drop', 'unknown', undefined, 0],
  ['dot', 'keep-drop', 'unknown', undefined, 1],
  ['dot', 'silence', 'unknown', undefined, 0],
  ['dot', 'trickle', 'unknown', undefined, 0],
  ['dot', 'slow', 'accepted', undefined, 1],
];

describe.each([{ pipelining: true }, { pipelining: false }])(
  'a server with pipelining: $pipelining',
  ({ pipelining }) => {
    const hide = { hidePIPELINING: !pipelining };

    test.each([...SESSION, ...MESSAGE])(
      '%s %s → %s, %s, delivered %i',
      async (at, trouble, state, stop, delivered) => {
        const fault: Fault = { at, trouble };
        const peer = await startPeer(() => fault, hide);
        // Large enough that the dot is far away when a server speaks before it.
        const size = trouble === 'early-550' ? 20_000_000 : 40_000;
        const desk = await deskWith(['a@b.test'], { size });
        const isEndless = trouble === 'silence' || trouble === 'trickle';
        const timeout = isEndless ? 450 : 30_000;
        const report = await desk.send(peer.port, { transport: { timeout } });
        expect(await desk.states()).toEqual({ 'a@b.test': state });
        expect(report.stopped?.code).toBe(stop);
        expect(peer.delivered.length).toBe(delivered);
        expect(await desk.ledger.verifyChain()).toMatchObject({ ok: true });
      },
    );
  },
);

const failing = (): Promise<string> => Promise.reject(new Error('no token today'));

describe('a connection that is not safe', () => {
  const starttls = { security: 'starttls', testServer: false, host: 'localhost' } as const;
  const signIn = { method: 'password', user: 'office', password: 'right' } as const;

  test('STARTTLS stripped on the way: nothing is said in clear', async () => {
    const peer = await startPeer(undefined, {
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
    });
    const desk = await deskWith(['a@b.test']);
    const report = await desk.send(peer.port, { transport: { ...starttls, signIn } });
    expect(report.stopped?.code).toBe('insecure-connection');
    expect(await desk.states()).toEqual({ 'a@b.test': 'queued' });
    expect(peer.signIns).toEqual([]);
  });

  test.each(['starttls', 'tls'] as const)(
    'a certificate nobody vouches for (%s)',
    async (security) => {
      const peer = await startPeer(undefined, { secure: security === 'tls' });
      const desk = await deskWith(['a@b.test']);
      const report = await desk.send(peer.port, { transport: { ...starttls, security, signIn } });
      expect(report.stopped?.code).toBe('insecure-connection');
      expect(peer.signIns).toEqual([]);
      expect(peer.delivered).toEqual([]);
    },
  );

  test('the same certificate on a server named as a test', async () => {
    const peer = await startPeer(undefined, { authOptional: false });
    const desk = await deskWith(['a@b.test']);
    await desk.send(peer.port, { transport: { security: 'starttls', signIn } });
    expect(peer.delivered).toMatchObject([{ to: 'a@b.test', secure: true }]);
    expect(peer.signIns).toEqual(['PLAIN office right']);
  });

  test('a password that is refused, and repeated by the server', async () => {
    const peer = await startPeer();
    const desk = await deskWith(['a@b.test', 'c@d.test']);
    const wrong = { ...signIn, password: 'hunter2' };
    const report = await desk.send(peer.port, {
      transport: { security: 'starttls', signIn: wrong },
    });
    expect(report.stopped).toEqual({ code: 'sign-in-failed', reason: '535 no: …' });
    expect(peer.signIns).toEqual(['PLAIN office hunter2']);
    expect(JSON.stringify(await desk.ledger.events())).not.toContain('hunter2');
  });

  test.each([
    ['no password', { ...signIn, password: '' }, /Missing credentials/],
    ['no token', { method: 'xoauth2', user: 'u', token: failing }, /no token today/],
  ] as const)('%s: nothing is sent, and no letter is held', async (_, identity, reason) => {
    const peer = await startPeer();
    const desk = await deskWith(['a@b.test']);
    const transport = { security: 'starttls', signIn: identity } as const;
    const report = await desk.send(peer.port, { transport });
    expect(report.stopped?.code).toBe('sign-in-failed');
    expect(report.stopped?.reason).toMatch(reason);
    expect(await desk.states()).toEqual({ 'a@b.test': 'queued' });
  });

  test.each([
    ['a server elsewhere named as a test', { host: 'mail.itu.test', testServer: true }],
    ['no TLS without naming a test', { testServer: false }],
  ])('%s is refused before anything is sent', async (_, transport) => {
    const desk = await deskWith(['a@b.test']);
    await expect(desk.send(1, { transport })).rejects.toThrow(/test server/);
    expect(await desk.states()).toEqual({ 'a@b.test': 'queued' });
  });
});

describe('what a server offers', () => {
  test('a token is fetched for each connection, and never kept', async () => {
    const peer = await startPeer(undefined, { authMethods: ['XOAUTH2'], authOptional: false });
    const desk = await deskWith(['a@b.test', 'c@d.test']);
    let fetched = 0;
    const token = async (): Promise<string> => {
      fetched += 1;
      return 'right';
    };
    const signIn = { method: 'xoauth2', user: 'office', token } as const;
    await desk.send(peer.port, {
      transport: { security: 'starttls', signIn },
      limits: { connections: 2 },
    });
    expect(fetched).toBe(peer.connections());
    expect(peer.signIns[0]).toBe('XOAUTH2 office right');
    expect(peer.delivered.length).toBe(2);
  });

  test.each([
    [true, false, undefined],
    [false, true, 'a-b-test@mail.test'],
  ])('reports of failures (DSN hidden: %s)', async (hideDSN, dsn, envid) => {
    const peer = await startPeer(undefined, { hideDSN });
    const desk = await deskWith(['a@b.test']);
    await desk.send(peer.port);
    expect(await desk.ledger.messages()).toMatchObject([{ state: 'accepted', dsn }]);
    expect(peer.delivered[0]?.envid).toBe(envid);
  });

  test.each([
    [true, 'rejected', []],
    [false, 'accepted', ['مكتب@b.test']],
  ] as const)('addresses beyond ASCII (SMTPUTF8 hidden: %s)', async (hideSMTPUTF8, state, to) => {
    const peer = await startPeer(undefined, { hideSMTPUTF8 });
    const desk = await deskWith(['مكتب@b.test', 'a@b.test']);
    await desk.send(peer.port);
    expect(await desk.states()).toEqual({ 'مكتب@b.test': state, 'a@b.test': 'accepted' });
    expect(peer.delivered.map((message) => message.to)).toEqual([...to, 'a@b.test']);
  });
});
