/**
 * Kills the sending process again and again, at random moments, while the server is no friend either. `npm test` runs a
 * short loop; `npm run test:faults` sets WSIS_FAULTS=full for 200 kills.
 */
import { cpSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Limits, MessageState } from '../../src/mail/model.ts';
import { APPROVAL, type Desk, deskWith } from './support/desk.ts';
import { type Fault, type Peer, startPeer } from './support/peer.ts';
import { seeded } from './support/random.ts';
import { bundleSender, startSender } from './support/sender-bundle.ts';

const FULL = process.env.WSIS_FAULTS === 'full';
const KILLS = FULL ? 200 : 8;
const LETTERS = FULL ? 1200 : 80;
const MINUTES = 60_000;

/** Deferred letters are tried again after 60 ms, so that the loop meets them too. */
const LIMITS: Limits = { connections: 3, backoff: [0.001] };

interface Result {
  readonly kills: number;
  readonly states: Readonly<Record<string, MessageState>>;
  /** How often each address got its letter. */
  readonly copies: ReadonlyMap<string, number>;
}

test('killed at random moments, no letter is sent twice, lost, or left without a state', {
  timeout: 20 * MINUTES,
}, async () => {
  const desk = await deskWith(addresses());
  const result = await killLoop(desk, false);
  expect(await desk.ledger.verifyChain()).toMatchObject({ ok: true });
  expect(countCopies(result)).toEqual({ duplicates: 0, missing: 0, unwanted: 0, stateless: 0 });
  expect(result.kills).toBe(KILLS);
  print('gate', result);
});

test('with a copy of the folder that is sent from as well, at the same moments', {
  timeout: 20 * MINUTES,
}, async () => {
  const desk = await deskWith(addresses());
  const copy = `${desk.folder}-copy`;
  cpSync(desk.folder, copy, { recursive: true });
  const result = await killLoop(desk, false, copy);
  expect(await desk.ledger.verifyChain()).toMatchObject({ ok: true });
  expect(countCopies(result)).toEqual({ duplicates: 0, missing: 0, unwanted: 0, stateless: 0 });
  expect(result.kills).toBe(KILLS);
  print('copy', result);
});

test('control: a tool that sends again what was in flight sends letters twice', {
  timeout: 20 * MINUTES,
}, async () => {
  const result = await killLoop(await deskWith(addresses()), true);
  expect(countCopies(result).duplicates).toBeGreaterThan(0);
  print('control', result);
});

function addresses(): string[] {
  return Array.from({ length: LETTERS }, (_, index) => `r${index}@d${index % 7}.test`);
}

/** @param copy another folder with the same ledger, in which a run begins beside each that is killed */
async function killLoop(desk: Desk, resendInFlight: boolean, copy?: string): Promise<Result> {
  const random = seeded(2026);
  const peer = await startPeer(troubles(random));
  const script = bundleSender();
  const { folder, stateFolder } = desk;
  const task = { folder, stateFolder, approval: APPROVAL, port: peer.port, limits: LIMITS };
  let kills = 0;
  while (kills < KILLS) {
    // Kills while Node starts up would show nothing. In a short loop every other one waits for the worst moment.
    const worst = !FULL && kills % 2 === 1;
    const seen = (): number => (worst ? peer.delivered.length : peer.connections());
    const before = seen();
    const { child, ended } = startSender(script, { ...task, resendInFlight });
    const rival = copy === undefined ? undefined : startSender(script, { ...task, folder: copy });
    while (seen() === before) await sleep(2);
    if (!worst) await sleep(random() * 250);
    child.kill('SIGKILL');
    if ((await ended).signal !== 'SIGKILL') throw new Error('too few letters for so many kills');
    await rival?.ended;
    kills += 1;
  }
  // Left in peace, a run finishes what can be finished; too many rejections in a row stop it before.
  for (let resumable = true; resumable; ) {
    const { report, stderr } = await startSender(script, { ...task, resendInFlight }).ended;
    if (!report) throw new Error(stderr);
    resumable = report.resumable;
  }
  return { kills, states: await desk.states(), copies: copiesOf(peer) };
}

/** How many messages wait for their 250; a short loop needs more of them, to have some at its few kills. */
const SLOW_ANSWERS = FULL ? 0.1 : 0.8;
const TROUBLED = 0.15;
const TROUBLES: readonly Fault[] = [
  { at: 'dot', trouble: 450, times: 1 },
  { at: 'dot', trouble: 451, times: 1 },
  { at: 'dot', trouble: 550, times: 1 },
  { at: 'rcpt', trouble: 550, times: 1 },
  { at: 'data', trouble: 'drop', times: 1 },
  { at: 'dot', trouble: 'drop', times: 1 },
  { at: 'dot', trouble: 'keep-drop', times: 1 },
];

/** Some messages meet trouble once, and the server takes its time for all others, before the dot or after it. */
function troubles(random: () => number): (to: string) => Fault | undefined {
  const chosen = new Map<string, Fault | undefined>();
  const choose = (): Fault | undefined => {
    if (random() < TROUBLED) return TROUBLES[Math.floor(random() * TROUBLES.length)];
    return { at: random() < SLOW_ANSWERS ? 'dot' : 'rcpt', trouble: 'slow' };
  };
  return (to) => {
    if (!chosen.has(to)) chosen.set(to, choose());
    return chosen.get(to);
  };
}

function copiesOf(peer: Peer): Map<string, number> {
  const copies = new Map<string, number>();
  for (const { to } of peer.delivered) copies.set(to, (copies.get(to) ?? 0) + 1);
  return copies;
}

function countCopies({ states, copies }: Result): Record<string, number> {
  const letters = Object.entries(states).map(([to, state]) => ({
    state,
    got: copies.get(to) ?? 0,
  }));
  const count = (wrong: (letter: { state: MessageState; got: number }) => boolean): number =>
    letters.filter(wrong).length;
  return {
    duplicates: count(({ got }) => got > 1),
    missing: count(({ state, got }) => state === 'accepted' && got === 0),
    unwanted: count(({ state, got }) => state === 'rejected' && got > 0),
    stateless: count(({ state }) => !['accepted', 'rejected', 'unknown'].includes(state)),
  };
}

/** The figures of the loop, for those who ask what it showed. */
function print(name: string, result: Result): void {
  const states: Record<string, number> = {};
  for (const state of Object.values(result.states)) states[state] = (states[state] ?? 0) + 1;
  console.log(name, JSON.stringify({ kills: result.kills, ...states, ...countCopies(result) }));
}
