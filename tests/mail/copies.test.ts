/** Copies of a ledger: moved, copied, restored, on another machine, in next year's folder. Of all of them one goes on. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLedger } from '../../src/mail/ledger/open.ts';
import type { FrozenMessage, Ledger, MessageState } from '../../src/mail/model.ts';
import { wsisLetters } from '../support/cli.ts';
import { edit, starterEdition } from '../support/edition.ts';
import {
  APPROVAL,
  accept,
  approvalOf,
  claimed,
  codeOf,
  type Desk,
  deskWith,
  freeze,
  sendFrom,
} from './support/desk.ts';
import { HEADER } from './support/office.ts';
import { environmentFor, startPeer } from './support/peer.ts';
import { bundleSender, startSender } from './support/sender-bundle.ts';

const THREE = ['a@x.test', 'b@x.test', 'c@y.test'];

type Options = Parameters<typeof openLedger>[1];

async function open(folder: string, options: Options): Promise<Ledger> {
  const ledger = await openLedger(folder, options);
  onTestFinished(() => ledger.close());
  return ledger;
}

/** A desk whose ledger is closed, and a copy of its folder. */
async function closedDesk(addresses: readonly string[] = THREE): Promise<Desk & { copy: string }> {
  const desk = await deskWith(addresses);
  await accept(desk.ledger);
  await desk.ledger.close();
  const copy = join(desk.stateFolder, '..', 'copy', '.wsis');
  cpSync(desk.folder, copy, { recursive: true });
  return { ...desk, copy };
}

async function statesOf(ledger: Ledger): Promise<MessageState[]> {
  return (await ledger.messages()).map(({ state }) => state);
}

describe('on one machine', () => {
  test('a folder that was moved goes on without a word, and the history tells', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    rmSync(folder, { recursive: true });
    const ledger = await open(copy, { stateFolder });
    expect((await accept(ledger)).address).toBe('b@x.test');
    const move = (await ledger.events()).find(({ kind }) => kind === 'move');
    expect(move?.detail.from).toContain(folder);
    expect(move?.detail.to).toContain(copy);
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
    await ledger.close();
    renameSync(copy, folder);
    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('fine');
  });

  test.skipIf(process.platform === 'win32')(
    'a folder with a link in its old place is no copy of itself',
    async () => {
      const { folder, copy, stateFolder } = await closedDesk();
      rmSync(copy, { recursive: true });
      renameSync(folder, copy);
      symlinkSync(copy, folder);
      const anew = { stateFolder, edition: 'forum-2027', newLedger: true };
      expect(await codeOf(openLedger(copy, anew))).toBe('ledger-in-use');
      expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('fine');
    },
  );

  test('a copy is refused while the original is there; taken over, it goes on and the original does not', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    expect(await codeOf(openLedger(copy, { stateFolder }))).toBe('ledger-copied');
    const adopted = await open(copy, { stateFolder, adopt: true });
    expect(await statesOf(adopted)).toEqual(['accepted', 'queued', 'queued']);
    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('ledger-copied');
    expect((await accept(adopted)).address).toBe('b@x.test');
    await adopted.close();
    const back = await open(folder, { stateFolder, adopt: true });
    expect(await statesOf(back)).toEqual(['accepted', 'unknown', 'unknown']);
  });

  test('a copy cannot be taken over while the original sends', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    const original = await open(folder, { stateFolder });
    const run = await original.beginRun();
    expect(await codeOf(openLedger(copy, { stateFolder, adopt: true }))).toBe('ledger-locked');
    await run.end();
    expect(await codeOf(openLedger(copy, { stateFolder, adopt: true }))).toBe('fine');
  });

  test('whoever has the original open when a copy takes over sends, approves and settles nothing more', async () => {
    const { folder, copy, stateFolder, messages } = await closedDesk();
    const original = await open(folder, { stateFolder });
    await open(copy, { stateFolder, adopt: true });
    expect(await codeOf(original.beginRun())).toBe('ledger-moved');
    const batch = { ...approvalOf('a2'), messages };
    expect(await codeOf(original.recordApproval(batch))).toBe('ledger-moved');
    const { id = '' } = (await original.messages({ state: 'queued' }))[0] ?? {};
    expect(await codeOf(original.hold(id, 'wait', 'A.'))).toBe('ledger-moved');
  });

  test('a run looks at every claim whether another copy has gone on', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    const original = await open(folder, { stateFolder });
    const run = await original.beginRun();
    await claimed(run);
    // As by hand, or by a version without locks.
    const [mark = ''] = readdirSync(join(stateFolder, 'ledgers')).filter((file) =>
      file.endsWith('.mark'),
    );
    const other = join(stateFolder, 'other');
    cpSync(join(stateFolder, 'ledgers'), join(other, 'ledgers'), { recursive: true });
    await (await openLedger(copy, { stateFolder: other, adopt: true })).close();
    cpSync(join(other, 'ledgers', mark), join(stateFolder, 'ledgers', mark));
    expect(await codeOf(run.claim(APPROVAL, []))).toBe('ledger-moved');
  });

  test('where another ledger has come to the old place, a moved folder is no copy', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    rmSync(folder, { recursive: true });
    await (await openLedger(copy, { stateFolder })).close();
    await (await openLedger(folder, { stateFolder, newLedger: true })).close();
    expect(await codeOf(openLedger(copy, { stateFolder }))).toBe('fine');
    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('fine');
  });

  test('`cp -r`, both sent from at once in processes of their own: every letter once', async () => {
    const addresses = Array.from({ length: 40 }, (_, index) => `r${index}@x.test`);
    const { folder, copy, stateFolder } = await closedDesk(addresses);
    const peer = await startPeer();
    const script = bundleSender();
    const limits = { connections: 3 };
    const task = { stateFolder, approval: APPROVAL, port: peer.port, limits };
    const ends = await Promise.all(
      [folder, copy].map((place) => startSender(script, { ...task, folder: place }).ended),
    );
    expect(ends.map(({ report }) => report?.accepted)).toEqual([40, undefined]);
    expect(ends[1]?.stderr).toContain('this is a copy of the ledger');
    const sent = peer.delivered.map(({ to }) => to);
    expect([sent.length, new Set(sent).size]).toEqual([39, 39]);
  });
});

describe('on another machine', () => {
  test('a copy is refused, with the place where it was used last; so is the original, once the copy was taken over', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    const there = { stateFolder: `${stateFolder}-there`, machine: 'm2' };
    await expect(openLedger(copy, there)).rejects.toMatchObject({
      diagnostics: [{ code: 'ledger-unknown', message: expect.stringContaining(folder) }],
    });
    const adopted = await open(copy, { ...there, adopt: true });
    expect((await accept(adopted)).address).toBe('b@x.test');
    await adopted.close();
    expect(await codeOf(openLedger(copy, there))).toBe('fine');
    // What comes back by a share or a stick.
    rmSync(folder, { recursive: true });
    cpSync(copy, folder, { recursive: true });
    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('ledger-unknown');
    const back = await open(folder, { stateFolder, adopt: true });
    expect(await statesOf(back)).toEqual(['accepted', 'accepted', 'queued']);
  });

  test('also when the state folder was copied with it, as with a whole disk', async () => {
    const { folder, stateFolder } = await closedDesk();
    cpSync(stateFolder, `${stateFolder}-there`, { recursive: true });
    const there = { stateFolder: `${stateFolder}-there`, machine: 'm2' };
    expect(await codeOf(openLedger(folder, there))).toBe('ledger-unknown');
  });
});

describe('restored from an old copy', () => {
  test('it knows of letters that were approved and sent since: they are unknown, and not sent again', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    const ledger = await open(folder, { stateFolder });
    const late = freeze(folder, 'late@z.test');
    const waiting = freeze(folder, 'waiting@z.test');
    const second = { ...approvalOf('a2'), messages: [late, waiting] };
    await ledger.recordApproval(second);
    const peer = await startPeer();
    await sendFrom(ledger, folder, peer.port, {
      delivery: { approval: 'a2' },
      limits: { messages: 1 },
    });
    expect(peer.delivered.map(({ to }) => to)).toEqual(['late@z.test']);
    await ledger.close();
    rmSync(folder, { recursive: true });
    cpSync(copy, folder, { recursive: true });

    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('ledger-restored');
    const adopted = await open(folder, { stateFolder, adopt: true });
    const states = (await adopted.messages()).map(({ address, state }) => `${address} ${state}`);
    expect(states.sort()).toEqual([
      'a@x.test accepted',
      'b@x.test unknown',
      'c@y.test unknown',
      'late@z.test unknown',
    ]);
    expect(await adopted.verifyChain()).toMatchObject({ ok: true });
    freeze(folder, 'late@z.test');
    freeze(folder, 'waiting@z.test');
    const { queued, left } = await adopted.recordApproval({ ...second, hash: 'a3' });
    expect(queued).toEqual(['invitation/waiting-z-test/ar/to']);
    expect(left).toEqual([{ id: 'invitation/late-z-test/ar/to', state: 'unknown' }]);
    await sendFrom(adopted, folder, peer.port, { delivery: { approval: 'a3' } });
    expect(peer.delivered.map(({ to }) => to)).toEqual(['late@z.test', 'waiting@z.test']);
  });
});

describe('what went out is remembered', () => {
  const other = (message: FrozenMessage, address: string, person: string) => ({
    ...message,
    envelope: { ...message.envelope, to: address },
    address,
    person,
    messageId: `<${person}@mail.test>`,
  });

  /** The folder as it is in another place now. */
  function putBack(from: string, to: string): void {
    rmSync(to, { recursive: true });
    cpSync(from, to, { recursive: true });
  }

  test('when the same backup is restored twice', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    const ledger = await open(folder, { stateFolder });
    for (const _ of ['b', 'c']) await accept(ledger);
    await ledger.close();
    for (const _ of ['once', 'again']) {
      putBack(copy, folder);
      const adopted = await open(folder, { stateFolder, adopt: true });
      expect(await statesOf(adopted)).toEqual(['accepted', 'unknown', 'unknown']);
      await adopted.close();
    }
  });

  test('where the name has gone to another person, or to a corrected address, since the backup', async () => {
    const { folder, copy, stateFolder, messages } = await closedDesk();
    const ledger = await open(folder, { stateFolder });
    const [, second] = messages;
    if (!second) throw new Error('no message');
    const mended = other(second, 'jane@x.test', 'Jane');
    await ledger.recordApproval({ ...approvalOf('a2'), messages: [mended] });
    const run = await ledger.beginRun();
    const claim = await run.claim('a2', []);
    if (!claim) throw new Error('nothing to claim');
    await run.openGate(claim);
    await run.settle(claim, { event: 'accept', reply: '250 ok' });
    await run.end();
    await ledger.close();
    putBack(copy, folder);
    const adopted = await open(folder, { stateFolder, adopt: true });
    const rows = (await adopted.messages()).map(({ id, address, state }) => [id, address, state]);
    expect(rows).toContainEqual(['invitation/b-x-test/ar/to/2', 'jane@x.test', 'unknown']);
    expect(await adopted.verifyChain()).toMatchObject({ ok: true });
  });

  test('though somebody tried to take a copy over while it was sent', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    const ledger = await open(folder, { stateFolder });
    const run = await ledger.beginRun();
    expect(await codeOf(openLedger(copy, { stateFolder, adopt: true }))).toBe('ledger-locked');
    const claim = await claimed(run);
    await run.openGate(claim);
    await run.settle(claim, { event: 'accept', reply: '250 ok' });
    await run.end();
    await ledger.close();
    putBack(copy, folder);
    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('ledger-restored');
    const adopted = await open(folder, { stateFolder, adopt: true });
    expect(await statesOf(adopted)).toEqual(['accepted', 'unknown', 'unknown']);
  });

  test('where the edition has come to another folder without its ledger', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    const edition = 'forum-2027';
    const ledger = await open(folder, { stateFolder, edition });
    await accept(ledger);
    await ledger.close();
    const elsewhere = join(copy, '..', '..', 'elsewhere', '.wsis');
    const arrival = { stateFolder, edition };
    expect(await codeOf(openLedger(elsewhere, arrival))).toBe('ledger-missing');
    expect(await codeOf(openLedger(elsewhere, { ...arrival, newLedger: true }))).toBe(
      'ledger-in-use',
    );
    expect(await codeOf(openLedger(elsewhere, { stateFolder, edition: 'forum-2028' }))).toBe(
      'fine',
    );
    const third = join(copy, '..', '..', 'third', '.wsis');
    const adopted = await open(third, { ...arrival, adopt: true });
    expect(await statesOf(adopted)).toEqual(['unknown', 'unknown']);
  });

  test.each([
    ['cut off within a message', (text: string) => text.replace(/"messageId"[\s\S]*$/, '')],
    [
      'cut off after a bracket',
      (text: string) => text.replace(/("envelope":\{[^}]*\})[\s\S]*$/, '$1'),
    ],
  ])('a mark %s is read as far as it goes', async (_, spoil) => {
    const { folder, stateFolder, ledger } = await closedDesk();
    const mark = join(stateFolder, 'ledgers', `${ledger.id}.mark`);
    writeFileSync(mark, spoil(readFileSync(mark, 'utf8')));
    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('fine');
    writeFileSync(mark, '');
    expect(await codeOf(openLedger(folder, { stateFolder }))).toBe('ledger-unknown');
  });
});

describe('what a run has left that died', () => {
  test.each([
    ['before the gate', false, 'queued'],
    ['after it', true, 'unknown'],
  ])(
    '%s is settled when the ledger is opened, so that people can go on',
    async (_, gate, state) => {
      const { folder, stateFolder } = await closedDesk();
      const dead = await openLedger(folder, { stateFolder });
      const run = await dead.beginRun();
      const claim = await claimed(run);
      if (gate) await run.openGate(claim);
      await run.end();
      await dead.close();
      const ledger = await open(folder, { stateFolder });
      expect(await statesOf(ledger)).toEqual(['accepted', state, 'queued']);
      if (gate) await ledger.resolve(claim.message.id, 'delivered', 'it came', 'A.');
    },
  );

  test('but not what a run that is alive has in hand', async () => {
    const { folder, stateFolder } = await closedDesk();
    const first = await open(folder, { stateFolder });
    const run = await first.beginRun();
    await claimed(run);
    expect(await statesOf(await open(folder, { stateFolder }))).toContain('sending');
    await run.end();
  });
});

describe('of another edition', () => {
  test('next year’s folder begins a new ledger, and keeps the old one beside it', async () => {
    const { copy, folder, stateFolder } = await closedDesk();
    await (await openLedger(folder, { stateFolder, edition: 'forum-2027' })).close();
    rmSync(copy, { recursive: true });
    cpSync(folder, copy, { recursive: true });
    const next = { stateFolder, edition: 'forum-2028' };
    expect(await codeOf(openLedger(copy, next))).toBe('ledger-of-another-edition');
    const reading = { ...next, readonly: true };
    expect(await codeOf(openLedger(copy, reading))).toBe('ledger-of-another-edition');
    const fresh = await open(copy, { ...next, newLedger: true });
    expect(await fresh.messages()).toEqual([]);
    const aside = await open(`${copy}-forum-2027`, { readonly: true });
    expect((await aside.messages()).length).toBe(3);
    expect(await codeOf(openLedger(folder, { stateFolder, edition: 'forum-2027' }))).toBe('fine');
  });

  test('an edition that only has a new id keeps its ledger', async () => {
    const { folder, stateFolder } = await closedDesk();
    await (await openLedger(folder, { stateFolder, edition: 'forum-27' })).close();
    const renamed = { stateFolder, edition: 'forum-2027' };
    expect(await codeOf(openLedger(folder, renamed))).toBe('ledger-of-another-edition');
    const kept = await open(folder, { ...renamed, adopt: true });
    expect(await statesOf(kept)).toEqual(['accepted', 'queued', 'queued']);
    expect(await codeOf(openLedger(folder, renamed))).toBe('fine');
  });

  test('an edition without an id has the name of its folder, and keeps its ledger when that is renamed', async () => {
    const { folder, stateFolder } = await closedDesk();
    const [before, after] = ['forum-a', 'forum-b'].map((name) =>
      join(stateFolder, '..', name, '.wsis'),
    ) as [string, string];
    cpSync(folder, before, { recursive: true });
    rmSync(folder, { recursive: true });
    await (await openLedger(before, { stateFolder, edition: 'forum-a' })).close();
    cpSync(before, after, { recursive: true });
    const renamed = { stateFolder, edition: 'forum-b' };
    await expect(openLedger(after, renamed)).rejects.toMatchObject({
      diagnostics: [
        { code: 'ledger-of-another-edition', message: expect.stringContaining(before) },
      ],
    });
    rmSync(before, { recursive: true });
    expect(await codeOf(openLedger(after, { ...renamed, readonly: true }))).toBe('fine');
    // A run does not know whose mail it is, and notes the new place.
    expect(await codeOf(openLedger(after, { stateFolder }))).toBe('fine');
    expect(await codeOf(openLedger(after, { ...renamed, readonly: true }))).toBe('fine');
    expect(await codeOf(openLedger(after, renamed))).toBe('fine');
    const other = { stateFolder, edition: 'forum-c' };
    expect(await codeOf(openLedger(after, other))).toBe('ledger-of-another-edition');
  });

  test('what was put aside is not taken for lost', async () => {
    const { folder, stateFolder } = await closedDesk();
    await (await openLedger(folder, { stateFolder, edition: 'forum-2027' })).close();
    const next = { stateFolder, edition: 'forum-2028' };
    const fresh = await open(folder, { ...next, newLedger: true });
    await fresh.close();
    rmSync(folder, { recursive: true });
    const adopted = await open(folder, { ...next, adopt: true });
    expect(await adopted.messages()).toEqual([]);
    expect(await codeOf(openLedger(`${folder}-forum-2027`, { stateFolder }))).toBe('fine');
  });

  test('nobody begins a new ledger for the same edition', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    await (await openLedger(folder, { stateFolder, edition: 'forum-2027' })).close();
    const anew = { stateFolder, edition: 'forum-2027', newLedger: true };
    expect(await codeOf(openLedger(folder, anew))).toBe('ledger-in-use');
    rmSync(copy, { recursive: true });
    cpSync(folder, copy, { recursive: true });
    expect(await codeOf(openLedger(copy, anew))).toBe('ledger-in-use');
    expect(await statesOf(await open(folder, { stateFolder }))).toContain('accepted');
  });
});

describe('of an earlier version', () => {
  /** Takes out of a ledger what version 1 did not have. */
  function downgrade(folder: string): void {
    const connection = new Libsql(join(folder, 'ledger.sqlite'));
    connection.exec('DROP INDEX letter_mailbox');
    for (const column of ['mailbox', 'person', 'addressee', 'beside', 'formerly'])
      connection.exec(`ALTER TABLE letter DROP COLUMN ${column}`);
    connection.exec(`UPDATE meta SET value = '1' WHERE name = 'schema'`);
    connection.exec(`DELETE FROM meta WHERE name = 'home'`);
    connection.close();
  }

  test('it is read as it is, brought up to date, and knows which mailbox has had the letter', async () => {
    const { folder, copy, stateFolder } = await closedDesk();
    downgrade(folder);
    const reader = await open(folder, { stateFolder, readonly: true });
    expect(await statesOf(reader)).toEqual(['accepted', 'queued', 'queued']);
    const ledger = await open(folder, { stateFolder });
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
    const [first] = await ledger.messages({ state: 'accepted' });
    if (!first) throw new Error('nothing was accepted');
    const again = {
      ...freeze(folder, 'A@x.test'),
      key: { ...first.key, recipient: 'other' },
      messageId: '<other@mail.test>',
    };
    await ledger.recordApproval({ ...approvalOf('a2'), messages: [again] });
    const peer = await startPeer();
    const report = await sendFrom(ledger, folder, peer.port, { delivery: { approval: 'a2' } });
    expect(report).toMatchObject({ held: 1 });
    expect(peer.delivered).toEqual([]);
    downgrade(copy);
    expect(await codeOf(openLedger(copy, { stateFolder }))).toBe('ledger-copied');
    const next = { stateFolder, edition: 'forum-2028', newLedger: true };
    expect(await codeOf(openLedger(copy, next))).toBe('fine');
    expect(existsSync(`${copy}-earlier`)).toBe(true);
  });
});

describe('by the commands', () => {
  test('a copied edition is refused, and next year’s begins anew', async () => {
    const outer = starterEdition();
    const peer = await startPeer();
    const env = environmentFor(peer, join(outer, 'state'));
    const mail = (cwd: string, ...args: string[]) => wsisLetters(['mail', ...args], { cwd, env });
    const edition = join(outer, 'forum-x');
    const rows = [HEADER, 'ann,government,en,Ann Lee,female,minister,ann@a.example,', ''];
    writeFileSync(join(edition, 'stakeholders.csv'), rows.join('\n'));
    const approved = await mail(edition, 'approve', '--by', 'A', '--json');
    const { approval } = JSON.parse(approved.stdout);
    const copy = join(outer, 'copy');
    cpSync(edition, copy, { recursive: true });
    expect((await mail(edition, 'send', '--approval', approval)).code).toBe(0);
    const refused = await mail(copy, 'send', '--approval', approval);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/error\[ledger-copied\][\s\S]*--adopt[\s\S]*--new-ledger/);
    expect(peer.delivered.length).toBe(1);

    mkdirSync(join(outer, 'next'));
    renameSync(copy, join(outer, 'next', 'forum-x'));
    edit(join(outer, 'next'), 'edition.yaml', 'id: forum-2027', 'id: forum-2028');
    const next = join(outer, 'next', 'forum-x');
    for (const command of [['plan'], ['approve', '--by', 'A']]) {
      const ended = await mail(next, ...command);
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain('error[ledger-of-another-edition]');
    }
    const anew = await mail(next, 'approve', '--by', 'A', '--json', '--new-ledger');
    expect(JSON.parse(anew.stdout)).toMatchObject({ messages: 1, left: [] });
    expect(existsSync(join(next, '.wsis-forum-2027', 'ledger.sqlite'))).toBe(true);
  });
});
