import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { MessageRecord, MessageState } from '../../src/mail/model.ts';
import { countStates, type ReportInput, reportCsv, reportHtml } from '../../src/mail/report.ts';

const EVIL = '<script>alert(1)</script>"\'&';

function record(change: Partial<MessageRecord> = {}): MessageRecord {
  return {
    key: { letter: 'invitation', recipient: 'r1', language: 'ar', role: 'to' },
    id: 'invitation/r1/ar/to',
    mailbox: 'a@example.org',
    messageId: '<m1@example.org>',
    envelope: { from: 'office@example.org', to: 'a@example.org' },
    address: 'a@example.org',
    file: 'outbox/m1.eml',
    digest: 'd'.repeat(64),
    pdfDigest: 'p'.repeat(64),
    subject: 'دعوة',
    approval: 'h'.repeat(64),
    state: 'accepted',
    attempts: 1,
    reply: '250 OK',
    acceptedAt: new Date('2026-04-10T10:00:00Z'),
    changedAt: new Date('2026-04-10T10:00:01Z'),
    ...change,
  };
}

function input(...messages: readonly MessageRecord[]): ReportInput {
  const at = new Date('2026-04-10T09:00:00Z');
  return {
    edition: 'forum-2026',
    ledger: 'ledger-1',
    at,
    messages,
    approvals: [{ hash: 'h'.repeat(64), by: 'A. Tester', at, edition: 'e' }],
    chain: { ok: true, events: 7 },
  };
}

describe('the table', () => {
  test('says of each letter when, where to, what the server said, and who approved it', () => {
    const text = reportCsv(input(record()));
    expect(text.startsWith('\ufeff"Letter"')).toBe(true);
    const [row] = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      Letter: 'invitation',
      Address: 'a@example.org',
      Subject: 'دعوة',
      State: 'accepted',
      'Accepted at (UTC)': '2026-04-10 10:00:00',
      "Server's reply": '250 OK',
      'SHA-256 of the message': 'd'.repeat(64),
      'Approved by': 'A. Tester',
    });
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '|calc',
    '%x',
    '＝1',
    '\u200f=1',
    "=cmd|'/C calc'!A0",
  ])('%j is not calculated', (reply) => {
    const [row] = parse(reportCsv(input(record({ reply }))), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    expect(row?.["Server's reply"]).toBe(`'${reply}`);
  });

  test('quotes, commas and line ends stay in their cell', () => {
    const reply = 'a "b", c\r\nd';
    const rows = parse(reportCsv(input(record({ reply }), record())), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    expect(rows.map((row) => row["Server's reply"])).toEqual([reply, '250 OK']);
  });
});

describe('the page', () => {
  test('escapes everything that lists, people and servers said', () => {
    const page = reportHtml({
      ...input(record({ reply: EVIL, subject: EVIL, address: EVIL, messageId: EVIL })),
      edition: EVIL,
      ledger: EVIL,
      approvals: [{ hash: EVIL, by: EVIL, at: new Date(0), edition: 'e' }],
      chain: { ok: false, at: 3, reason: EVIL },
    });
    expect(page).not.toContain('<script');
    const said = page.replaceAll('<wbr>', '');
    expect(said.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp;/g)?.length).toBe(
      10,
    );
  });

  test('loads nothing, and forbids it', () => {
    const page = reportHtml(input(record()));
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<(?:img|link|script|iframe)\b|url\(|https?:/i);
  });

  test('is right to left where the letters are, and prints its head on each page', () => {
    const french = record({ key: { letter: 'l', recipient: 'r2', language: 'fr', role: 'to' } });
    const page = reportHtml(input(record(), french));
    expect(page).toContain('<table class="letters" dir="rtl">');
    expect(page).toContain('<td lang="ar"><bdi>دعوة</bdi></td>');
    expect(page).toContain('<table class="letters" dir="ltr">');
    expect(page).toContain('table-header-group');
    expect(page).not.toContain('lang="es"');
  });

  test('keeps addresses in their order, breaks them at their signs only, and puts digests under the row', () => {
    const page = reportHtml(input(record()));
    expect(page).toContain('<bdi lang="en" dir="ltr">a@<wbr>example.<wbr>org</bdi>');
    const rows = [...page.matchAll(/<tbody>(.*?)<\/tbody>/g)].map(([, rows = '']) => rows);
    expect(rows).toHaveLength(1);
    const [row = '', proof = ''] = rows[0]?.split('<tr class="proof">') ?? [];
    expect(row.match(/<td/g)?.length).toBe(7);
    expect(proof).toMatch(/^<td colspan="7">.*message d{64}.*PDF p{64}/);
  });

  test('says whether the history is whole', () => {
    expect(reportHtml(input())).toContain('The history is whole: 7 events');
    const broken = { ...input(), chain: { ok: false, at: 3, reason: 'x' } as const };
    expect(reportHtml(broken)).toContain('The history is broken at event 3: x.');
  });
});

test('states are counted in the order of their table', () => {
  const states: MessageState[] = ['unknown', 'accepted', 'queued', 'accepted'];
  expect(countStates(states.map((state) => record({ state })))).toEqual([
    ['queued', 1],
    ['accepted', 2],
    ['unknown', 1],
  ]);
});
