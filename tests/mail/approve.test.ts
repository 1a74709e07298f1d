import { createHash, generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { batchHash } from '../../src/mail/approve.ts';
import { changesBetween, snapshotDigest, snapshotOf } from '../../src/mail/changes.ts';
import { wrongLetter } from '../../src/mail/guard.ts';
import { readSnapshot } from '../../src/mail/outbox.ts';
import { pdfInfo } from '../../src/mail/pdf-info.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { edit } from '../support/edition.ts';
import { sendFrom } from './support/desk.ts';
import { AT, office } from './support/office.ts';
import { startPeer } from './support/peer.ts';

const A = 'a,government,en,Ann Lee,female,minister,a@example.org,c@example.org';
const B = 'b,civil-society,ar,سلمى,female,none,b@example.org,';

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('approval', () => {
  test('freezes each message: what lies on the disk is what the ledger vouches for', async () => {
    const o = office();
    o.list(A, B);
    const ledger = await o.ledger();
    const { hash, messages, left } = await o.approve(ledger);
    expect(left).toEqual([]);
    expect(messages.map(({ address }) => address)).toEqual([
      'a@example.org',
      'c@example.org',
      'b@example.org',
    ]);
    for (const { file, digest, pdfDigest, messageId, envelope } of messages) {
      const bytes = readFileSync(join(o.folder, file));
      expect(sha256(bytes)).toBe(digest);
      expect(statSync(join(o.folder, file)).mode & 0o077).toBe(0);
      const mail = await simpleParser(bytes);
      expect(mail.messageId).toBe(messageId);
      expect(mail.date).toEqual(AT);
      expect(mail.to?.value[0]?.address).toBe(envelope.to);
      expect(sha256(mail.attachments[0]?.content ?? '')).toBe(pdfDigest);
    }
    expect(await ledger.approval(hash ?? '')).toMatchObject({ by: 'A. Tester', at: AT });
    expect((await ledger.messages({ approval: hash ?? '' })).map(({ state }) => state)).toEqual([
      'queued',
      'queued',
      'queued',
    ]);
  });

  test('given again without a change, it is the same approval of the same bytes', async () => {
    const o = office();
    o.list(A);
    const ledger = await o.ledger();
    const first = await o.approve(ledger);
    const files = readdirSync(join(o.folder, 'outbox'));
    const again = await o.approve(ledger, { at: new Date('2027-02-02T09:00:00Z') });
    expect(again.hash).toBe(first.hash);
    expect(readdirSync(join(o.folder, 'outbox'))).toEqual(files);
  });

  test('of the same messages, with another change in the list or another selection, is one that can be sent', async () => {
    const o = office();
    o.list(A, B.replace('b@example.org', ''));
    const ledger = await o.ledger();
    const first = await o.approve(ledger);
    o.list(A, B.replace('b@example.org', '').replace('سلمى', 'ليلى'));
    const second = await o.approve(ledger);
    const third = await o.approve(ledger, { selection: { recipients: ['a'] } });
    const hashes = [first, second, third].map(({ hash = '' }) => hash);
    expect(new Set(hashes).size).toBe(3);
    for (const hash of hashes) {
      const approval = await ledger.approval(hash);
      expect(approval && readSnapshot(o.folder, approval)).toBeDefined();
    }
  });

  test('two approvals of the same edition at the same time, in two places, are the same', async () => {
    const hashes = [];
    for (const o of [office(), office()]) hashes.push((await o.approve(await o.ledger())).hash);
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('the hash stands for key, address, envelope and bytes, in whatever order', async () => {
    const o = office();
    o.list(A, B);
    const ledger = await o.ledger();
    const { hash = '', messages } = await o.approve(ledger);
    const basis = (await ledger.approval(hash))?.edition ?? '';
    const [first, ...rest] = messages;
    if (!first) throw new Error('nothing was approved');
    expect(batchHash([...rest, first], basis)).toBe(hash);
    const others = [
      { ...first, key: { ...first.key, recipient: 'x' } },
      { ...first, key: { ...first.key, language: 'fr' as const } },
      { ...first, address: 'x@example.org' },
      { ...first, envelope: { ...first.envelope, to: 'x@example.org' } },
      { ...first, envelope: { ...first.envelope, from: 'x@example.org' } },
      { ...first, digest: '0' },
    ].map((other) => batchHash([other, ...rest], basis));
    const unlike = [batchHash(rest, basis), batchHash(messages, 'another')];
    expect(new Set([hash, ...unlike, ...others]).size).toBe(9);
  });

  test('leaves out what was accepted and what may have been', async () => {
    const o = office();
    o.list(A, B);
    const ledger = await o.ledger();
    const { hash = '' } = await o.approve(ledger);
    const peer = await startPeer((to) =>
      to === 'c@example.org' ? { at: 'dot', trouble: 'drop' } : undefined,
    );
    await sendFrom(ledger, o.folder, peer.port, { delivery: { approval: hash } });
    o.list(A, B, 'd,government,en,Dan Roe,male,minister,d@example.org,');
    const again = await o.approve(ledger, { at: new Date('2027-02-02T09:00:00Z') });
    expect(again.left).toEqual([
      { id: 'invitation/a/en/to', state: 'accepted' },
      { id: 'invitation/a/en/cc:c@example.org', state: 'unknown' },
      { id: 'invitation/b/ar/to', state: 'accepted' },
    ]);
    expect(again.messages.map(({ address }) => address)).toEqual(['d@example.org']);
    expect(again.hash).not.toBe(hash);
  });

  test('signs what it freezes', async () => {
    const o = office();
    o.list(A);
    const key = generateKeyPairSync('ed25519').privateKey;
    const dkim = { domain: 'example.org', selector: 's1', key };
    const { messages } = await o.approve(await o.ledger(), { dkim });
    for (const { file } of messages) {
      expect(readFileSync(join(o.folder, file), 'utf8')).toMatch(
        /^DKIM-Signature: v=1; a=ed25519-sha256;/,
      );
    }
  });

  test('a frozen message that was tampered with is frozen anew', async () => {
    const o = office();
    o.list(A);
    const ledger = await o.ledger();
    const { messages } = await o.approve(ledger);
    const path = join(o.folder, messages[0]?.file ?? '');
    writeFileSync(path, `${readFileSync(path, 'utf8')}more`);
    await o.approve(ledger);
    expect(
      (await o.approve(ledger)).messages.map(
        ({ file, digest }) => sha256(readFileSync(join(o.folder, file))) === digest,
      ),
    ).toEqual([true, true]);
  });
});

describe('the guard against wrong letters', () => {
  test('a PDF says which letter, language and recipient it is for', async () => {
    const o = office();
    o.list(A);
    const [message] = o.plan().messages;
    if (!message?.letter) throw new Error('no letter');
    const { pdf } = await renderLetter(message.letter);
    expect(pdfInfo(pdf)).toMatchObject({
      WsisEdition: 'forum-2027',
      WsisLetter: 'invitation',
      WsisLanguage: 'en',
      WsisRecipient: 'a',
    });
    expect(wrongLetter(pdf, 'forum-2027', message)).toBeUndefined();
  });

  test.each<readonly [string, (message: Message) => readonly [string, Message], string]>([
    ['another edition', (m) => ['forum-x', m] as const, 'WsisEdition'],
    [
      'another letter',
      (m) => ['forum-2027', { ...m, key: { ...m.key, letter: 'x' } }] as const,
      'WsisLetter',
    ],
    [
      'another language',
      (m) => ['forum-2027', { ...m, key: { ...m.key, language: 'ar' } }] as const,
      'WsisLanguage',
    ],
    [
      'another recipient',
      (m) => ['forum-2027', { ...m, key: { ...m.key, recipient: 'b' } }] as const,
      'WsisRecipient',
    ],
    [
      'a personal letter for a circular',
      (m) => ['forum-2027', { ...m, form: 'circular' }] as const,
      'WsisRecipient',
    ],
  ])('%s is found out', async (_name, change, word) => {
    const o = office();
    o.list(A);
    const [message] = o.plan().messages;
    if (!message?.letter) throw new Error('no letter');
    const { pdf } = await renderLetter(message.letter);
    expect(wrongLetter(pdf, ...change(message))).toContain(word);
  });

  test.each([
    ['nothing', ''],
    ['another file', 'x'.repeat(500)],
    [
      'a PDF of another tool',
      '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Info 1 0 R>>\nstartxref\n9\n%%EOF\n',
    ],
  ])('%s is no letter', (_name, content) => {
    const [message] = office().plan().messages;
    if (!message) throw new Error('no message');
    expect(wrongLetter(Buffer.from(content), 'forum-2027', message)).toMatch(/PDF/);
  });
});
type Message = ReturnType<ReturnType<typeof office>['plan']>['messages'][number];

function twice(text: string): string[] {
  return [text, text];
}

describe('what has changed since an approval', () => {
  async function changesAfter(change: (o: ReturnType<typeof office>) => void): Promise<string[]> {
    const o = office();
    o.list(A, B);
    const ledger = await o.ledger();
    const { hash = '' } = await o.approve(ledger);
    const approval = await ledger.approval(hash);
    const basis = approval && readSnapshot(o.folder, approval);
    if (!basis) throw new Error('the basis is gone');
    change(o);
    const now = snapshotOf(o.load(), o.plan(), {});
    expect(snapshotDigest(now) === approval.edition).toBe(changesBetween(basis, now).length === 0);
    return changesBetween(basis, now).map(({ id, what }) => `${id} ${what}`);
  }

  test.each<readonly [string, (o: ReturnType<typeof office>) => void, string[]]>([
    ['nothing', () => {}, []],
    ['a comment', ({ outer }) => edit(outer, 'edition.yaml', '# An edition', '# This edition'), []],
    [
      'an address',
      ({ list }) => list(A.replace('a@', 'x@'), B),
      ['invitation/a/en/to address', 'invitation/a/en/to text of the message'],
    ],
    [
      'a name',
      ({ list }) => list(A, B.replace('سلمى', 'ليلى')),
      // The name stands in the address and in the salutation of both.
      ['name', ...twice('text of the message'), ...twice('text of the letter')].map(
        (what) => `invitation/b/ar/to ${what}`,
      ),
    ],
    [
      'one recipient more',
      ({ list }) => list(A, B, 'd,government,en,D,male,minister,d@example.org,'),
      ['invitation/d/en/to added'],
    ],
    ['one recipient less', ({ list }) => list(A), ['invitation/b/ar/to left out']],
    [
      'another language',
      ({ list }) => list(A, B.replace(',ar,', ',en,')),
      ['invitation/b/ar/to left out', 'invitation/b/en/to added'],
    ],
    [
      'the sender',
      ({ outer }) => edit(outer, 'edition.yaml', 'address: forum@', 'address: other@'),
      ['invitation/a/en/cc:c@example.org', 'invitation/a/en/to', 'invitation/b/ar/to'].map(
        (id) => `${id} text of the message`,
      ),
    ],
    [
      'the text of the letters',
      ({ outer }) => edit(outer, 'edition.yaml', 'proposals: 2027-03-31', 'proposals: 2027-03-30'),
      ['invitation/a/en/cc:c@example.org', 'invitation/a/en/to', 'invitation/b/ar/to'].map(
        (id) => `${id} text of the letter`,
      ),
    ],
    [
      'what blocks a message',
      ({ list }) => list(A, B.replace('b@example.org', '')),
      ['address', 'subject', 'blocked by', 'text of the message'].map(
        (what) => `invitation/b/ar/to ${what}`,
      ),
    ],
  ])('%s', async (_name, change, expected) => {
    expect(await changesAfter(change)).toEqual(expected);
  });

  test('the passages that differ are told in words, from the approval itself', async () => {
    const o = office();
    o.list(A, B);
    const ledger = await o.ledger();
    const { hash = '' } = await o.approve(ledger);
    const approval = await ledger.approval(hash);
    const basis = approval && readSnapshot(o.folder, approval);
    if (!basis) throw new Error('the basis is gone');
    edit(o.outer, 'edition.yaml', 'proposals: 2027-03-31', 'proposals: 2027-03-30');
    const changes = changesBetween(basis, snapshotOf(o.load(), o.plan(), {}));
    const told = changes.map(({ id, before, now }) => [id, before, now]);
    expect(told).toEqual([
      [
        'invitation/a/en/cc:c@example.org',
        expect.stringMatching(/31 March 2027/),
        expect.stringMatching(/30 March/),
      ],
      [
        'invitation/a/en/to',
        expect.stringMatching(/^… .*31 March 2027/),
        expect.stringMatching(/30 March/),
      ],
      ['invitation/b/ar/to', expect.stringMatching(/31 مارس/), expect.stringMatching(/30 مارس/)],
    ]);
    for (const { before } of changes) expect(before.length).toBeLessThan(120);
  });

  test('looks are told from words', async () => {
    expect(
      await changesAfter(({ outer }) =>
        edit(outer, 'edition.yaml', '\nevent:', '\nsettings: {font-size: 12}\nevent:'),
      ),
    ).toContain(
      'invitation/a/en/to looks of the letter (layout, fonts, pictures, annexes), not its words',
    );
  });

  test.each([
    ['its lines', /"lines": \[\s+"/, '"lines": ["x", "'],
    ['an address', /a@example\.org/, 'b@example.org'],
  ])('a basis of which %s were changed is not trusted', async (_name, from, to) => {
    const o = office();
    o.list(A);
    const ledger = await o.ledger();
    const { hash = '' } = await o.approve(ledger);
    const approval = await ledger.approval(hash);
    const path = join(o.folder, 'approvals', `${hash}.json`);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    expect(approval && readSnapshot(o.folder, approval)).toBeUndefined();
  });
});
