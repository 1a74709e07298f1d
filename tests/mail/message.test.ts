import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { dkimKey } from '../../src/mail/message/dkim.ts';
import { mailboxField, parameterField, textField } from '../../src/mail/message/header.ts';
import { htmlPage } from '../../src/mail/message/html.ts';
import { buildMessage, type MessageInput } from '../../src/mail/message/message.ts';
import { plainLineText, plainText } from '../../src/mail/message/plain.ts';
import type { Block, Direction, Inline } from '../../src/model.ts';
import { temporaryFolder } from '../support/cli.ts';

const ARABIC =
  'دعوة إلى المشاركة في منتدى القمة العالمية لمجتمع المعلومات – \u200e6-10\u200e\u200f يوليو 2026';
const RUSSIAN =
  'Приглашение на Всемирную встречу на высшем уровне по вопросам информационного общества';
const CHINESE =
  '信息社会世界峰会论坛邀请函：请于二〇二六年七月六日至十日出席在日内瓦举行的年度论坛及高级别会议';
const PDF = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7) % 256));

const INPUT: MessageInput = {
  letterId: 'forum-2026/invitation/gov-om/ar/to',
  from: { address: 'office@example.org', name: 'أمانة القمة العالمية لمجتمع المعلومات' },
  replyTo: { address: 'answers@example.org' },
  to: { address: 'minister@example.org', name: 'Иван «Ваня» Петров, "мл."' },
  date: new Date('2026-04-10T09:00:00Z'),
  language: 'ar',
  direction: 'rtl',
  subject: ARABIC,
  text: 'سطر\n\n.dot\nFrom here = there \n',
  html: '<p>"x" = 😀 &amp; é</p>\n',
  pdf: PDF,
  fileName: 'دعوة إلى المشاركة في منتدى القمة العالمية لمجتمع.pdf',
  asciiFileName: 'forum-2026-invitation-ar.pdf',
};

function built(change: Partial<MessageInput> = {}): string {
  return buildMessage({ ...INPUT, ...change }).bytes.toString();
}

describe('header fields', () => {
  const texts = [
    ['Arabic', ARABIC],
    ['Russian', RUSSIAN],
    ['Chinese', CHINESE],
    ['emoji', '😀'.repeat(40)],
    ['vocalised', 'مُحَمَّدٌ'.repeat(12)],
    ['ASCII', 'Invitation to the Forum'],
    ['long ASCII', 'Invitation to the annual Forum '.repeat(8).trim()],
    ['one long word', 'x'.repeat(2000)],
    ['what looks encoded', 'A =?utf-8?q?=41?= B'],
    ['signs', 'a "b" <c@d> (e); f, g: h \\ i'],
  ] as const;

  test.each(texts)('a subject in %s comes back from two parsers', async (_name, text) => {
    const message = built({ subject: text });
    expect((await simpleParser(message)).subject).toBe(text);
    expect(pythonSubject(message)).toBe(text);
  });

  test.each(texts)('a name in %s comes back', async (_name, text) => {
    const { to } = await simpleParser(built({ to: { address: 'a@example.org', name: text } }));
    expect(to?.value).toEqual([{ address: 'a@example.org', name: text }]);
  });

  // mailparser decodes encoded words even where RFC 2231 has done its work.
  const fileNames = texts.filter(([name]) => name !== 'what looks encoded');
  test.each(fileNames)('a file name in %s comes back', async (_name, text) => {
    const { attachments } = await simpleParser(built({ fileName: `${text}.pdf` }));
    expect(attachments[0]?.filename).toBe(`${text}.pdf`);
  });

  test.each([ARABIC, RUSSIAN, CHINESE])('no line is longer than 76 characters: %s', (text) => {
    const fields = [
      textField('Subject', text),
      mailboxField('From', 'office@example.org', text),
      parameterField('Content-Disposition: attachment', 'filename', text),
    ];
    for (const line of fields.join('\r\n').split('\r\n'))
      expect(line.length).toBeLessThanOrEqual(76);
  });

  test('line ends in a value start no field of their own', () => {
    const subject = 'S\r\nBcc: x@evil.example';
    const name = 'N\r\nBcc: x@evil.example';
    const message = built({ subject, to: { address: 'a@example.org', name } });
    expect(message).not.toMatch(/^Bcc/im);
  });

  test('a name in ASCII stands in quotes where it needs them', () => {
    expect(mailboxField('To', 'a@b.co', 'Jo Li')).toBe('To: Jo Li <a@b.co>');
    expect(mailboxField('To', 'a@b.co', 'Li, Jo "J" \\')).toBe(
      'To: "Li, Jo \\"J\\" \\\\" <a@b.co>',
    );
    expect(mailboxField('To', 'a@b.co', undefined)).toBe('To: a@b.co');
  });
});

function pythonSubject(message: string): string {
  const program =
    'import email,email.policy,sys;m=email.message_from_bytes(sys.stdin.buffer.read(),policy=email.policy.default);sys.stdout.buffer.write(str(m["Subject"]).encode())';
  return execFileSync('python3', ['-c', program], { input: message }).toString();
}

describe('a message', () => {
  test('comes back whole from an independent parser', async () => {
    const mail = await simpleParser(built());
    expect(mail.date).toEqual(INPUT.date);
    expect(mail.from?.value[0]).toEqual(INPUT.from);
    expect(mail.replyTo?.value[0]?.address).toBe('answers@example.org');
    expect(mail.text).toBe(INPUT.text);
    expect(mail.html).toBe(INPUT.html);
    expect(mail.attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf']);
    expect(mail.attachments[0]?.content.equals(PDF)).toBe(true);
  });

  test('has the fields that it should have, and no others', () => {
    const names = built()
      .split('\r\n\r\n')[0]
      ?.match(/^[\w-]+(?=:)/gm);
    expect(names).toEqual([
      'Date',
      'From',
      'Reply-To',
      'To',
      'Subject',
      'Message-ID',
      'Content-Language',
      'X-Wsis-Letter-ID',
      'MIME-Version',
      'Content-Type',
    ]);
  });

  test('is the same again from the same input, and another with another', () => {
    const first = buildMessage(INPUT);
    expect(buildMessage({ ...INPUT }).bytes.equals(first.bytes)).toBe(true);
    const others = [
      { date: new Date('2026-04-10T09:00:01Z') },
      { subject: 'x' },
      { text: 'x' },
      { pdf: Buffer.from('x') },
      { to: { address: 'b@example.org' } },
    ].map((change) => buildMessage({ ...INPUT, ...change }).messageId);
    expect(new Set([first.messageId, ...others]).size).toBe(others.length + 1);
  });

  test('has lines of at most 998 octets, all ended by CRLF, in ASCII', () => {
    const lines = built({ subject: 'é'.repeat(500) }).split('\r\n');
    for (const line of lines) expect(line).toMatch(/^[\t -~]{0,998}$/);
  });

  test('text of any kind comes back, blanks at line ends too', async () => {
    for (const text of ['a \nb\t \n', '=3D=\n', `${'x'.repeat(300)}\n`, 'é\n'.repeat(9), '\n\n']) {
      expect((await simpleParser(built({ text }))).text).toBe(text);
    }
  });
});

describe('DKIM', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ed25519 = generateKeyPairSync('ed25519');
  const spki = rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const raw = ed25519.publicKey
    .export({ type: 'spki', format: 'der' })
    .subarray(-32)
    .toString('base64');
  const keys = [
    ['RSA', rsa.privateKey, `v=DKIM1; k=rsa; p=${spki}`],
    ['Ed25519', ed25519.privateKey, `v=DKIM1; k=ed25519; p=${raw}`],
  ] as const;

  function verified(message: string, record: string): boolean {
    const file = join(temporaryFolder(), 'm.eml');
    writeFileSync(file, message);
    const script = resolve(import.meta.dirname, 'support/verify-dkim.py');
    return execFileSync('/usr/bin/python3', [script, file, record]).toString().trim() === 'True';
  }

  test.each(keys)(
    'another program verifies a signature with %s, and misses no change',
    (_name, key, record) => {
      const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
      const dkim = { domain: 'example.org', selector: 's1', key: dkimKey(pem) };
      const message = built({ dkim });
      expect(built({ dkim })).toBe(message);
      expect(verified(message, record)).toBe(true);
      expect(verified(message.replace('answers@', 'replies@'), record)).toBe(false);
      expect(verified(`Subject: other\r\n${message}`, record)).toBe(false);
      expect(verified(`${message}more\r\n`, record)).toBe(false);
    },
  );

  test.each([
    ['no key', 'nonsense'],
    [
      'a short key',
      generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey.export({
        type: 'pkcs8',
        format: 'pem',
      }),
    ],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
        type: 'pkcs8',
        format: 'pem',
      }),
    ],
  ])('%s is refused', (_name, pem) => {
    expect(() => dkimKey(pem.toString())).toThrow(/DKIM key/);
  });
});

const text = (value: string): Inline => ({ type: 'text', text: value });
const value = (content: string): Inline => ({
  type: 'isolate',
  direction: 'auto',
  children: [text(content)],
});
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

describe('plain text', () => {
  test.each<readonly [string, Direction, Inline[], string]>([
    ['a Latin name in Arabic', 'rtl', [text('إلى '), value('Jo Li'), text('.')], 'إلى Jo Li.'],
    [
      'a range in Arabic',
      'rtl',
      [text('في '), value('6-10'), text(' يوليو')],
      'في \u200e6-10\u200e\u200f يوليو',
    ],
    [
      'a telephone number in Arabic',
      'rtl',
      [text('هاتف '), value('+41 22')],
      'هاتف \u200e+41 22\u200e\u200f',
    ],
    [
      'a name of two scripts',
      'rtl',
      [text('إلى '), value('(ACME) عربي')],
      'إلى \u2068(ACME) عربي\u2069',
    ],
    [
      'an Arabic name in English',
      'ltr',
      [text('To '), value('سلمى'), text(' 5')],
      'To سلمى\u200e 5',
    ],
    ['Latin at the start of Arabic', 'rtl', [text('WSIS هنا')], '\u200fWSIS هنا'],
    [
      'Arabic at the start of English',
      'ltr',
      [value('سلمى'), text(' writes')],
      '\u200eسلمى\u200e writes',
    ],
    ['numbers alone', 'rtl', [text('2026')], '2026'],
  ])('%s', (_name, direction, line, expected) => {
    expect(plainLineText(line, direction)).toBe(expected);
  });

  test('blocks', () => {
    const blocks: Block[] = [
      paragraph({ type: 'strong', children: [text('Bold')] }, { type: 'break' }, text('next')),
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [[paragraph(text('c'))], [paragraph(text('d')), paragraph(text('e'))]],
      },
      { type: 'quote', children: [paragraph(text('q'))] },
      paragraph({ type: 'link', href: 'https://www.itu.int/x', children: [text('here')] }),
      paragraph({ type: 'link', href: 'https://www.itu.int', children: [text('www.itu.int')] }),
      paragraph({ type: 'link', href: 'mailto:a@b.co', children: [text('a@b.co')] }),
    ];
    expect(plainText(blocks, 'ltr')).toBe(
      'Bold\nnext\n\n3. c\n4. d\n   e\n\n> q\n\nhere (https://www.itu.int/x)\n\nwww.itu.int\n\na@b.co\n',
    );
  });
});

describe('HTML', () => {
  const evil = '<img src="http://evil.example/x"> & \'"*x* {{y}}';
  const page = htmlPage(
    [
      paragraph(value(evil), {
        type: 'link',
        href: 'https://a.example/?a="b"&c',
        children: [text('x')],
      }),
    ],
    { language: 'ar', direction: 'rtl', title: `</title>${evil}` },
  );

  test('values are text', () => {
    expect(page).toContain(
      '&lt;img src=&quot;http://evil.example/x&quot;&gt; &amp; &#39;&quot;*x* {{y}}',
    );
    expect(page).toContain('href="https://a.example/?a=&quot;b&quot;&amp;c"');
    expect(page.match(/<\/title>/g)?.length).toBe(1);
  });

  test('language and direction stand where web mail keeps them too', () => {
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<div lang="ar" dir="rtl"');
  });

  test('nothing is loaded', () => {
    expect(page).not.toMatch(
      /<(?:img|link|script|iframe|object|video)\b|url\(|@import|\bsrc\s*=\s*["']/i,
    );
  });
});
