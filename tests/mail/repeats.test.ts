/** Ordinary edits of a list between two mailings: nobody gets a letter twice, and nobody is skipped without a word. */
import { describe, expect, test } from 'vitest';
import { readyMessages } from '../../src/mail/content.ts';
import type { Ledger } from '../../src/mail/model.ts';
import { type Again, review } from '../../src/mail/review.ts';
import { edit } from '../support/edition.ts';
import { approvalOf, deskWith, freeze, sendFrom, twinOf } from './support/desk.ts';
import { type Office, office } from './support/office.ts';
import { type Fault, type Peer, startPeer } from './support/peer.ts';

const ANN = 'ann,government,en,Ann Lee,female,minister,ann@a.example,';
const BEN = 'ben,civil-society,en,Ben Roe,male,none,ben@b.example,';
const ROE = 'ann,government,en,Ben Roe,male,minister,';

interface Town extends Office {
  readonly peer: Peer;
  readonly books: Ledger;
  /** Sends all that is approved and waits. */
  mail(again?: Again): Promise<void>;
  /** How many letters each mailbox has got. */
  got(): Record<string, number>;
}

async function town(faultOf?: (to: string) => Fault | undefined): Promise<Town> {
  const o = office();
  const books = await o.ledger();
  const peer = await startPeer(faultOf);
  return {
    ...o,
    peer,
    books,
    mail: async (again) => {
      const { hash } = await o.approve(books, { skipBlocked: true, ...(again && { again }) });
      const limits = { connections: 2 };
      if (hash)
        await sendFrom(books, o.folder, peer.port, { delivery: { approval: hash }, limits });
    },
    got: () => {
      const counts: Record<string, number> = {};
      for (const { to } of peer.delivered) counts[to] = (counts[to] ?? 0) + 1;
      return counts;
    },
  };
}

/** What the ledger makes of the list as it is now. */
async function look({ books, plan, load }: Town, again?: Again) {
  const seen = review(load(), readyMessages(plan().messages), await books.messages(), again);
  return {
    open: [...seen.open.values()].map(({ id }) => id),
    left: [...seen.left.keys()],
    blocked: [...seen.blocked].map(([id, { code }]) => `${id} ${code}`),
    warnings: seen.warnings.map(({ code }) => code),
    errors: seen.errors.map(({ code }) => code),
  };
}

const NOTHING = { open: [], left: [], blocked: [], warnings: [], errors: [] };
const TO = 'invitation/ann/en/to';

describe('after a letter was sent, the list has', () => {
  test.each<readonly [string, string, string, Partial<Record<keyof typeof NOTHING, string[]>>]>([
    ['nothing new', ANN, ANN, { left: [TO] }],
    [
      'another id for the same mailbox',
      ANN,
      ANN.replace('ann,', 'ann-lee,'),
      { blocked: ['invitation/ann-lee/en/to already-sent'] },
    ],
    [
      'another id and name for the same mailbox',
      ANN,
      ANN.replace('ann,', 'lee,').replace('Ann Lee', 'Ann M. Lee'),
      { blocked: ['invitation/lee/en/to already-sent'] },
    ],
    [
      'another language',
      ANN,
      ANN.replace(',en,', ',ar,'),
      { blocked: ['invitation/ann/ar/to already-sent'] },
    ],
    ['other capitals in the address', ANN, ANN.replace('ann@a', 'Ann@A'), { left: [TO] }],
    [
      'a domain in ASCII that was in Unicode, under another id',
      ANN.replace('a.example', 'bücher.example'),
      ANN.replace('a.example', 'xn--bcher-kva.example').replace('ann,', 'lee,'),
      { blocked: ['invitation/lee/en/to already-sent'] },
    ],
    [
      'another person under the id: a message of its own, and a word about it',
      ANN,
      `${ROE}ben@b.example,`,
      { open: [`${TO}/2`], warnings: ['other-person'] },
    ],
    [
      'another name at the address: a word about it',
      ANN,
      `${ROE}ann@a.example,`,
      { left: [TO], warnings: ['other-name'] },
    ],
    [
      'another address of the same person: a word about it',
      ANN,
      ANN.replace('ann@a', 'ann@new'),
      { left: [TO], warnings: ['other-address'] },
    ],
    [
      'a name with other blanks and capitals',
      ANN,
      ANN.replace('Ann Lee', 'ANN  Lee'),
      { left: [TO] },
    ],
    [
      'a copy before the others',
      `${ANN}old1@c.example old2@c.example`,
      `${ANN}new@c.example old1@c.example old2@c.example`,
      {
        open: ['invitation/ann/en/cc:new@c.example'],
        left: [TO, 'invitation/ann/en/cc:old1@c.example', 'invitation/ann/en/cc:old2@c.example'],
      },
    ],
    [
      'the copies the other way round, and one less',
      `${ANN}old1@c.example old2@c.example old3@c.example`,
      `${ANN}OLD3@c.example old1@c.example`,
      {
        left: [TO, 'invitation/ann/en/cc:old3@c.example', 'invitation/ann/en/cc:old1@c.example'],
      },
    ],
    [
      'a copy for an office that has had the copy of another letter',
      `${ANN}office@c.example`,
      `${ANN}office@c.example\n${BEN}office@c.example`,
      {
        left: [TO, 'invitation/ann/en/cc:office@c.example'],
        open: ['invitation/ben/en/to', 'invitation/ben/en/cc:office@c.example'],
      },
    ],
    [
      'another id and address for the same person: nothing to either, nor to the office',
      `${ANN}office@c.example`,
      `${ANN.replace('ann,', 'lee,').replace('ann@a', 'ann@new')}office@c.example`,
      {
        blocked: [
          'invitation/lee/en/to already-sent',
          'invitation/lee/en/cc:office@c.example already-sent',
        ],
      },
    ],
    [
      'another language and address for the same person',
      ANN,
      ANN.replace(',en,', ',ar,').replace('ann@a', 'ann@new'),
      { blocked: ['invitation/ann/ar/to already-sent'] },
    ],
    [
      'somebody else of the same name, with a row of their own',
      ANN,
      `${ANN}\n${ANN.replace('ann,', 'lee,').replace('ann@a', 'lee@b')}`,
      { left: [TO], open: ['invitation/lee/en/to'] },
    ],
    [
      'somebody new at an address that has had the letter',
      ANN,
      `${ANN}\n${BEN.replace('ben@b', 'ann@a')}`,
      { left: [TO], blocked: ['invitation/ben/en/to already-sent'] },
    ],
  ])('%s', async (_, before, after, expected) => {
    const place = await town();
    place.list(...before.split('\n'));
    await place.mail();
    const first = place.got();
    place.list(...after.split('\n'));
    expect(await look(place)).toEqual({ ...NOTHING, ...expected });
    await place.mail();
    await place.mail();
    const added = (expected.open ?? []).length;
    const sum = (counts: Record<string, number>) =>
      Object.values(counts).reduce((all, one) => all + one, 0);
    expect(sum(place.got())).toBe(sum(first) + added);
    expect(await place.books.verifyChain()).toMatchObject({ ok: true });
  });
});

describe('in one list', () => {
  test('an address in Unicode has a copy in ASCII: one message', async () => {
    const place = await town();
    place.list(`${ANN.replace('a.example', 'bücher.example')}ann@xn--bcher-kva.example`);
    const { messages, diagnostics } = place.plan();
    expect(messages.map(({ id }) => id)).toEqual([TO]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['repeated-copy']);
  });

  test('one person twice at one address is blocked; two people at one address are not', async () => {
    const place = await town();
    place.list(ANN, ANN.replace('ann,', 'lee,'), BEN.replace('ben@b', 'ann@a'));
    expect(await look(place)).toEqual({
      ...NOTHING,
      open: [TO, 'invitation/ben/en/to'],
      blocked: ['invitation/lee/en/to same-person'],
    });
    await place.mail();
    await place.mail();
    expect(place.got()).toEqual({ 'ann@a.example': 2 });
  });

  test('two people at one address keep their letters when the first was sent alone', async () => {
    const place = await town();
    place.list(ANN, BEN.replace('ben@b', 'ann@a'));
    const { hash = '' } = await place.approve(place.books);
    await sendFrom(place.books, place.folder, place.peer.port, {
      delivery: { approval: hash },
      limits: { messages: 1 },
    });
    edit(place.outer, 'edition.yaml', 'proposals: 2027-03-31', 'proposals: 2027-03-30');
    expect(await look(place)).toEqual({
      ...NOTHING,
      left: [TO],
      open: ['invitation/ben/en/to'],
    });
    await place.mail();
    expect(place.got()).toEqual({ 'ann@a.example': 2 });
  });

  test('a circular goes once to a mailbox that is a reader and gets copies of others', async () => {
    const place = await town();
    edit(place.outer, 'edition.yaml', 'forms: [circular, personal]', 'forms: [circular]');
    place.list(
      `${ANN}ben@b.example office@c.example`,
      `${BEN}office@c.example`,
      'eve,academia-technical,en,Eve Orr,female,none,eve@e.example,ann@a.example',
    );
    expect(await look(place)).toMatchObject({
      warnings: ['repeated-copy', 'repeated-copy', 'repeated-copy'],
      blocked: [],
    });
    await place.mail();
    await place.mail();
    expect(await look(place)).toMatchObject({ open: [], blocked: [], warnings: [] });
    expect(place.got()).toEqual({
      'ann@a.example': 1,
      'ben@b.example': 1,
      'eve@e.example': 1,
      'office@c.example': 1,
    });
  });

  test('two people at one address whose ids are swapped after the first was sent', async () => {
    const place = await town();
    const two = [ANN, BEN.replace('ben@b', 'ann@a')];
    place.list(...two);
    const { hash = '' } = await place.approve(place.books);
    await sendFrom(place.books, place.folder, place.peer.port, {
      delivery: { approval: hash },
      limits: { messages: 1 },
    });
    place.list(ANN.replace('ann,', 'ben,'), BEN.replace('ben@b', 'ann@a').replace('ben,', 'ann,'));
    await place.mail();
    expect(place.got()).toEqual({ 'ann@a.example': 1 });
    expect((await look(place)).blocked).toEqual(['invitation/ben/en/to already-sent']);
  });

  test('a circular to two people at one address is sent to both, and never again', async () => {
    const place = await town();
    edit(place.outer, 'edition.yaml', 'forms: [circular, personal]', 'forms: [circular]');
    place.list(ANN, BEN.replace('ben@b', 'ann@a'));
    await place.mail();
    expect(place.got()).toEqual({ 'ann@a.example': 2 });
    place.list(ANN, BEN.replace('ben@b', 'ann@a'), ANN.replace('ann,', 'x,').replace('Ann', 'X'));
    await place.mail();
    expect(place.got()).toEqual({ 'ann@a.example': 2 });
  });
});

describe('the letter', () => {
  const rename = (place: Town) => edit(place.outer, 'edition.yaml', 'id: invitation', 'id: invite');

  test('under another id is the same letter', async () => {
    const place = await town();
    place.list(ANN, BEN);
    await place.mail();
    rename(place);
    expect(await look(place)).toEqual({
      ...NOTHING,
      blocked: ['invite/ann/en/to already-sent', 'invite/ben/en/to already-sent'],
    });
    await place.mail();
    expect(place.got()).toEqual({ 'ann@a.example': 1, 'ben@b.example': 1 });
  });

  test('split by languages is the same letter', async () => {
    const place = await town();
    place.list(ANN, BEN.replace(',en,', ',ar,'));
    await place.mail();
    edit(place.outer, 'edition.yaml', 'languages: [ar, en]', 'languages: [en]');
    const other = '  - {id: invitation-ar, like: invitation, languages: [ar]}\n';
    edit(place.outer, 'edition.yaml', '\n# Who sends', `\n${other}\n# Who sends`);
    expect((await look(place)).blocked).toContain('invitation-ar/ben/ar/to already-sent');
    await place.mail();
    expect(place.got()).toEqual({ 'ann@a.example': 1, 'ben@b.example': 1 });
  });

  test('renamed while its first approval is being sent goes out once', async () => {
    const place = await town();
    place.list(ANN);
    const first = await place.approve(place.books);
    rename(place);
    const second = await place.approve(place.books);
    for (const { hash = '' } of [first, second])
      await sendFrom(place.books, place.folder, place.peer.port, { delivery: { approval: hash } });
    expect(place.got()).toEqual({ 'ann@a.example': 1 });
    expect(await place.books.message('invite/ann/en/to')).toMatchObject({ state: 'held' });
  });

  test('with another subject is another one', async () => {
    const place = await town();
    place.list(ANN);
    await place.mail();
    rename(place);
    edit(place.outer, 'edition.yaml', 'mail:\n', 'mail:\n  subject: A reminder\n');
    expect(await look(place)).toEqual({
      ...NOTHING,
      open: ['invite/ann/en/to'],
      warnings: ['letter-replaced'],
    });
  });
});

describe('a person says so', () => {
  const reason = 'the first went to her predecessor';

  test('and the mailbox gets it once more, with the reason in the history', async () => {
    const place = await town();
    place.list(ANN);
    await place.mail();
    place.list(`${ROE}ann@a.example,`);
    await place.mail({ ids: [TO], reason });
    expect(place.got()).toEqual({ 'ann@a.example': 2 });
    const approvals = (await place.books.events()).filter(({ kind }) => kind === 'approve');
    expect(approvals.at(-1)).toMatchObject({ message: `${TO}/2`, detail: { again: reason } });
    expect(await look(place)).toEqual({ ...NOTHING, left: [TO] });
    await place.mail();
    expect(place.got()).toEqual({ 'ann@a.example': 2 });
    expect(await place.books.verifyChain()).toMatchObject({ ok: true });
  });

  test('of a message under another id', async () => {
    const place = await town();
    place.list(ANN);
    await place.mail();
    place.list(ANN.replace('ann,', 'lee,'));
    await place.mail({ ids: ['invitation/lee/en/to'], reason });
    expect(place.got()).toEqual({ 'ann@a.example': 2 });
  });

  test('and the word still holds when the letter is changed before it goes out', async () => {
    const place = await town();
    place.list(ANN);
    await place.mail();
    await place.approve(place.books, { again: { ids: [TO], reason } });
    edit(place.outer, 'edition.yaml', 'proposals: 2027-03-31', 'proposals: 2027-03-30');
    await place.mail();
    await place.mail();
    expect(place.got()).toEqual({ 'ann@a.example': 2 });
  });

  test('not of what nobody has had, nor of what must be settled first', async () => {
    const place = await town((to) =>
      to === 'ann@a.example' ? { at: 'dot', trouble: 'drop' } : undefined,
    );
    place.list(ANN);
    await place.mail();
    place.list(ANN, BEN);
    const ids = [TO, 'invitation/ben/en/to', 'invitation/nobody/en/to'];
    expect((await look(place, { ids, reason })).errors).toEqual([
      'not-settled',
      'nothing-to-repeat',
      'nothing-to-repeat',
    ]);
    await expect(place.approve(place.books, { again: { ids, reason } })).rejects.toThrow();
    expect((await place.books.messages()).map(({ state }) => state)).toEqual(['unknown']);
  });
});

test('a copy of a circular that a person holds does not go out by another row', async () => {
  const place = await town();
  edit(place.outer, 'edition.yaml', 'forms: [circular, personal]', 'forms: [circular]');
  const cc = (row: string) => `${row}office@c.example`;
  place.list(cc(ANN), cc(BEN));
  await place.approve(place.books, { skipBlocked: true });
  const copy = (await place.books.messages()).find(({ mailbox }) => mailbox === 'office@c.example');
  await place.books.hold(copy?.id ?? '', 'wrong office', 'A.');
  expect((await look(place)).warnings).toEqual(['still-held', 'still-held']);
  await place.mail();
  expect(place.got()).toEqual({ 'ann@a.example': 1, 'ben@b.example': 1 });
});

test('what a person holds stays held, and that is said', async () => {
  const place = await town();
  place.list(ANN, BEN);
  await place.approve(place.books);
  await place.books.hold(TO, 'wrong name', 'A.');
  expect(await look(place)).toMatchObject({ left: [TO], warnings: ['still-held'] });
  await place.mail();
  expect(place.got()).toEqual({ 'ben@b.example': 1 });
  await place.books.resolve(TO, 'resend', 'it was right', 'A.');
  await place.mail();
  expect(place.got()).toEqual({ 'ann@a.example': 1, 'ben@b.example': 1 });
});

test('what came back may go to a new address', async () => {
  const place = await town();
  place.list(ANN);
  await place.mail();
  const bounce = { kind: 'bounced', status: '5.1.1', diagnostic: 'no', source: 'b.eml' } as const;
  await place.books.recordBounce(TO, bounce);
  expect(await look(place)).toEqual({ ...NOTHING, left: [TO] });
  place.list(ANN.replace('ann@a', 'ann@new'));
  expect(await look(place)).toMatchObject({ open: [`${TO}/2`], warnings: ['new-address'] });
  await place.mail();
  expect(place.got()).toEqual({ 'ann@a.example': 1, 'ann@new.example': 1 });
});

describe('at the gate', () => {
  const ADDRESSES = ['ann@x.test', 'ben@x.test'];

  /** A desk in which a message of another name to the first mailbox is approved as well. */
  async function crowded(beside?: readonly string[]) {
    const desk = await deskWith(ADDRESSES);
    const [first] = desk.messages;
    if (!first) throw new Error('no message');
    const other = freeze(desk.folder, 'Ann@x.test');
    const twin = { ...twinOf({ ...other, key: first.key }), ...(beside && { beside }) };
    await desk.ledger.recordApproval({ ...approvalOf('a2'), messages: [twin] });
    return desk;
  }

  test('the second message to a mailbox is held, whatever it is called, and the others go on', async () => {
    const desk = await crowded();
    const peer = await startPeer();
    await desk.send(peer.port);
    const report = await desk.send(peer.port, { delivery: { approval: 'a2' } });
    expect(report).toMatchObject({ held: 1, accepted: 0, resumable: false });
    expect(report.stopped).toBeUndefined();
    const held = await desk.ledger.message('invitation/ann-x-test-again/ar/to');
    expect(held?.reply).toMatch(/has had the letter "invitation" as invitation\/ann-x-test/);
    expect(peer.delivered.map(({ to }) => to)).toEqual(ADDRESSES);
    expect(await desk.ledger.verifyChain()).toMatchObject({ ok: true });
  });

  test('but for one that the approver knew of', async () => {
    const desk = await crowded(['invitation/ann-x-test/ar/to']);
    const peer = await startPeer();
    await desk.send(peer.port);
    const report = await desk.send(peer.port, { delivery: { approval: 'a2' } });
    expect(report).toMatchObject({ held: 0, accepted: 1 });
  });

  test('with both in flight at once as well', async () => {
    const desk = await deskWith([]);
    const addresses = Array.from({ length: 15 }, (_, index) => `r${index}@x.test`);
    const messages = addresses.map((address) => freeze(desk.folder, address));
    const twins = messages.flatMap((message) => [message, twinOf(message)]);
    await desk.ledger.recordApproval({ ...approvalOf('twins'), messages: twins });
    const peer = await startPeer(() => ({ at: 'rcpt', trouble: 'slow' }));
    const limits = { connections: 4 };
    const report = await desk.send(peer.port, { limits, delivery: { approval: 'twins' } });
    expect(report).toMatchObject({ accepted: 15, held: 15, unknown: 0 });
    expect(peer.delivered.map(({ to }) => to).sort()).toEqual(addresses.sort());
  });

  test('also when the first one may have arrived', async () => {
    const desk = await crowded();
    const peer = await startPeer((to) =>
      to === 'ann@x.test' ? { at: 'dot', trouble: 'keep-drop', times: 1 } : undefined,
    );
    await desk.send(peer.port);
    const report = await desk.send(peer.port, { delivery: { approval: 'a2' } });
    expect(report).toMatchObject({ held: 1 });
    expect(peer.delivered.map(({ to }) => to)).toEqual(ADDRESSES);
  });
});
