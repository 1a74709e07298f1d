/** Connections: how many, how long, when one is used again, and what ends them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { deskWith, TestClock } from './support/desk.ts';
import { type Act, type RawPeer, startRawPeer } from './support/raw-peer.ts';

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `r${index}@x.test`);
}

function times({ heard }: RawPeer, command: string): number {
  return heard.filter((each) => each === command).length;
}

test.each([1, 3])('%i at once for nine letters, and a goodbye on each', async (connections) => {
  const peer = await startRawPeer([{ turn: 'dot', acts: [20, '250 taken\r\n'] }]);
  const desk = await deskWith(many(9));
  await desk.send(peer.port, { limits: { connections } });
  expect([...peer.taken].sort()).toEqual(many(9));
  await vi.waitFor(() => expect(peer.connections.open).toBe(0));
  expect(peer.connections).toMatchObject({ most: connections, all: connections });
  expect(times(peer, 'quit')).toBe(connections);
});

test('a new one after a hundred letters, and not before the old one has said goodbye', async () => {
  const peer = await startRawPeer([{ turn: 'quit', acts: [50, '221 bye\r\n', 'END'] }]);
  const desk = await deskWith(many(101));
  expect(await desk.send(peer.port)).toMatchObject({ accepted: 101 });
  expect(peer.connections.all).toBe(2);
  expect(peer.heard.lastIndexOf('ehlo')).toBeGreaterThan(peer.heard.indexOf('quit'));
});

test('a server that does not answer QUIT holds nobody up', async () => {
  const peer = await startRawPeer([{ turn: 'quit', acts: [] }]);
  const desk = await deskWith(many(1));
  expect(await desk.send(peer.port)).toMatchObject({ accepted: 1 });
  await vi.waitFor(() => expect(peer.connections.open).toBe(0), 2000);
});

describe('after a refusal', () => {
  const REFUSALS = [
    { turn: 'rcpt', acts: ['550 no\r\n'], to: 'a@x.test' },
    { turn: 'dot', acts: ['550 no\r\n'], to: 'a@x.test', keeps: false },
  ] as const;
  const ANSWERS: readonly (readonly [readonly Act[], number])[] = [
    [['250 ok\r\n'], 1],
    [['250-ok\r\n250 clean\r\n'], 1],
    [['220 ok\r\n'], 2],
    [['2\r\n'], 2],
    [['250-ok\r\n550 no\r\n'], 2],
    [['250 ok\r\n250 ok\r\n'], 2],
    [['550 no\r\n'], 2],
    [['421 bye\r\n', 'END'], 2],
    [['250 ok', 'END'], 2],
    [['DROP'], 2],
  ];
  const cases = REFUSALS.flatMap((refusal) =>
    ANSWERS.map(([acts, all]) => ({ turn: refusal.turn, refusal, acts, all })),
  );

  test.each(cases)('at $turn, RSET answered by $acts: $all connections', async (row) => {
    const peer = await startRawPeer([row.refusal, { turn: 'rset', acts: row.acts }]);
    const desk = await deskWith(['a@x.test', 'b@x.test']);
    expect(await desk.send(peer.port)).not.toHaveProperty('stopped');
    expect(await desk.states()).toEqual({ 'a@x.test': 'rejected', 'b@x.test': 'accepted' });
    expect(peer.taken).toEqual(['b@x.test']);
    expect(peer.connections.all).toBe(row.all);
  });
});

test('a server that refuses the recipient and takes DATA all the same gets no dot', async () => {
  const peer = await startRawPeer(
    [
      { turn: 'rcpt', acts: ['550 no\r\n'] },
      { turn: 'data', acts: ['354 go on\r\n'] },
    ],
    { extensions: ['PIPELINING'] },
  );
  const desk = await deskWith(['a@x.test']);
  await desk.send(peer.port);
  expect(await desk.states()).toEqual({ 'a@x.test': 'rejected' });
  expect(peer.heard).not.toContain('dot');
});

/** Between two letters, a server has time to say something. */
class SlowClock extends TestClock {
  override async sleepUntil(time: number): Promise<void> {
    await sleep(100);
    await super.sleepUntil(time);
  }
}

test.each([
  ['a goodbye', ['250 ok\r\n', 20, '421 bye\r\n', 'END']],
  ['a goodbye at once', ['250 ok\r\n421 bye\r\n', 'END']],
  ['an end', ['250 ok\r\n', 20, 'END']],
  ['a loss', ['250 ok\r\n', 20, 'DROP']],
  ['a word out of turn', ['250 ok\r\n', 20, '250 ok\r\n']],
  ['half a word', ['250 ok\r\n', 20, '2']],
] as const)('one that ends while nothing is sent is not used again: %s', async (_, acts) => {
  const peer = await startRawPeer([{ turn: 'dot', acts }]);
  const clock = new SlowClock();
  const desk = await deskWith(many(3), { now: () => clock.now() });
  const limits = { perMinute: 1, wait: true };
  const report = await desk.send(peer.port, { limits, delivery: { clock } });
  expect(report).toMatchObject({ accepted: 3, resumable: false });
  expect(peer.taken).toEqual(many(3));
  expect(peer.connections.all).toBe(3);
});

test.each([
  ['cut off', ['354 go on\r\n552 too large\r\n', 'DROP'], 'waiting'],
  ['lost', ['DROP'], 'waiting'],
] as const)('a letter that is %s each time does not hold up the others', async (_, acts, stop) => {
  const peer = await startRawPeer([{ turn: 'data', acts, to: 'r0@x.test' }]);
  const desk = await deskWith(many(6));
  const report = await desk.send(peer.port);
  expect(report).toMatchObject({ accepted: 5, queued: 1, resumable: true });
  expect(report.stopped?.code).toBe(stop);
  expect((await desk.states())['r0@x.test']).toBe('queued');
  expect(peer.taken).toEqual(many(6).slice(1));
});
