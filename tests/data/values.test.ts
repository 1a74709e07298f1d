import { describe, expect, test } from 'vitest';
import { email, emailList, link } from '../../src/data/schema/addresses.ts';
import type { Parser } from '../../src/data/schema/reader.ts';
import { date, id, length, letterId, number, time } from '../../src/data/schema/values.ts';
import { printable } from '../../src/data/source/characters.ts';
import { didYouMean, editDistance, hintFor, nearest } from '../../src/data/suggest.ts';
import { Problems } from '../../src/diagnostic.ts';

const span = { file: 'f', line: 1, column: 1 };

/** The value, or the code of what is wrong with the text. */
function outcome<T>(parse: Parser<T>, value: string): T | string | undefined {
  const problems = new Problems();
  const found = parse({ value, span }, problems);
  return problems.all.length > 0 ? problems.all.map(({ code }) => code).join() : found;
}

function table<T>(
  name: string,
  parse: Parser<T>,
  cases: readonly (readonly [string, T | string])[],
) {
  test.each(cases)(`${name} %j`, (value, expected) => {
    expect(outcome(parse, value)).toEqual(expected);
  });
}

describe('dates and times', () => {
  table('date', date, [
    ['2026-07-06', { year: 2026, month: 7, day: 6 }],
    ['2021-01', { year: 2021, month: 1 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
    ['1900-02-29', 'bad-date'],
    ['2026-04-31', 'bad-date'],
    ['2026-00', 'bad-date'],
    ['2026-01-00', 'bad-date'],
    ['0000-01', 'bad-date'],
    ['2026', 'bad-date'],
    ['2026-7-6', 'bad-date'],
    ['2026-07-06T10:00', 'bad-date'],
    ['٢٠٢٦-٠٧-٠٦', 'bad-date'],
  ]);
  table('time', time, [
    ['14:30', { hour: 14, minute: 30 }],
    ['9:05', { hour: 9, minute: 5 }],
    ['00:00', { hour: 0, minute: 0 }],
    ['24:00', 'bad-time'],
    ['14.30', 'bad-time'],
    ['14:60', 'bad-time'],
  ]);
});

describe('numbers and lengths', () => {
  table('number', number, [
    ['50', 50],
    ['-2.5', -2.5],
    ['14,000', 'bad-number'],
    ['0x10', 'bad-number'],
    ['Infinity', 'bad-number'],
    ['99999999999999999999', 'bad-number'],
  ]);
  table('length', length, [
    ['72pt', 72],
    ['25.4mm', 72],
    ['1 cm', 720 / 25.4],
    ['0mm', 'bad-length'],
    ['-1mm', 'bad-length'],
    ['10in', 'bad-length'],
    ['9m', 'bad-length'],
    ['900pt', 'bad-length'],
  ]);
});

describe('ids', () => {
  table('id', id, [
    ['forum-2026', 'forum-2026'],
    ['a.b', 'a.b'],
    ['7', '7'],
    ['-a', 'bad-id'],
    ['.a', 'bad-id'],
    ['a.', 'bad-id'],
    ['a b', 'bad-id'],
    ['../a', 'bad-id'],
    ['é', 'bad-id'],
    ['nul', 'bad-id'],
    ['com1.x', 'bad-id'],
    ['console', 'console'],
    ['__proto__', 'bad-id'],
    ['a'.repeat(65), 'bad-id'],
  ]);
  table('letter', letterId, [
    ['invitation', 'invitation'],
    ['invitation.ar', 'bad-id'],
  ]);

  test('a hint makes an id of what was written', () => {
    const problems = new Problems();
    id({ value: 'Forum Été 2026', span }, problems);
    expect(problems.all[0]?.hint).toBe('for example forum-ete-2026');
  });
});

describe('addresses', () => {
  table('email', email, [
    ['wsis-info@itu.int', 'wsis-info@itu.int'],
    ["o'neil+wsis@mail.example.org", "o'neil+wsis@mail.example.org"],
    ['a@b.xn--p1ai', 'a@b.xn--p1ai'],
    ['a@b', 'bad-email'],
    ['a.@example.org', 'bad-email'],
    ['a..b@example.org', 'bad-email'],
    ['"a b"@example.org', 'bad-email'],
    ["'a@example.org'", 'bad-email'],
    ['a@-example.org', 'bad-email'],
    ['a@example.org.', 'bad-email'],
    ['a@[127.0.0.1]', 'bad-email'],
    ['a@example.org, b@example.org', 'bad-email'],
    ['a\u200f@example.org', 'bad-email'],
    ['a\u00ad@example.org', 'bad-email'],
    ['سلمى@example.org', 'سلمى@example.org'],
    ['ѕalma@example.org', 'bad-email'],
    ['a@مثال.مصر', 'a@مثال.مصر'],
    ['a%b@example.org', 'bad-email'],
    ['mailto:a@example.org', 'bad-email'],
    [`${'a'.repeat(65)}@example.org`, 'bad-email'],
  ]);
  table('link', link, [
    ['https://www.itu.int/net4/wsis/forum/2025/ar', 'https://www.itu.int/net4/wsis/forum/2025/ar'],
    ['www.wsis.org/forum', 'www.wsis.org/forum'],
    ['mailto:a@example.org?subject=x', 'mailto:a@example.org?subject=x'],
    ['https://موقع.إختبار/صفحة', 'https://موقع.إختبار/صفحة'],
    ['#', 'placeholder-link'],
    ['#anchor', 'placeholder-link'],
    ['TBD', 'placeholder-link'],
    ['https://', 'placeholder-link'],
    ['www.', 'bad-url'],
    ['example.org', 'bad-url'],
    ['ftp://example.org', 'bad-url'],
    ['file:///etc/passwd', 'bad-url'],
    ['data:text/html,x', 'bad-url'],
    ['https://user:secret@example.org', 'bad-url'],
    ['https://127.0.0.1/', 'bad-url'],
    ['https://exam ple.org', 'bad-url'],
    ['https://example.org/\u202eab', 'bad-url'],
    ['mailto:nobody', 'bad-url'],
  ]);

  test('of several addresses the wrong ones are reported where they stand', () => {
    const problems = new Problems();
    const found = emailList({ value: 'a@example.org;b@  c@example.org', span }, problems);
    expect(found.map(({ value, span: { column } }) => [value, column])).toEqual([
      ['a@example.org', 1],
      ['c@example.org', 19],
    ]);
    expect(problems.all.map((problem) => [problem.code, problem.span?.column])).toEqual([
      ['bad-email', 15],
    ]);
  });
});

describe('characters of a value', () => {
  test.each([
    ['plain text, Arabic with marks and joiners', 'مُحمَّد می\u200cخواهم a\u200fb', ''],
    ['no-break spaces', 'a\u00a0b\u202fc', ''],
    ['emoji and other planes', '👩\u200d💻 𝔸', ''],
    ['an isolate and an embedding, each closed', '\u2067א \u202bب\u202c\u2069', ''],
    ['capital letters of Danish', 'Ørsted, Ùá', ''],
    ['NUL', 'a\0b', 'control-character 2'],
    ['delete', 'a\u007f', 'control-character 2'],
    ['C1', 'ab\u0085', 'control-character 3'],
    ['paragraph separator', '\u2029', 'control-character 1'],
    ['lone surrogate', '😀\ud800', 'control-character 2'],
    ['noncharacter', '\u{1fffe}', 'control-character 1'],
    ['noncharacter of Arabic', 'ab\ufdd0', 'control-character 3'],
    ['byte order mark inside', 'a\ufeffb', 'control-character 2'],
    ['first for private use', 'a\ue000', 'private-character 2'],
    ['last for private use', 'a\uf8ff', 'private-character 2'],
    ['plane 15', '😀\u{f0000}', 'private-character 2'],
    ['plane 16', '\u{10fffd}', 'private-character 1'],
    ['override', 'a\u202eb\u202c', 'bidi-control 2'],
    ['isolate left open', 'a\u2066b', 'bidi-control 2'],
    ['embedding closed after the isolate around it', '\u2067\u202a\u2069\u202c', 'bidi-control 3'],
    ['end without a start', 'a\u2069', 'bidi-control 2'],
    ['replacement character', 'a\ufffd', 'garbled-text 2'],
    ['UTF-8 read as Windows-1252', 'Ø§Ù„Ø£', 'garbled-text 1'],
  ])('%s', (_, value, expected) => {
    const problems = new Problems();
    printable({ value, span }, problems);
    expect(problems.all.map((each) => `${each.code} ${each.span?.column}`).join()).toBe(expected);
  });

  test.each([
    ['مُحمَّد \u2067א\u2069', 'مُحمَّد \u2067א\u2069'],
    ['a\u0007b\u2028c', 'abc'],
    ['a\u202eb\u202c', 'ab'],
    ['\ufffd', '?'],
  ])('what is unfit is left out of %j', (value, expected) => {
    expect(printable({ value, span }, new Problems()).value).toBe(expected);
  });
});

describe('did you mean', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['abc', 'xabc', 1],
    ['ca', 'abc', 3],
    ['😀a', 'a😀', 1],
    ['kitten', 'sitting', 3],
  ])('%j is as far from %j as %i edits', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  const known = ['signatories', 'settings', 'letters'];
  test.each([
    ['signatorys', 'signatories'],
    ['LETTERS', 'letters'],
    ['lettres', 'letters'],
    ['contact', undefined],
    ['x', undefined],
  ])('%s', (word, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  test('hints', () => {
    expect(hintFor('setings', known)).toBe('did you mean "settings"?');
    expect(hintFor('zzz', known)).toBe('known: signatories, settings, letters');
    expect(didYouMean('zzz', known)).toBeUndefined();
    expect(hintFor('zzz', [])).toBeUndefined();
    expect(hintFor('f', ['female', 'male'])).toBe('did you mean "female"?');
    expect(hintFor('arabic', ['ar', 'en', 'fr'])).toBe('did you mean "ar"?');
    expect(hintFor('host', ['host-one', 'host-two'])).toBe('known: host-one, host-two');
  });
});
