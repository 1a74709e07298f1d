import { describe, expect, test } from 'vitest';
import { findTokens } from '../../src/text/tokens.ts';

/** Text, and the tokens that must be found in it. */
const CASES: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'telephone numbers': [
    ['+41 22 730 6240', '+41 22 730 6240'],
    ['الهاتف: +41 22 730 6240.', '+41 22 730 6240'],
    ['(+41 22 730 6240)', '+41 22 730 6240'],
    ['+41 (0)22 730 62 40', '+41 (0)22 730 62 40'],
    ['+41\u00A022\u202F730\u00A06240', '+41\u00A022\u202F730\u00A06240'],
    ['+41-22-730-6240، جنيف', '+41-22-730-6240'],
    ['+41227306240', '+41227306240'],
    ['ВВУИО+20 2025 года'],
    ['022 730 62 40 أو 0041 22 730 6240', '022 730 62 40', '0041 22 730 6240'],
  ],
  addresses: [
    ['https://www.itu.int/net4/wsis/forum/2026/', 'https://www.itu.int/net4/wsis/forum/2026/'],
    ['الموقع https://www.itu.int.', 'https://www.itu.int'],
    ['(https://www.itu.int/a).', 'https://www.itu.int/a'],
    ['[www.itu.int/a]; then', 'www.itu.int/a'],
    ['«https://itu.int/a»', 'https://itu.int/a'],
    ['https://itu.int/a_(b)', 'https://itu.int/a_(b)'],
    ['(see https://itu.int/a_(b))', 'https://itu.int/a_(b)'],
    ['https://itu.int/r?lang=ar&id=5#top, and', 'https://itu.int/r?lang=ar&id=5#top'],
    ['https://itu.int/a، ثم', 'https://itu.int/a'],
    ['见https://itu.int/a。另见', 'https://itu.int/a'],
    ['（www.itu.int/a）', 'www.itu.int/a'],
    ['هل https://itu.int/a؟', 'https://itu.int/a'],
    ["'https://itu.int/a'…", 'https://itu.int/a'],
    ['wsis-info@itu.int', 'wsis-info@itu.int'],
    ['(wsis.info+x@mail.itu.int).', 'wsis.info+x@mail.itu.int'],
  ],
  'Chinese dates and courtesies': [
    ['2026年7月6-10日', '2026年', '7月', '6-10日'],
    ['尊敬的先生/女士', '先生', '女士'],
  ],
  degrees: [['20 °C ثم 3-5 °C و68°F', '20 °C', '3-5 °C', '68°F']],
  ranges: [
    ['27-31 مايو', '27-31'],
    ['6–10 July 2026', '6–10'],
    ['14:30-15:30', '14:30-15:30'],
    ['من 27 - 31 مايو', '27 - 31'],
    ['2026-07-06', '2026-07-06'],
    ['1.5-2.5 و 10/4-12/4', '1.5-2.5', '10/4-12/4'],
    ['ص. 5-7، 9-11', '5-7', '9-11'],
  ],
  'grouped numbers': [
    ['نحو 14 000 مشارك', '14 000'],
    ['1\u202F000\u202F000', '1\u202F000\u202F000'],
    ['14\u00A0000.', '14\u00A0000'],
  ],
  symbols: [
    ['القرار A/RES/80/173،', 'A/RES/80/173'],
    ['(CL-21/4)', 'CL-21/4'],
    ['WSIS+20.', 'WSIS+20'],
    ['E/CN.16/2026/4', 'E/CN.16/2026/4'],
    ['COVID-19 ثم 5G/6G', 'COVID-19', '5G/6G'],
    ['27-31st', '27-31st'],
  ],
  'names with signs': [
    ['لغة C++ وC# ثم Disney+', 'C++', 'C#', 'Disney+'],
    ['و#WSIS2027 وب@wsis و.NET', '#WSIS2027', '.NET'],
    ['الوسم #WSIS2027، والحساب @wsis_forum.', '#WSIS2027', '@wsis_forum'],
    ['منصة .NET ونطاق .int', '.NET', '.int'],
    ['"#WSIS2027!" و«WSIS+20?»', '#WSIS2027!', 'WSIS+20?'],
    ['C++17 #1 #القمة نهاية.NET'],
  ],
  'marks that end a Latin quotation': [
    ['شعار "Leave no one behind!" في', '!'],
    ['جلسة «What is AI?»', '?'],
    ['(see the WSIS Forum!?)', '!?'],
    ['"نرحب بكم في WSIS!" و«ما هو WSIS+20?»', 'WSIS+20'],
    ['مرحباً بكم في WSIS! وYahoo! Inc'],
  ],
  'what UAX #9 orders by itself': [
    ['10 أبريل 2026'],
    ['10 April 2026'],
    ['10/04/2026'],
    ['الساعة 14:30'],
    ['عام 2025 و2026'],
    ['2018 2019'],
    ['14,000 و1.5'],
    ['50% و100$'],
    ['and/or'],
    ['السيد/السيدة'],
    ['a multi-stakeholder co-operation'],
    ['ITU-T'],
    ['itu.int'],
    ['R&D & co'],
    ['+20'],
    ['بوغدان - مارتن'],
    ['14 0000'],
    [''],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases.map(([text, ...tokens]) => [text, tokens] as const))('«%s»', (text, tokens) => {
    expect(findTokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(tokens);
  });
});

test.each([
  ['https://itu.int/5', 'address'],
  ['a@itu.int', 'address'],
  ['+41 22 730 6240', 'figures'],
  ['27-31', 'range'],
  ['14:30 – 15:30', 'range'],
  ['5%-10%', 'range'],
  ['2027-07-06 - 2027-07-10', 'range'],
  ['2011-12', 'range'],
  ['2027-07', 'figures'],
  ['2027-07-05', 'figures'],
  ['022-7306240', 'figures'],
  ['12345-678', 'figures'],
  ['978-92-61-12345-6', 'figures'],
  ['\u22125', 'figures'],
  ['14 000', 'figures'],
  ['WSIS+20', 'symbol'],
])('«%s» is of the kind %s', (text, kind) => {
  expect(findTokens(text).map((token) => token.kind)).toEqual([kind]);
});

test('long text without tokens takes no time', () => {
  const started = performance.now();
  for (const unit of [
    '1',
    '1 ',
    'a-',
    '+1 ',
    'a.',
    '(',
    '0 00 ',
    'http://(',
    '1-',
    'a!"',
    '"a',
    'a++',
    '#a',
  ]) {
    findTokens(unit.repeat(3000));
  }
  expect(performance.now() - started).toBeLessThan(1000);
});
