/**
 * Ledgers that a disk has damaged: a message and a way on, never a crash, an endless loop or a letter sent twice. `npm test`
 * tries some; WSIS_FAULTS=full tries forty more at random.
 */
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/mail/ledger/open.ts';
import { wsisLetters } from '../support/cli.ts';
import { APPROVAL, approvalOf, deskWith, sendFrom } from './support/desk.ts';
import { startPeer } from './support/peer.ts';
import { seeded } from './support/random.ts';
import { bundleSender, type SenderEnd, startSender } from './support/sender-bundle.ts';

const RANDOM = process.env.WSIS_FAULTS === 'full' ? 40 : 4;
const ADDRESSES = Array.from({ length: 60 }, (_, index) => `r${index}@x.test`);
const SENT = 20;

type Damage = (bytes: Buffer) => Buffer;

function flipped(bytes: Buffer, at: number, bit = 0): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return bytes;
}

/** Damage where a word stands for the nth time. */
function at(word: string, nth: number, bit: number): Damage {
  return (bytes) => {
    let place = -1;
    for (let count = 0; count < nth; count += 1) place = bytes.indexOf(word, place + 1);
    if (place < 0) throw new Error(`the ledger has no ${word}`);
    return flipped(bytes, place, bit);
  };
}

function page(bytes: Buffer): number {
  return bytes.readUInt16BE(16);
}

const DAMAGES: readonly (readonly [string, Damage])[] = [
  ['the head of the file', (bytes) => flipped(bytes, 3)],
  ['the size of pages', (bytes) => flipped(bytes, 16, 5)],
  ['half of the file is gone', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['the last page is gone', (bytes) => bytes.subarray(0, -page(bytes))],
  ['some bytes of the last page are gone', (bytes) => bytes.subarray(0, -100)],
  ['only the head is there', (bytes) => bytes.subarray(0, 100)],
  ['another kind of file', () => Buffer.from('Dear colleagues,\n'.repeat(500))],
  ['a page of zeros', (bytes) => bytes.fill(0, page(bytes) * 2, page(bytes) * 3)],
  ['a page of noise', (bytes) => bytes.fill(0xa5, page(bytes) * 4, page(bytes) * 5)],
  ['a text that is no UTF-8', at('invitation/r3-x-test/ar/to', 1, 7)],
  ['a state', at('queued', 3, 1)],
  ['a state in the index', at('queued', 90, 1)],
  ['a hash', at('"fingerprint":"', 4, 2)],
  ['a time', (bytes) => flipped(bytes, bytes.indexOf('r7@x.test') + 30, 6)],
];

function randomDamages(): (readonly [string, Damage])[] {
  const random = seeded(40);
  return Array.from({ length: RANDOM }, (_, index) => {
    const [where, bit] = [random(), Math.floor(random() * 8)];
    const damage: Damage = (bytes) => flipped(bytes, Math.floor(where * bytes.length), bit);
    return [`one bit, number ${index + 1}`, damage] as const;
  });
}

/** Half of the letters were sent from it. */
async function halfSent(): Promise<string> {
  const desk = await deskWith(ADDRESSES);
  const peer = await startPeer();
  await sendFrom(desk.ledger, desk.folder, peer.port, { limits: { messages: SENT } });
  await desk.ledger.close();
  return join(desk.folder, '..');
}

const SECONDS = 1000;

/** Fails if it is not over in time. */
async function inTime(run: ReturnType<typeof startSender>): Promise<SenderEnd> {
  const timer = setTimeout(() => run.child.kill('SIGKILL'), 30 * SECONDS);
  const end = await run.ended;
  clearTimeout(timer);
  return end;
}

test.each([...DAMAGES, ...randomDamages()])('%s', async (_, damage) => {
  const folder = await halfSent();
  const ledger = join(folder, '.wsis', 'ledger.sqlite');
  writeFileSync(ledger, damage(readFileSync(ledger)));
  writeFileSync(join(folder, 'edition.yaml'), 'id: forum\n');
  const peer = await startPeer();
  const place = { folder: join(folder, '.wsis'), stateFolder: join(folder, 'state') };
  const limits = { connections: 2, wait: false };
  const task = { ...place, approval: APPROVAL, port: peer.port, limits };
  const end = await inTime(startSender(bundleSender(), task));
  expect([end.signal, end.stderr.replace(/^error\[ledger-[\s\S]*/, '')]).toEqual([null, '']);
  const sent = peer.delivered.map(({ to }) => to);
  expect(new Set(sent).size).toBe(sent.length);
  expect(sent.filter((to) => ADDRESSES.indexOf(to) < SENT)).toEqual([]);
  // What could be read was sent to its end; of what could not, nothing was sent.
  expect(sent.length).toBe(end.code === 0 ? ADDRESSES.length - SENT : 0);
  const status = await wsisLetters(['mail', 'status', folder]);
  expect(status.stderr).not.toMatch(/\n {4}at /);
  expect([0, 1]).toContain(status.code);
  if (end.code !== 0) expect(status.code).toBe(1);
});

test('a claim that changes nothing stops the run, instead of being made for ever', async () => {
  const desk = await deskWith(ADDRESSES.slice(0, 3));
  const peer = await startPeer();
  const run = await desk.ledger.beginRun();
  // Stands for an index that tells of a row what the table does not: it is found, and never changed.
  const connection = new Libsql(join(desk.folder, 'ledger.sqlite'));
  connection.exec(
    `CREATE TRIGGER stubborn BEFORE UPDATE ON letter WHEN OLD.recipient = 'r0-x-test' BEGIN SELECT RAISE(IGNORE); END`,
  );
  connection.close();
  await expect(run.claim(APPROVAL, [])).rejects.toMatchObject({
    diagnostics: [{ code: 'ledger-damaged' }],
  });
  await run.end();
  const report = await desk.send(peer.port);
  expect(report).toMatchObject({ accepted: 0, stopped: { code: 'ledger-failed' } });
  expect(peer.delivered).toEqual([]);
});

describe('copies', () => {
  test('lie beside the ledger, as it was before each of the last ten runs', async () => {
    const desk = await deskWith(ADDRESSES.slice(0, 13));
    const peer = await startPeer();
    for (let run = 0; run < 12; run += 1) await desk.send(peer.port, { limits: { messages: 1 } });
    const folder = join(desk.folder, 'copies');
    const copies = readdirSync(folder).sort();
    expect(copies.length).toBe(10);
    for (const copy of copies) {
      expect(copy).toMatch(/^ledger-\d{9}-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite$/);
      expect(statSync(join(folder, copy)).mode & 0o077).toBe(0);
    }
  });

  test('the newest brings back a damaged ledger: what went out since is unknown, and settled, not sent again', async () => {
    const desk = await deskWith(ADDRESSES.slice(0, 5));
    const { folder, stateFolder } = desk;
    const peer = await startPeer();
    await desk.send(peer.port, { limits: { messages: 1 } });
    await desk.send(peer.port, { limits: { messages: 1 } });
    await desk.ledger.close();
    const file = join(folder, 'ledger.sqlite');
    writeFileSync(file, 'Dear colleagues');
    await expect(openLedger(folder, { stateFolder })).rejects.toMatchObject({
      diagnostics: [{ code: 'ledger-damaged' }],
    });
    const newest = readdirSync(join(folder, 'copies')).sort().at(-1) ?? '';
    cpSync(join(folder, 'copies', newest), file);
    const ledger = await openLedger(folder, { stateFolder, adopt: true });
    const states = (await ledger.messages()).map(({ state }) => state);
    expect(states).toEqual(['accepted', 'unknown', 'unknown', 'unknown', 'unknown']);
    // By the server's log: the second has arrived, the others have not.
    for (const [index, { id }] of (await ledger.messages({ state: 'unknown' })).entries())
      await ledger.resolve(id, index === 0 ? 'delivered' : 'resend', 'log of the server', 'A.');
    await sendFrom(ledger, folder, peer.port);
    await ledger.close();
    expect(peer.delivered.map(({ to }) => to)).toEqual(ADDRESSES.slice(0, 5));
  });

  test('without any copy, what went out from this machine is known from its mark', async () => {
    const desk = await deskWith(ADDRESSES.slice(0, 3));
    const { folder, stateFolder, messages } = desk;
    const peer = await startPeer();
    await desk.send(peer.port, { limits: { messages: 2 } });
    await desk.ledger.close();
    rmSync(join(folder, 'ledger.sqlite'));
    const ledger = await openLedger(folder, { stateFolder, adopt: true });
    expect((await ledger.messages()).map(({ address, state }) => [address, state])).toEqual([
      ['r0@x.test', 'unknown'],
      ['r1@x.test', 'unknown'],
    ]);
    const { queued } = await ledger.recordApproval({ ...approvalOf('a2'), messages });
    expect(queued).toEqual(['invitation/r2-x-test/ar/to']);
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
    await ledger.close();
  });
});
