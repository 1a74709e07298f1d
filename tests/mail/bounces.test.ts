import { describe, expect, test } from 'vitest';
import { takeNotice } from '../../src/mail/bounces.ts';
import { readNotice } from '../../src/mail/delivery-notice.ts';
import type { Ledger } from '../../src/mail/model.ts';
import { type Desk, deskWith } from './support/desk.ts';
import { startPeer } from './support/peer.ts';

interface NoticeParts {
  readonly envelopeId?: string;
  readonly messageId?: string;
  readonly recipient?: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly returned?: 'message/rfc822' | 'text/rfc822-headers' | 'message/global-headers';
  readonly statusType?: string;
}

/** A report as Postfix and Exchange write it (RFC 3462, 3464). */
function notice(parts: NoticeParts): Buffer {
  const {
    action = 'failed',
    status = '5.1.1',
    diagnostic = 'smtp; 550 5.1.1 no such user',
  } = parts;
  const perMessage = [
    'Reporting-MTA: dns; mx.example.org',
    ...(parts.envelopeId ? [`Original-Envelope-Id: ${parts.envelopeId}`] : []),
  ];
  const perRecipient = [
    `Final-Recipient: ${parts.recipient ?? 'rfc822; nobody@elsewhere.test'}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
  ];
  const { returned = 'text/rfc822-headers', statusType = 'message/delivery-status' } = parts;
  const original = [
    'Subject: S',
    ...(parts.messageId ? [`Message-ID: ${parts.messageId}`] : []),
    '',
  ];
  return Buffer.from(
    [
      'From: MAILER-DAEMON@example.org',
      'Subject: Undelivered Mail',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      'MIME-Version: 1.0',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'I am sorry.',
      '--b',
      `Content-Type: ${statusType}`,
      '',
      ...perMessage,
      '',
      ...perRecipient,
      '',
      '--b',
      `Content-Type: ${returned}`,
      '',
      ...original,
      ...(returned === 'message/rfc822' ? ['body'] : []),
      '--b--',
      '',
    ].join('\r\n'),
  );
}

const ADDRESSES = ['a@b.test', 'c@d.test'];

/** Two messages that a server has accepted. */
async function sent(): Promise<Desk> {
  const desk = await deskWith(ADDRESSES);
  const peer = await startPeer();
  await desk.send(peer.port);
  expect(await desk.states()).toEqual({ 'a@b.test': 'accepted', 'c@d.test': 'accepted' });
  return desk;
}

function take(ledger: Ledger, parts: NoticeParts, source = 'r.eml') {
  return takeNotice(ledger, source, notice(parts));
}

describe('a report is matched', () => {
  const id = '<a-b-test@mail.test>';
  test.each<readonly [string, NoticeParts]>([
    ['by ENVID', { envelopeId: 'a-b-test@mail.test', messageId: '<c-d-test@mail.test>' }],
    ['by the Message-ID of the returned header', { messageId: id, recipient: 'rfc822; c@d.test' }],
    ['by the Message-ID of the returned message', { messageId: id, returned: 'message/rfc822' }],
    [
      'by the Message-ID of an international header',
      { messageId: id, returned: 'message/global-headers' },
    ],
    ['by recipient', { recipient: 'rfc822; A@B.test' }],
    [
      'by recipient in an international report',
      { recipient: 'utf-8; \\x{61}@b.test', statusType: 'message/global-delivery-status' },
    ],
  ])('%s', async (_name, parts) => {
    const desk = await sent();
    expect(await take(desk.ledger, parts)).toMatchObject({
      outcome: 'recorded',
      id: 'invitation/a-b-test/ar/to',
      kind: 'bounced',
      status: '5.1.1',
      diagnostic: '550 5.1.1 no such user',
    });
    expect(await desk.states()).toEqual({ 'a@b.test': 'bounced', 'c@d.test': 'accepted' });
    expect(await desk.ledger.verifyChain()).toMatchObject({ ok: true });
  });

  test.each<readonly [string, NoticeParts]>([
    ['whose recipient nothing was sent to', {}],
    ['with ids of others', { envelopeId: 'x@mail.test', messageId: '<x@mail.test>' }],
  ])('not one %s', async (_name, parts) => {
    const desk = await sent();
    expect(await take(desk.ledger, parts)).toEqual({ source: 'r.eml', outcome: 'unmatched' });
  });

  test('not by recipient, where several messages went there', async () => {
    const desk = await sent();
    const [message] = desk.messages;
    if (!message) throw new Error('no message');
    const other = {
      ...message,
      key: { ...message.key, letter: 'other' },
      messageId: '<o@mail.test>',
    };
    await desk.ledger.recordApproval({
      hash: 'a2',
      by: 'x',
      at: new Date(),
      edition: 'e',
      messages: [other],
    });
    const peer = await startPeer();
    await desk.send(peer.port, { delivery: { approval: 'a2' } });
    expect((await take(desk.ledger, { recipient: 'rfc822; a@b.test' })).outcome).toBe('unmatched');
  });

  test('not to a message that was never sent', async () => {
    const desk = await deskWith(['a@b.test']);
    expect((await take(desk.ledger, { messageId: '<a-b-test@mail.test>' })).outcome).toBe(
      'unmatched',
    );
    expect(await desk.states()).toEqual({ 'a@b.test': 'queued' });
  });
});

describe('what a report says', () => {
  const envelopeId = 'a-b-test@mail.test';

  test('a delay is no failure, and a failure may follow it', async () => {
    const { ledger, states } = await sent();
    const delay = { envelopeId, action: 'delayed', status: '4.4.7' };
    expect(await take(ledger, delay)).toMatchObject({ outcome: 'recorded', kind: 'delayed' });
    expect((await states())['a@b.test']).toBe('delayed');
    expect((await take(ledger, delay)).outcome).toBe('known');
    expect((await take(ledger, { envelopeId })).outcome).toBe('recorded');
    expect((await states())['a@b.test']).toBe('bounced');
    expect((await take(ledger, { envelopeId })).outcome).toBe('known');
    expect((await take(ledger, delay)).outcome).toBe('known');
    expect((await states())['a@b.test']).toBe('bounced');
  });

  test.each(['delivered', 'relayed', 'expanded'])('%s needs no record', async (action) => {
    const { ledger, states } = await sent();
    expect((await take(ledger, { envelopeId, action })).outcome).toBe('delivered');
    expect((await states())['a@b.test']).toBe('accepted');
  });

  test('words of servers act neither on a terminal nor on the order of ours', async () => {
    const { ledger } = await sent();
    const diagnostic = `smtp; 550 \u001b[31m\u202eevil\u2069 ${'x'.repeat(2000)}`;
    const result = await take(ledger, { envelopeId, diagnostic });
    expect(result.diagnostic).toMatch(/^550 \[31m evil x+$/);
    expect(result.diagnostic?.length).toBeLessThanOrEqual(500);
  });

  test.each([
    ['an ordinary message', 'Subject: x\r\n\r\nhello'],
    ['an out-of-office reply', 'Auto-Submitted: auto-replied\r\nSubject: away\r\n\r\naway'],
    ['nothing', ''],
    ['noise', '\u0000\u0001\u0002'.repeat(100)],
  ])('%s is no report', async (_name, text) => {
    expect(await readNotice(Buffer.from(text))).toBeUndefined();
  });

  test('folded fields and several recipients are read', async () => {
    const text = notice({ envelopeId: 'x' })
      .toString()
      .replace('Action: failed', 'Original-Recipient: rfc822;\r\n <Old@b.test>\r\nAction: Failed');
    const read = await readNotice(
      Buffer.from(
        text.replace(
          '--b\r\nContent-Type: text/rfc822',
          'Final-Recipient: rfc822; z@b.test\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\n--b\r\nContent-Type: text/rfc822',
        ),
      ),
    );
    expect(read?.recipients).toEqual([
      {
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 no such user',
        addresses: ['nobody@elsewhere.test', 'old@b.test'],
      },
      { action: 'delivered', status: '2.0.0', diagnostic: '', addresses: ['z@b.test'] },
    ]);
  });
});
