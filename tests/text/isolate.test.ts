import { describe, expect, test } from 'vitest';
import type { Direction, Inline } from '../../src/model.ts';
import { balanceControls, visible } from '../../src/text/controls.ts';
import { majorityDirection } from '../../src/text/isolate.ts';
import { lineText } from '../../src/walk-letter.ts';
import { buildParagraph } from '../support/paragraph.ts';

const CONTROLS = { '<': '\u2066', '>': '\u2067', '?': '\u2068', '|': '\u2069' };
const EMBEDDINGS = { '(': '\u202A', ')': '\u202B', '{': '\u202D', '}': '\u202E', '^': '\u202C' };

/** Writes controls as visible signs: `<` LRI, `>` RLI, `?` FSI, `|` PDI, `(` LRE … `^` PDF. */
function decode(text: string): string {
  return replaceAll(text, Object.entries({ ...CONTROLS, ...EMBEDDINGS }));
}

function encode(text: string): string {
  const pairs = Object.entries({ ...CONTROLS, ...EMBEDDINGS });
  return replaceAll(
    text,
    pairs.map(([sign, control]) => [control, sign]),
  );
}

function replaceAll(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((out, [from, to]) => out.replaceAll(from, to), text);
}

const text = (content: string): Inline => ({ type: 'text', text: content });
const isolate = (direction: Direction | 'auto', ...children: Inline[]): Inline => ({
  type: 'isolate',
  direction,
  children,
});

describe('a text with controls is balanced', () => {
  test.each([
    ['plain', 'plain'],
    ['a <b| c', 'a <b| c'],
    ['a <b', 'a <b|'],
    ['a| b', 'a b'],
    ['a ^b', 'a b'],
    ['}a', '}a^'],
    ['>{a', '>{a^|'],
    ['<a^|', '<a|'],
    ['<(a|b', '<(a^|b'],
    ['(<a^|^', '(<a|^'],
    ['|<a||b', '<a|b'],
    ['?a|?b', '?a|?b|'],
  ])('%s → %s', (given, balanced) => {
    expect(encode(balanceControls(decode(given)))).toBe(balanced);
  });
});

test('bidi controls and other invisible characters are not drawn', () => {
  expect(visible('a\u2066b\u2069\u200E\u200F\u061C\u202Ac\u202C\u200B\u2060\u00AD\uFEFFd')).toBe(
    'abcd',
  );
  expect(visible('می\u200Cروم')).toBe('می\u200Cروم');
});

describe('the direction of most letters', () => {
  test.each([
    ['IEEE فرع عُمان 2026', 'rtl'],
    ['(ACME) عربي *x*', 'rtl'],
    ['جيتانجالي ساه (Ms Gitanjali Sah)', 'rtl'],
    ['(ACME)', 'ltr'],
    ['שלום abc', 'rtl'],
    ['2026', 'ltr'],
    ['+41 22', 'ltr'],
    ['', 'ltr'],
    ['Жук', 'ltr'],
    ['ab اب', 'base'],
    ['١٢٣', 'ltr'],
    ['مُحَمَّدٌ abcd', 'tie'],
  ])('«%s»: %s', (content, expected) => {
    for (const base of ['ltr', 'rtl'] as const) {
      const direction = majorityDirection(content, base);
      expect(direction).toBe(expected === 'base' || expected === 'tie' ? base : expected);
    }
  });
});

describe('isolates', () => {
  test.each([
    ['a token', [text('من 27-31 مايو')], 'من ><27|-<31|| مايو'],
    ['two tokens', [text('27-31 و14 000')], '><27|-<31|| و<14 000|'],
    ['a symbol that continues Latin', [text('ITU-T Y.2060 و')], 'ITU-T Y.2060 و'],
    ['a symbol after an abbreviation', [text('Doc. A/RES/80/173')], 'Doc. A/RES/80/173'],
    ['a symbol after Arabic', [text('قرار A/RES/80/173')], 'قرار <A/RES/80/173|'],
    ['a range after Latin', [text('WSIS 27-31 مايو')], 'WSIS ><27|-<31|| مايو'],
    ['a value of Latin', [isolate('auto', text('ACME'))], '<ACME|'],
    ['a value of Arabic', [isolate('auto', text('عربي'))], '>عربي|'],
    ['a value with a direction', [isolate('ltr', text('عربي'))], '<عربي|'],
    ['a value with controls', [isolate('auto', text(decode('a|>b')))], '<a>b||'],
    ['a token in a value', [isolate('auto', text('فرع 27-31'))], '>فرع ><27|-<31|||'],
    [
      'a token in bold',
      [text('من '), { type: 'strong', children: [text('27-31')] }],
      'من ><27|-<31||',
    ],
  ] satisfies [string, Inline[], string][])('%s', (_, line, expected) => {
    expect(encode(buildParagraph(line, 'rtl', 'ar').text)).toBe(expected);
  });
});

describe('spans', () => {
  const link: Inline = { type: 'link', href: 'https://itu.int/', children: [text('27-31')] };
  const {
    text: all,
    spans,
    solids,
    levels,
  } = buildParagraph(
    [
      text('a '),
      { type: 'strong', children: [{ type: 'emphasis', children: [link] }] },
      text(' b'),
    ],
    'rtl',
    'ar',
  );

  test('cover the text without gap', () => {
    expect(spans[0]?.start).toBe(0);
    expect(spans.at(-1)?.end).toBe(all.length);
    expect(spans.slice(1).map(({ start }) => start)).toEqual(
      spans.slice(0, -1).map(({ end }) => end),
    );
    expect(levels).toHaveLength(all.length);
  });

  test('carry the styles that are nested', () => {
    expect(spans.map(({ style }) => style)).toEqual([
      { bold: false, italic: false, superscript: false },
      { bold: true, italic: true, superscript: false, href: 'https://itu.int/' },
      { bold: false, italic: false, superscript: false },
    ]);
  });

  test('figures are solid', () => {
    expect(solids.map(({ start, end }) => encode(all.slice(start, end)))).toEqual(['27|-<31||']);
  });
});

test('a whole paragraph in bold', () => {
  const { spans } = buildParagraph([text('a'), isolate('auto', text('b'))], 'ltr', 'en', true);
  expect(spans.every(({ style }) => style.bold)).toBe(true);
});

test('a language of its own is kept by the isolate', () => {
  const value: Inline = {
    type: 'isolate',
    direction: 'auto',
    language: 'rm',
    children: [text('x')],
  };
  const { spans } = buildParagraph([text('a '), value], 'ltr', 'en');
  expect(spans.map(({ style }) => style.language)).toEqual([undefined, 'rm']);
});

test('plain text has no markup, and a space for a line break', () => {
  const line: Inline[] = [text('a'), { type: 'break' }, { type: 'strong', children: [text('b')] }];
  expect(lineText(line)).toBe('a b');
});
