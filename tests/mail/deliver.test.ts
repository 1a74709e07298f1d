import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Clock, LedgerEvent, Limits, MessageState, Progress } from '../../src/mail/model.ts';
import { type Desk, deskWith, TestClock } from './support/desk.ts';
import { startPeer } from './support/peer.ts';

const THREE = ['a@x.test', 'b@x.test', 'c@y.test'];

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `r${index}@x.test`);
}

/** When attempts began, in seconds since the first. */
async function starts({ ledger }: Desk): Promise<number[]> {
  const claims = (await ledger.events()).filter(({ kind }) => kind === 'claim');
  const first = claims[0]?.at.getTime() ?? 0;
  return claims.map(({ at }) => Math.floor((at.getTime() - first) / 1000));
}

/** A desk and a way to send from it on one clock that does not wait. */
async function timelessDesk(addresses: readonly string[], from?: number) {
  const clock = new TestClock(from);
  const desk = await deskWith(addresses, { now: () => clock.now() });
  const send = (port: number, limits = {}) =>
    desk.send(port, { limits: { wait: true, ...limits }, delivery: { clock } });
  return { clock, desk, send };
}

describe('the gate', () => {
  test.each([200, 1_000_000])(
    'a letter of %i bytes is committed when the server has all but the dot, not before',
    async (size) => {
      const states: [string, MessageState | undefined][] = [];
      const desk = await deskWith(['a@x.test'], { size });
      const look = async (when: string): Promise<void> => {
        states.push([when, (await desk.states())['a@x.test']]);
      };
      // Slow at RCPT: a gate that opens too soon is open by the time of DATA.
      const peer = await startPeer((to) => {
        void look(to === '' ? 'session' : 'message');
        return { at: 'rcpt', trouble: 'slow' };
      });
      await desk.send(peer.port, { transport: { timeout: 20_000 } });
      // Connection, MAIL; RCPT, DATA; after the dot.
      expect(states).toEqual([
        ['session', 'sending'],
        ['session', 'sending'],
        ['message', 'sending'],
        ['message', 'sending'],
        ['message', 'committing'],
      ]);
      expect(await desk.states()).toEqual({ 'a@x.test': 'accepted' });
    },
  );

  test('the bytes that arrive are the bytes approved, dots and all', async () => {
    const peer = await startPeer();
    const desk = await deskWith(THREE, { size: 40_000 });
    await desk.send(peer.port, { limits: { connections: 3 } });
    const digests = peer.delivered.map(({ to, bytes }) => [
      to,
      createHash('sha256').update(bytes).digest('hex'),
    ]);
    expect(digests.sort()).toEqual(desk.messages.map(({ address, digest }) => [address, digest]));
  });

  test.each([
    ['changed', (file: string) => appendFileSync(file, 'x')],
    ['gone', (file: string) => rmSync(file)],
  ])('a letter that is %s since approval is held, and the run stops', async (_, spoil) => {
    const peer = await startPeer();
    const desk = await deskWith(THREE);
    spoil(join(desk.folder, desk.messages[1]?.file ?? ''));
    const report = await desk.send(peer.port);
    expect(report).toMatchObject({ accepted: 1, held: 1, queued: 1, resumable: true });
    expect(report.stopped).toMatchObject({ code: 'message-changed' });
    expect(peer.delivered.map(({ to }) => to)).toEqual(['a@x.test']);
  });

  test.each([
    'a@x.test, b@z.test',
    'a@x.test; b@z.test',
    'a@x.test\r\nRCPT TO:<b@z.test>',
    'A <a@x.test>',
    'a@x.test (b)',
    'a@münchen.test',
  ])('an address that nodemailer would read otherwise is held: %j', async (address) => {
    const peer = await startPeer();
    const desk = await deskWith([address]);
    const report = await desk.send(peer.port);
    expect(report).toMatchObject({ held: 1, stopped: { code: 'message-changed' } });
    expect(peer.delivered).toEqual([]);
  });
});

describe('stopping', () => {
  test('Ctrl-C claims no more and finishes what is in flight', async () => {
    const controller = new AbortController();
    const peer = await startPeer((to) => {
      if (to === 'r2@x.test') controller.abort();
      return { at: 'dot', trouble: 'slow' };
    });
    const desk = await deskWith(many(9));
    const report = await desk.send(peer.port, {
      limits: { connections: 2 },
      delivery: { signal: controller.signal },
    });
    expect(report).toMatchObject({ unknown: 0, stopped: { code: 'interrupted' }, resumable: true });
    expect(report.accepted + report.queued).toBe(9);
    expect(peer.delivered.length).toBe(report.accepted);
    expect(await desk.send(peer.port)).toMatchObject({ accepted: 9, resumable: false });
    expect(peer.delivered.length).toBe(9);
  });

  test('a second one gives up what is in flight, which may have been sent', async () => {
    const abort = new AbortController();
    const peer = await startPeer(() => {
      setTimeout(() => abort.abort(), 100);
      return { at: 'dot', trouble: 'silence' };
    });
    const desk = await deskWith(['a@x.test', 'b@x.test']);
    const report = await desk.send(peer.port, {
      transport: { timeout: 20_000 },
      delivery: { abort: abort.signal },
    });
    expect(report.stopped?.code).toBe('interrupted');
    expect(await desk.states()).toEqual({ 'a@x.test': 'unknown', 'b@x.test': 'queued' });
  });

  test('--limit counts letters answered, over several connections', async () => {
    const peer = await startPeer();
    const desk = await deskWith(many(5));
    const report = await desk.send(peer.port, { limits: { connections: 3, messages: 2 } });
    expect(report).toMatchObject({ accepted: 2, queued: 3, stopped: { code: 'limit-reached' } });
    expect(await desk.send(peer.port, { limits: { messages: 3 } })).toMatchObject({ accepted: 5 });
  });

  test('the sixth rejection among the last hundred', async () => {
    const peer = await startPeer(() => ({ at: 'rcpt', trouble: 550 }));
    const desk = await deskWith(many(9));
    const report = await desk.send(peer.port);
    expect(report).toMatchObject({ rejected: 6, queued: 3 });
    expect(report.stopped?.code).toBe('too-many-rejections');
  });

  test('a server that is not there: pauses, then an end that can be taken up again', async () => {
    const { clock, send } = await timelessDesk(['a@x.test']);
    const report = await send(1);
    expect(report).toMatchObject({ queued: 1, resumable: true });
    expect(report.stopped?.code).toBe('connection-failures');
    expect(clock.naps).toEqual([60, 120, 300, 600, 900]);
  });

  test('an approval that nobody gave', async () => {
    const desk = await deskWith(['a@x.test']);
    await expect(desk.send(1, { delivery: { approval: 'a9' } })).rejects.toThrow(/approved/);
  });
});

describe('time', () => {
  test('a message put off is tried again after 1, 5, 15, 60 minutes, and hourly', async () => {
    const peer = await startPeer(() => ({ at: 'rcpt', trouble: 450, times: 5 }));
    const { clock, desk, send } = await timelessDesk(['a@x.test']);
    expect(await send(peer.port)).toMatchObject({ accepted: 1, resumable: false });
    expect(clock.naps).toEqual([60, 300, 900, 3600, 3600]);
    expect(await desk.ledger.message('invitation/a-x-test/ar/to')).toMatchObject({ attempts: 6 });
  });

  test('after 48 hours it is given up', async () => {
    const peer = await startPeer(() => ({ at: 'rcpt', trouble: 450 }));
    const { clock, desk, send } = await timelessDesk(['a@x.test']);
    expect(await send(peer.port)).toMatchObject({ rejected: 1, resumable: false });
    const hours = clock.naps.reduce((sum, nap) => sum + nap, 0) / 3600;
    expect(hours).toBeGreaterThan(46.9);
    expect(hours).toBeLessThanOrEqual(48);
    const [message] = await desk.ledger.messages();
    expect(message?.reply).toMatch(/^given up: 450/);
  });

  test('without waiting, the run ends and says until when', async () => {
    const peer = await startPeer(() => ({ at: 'rcpt', trouble: 450, times: 1 }));
    const desk = await deskWith(['a@x.test']);
    const report = await desk.send(peer.port);
    expect(report).toMatchObject({ deferred: 1, resumable: true, stopped: { code: 'waiting' } });
    expect(report.stopped?.reason).toMatch(/until 20\d\d-.*\(backoff\)/);
  });

  test('rate per minute', async () => {
    const peer = await startPeer();
    const { desk, send } = await timelessDesk(many(7));
    await send(peer.port, { perMinute: 3, connections: 2 });
    const seconds = await starts(desk);
    const minutes = seconds.map((second) => Math.floor(second / 60));
    expect(minutes).toEqual([0, 0, 0, 1, 1, 1, 2]);
  });

  test('rate per domain holds up that domain only', async () => {
    const peer = await startPeer();
    const { desk, send } = await timelessDesk(['a@x.test', 'b@x.test', 'c@y.test', 'd@x.test']);
    await send(peer.port, { perDomainPerMinute: 1 });
    expect(peer.delivered.map(({ to }) => to)).toEqual([
      'a@x.test',
      'c@y.test',
      'b@x.test',
      'd@x.test',
    ]);
    const seconds = await starts(desk);
    expect(seconds.map((second) => Math.floor(second / 60))).toEqual([0, 0, 1, 2]);
  });

  test('a day has one allowance, however many runs', async () => {
    const peer = await startPeer();
    const { desk, clock } = await timelessDesk(many(5));
    const send = () => desk.send(peer.port, { limits: { perDay: 2 }, delivery: { clock } });
    expect(await send()).toMatchObject({ accepted: 2, stopped: { code: 'waiting' } });
    expect(await send()).toMatchObject({ accepted: 2, stopped: { code: 'waiting' } });
    await clock.sleepUntil(clock.now() + 24 * 60 * 60_000);
    expect(await send()).toMatchObject({ accepted: 4 });
  });

  test('a clock that is set back sends nothing twice, and keeps nothing back for ever', async () => {
    const peer = await startPeer((to) =>
      to === 'r1@x.test' ? { at: 'rcpt', trouble: 450, times: 1 } : undefined,
    );
    let back = 0;
    const clock = new TestClock();
    const now = (): number => clock.now() - back;
    const desk = await deskWith(many(4), { now });
    const slow: Clock = { now, sleepUntil: (time) => clock.sleepUntil(time + back) };
    const send = (limits: Partial<Limits>) =>
      desk.send(peer.port, { limits: { wait: true, ...limits }, delivery: { clock: slow } });
    expect(await send({ messages: 3 })).toMatchObject({ accepted: 2, deferred: 1 });
    back = 24 * 60 * 60_000;
    expect(await send({ perMinute: 2 })).toMatchObject({ accepted: 4, resumable: false });
    expect(peer.delivered.map(({ to }) => to).sort()).toEqual(many(4));
    expect(await desk.ledger.verifyChain()).toMatchObject({ ok: true });
  });

  test('nothing is sent in quiet hours', async () => {
    const peer = await startPeer();
    const evening = Date.parse('2026-07-06T20:30:00Z');
    const { clock, desk, send } = await timelessDesk(['a@x.test'], evening);
    const quietHours = { from: '22:00', until: '07:00', zone: 'Europe/Zurich' };
    const refused = await desk.send(peer.port, { limits: { quietHours }, delivery: { clock } });
    expect(refused.stopped).toMatchObject({ code: 'quiet-hours' });
    expect(refused.stopped?.reason).toContain('2026-07-07T05:00:00.000Z');
    await send(peer.port, { quietHours });
    const claim = (await desk.ledger.events()).find(({ kind }: LedgerEvent) => kind === 'claim');
    expect(claim?.at.toISOString().slice(0, 16)).toBe('2026-07-07T05:00');
  });

  test('nobody waits when nothing is left to send', async () => {
    const peer = await startPeer();
    const { clock, desk, send } = await timelessDesk(many(2));
    await send(peer.port, { perMinute: 2 });
    const all = { from: '00:00', until: '23:59', zone: 'UTC' };
    expect(await send(peer.port, { quietHours: all })).toMatchObject({ accepted: 2 });
    expect(await desk.send(peer.port, { limits: { quietHours: all } })).not.toHaveProperty(
      'stopped',
    );
    expect(clock.naps).toEqual([]);
  });

  test('progress tells what is done, what is waited for, and how long it may take', async () => {
    const peer = await startPeer((to) => ({
      at: 'rcpt',
      trouble: to === 'r1@x.test' ? 450 : 'slow',
      times: 1,
    }));
    const { clock, desk } = await timelessDesk(many(3));
    const seen: Progress[] = [];
    await desk.send(peer.port, {
      limits: { wait: true },
      delivery: { clock, onProgress: (progress) => seen.push(progress) },
    });
    const lines = seen.map(({ done, total, message, waiting }) => [
      done,
      total,
      message ? `${message.address} ${message.state}` : `wait for ${waiting?.for}`,
    ]);
    expect(lines).toEqual([
      [1, 3, 'r0@x.test accepted'],
      [1, 3, 'r1@x.test deferred'],
      [2, 3, 'r2@x.test accepted'],
      [2, 3, 'wait for backoff'],
      [3, 3, 'r1@x.test accepted'],
    ]);
    expect(seen[0]?.millisecondsLeft).toBeGreaterThan(0);
    expect(seen.at(-1)?.millisecondsLeft).toBe(0);
  });
});

describe('where the mark cannot be written', () => {
  /** Puts a folder in the place of the mark. */
  function spoilMark({ stateFolder, ledger }: Desk): void {
    const mark = join(stateFolder, 'ledgers', `${ledger.id}.mark`);
    rmSync(mark);
    mkdirSync(mark);
  }

  test('no run begins', async () => {
    const peer = await startPeer();
    const desk = await deskWith(THREE);
    spoilMark(desk);
    await expect(desk.send(peer.port)).rejects.toThrow(/EISDIR/);
    expect(peer.connections()).toBe(0);
  });

  test('no final dot is sent', async () => {
    const desk = await deskWith(THREE);
    let isSpoilt = false;
    const peer = await startPeer((to) => {
      if (to === THREE[0] && !isSpoilt) spoilMark(desk);
      isSpoilt ||= to === THREE[0];
      return { at: 'rcpt', trouble: 'slow', times: 1 };
    });
    const report = await desk.send(peer.port);
    expect(report.stopped).toMatchObject({ code: 'ledger-failed' });
    expect(peer.delivered).toEqual([]);
    // The dot was withheld, so there is no doubt about any letter.
    expect(new Set(Object.values(await desk.states()))).toEqual(new Set(['queued']));
  });
});
