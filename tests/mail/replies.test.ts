import { describe, expect, test } from 'vitest';
import { type Asked, Dialogue } from '../../src/mail/delivery/dialogue.ts';
import { ProtocolError, type Reply, ReplyReader } from '../../src/mail/delivery/replies.ts';

/** What is said, and the codes that are read from it; a text instead of a code is in the words of the refusal. */
type Row = readonly [said: string, read: readonly (number | string)[]];

const WELL_FORMED: readonly Row[] = [
  ['250 ok\r\n', [250]],
  ['250 ok\n', [250]],
  ['250\r\n', [250]],
  ['250 \r\n', [250]],
  ['250-\r\n250\r\n', [250]],
  ['250-a\r\n250-b\r\n250 c\r\n', [250]],
  ['250-a\n250 b\r\n', [250]],
  ['250-554 no\r\n250 ok\r\n', [250]],
  ['559 no\r\n', [559]],
  ['200 \r\n', [200]],
  ['250 ok\r\n354 go\r\n', [250, 354]],
  ['250 a\tb\r\n', [250]],
  ['250 d\xc3\xa9j\xc3\xa0\r\n', [250]],
  ['250 d\xe9j\xe0\r\n', [250]],
  ['250 ok', []],
  ['250-ok\r\n', []],
  ['', []],
  [`250 ${'x'.repeat(16_000)}\r\n`, [250]],
];

const ILL_FORMED: readonly Row[] = [
  ['250-ok\r\n554 no\r\n', ['"250-ok", then "554 no"']],
  ['554-no\r\n250 ok\r\n', ['"554-no", then "250 ok"']],
  ['250-a\r\n250-b\r\n251 c\r\n', ['"250-b", then "251 c"']],
  ['250-a\r\nb\r\n', ['"250-a", then "b"']],
  ['250-a\r\n\r\n250 b\r\n', ['then ""']],
  ['250 ok\r\n\r\n', [250, '""']],
  ['\r\n250 ok\r\n', ['""']],
  ['2\r\n', ['"2"']],
  ['25\r\n', ['"25"']],
  ['2500\r\n', ['"2500"']],
  ['5500 no\r\n', ['"5500 no"']],
  ['250ok\r\n', ['"250ok"']],
  ['250_ok\r\n', ['"250_ok"']],
  ['250\tok\r\n', ['"250\tok"']],
  [' 250 ok\r\n', ['" 250 ok"']],
  ['2 50 ok\r\n', ['"2 50 ok"']],
  ['+OK\r\n', ['"+OK"']],
  ['000 ok\r\n', ['"000 ok"']],
  ['100 ok\r\n', ['"100 ok"']],
  ['199 ok\r\n', ['"199 ok"']],
  ['260 ok\r\n', ['"260 ok"']],
  ['299 ok\r\n', ['"299 ok"']],
  ['600 ok\r\n', ['"600 ok"']],
  ['650 ok\r\n', ['"650 ok"']],
  ['999 ok\r\n', ['"999 ok"']],
  ['560 no\r\n', ['"560 no"']],
  ['250 o\0k\r\n', ['"250 o\0k"']],
  ['\0\0\0\r\n', ['"\0\0\0"']],
  ['250 ok\r554 no\r\n', ['"250 ok\r554 no"']],
  ['250 ok\r\r\n', ['"250 ok\r"']],
  ['\xd9\xa2\xd9\xa5\xd9\xa0 ok\r\n', ['"٢٥٠ ok"']],
  ['\xff\xfe250 ok\r\n', ['"ÿþ250 ok"']],
  [`250 ${'x'.repeat(17_000)}\r\n`, ['breaks the rules']],
  [`250 ${'x'.repeat(17_000)}`, ['breaks the rules']],
  [`250-${'x'.repeat(500)}\r\n`.repeat(40), ['breaks the rules']],
];

/** The codes read, and the words of the refusal if there is one. */
function read(pieces: Iterable<string>): (number | string)[] {
  const reader = new ReplyReader();
  const found: (number | string)[] = [];
  try {
    for (const piece of pieces) for (const { code } of reader.read(piece)) found.push(code);
  } catch (error) {
    expect(error).toBeInstanceOf(ProtocolError);
    found.push((error as Error).message);
  }
  return found;
}

describe('replies, by their grammar', () => {
  test.each([...WELL_FORMED, ...ILL_FORMED])('%j', (said, expected) => {
    const wanted = expected.map((part) =>
      typeof part === 'number' ? part : expect.stringContaining(part),
    );
    expect(read([said])).toEqual(wanted);
    expect(read(said), 'byte by byte').toEqual(wanted);
    for (let at = 1; at < Math.min(said.length, 50); at += 1) {
      expect(read([said.slice(0, at), said.slice(at)]), `cut at ${at}`).toEqual(wanted);
    }
  });

  test('what has come of a reply, and forgetting it', () => {
    const reader = new ReplyReader();
    expect([...reader.read('250-a\r\n250')]).toEqual([]);
    expect(reader.pending).toEqual(['250-a', '250']);
    reader.clear();
    expect(reader.pending).toEqual([]);
    expect([...reader.read('554 no\r\n')]).toEqual([{ code: 554, lines: ['554 no'] }]);
  });
});

const replyOf = (code: number): Reply => ({ code, lines: [`${code} said`] });

describe('replies, by what was asked', () => {
  /** All that is no refusal; everything else below 400 does not fit. */
  const FITTING: readonly (readonly [Asked, string | undefined, readonly number[]])[] = [
    ['greeting', undefined, [220]],
    ['EHLO', 'EHLO office.test', [250]],
    ['HELO', 'HELO office.test', [250]],
    ['STARTTLS', 'STARTTLS', [220]],
    ['AUTH', 'AUTH PLAIN AGEAYg==', [235, 334]],
    ['MAIL', 'MAIL FROM:<a@b.test>', [250]],
    ['RCPT', 'RCPT TO:<a@b.test>', [250, 251]],
    ['DATA', 'DATA', [354]],
    ['RSET', 'RSET', [250]],
    ['QUIT', 'QUIT', [221]],
    ['message', undefined, [250]],
  ];

  function dialogueAt(asked: Asked, command: string | undefined): Dialogue {
    const dialogue = new Dialogue();
    if (asked !== 'greeting') dialogue.heard(replyOf(220));
    if (asked === 'message') dialogue.sentMessage();
    if (command !== undefined) dialogue.sent(command);
    return dialogue;
  }

  test.each(FITTING)('%s', (asked, command, fitting) => {
    for (let code = 200; code < 560; code += 1) {
      const dialogue = dialogueAt(asked, command);
      expect(dialogue.next).toBe(asked);
      if (fitting.includes(code) || code >= 400) {
        expect(dialogue.heard(replyOf(code))).toBe(asked);
        expect(dialogue.next).toBeUndefined();
      } else {
        const words = `the server's reply to ${asked} breaks the rules of SMTP: "${code} said"`;
        expect(() => dialogue.heard(replyOf(code))).toThrow(words);
      }
    }
  });

  test.each([
    [250, false],
    [550, false],
    [421, true],
  ])('%i that nothing asked for is a goodbye: %s', (code, isGoodbye) => {
    const dialogue = dialogueAt('MAIL', undefined);
    const words = `the server spoke out of turn: "${code} said"`;
    expect(() => dialogue.heard(replyOf(code))).toThrow(words);
    expect(dialogue.isGoodbye(replyOf(code))).toBe(isGoodbye);
    dialogue.sent('RSET');
    expect(dialogue.isGoodbye(replyOf(code))).toBe(false);
  });

  test('commands sent together are answered in order, and a challenge is answered by no command', () => {
    const dialogue = dialogueAt('greeting', undefined);
    dialogue.heard(replyOf(220));
    for (const command of ['MAIL FROM:<>', 'RCPT TO:<a@b.test>', 'DATA']) dialogue.sent(command);
    expect([250, 250, 354].map((code) => dialogue.heard(replyOf(code)))).toEqual([
      'MAIL',
      'RCPT',
      'DATA',
    ]);
    dialogue.sent('AUTH LOGIN');
    dialogue.heard(replyOf(334));
    // In base64, a password may look like a command.
    dialogue.sent('DATA');
    expect(dialogue.next).toBe('AUTH');
    dialogue.heard(replyOf(235));
    expect(() => dialogue.sent('NOOP')).toThrow('NOOP');
  });
});
