import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import { createTransport } from 'nodemailer';
import { expect, onTestFinished, test } from 'vitest';
import { parseMailbox } from '../../src/data/schema/mailbox.ts';
import { unusualProblem } from '../../src/data/schema/unusual.ts';
import { envelopeAddress } from '../../src/mail/envelope.ts';
import { openLedger } from '../../src/mail/ledger/open.ts';
import { buildMessage } from '../../src/mail/message/message.ts';
import type { FrozenMessage } from '../../src/mail/model.ts';
import { temporaryFolder } from '../support/cli.ts';
import { ADDRESSES, type AddressRow, REFUSED, UNUSUAL } from './addresses.table.ts';
import { APPROVAL, approvalOf, sendFrom } from './support/desk.ts';
import { startPeer } from './support/peer.ts';

const LABEL = 'a'.repeat(63);
const TOO_LONG: readonly AddressRow[] = [
  [`a@${LABEL}a.example`, REFUSED, `a@${LABEL}a.example`],
  [
    `a@${[LABEL, LABEL, LABEL, LABEL].join('.')}.example`,
    REFUSED,
    `a@${[LABEL, LABEL, LABEL, LABEL].join('.')}.example`,
  ],
  [
    `${'ж'.repeat(32)}@example.org`,
    `${'ж'.repeat(32)}@example.org`,
    `${'ж'.repeat(32)}@example.org`,
  ],
];
const ROWS = [...Object.values(ADDRESSES).flat(), ...TOO_LONG];
const SENT = ROWS.filter(([, sent]) => sent !== REFUSED);

function outcome(form: string): string {
  const read = parseMailbox(form);
  return 'problem' in read ? REFUSED : envelopeAddress(read.address);
}

test('there are as many forms as were promised, and most are hostile', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(120);
  expect(new Set(ROWS.map(([form]) => form)).size).toBe(ROWS.length);
  expect(ROWS.length - SENT.length).toBeGreaterThan(SENT.length);
});

test.each(ROWS)('%j → %s', (form, sent) => {
  expect(outcome(form)).toBe(sent);
});

const UNUSUAL_FORMS = (ADDRESSES[UNUSUAL] ?? []).map(([form]) => form);

test.each(UNUSUAL_FORMS)('%j is taken only where the edition names it', (form) => {
  const problem = unusualProblem(
    form,
    UNUSUAL_FORMS.filter((other) => other !== form),
  );
  expect(problem?.message).toMatch(/ is an unusual address: it (holds|begins with) "."/u);
  expect(problem?.hint).toContain(`unusual-addresses: ["${form}"]`);
  expect(unusualProblem(form, [form])).toBeUndefined();
});

test('no other form that is taken has to be named', () => {
  const forms = SENT.map(([form]) => form).filter((form) => !UNUSUAL_FORMS.includes(form));
  expect(forms.filter((form) => unusualProblem(form, []))).toEqual([]);
});

test('a refusal says why, and never repeats itself as an address', () => {
  for (const [form] of ROWS.filter(([, sent]) => sent === REFUSED)) {
    const read = parseMailbox(form);
    expect('problem' in read ? read.problem.length : 0).toBeGreaterThan(10);
  }
});

test('what nodemailer would have done with each form is as the table notes', async () => {
  const transport = createTransport({ streamTransport: true, buffer: true });
  for (const [form, , noted] of ROWS) {
    const mail = { from: 'office@example.org', to: { address: form, name: '' }, text: '' };
    expect([form, (await transport.sendMail(mail)).envelope.to.join(' | ')]).toEqual([form, noted]);
  }
});

/** A message to each address, as approval builds it, in a ledger's folder. */
function freezeAll(folder: string): FrozenMessage[] {
  mkdirSync(join(folder, 'outbox'), { recursive: true });
  return SENT.map(([form, to], index) => {
    const file = `outbox/${index}.eml`;
    const built = buildMessage({
      letterId: `e/l/r${index}/en/to`,
      from: { address: 'office@example.org' },
      to: { address: to, name: 'Name, with "signs" <x@evil.example>' },
      date: new Date('2026-04-10T09:00:00Z'),
      language: 'en',
      direction: 'ltr',
      subject: 'S',
      text: 'T',
      html: 'H',
      pdf: Buffer.from('%PDF'),
      fileName: 'a.pdf',
      asciiFileName: 'a.pdf',
    });
    writeFileSync(join(folder, file), built.bytes);
    // A letter of its own for each: some forms are one mailbox, which would not get one letter twice.
    const key = {
      letter: `l${index}`,
      recipient: `r${index}`,
      language: 'en',
      role: 'to',
    } as const;
    const envelope = { from: 'office@example.org', to };
    return { ...built, key, envelope, address: form, file, subject: 'S' };
  });
}

/** smtp-server shows domains in their own letters, whatever it was sent. */
function inAscii(address: string): string {
  const [local, domain = ''] = address.split('@');
  return `${local}@${domainToASCII(domain)}`;
}

test('every form that is taken arrives at just the address that approval showed', async () => {
  const folder = join(temporaryFolder(), '.wsis');
  const messages = freezeAll(folder);
  const ledger = await openLedger(folder, { stateFolder: join(folder, 'state') });
  onTestFinished(() => ledger.close());
  await ledger.recordApproval({ ...approvalOf(APPROVAL), messages });
  const peer = await startPeer();
  await sendFrom(ledger, folder, peer.port);
  const ends = (await ledger.messages()).map(({ address, state, reply }) => [
    address,
    state,
    reply,
  ]);
  expect(ends.filter(([, state]) => state !== 'accepted')).toEqual([]);
  expect(peer.delivered.map(({ to }) => inAscii(to))).toEqual(
    SENT.map(([, sent]) => inAscii(sent)),
  );
  for (const [index, { bytes }] of peer.delivered.entries()) {
    const [, field = ''] = /^To: ([^\r]*(?:\r\n [^\r]*)*)/m.exec(bytes.toString()) ?? [];
    expect(field).toMatch(/^"Name, with \\"signs\\" <x@evil.example>"/);
    expect(field.endsWith(`<${SENT[index]?.[1]}>`)).toBe(true);
  }
});
