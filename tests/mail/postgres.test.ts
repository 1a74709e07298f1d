import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { UserError } from '../../src/diagnostic.ts';
import type { LedgerOptions } from '../../src/mail/ledger/open.ts';
import { openPostgresLedger } from '../../src/mail/ledger/postgres.ts';
import type { Ledger } from '../../src/mail/model.ts';
import { temporaryFolder, wsisLetters } from '../support/cli.ts';
import { starterEdition } from '../support/edition.ts';
import { APPROVAL, approvalOf, freeze, sendFrom, twinOf } from './support/desk.ts';
import { environmentFor, startPeer } from './support/peer.ts';
import { type Server, startPostgres } from './support/postgres.ts';
import { bundleSender, startSender } from './support/sender-bundle.ts';

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** Machines that share a ledger; each has a state folder of its own, and all have the approved messages. */
async function office(addresses: readonly string[]) {
  const folder = temporaryFolder();
  const url = server.newDatabase();
  let machines = 0;
  const machine = async (options: LedgerOptions = {}): Promise<Ledger> => {
    machines += 1;
    const stateFolder = `${folder}/state-${machines}`;
    const ledger = await openPostgresLedger(url, { stateFolder, adopt: true, ...options });
    onTestFinished(() => ledger.close());
    return ledger;
  };
  const first = await machine();
  const messages = addresses.map((address) => freeze(folder, address));
  await first.recordApproval({ ...approvalOf(APPROVAL), messages });
  return { folder, url, machine, first };
}

async function statesOf(ledger: Ledger): Promise<string[]> {
  return (await ledger.messages()).map(({ state }) => state);
}

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `r${index}@d${index % 3}.test`);
}

test('two senders share the work: each letter goes out once', async () => {
  const peer = await startPeer(() => ({ at: 'dot', trouble: 'slow' }));
  const { folder, machine } = await office(many(40));
  const ledgers = [await machine(), await machine()];
  const send = (ledger: Ledger) =>
    sendFrom(ledger, folder, peer.port, { limits: { connections: 2 } });
  await Promise.all(ledgers.map(send));
  const [ledger = await machine()] = ledgers;
  expect(new Set(await statesOf(ledger))).toEqual(new Set(['accepted']));
  const sent = peer.delivered.map(({ to }) => to);
  expect(sent.sort()).toEqual(many(40).sort());
  const owners = (await ledger.events()).filter(({ kind }) => kind === 'claim');
  expect(new Set(owners.map(({ by }) => by)).size).toBe(2);
  expect(await ledger.verifyChain()).toMatchObject({ ok: true });
});

test('of two messages to one mailbox, in the hands of two senders, one goes out', async () => {
  const peer = await startPeer(() => ({ at: 'rcpt', trouble: 'slow' }));
  const { folder, first, machine } = await office([]);
  const messages = many(20).map((address) => freeze(folder, address));
  const twins = messages.flatMap((message) => [message, twinOf(message)]);
  await first.recordApproval({ ...approvalOf('twins'), messages: twins });
  const send = (ledger: Ledger) =>
    sendFrom(ledger, folder, peer.port, {
      limits: { connections: 3 },
      delivery: { approval: 'twins' },
    });
  await Promise.all([first, await machine()].map(send));
  expect(peer.delivered.map(({ to }) => to).sort()).toEqual(many(20).sort());
  expect((await statesOf(first)).sort()).toEqual([
    ...Array<string>(20).fill('accepted'),
    ...Array<string>(20).fill('held'),
  ]);
  expect(await first.verifyChain()).toMatchObject({ ok: true });
});

test('a sender is killed while another goes on: what was committing is unknown, all else is sent once', async () => {
  const peer = await startPeer(() => ({ at: 'dot', trouble: 'slow' }));
  const { folder, url, machine } = await office(many(40));
  const limits = { connections: 2 };
  const task = { folder, postgres: url, approval: APPROVAL, port: peer.port, limits };
  const victim = startSender(bundleSender(), { ...task, stateFolder: `${folder}/state-9` });
  while (peer.delivered.length < 5) await sleep(5);
  victim.child.kill('SIGKILL');
  await victim.ended;
  const ledger = await machine({ lease: 1, now: () => Date.now() + 60 * 60_000 });
  await sendFrom(ledger, folder, peer.port, { limits });
  const sent = peer.delivered.map(({ to }) => to);
  expect(new Set(sent).size).toBe(sent.length);
  const states = await statesOf(ledger);
  expect(states.filter((state) => !/accepted|unknown/.test(state))).toEqual([]);
  expect(states.filter((state) => state === 'unknown').length).toBeLessThanOrEqual(2);
  expect(await ledger.verifyChain()).toMatchObject({ ok: true });
});

describe('a damaged ledger', () => {
  /** Makes every change of a message end in a way. */
  async function changesEnd(url: string, how: string): Promise<void> {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(`
      CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${how}; END $$;
      CREATE TRIGGER spoil BEFORE UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION spoil()`);
    await client.end();
  }

  test.each([
    ['a page that the server cannot read', "RAISE EXCEPTION 'bad page' USING ERRCODE = 'XX001'"],
    ['a claim that changes nothing', 'RETURN NULL'],
  ])('%s stops the run', async (_, how) => {
    const { folder, url, first } = await office(many(3));
    await changesEnd(url, how);
    const peer = await startPeer();
    const report = await sendFrom(first, folder, peer.port);
    expect(report).toMatchObject({ queued: 3, stopped: { code: 'ledger-failed' } });
    expect(report.stopped?.reason).toContain('the ledger is damaged');
    expect(peer.connections()).toBe(0);
  });
});

describe('a claim that has expired', () => {
  test('before the gate: the letter goes to another sender, and the first cannot send its dot', async () => {
    const { folder, machine } = await office(['a@x.test']);
    const held = hold();
    const slowPeer = await startPeer(() => ({ at: 'rcpt', trouble: held.until }));
    const quickPeer = await startPeer();
    const slow = await machine({ lease: 1 });
    const quick = await machine();
    const late = sendFrom(slow, folder, slowPeer.port);
    while (slowPeer.connections() === 0) await sleep(1);
    expect(await sendFrom(quick, folder, quickPeer.port)).toMatchObject({ accepted: 1 });
    held.release();
    await late;
    expect([slowPeer.delivered.length, quickPeer.delivered.length]).toEqual([0, 1]);
    expect(await statesOf(quick)).toEqual(['accepted']);
  });

  test('after the gate: it is unknown and not sent again, until the late 250 comes', async () => {
    const { folder, machine } = await office(['a@x.test']);
    const held = hold();
    const peer = await startPeer(() => ({ at: 'dot', trouble: held.until }));
    const slow = await machine({ lease: 1 });
    const quick = await machine();
    const late = sendFrom(slow, folder, peer.port);
    while (peer.delivered.length === 0) await sleep(1);
    expect(await sendFrom(quick, folder, peer.port)).toMatchObject({ unknown: 1 });
    held.release();
    expect(await late).toMatchObject({ accepted: 1, unknown: 0 });
    expect(peer.delivered.length).toBe(1);
    const kinds = (await quick.events()).map(({ kind, from }) => [kind, from]);
    expect(kinds.slice(-2)).toEqual([
      ['lose', 'committing'],
      ['accept', 'unknown'],
    ]);
  });
});

/** Something to wait for. */
function hold(): { readonly until: Promise<void>; release(): void } {
  let release = (): void => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release: () => release() };
}

test('from approval to report by the command line, from two machines', async () => {
  const peer = await startPeer();
  const outer = starterEdition();
  const edition = join(outer, 'forum-x');
  const url = server.newDatabase();
  const mail = (machine: string, ...args: readonly string[]) =>
    wsisLetters(['mail', ...args, '--ledger', url], {
      cwd: edition,
      env: environmentFor(peer, join(outer, machine)),
    });
  const approved = await mail('one', 'approve', '--by', 'A. Tester', '--json');
  const { approval, messages } = JSON.parse(approved.stdout);
  expect(messages).toBeGreaterThan(2);
  const first = await mail('one', 'send', '--approval', approval, '--limit', '1', '--no-wait');
  expect([first.code, peer.delivered.length]).toEqual([4, 1]);
  const stranger = await mail('two', 'send', '--approval', approval);
  expect([stranger.code, stranger.stderr]).toEqual([
    1,
    expect.stringContaining('error[ledger-unknown]'),
  ]);
  const rest = await mail('two', 'send', '--approval', approval, '--adopt');
  expect(rest).toMatchObject({ code: 0, stdout: `${messages} accepted\n` });
  expect(new Set(peer.delivered.map(({ to }) => to)).size).toBe(messages);
  const status = await mail('one', 'status', '--report');
  expect(status.stdout).toMatch(new RegExp(`${messages} accepted\\n.*history whole`));
  expect((await mail('one', 'plan')).stdout).toContain(`${messages} known to the ledger`);
  // Nothing of it was noted in a file of the edition beside.
  expect(existsSync(join(edition, '.wsis', 'ledger.sqlite'))).toBe(false);
}, 60_000);

describe('refused', () => {
  async function codeOf(url: string): Promise<string> {
    return openPostgresLedger(url, { stateFolder: temporaryFolder() }).then(
      () => 'opened',
      (error: UserError) => `${error.diagnostics[0]?.code}: ${error.message}`,
    );
  }

  test.each([
    ['fsync=off', /not-durable.*fsync is off/],
    ['full_page_writes=off', /not-durable.*full_page_writes is off/],
    ['synchronous_commit=off', /not-durable.*synchronous_commit is off/],
    ['synchronous_commit=remote_apply', /^opened/],
  ])('a server with %s', async (setting, expected) => {
    const forgetful = await startPostgres([setting]);
    onTestFinished(() => forgetful.stop());
    expect(await codeOf(forgetful.newDatabase())).toMatch(expected);
  });

  test.each([
    ['postgres://office:secret@db.test/forum', /^secret-in-address/],
    ['postgres://db.test/forum?password=secret', /^secret-in-address/],
    ['postgres://db.test', /^bad-ledger/],
    ['mysql://db.test/forum', /^bad-ledger/],
    ['forum', /^bad-ledger/],
    ['postgres://127.0.0.1:1/forum', /^bad-ledger/],
  ])('%s', async (url, expected) => {
    const code = await codeOf(url);
    expect(code).toMatch(expected);
    expect(code).not.toContain('secret@');
  });

  test('to look at a ledger that nobody has begun', async () => {
    const options = { stateFolder: temporaryFolder(), readonly: true };
    const looking = openPostgresLedger(server.newDatabase(), options);
    await expect(looking).rejects.toThrow(/has no ledger yet/);
  });

  test('nobody, when two begin a ledger at once', async () => {
    const url = server.newDatabase();
    const stateFolder = temporaryFolder();
    const both = await Promise.all([1, 2].map(() => openPostgresLedger(url, { stateFolder })));
    expect(both[0]?.id).toBe(both[1]?.id);
    for (const ledger of both) await ledger.close();
  });

  test('a machine that has not seen the ledger, without --adopt', async () => {
    const { machine } = await office(['a@x.test']);
    await expect(machine({ adopt: false })).rejects.toThrow(/another user or on another machine/);
  });
});
