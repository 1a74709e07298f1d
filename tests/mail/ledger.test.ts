import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, test } from 'vitest';
import { mountType } from '../../src/mail/ledger/network-share.ts';
import { openLedger } from '../../src/mail/ledger/open.ts';
import { FencedError } from '../../src/mail/ledger/run.ts';
import {
  accept,
  approvalOf,
  claimed,
  codeOf,
  type Desk,
  deskWith,
  freeze,
} from './support/desk.ts';

const THREE = ['a@x.test', 'b@x.test', 'c@y.test'];
const ID = (recipient: string): string => `invitation/${recipient}/ar/to`;

function isMark(file: string): boolean {
  return file.endsWith('.mark');
}

describe('approval', () => {
  test('queues what is new, and leaves out what was sent or may have been', async () => {
    const { ledger, folder } = await deskWith(['a@x.test', 'b@x.test', 'c@x.test', 'd@x.test']);
    await accept(ledger);
    const run = await ledger.beginRun();
    await run.openGate(await claimed(run));
    await run.settle(await claimed(run), { event: 'reject', reply: '550 no' });
    await run.end();
    await (await ledger.beginRun()).end();
    const messages = ['a@x.test', 'b@x.test', 'c@x.test', 'd@x.test', 'e@x.test'].map((address) =>
      freeze(folder, address, 500),
    );
    const result = await ledger.recordApproval({ ...approvalOf('a2'), messages });
    expect(result.queued).toEqual([ID('c-x-test'), ID('d-x-test'), ID('e-x-test')]);
    expect(result.left).toEqual([
      { id: ID('a-x-test'), state: 'accepted' },
      { id: ID('b-x-test'), state: 'unknown' },
    ]);
    const second = await ledger.messages({ approval: 'a2' });
    expect(second.map(({ state, digest }) => [state, digest])).toEqual(
      messages.slice(2).map(({ digest }) => ['queued', digest]),
    );
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
  });

  test('one message twice in a batch is a fault of ours, and records nothing', async () => {
    const { ledger, folder } = await deskWith([]);
    const message = freeze(folder, 'a@x.test');
    const batch = { ...approvalOf('a2'), messages: [message, message] };
    await expect(ledger.recordApproval(batch)).rejects.toThrow(/UNIQUE/);
    expect(await ledger.approval('a2')).toBeUndefined();
    expect(await ledger.messages()).toEqual([]);
  });
});

describe('fencing', () => {
  test('an attempt that lost its message cannot open the gate or settle it', async () => {
    const { ledger, states } = await deskWith(['a@x.test']);
    const first = await ledger.beginRun();
    const lost = await claimed(first);
    await first.end();
    const second = await ledger.beginRun();
    await claimed(second);
    await expect(first.openGate(lost)).rejects.toThrow(FencedError);
    expect(await first.settle(lost, { event: 'reject', reply: '550 late' })).toBeUndefined();
    expect(await states()).toEqual({ 'a@x.test': 'sending' });
    await second.end();
  });

  test('a 250 that comes late settles what is unknown', async () => {
    const { ledger, states } = await deskWith(['a@x.test']);
    const first = await ledger.beginRun();
    const late = await claimed(first);
    await first.openGate(late);
    await first.end();
    await (await ledger.beginRun()).end();
    expect(await states()).toEqual({ 'a@x.test': 'unknown' });
    expect(await first.settle(late, { event: 'accept', reply: '250 ok' })).toBe('accepted');
  });

  test('only what can happen is recorded', async () => {
    const { ledger } = await deskWith(THREE);
    const { id: sent } = await accept(ledger);
    expect(await codeOf(ledger.resolve(sent, 'resend', 'why not', 'A.'))).toBe('wrong-state');
    expect(await codeOf(ledger.resolve('no/such', 'resend', 'x', 'A.'))).toBe('unknown-message');
    const bounce = {
      kind: 'bounced',
      status: '5.1.1',
      diagnostic: 'no such user',
      source: 'b.eml',
    };
    const bounced = await ledger.recordBounce(sent, { ...bounce, kind: 'bounced' });
    expect(bounced).toMatchObject({ state: 'bounced', reply: '5.1.1 no such user' });
  });

  test('a person settles what is unknown, and the history keeps who and why', async () => {
    const { ledger, states } = await deskWith(['a@x.test', 'b@x.test']);
    const run = await ledger.beginRun();
    for (const claim of [await claimed(run), await claimed(run)]) await run.openGate(claim);
    await run.end();
    await (await ledger.beginRun()).end();
    await ledger.resolve(ID('a-x-test'), 'delivered', 'she telephoned', 'A.');
    await ledger.resolve(ID('b-x-test'), 'resend', 'log of the relay', 'A.');
    expect(await states()).toEqual({ 'a@x.test': 'accepted', 'b@x.test': 'queued' });
    expect((await ledger.events()).slice(-2)).toMatchObject([
      { kind: 'delivered', by: 'A.', detail: { reason: 'she telephoned' } },
      { kind: 'resend', by: 'A.', detail: { reason: 'log of the relay' } },
    ]);
  });
});

describe('one run at a time', () => {
  test('a second run is refused until the first has ended', async () => {
    const { ledger, folder, stateFolder } = await deskWith(['a@x.test']);
    const other = await openLedger(folder, { stateFolder });
    const run = await ledger.beginRun();
    expect(await codeOf(other.beginRun())).toBe('ledger-locked');
    await run.end();
    await (await other.beginRun()).end();
    await other.close();
  });
});

describe('the history', () => {
  /** Changes the file behind the ledger's back. */
  function tamper({ folder }: Desk, statement: string): void {
    const connection = new Libsql(join(folder, 'ledger.sqlite'));
    connection.exec(statement);
    connection.close();
  }

  test.each([
    ['an address', `UPDATE letter SET envelope_to = 'evil@z.test' WHERE recipient = 'a-x-test'`],
    ['a digest', `UPDATE letter SET digest = 'd' WHERE recipient = 'a-x-test'`],
    ['a state', `UPDATE letter SET state = 'queued' WHERE state = 'accepted'`],
    ['an approval', `UPDATE letter SET approval = 'a0' WHERE recipient = 'a-x-test'`],
    ['a reply', `UPDATE event SET detail = '{}' WHERE kind = 'accept'`],
    ['a time', 'UPDATE event SET at = at - 1 WHERE sequence = 2'],
    ['an event left out', 'DELETE FROM event WHERE sequence = 3'],
    ['the last event', `DELETE FROM event WHERE kind = 'accept'`],
    ['a message left out', `DELETE FROM event WHERE letter LIKE '%c-y%'`],
  ])('shows when somebody changes %s', async (_, statement) => {
    const desk = await deskWith(THREE);
    await accept(desk.ledger);
    expect(await desk.ledger.verifyChain()).toMatchObject({ ok: true });
    tamper(desk, `PRAGMA foreign_keys = OFF; ${statement}`);
    expect(await desk.ledger.verifyChain()).toMatchObject({ ok: false });
    expect(await codeOf(desk.ledger.beginRun())).toBe('ledger-broken');
  });
});

describe('the high-water mark', () => {
  test('a ledger restored from an old copy is noticed; adopted, it doubts every letter not known to be sent', async () => {
    const desk = await deskWith(THREE);
    const { folder, stateFolder } = desk;
    await accept(desk.ledger);
    cpSync(folder, `${folder}-copy`, { recursive: true });
    await accept(desk.ledger);
    await desk.ledger.close();
    cpSync(`${folder}-copy`, folder, { recursive: true });
    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('ledger-restored');
    const adopted = await openLedger(folder, { stateFolder, adopt: true });
    const states = (await adopted.messages()).map(({ state }) => state);
    expect(states).toEqual(['accepted', 'unknown', 'unknown']);
    await adopted.close();
    const again = await openLedger(folder, { stateFolder });
    await again.resolve(ID('c-y-test'), 'resend', 'it was not sent', 'A.');
    await accept(again);
    await again.close();
    await (await openLedger(folder, { stateFolder })).close();
  });

  test('two copies that went different ways', async () => {
    const desk = await deskWith(THREE);
    const { folder, stateFolder } = desk;
    cpSync(folder, `${folder}-copy`, { recursive: true });
    await accept(desk.ledger);
    expect(await codeOf(openLedger(`${folder}-copy`, { stateFolder }))).toBe('ledger-copied');
  });

  test('is on the disk before the gate opens, and survives a line cut off', async () => {
    const { ledger, folder, stateFolder } = await deskWith(['a@x.test']);
    const run = await ledger.beginRun();
    await run.openGate(await claimed(run));
    const [file = ''] = readdirSync(join(stateFolder, 'ledgers')).filter(isMark);
    const mark = join(stateFolder, 'ledgers', file);
    const gate = (await ledger.events()).at(-1);
    expect(gate?.kind).toBe('gate');
    const line = readFileSync(mark, 'utf8').trimEnd().split('\n').at(-1) ?? '';
    expect(line.split(' ').slice(0, 2)).toEqual([String(gate?.sequence), gate?.hash]);
    expect(JSON.parse(line.split(' ').slice(2).join(' '))).toMatchObject({
      message: { address: 'a@x.test' },
    });
    await run.end();
    await ledger.close();
    appendFileSync(mark, '99 ab');
    const again = await openLedger(folder, { stateFolder });
    await (await again.beginRun()).end();
    await again.close();
    const lines = readFileSync(mark, 'utf8').trimEnd().split('\n');
    expect(lines.slice(-3, -2)).toEqual(['99 ab']);
    expect(lines.at(-1)).toMatch(/^\d+ [0-9a-f]{64}$/);
    await (await openLedger(folder, { stateFolder })).close();
  });

  test('a ledger of another user or machine needs --adopt, once', async () => {
    const { ledger, folder, stateFolder } = await deskWith(['a@x.test']);
    await ledger.close();
    const elsewhere = { stateFolder: `${stateFolder}-2` };
    expect(await codeOf(openLedger(folder, elsewhere))).toBe('ledger-unknown');
    await (await openLedger(folder, { ...elsewhere, adopt: true })).close();
    await (await openLedger(folder, elsewhere)).close();
  });

  test('a ledger that is gone is not begun again in silence', async () => {
    const { ledger, folder, stateFolder } = await deskWith(['a@x.test']);
    await ledger.close();
    rmSync(folder, { recursive: true });
    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('ledger-missing');
    await (await openLedger(folder, { stateFolder, newLedger: true })).close();
  });

  test('who only looks needs no mark', async () => {
    const { ledger, folder, stateFolder } = await deskWith(['a@x.test']);
    await accept(ledger);
    const reader = await openLedger(folder, { stateFolder: `${stateFolder}-2`, readonly: true });
    expect((await reader.messages()).map(({ state }) => state)).toEqual(['accepted']);
    await reader.close();
    const nothing = openLedger(`${folder}-2`, { stateFolder, readonly: true });
    expect(await codeOf(nothing)).toBe('no-ledger');
  });
});

const MOUNTS = `
/dev/vda / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb /home/me/local ext4 rw 0 0
//pc/team\\040drive /mnt/team\\040drive cifs rw 0 0
me@host: /mnt/ssh fuse.sshfs rw 0 0
`;

test.each([
  ['/srv/forum-2026', 'ext4'],
  ['/home/me/forum-2026', 'nfs4'],
  ['/home/me/local/forum-2026', 'ext4'],
  ['/home/me/locality', 'nfs4'],
  ['/mnt/team drive/forum', 'cifs'],
  ['/mnt/ssh', 'fuse.sshfs'],
])('%s lies on %s', (path, type) => {
  expect(mountType(path, MOUNTS)).toBe(type);
});

test.each(['ledger.sqlite', 'ledger.lock'])(
  'a link in the place of %s is refused',
  async (name) => {
    const { ledger, folder, stateFolder } = await deskWith(['a@x.test']);
    await ledger.close();
    const elsewhere = join(stateFolder, 'target');
    writeFileSync(elsewhere, 'mine');
    rmSync(join(folder, name), { force: true });
    symlinkSync(elsewhere, join(folder, name));
    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('ledger-linked');
    expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
  },
);
