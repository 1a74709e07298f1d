import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findBreaks } from '../../src/text/breaks.ts';
import { visible } from '../../src/text/controls.ts';
import type { Paragraph } from '../../src/text/levels.ts';
import { buildParagraph } from '../support/paragraph.ts';

/** The visible text in the parts between break points; `!` marks a forced one. */
function parts(content: string, base: 'ltr' | 'rtl' = 'ltr'): string[] {
  const lines = content.split('\n');
  const inlines = lines.flatMap((text, index) => {
    const line = { type: 'text' as const, text };
    return index === 0 ? [line] : [{ type: 'break' as const }, line];
  });
  const paragraph = buildParagraph(inlines, base, 'ar');
  let from = 0;
  return findBreaks(paragraph).map(({ position, forced }) => {
    const part = visible(paragraph.text.slice(from, position)) + (forced ? '!' : '');
    from = position;
    return part;
  });
}

test.each([
  ['two words', ['two ', 'words']],
  ['القمة العالمية', ['القمة ', 'العالمية']],
  ['no\u00A0break here', ['no\u00A0break ', 'here']],
  ['a hyphen-word', ['a ', 'hyphen-', 'word']],
  ['call +41 22 730 6240 now', ['call ', '+41 22 730 6240 ', 'now']],
  ['من 27 - 31 مايو', ['من ', '27 - 31 مايو']],
  ['the A/RES/80/173 text', ['the ', 'A/RES/80/173 ', 'text']],
  ['نحو 14 000 مشارك', ['نحو ', '14 000 ', 'مشارك']],
  ['https://itu.int/net/a', ['https://itu.int/', 'net/', 'a']],
  ['(WSIS) «قمة» 50% end.', ['(WSIS) ', '«قمة» ', '50% ', 'end.']],
  ['one\ntwo', ['one!', 'two']],
  ['one\n', ['one']],
  ['', []],
  ['zero\u200Bwidth', ['zero', 'width']],
  ['word-\u2060joiner and', ['word-joiner ', 'and']],
  ['soft\u00ADhyphen', ['softhyphen']],
  // Chinese: between any two ideographs, but never before 、，。）」 nor after （「《.
  ['论坛，各方', ['论', '坛，', '各', '方']],
  ['甲、乙。', ['甲、', '乙。']],
  ['峰会（WSIS）论坛', ['峰', '会', '（WSIS）', '论', '坛']],
  ['「论坛」与《议程》', ['「论', '坛」', '与', '《议', '程》']],
  ['于2026年7月6-10日在', ['于', '2026年', '7月', '6-10日', '在']],
  ['尊敬的先生/女士：', ['尊', '敬', '的', '先生/', '女士：']],
  ['见https://itu.int/a。另', ['见', 'https://itu.int/', 'a。', '另']],
  ['\u3000\u3000我们', ['\u3000\u3000我', '们']],
])('«%s»', (content, expected) => {
  expect(parts(content)).toEqual(expected);
});

test.each([
  ['ar', 'حتى 31 مارس 2027', ['حتى ', '31 مارس ', '2027']],
  ['ar', 'حتى ٣١ مارس', ['حتى ', '٣١ مارس']],
  ['en', 'by 31 March 2027', ['by ', '31 March ', '2027']],
  ['fr', 'le 1er avril et le 2 mai', ['le ', '1er avril ', 'et ', 'le ', '2 mai']],
  ['es', 'el 10 de abril de 2026', ['el ', '10 de abril ', 'de ', '2026']],
  ['ru', 'и в Форуме, а также о нем', ['и в Форуме, ', 'а также ', 'о нем']],
  ['ru', 'науки и культуры (в Женеве)', ['науки ', 'и культуры ', '(в Женеве)']],
  ['ru', 'для всех по адресу', ['для ', 'всех ', 'по ', 'адресу']],
  ['ru', 'т. е. о чем-то', ['т. ', 'е. ', 'о чем-', 'то']],
  ['en', 'a word i use', ['a ', 'word ', 'i ', 'use']],
  [
    'fr',
    'avec ONU-Femmes et le porte-parole',
    ['avec ', 'ONU-Femmes ', 'et ', 'le ', 'porte-', 'parole'],
  ],
  ['en', 'the WSIS-FORUM-2019 text', ['the ', 'WSIS-FORUM-2019 ', 'text']],
  ['ru', 'до 31 марта 2027 года', ['до ', '31 марта ', '2027 ', 'года']],
  ['en', '131 March, 31 Marching', ['131 ', 'March, ', '31 ', 'Marching']],
] as const)('a day keeps its month in %s: «%s»', (language, content, expected) => {
  const { text, ...rest } = buildParagraph([{ type: 'text', text: content }], 'ltr', language);
  const points = findBreaks({ text, ...rest }).map(({ position }) => position);
  const found = points.map((end, index) => visible(text.slice(points[index - 1] ?? 0, end)));
  expect(found).toEqual(expected);
});

describe('bidi controls', () => {
  test.each([
    ['\u2066two\u2069 words', ['two ', 'words']],
    ['two \u2066words\u2069', ['two ', 'words']],
    ['two\u2069 \u2066words', ['two ', 'words']],
    ['a\u200Eb\u200Fc\u061Cd', ['abcd']],
    ['(\u2066a\u2069) b', ['(a) ', 'b']],
    ['\u202Btwo words\u202C.', ['two ', 'words.']],
  ])('neither hide nor allow a break: «%s»', (content, expected) => {
    expect(parts(content, 'rtl')).toEqual(expected);
  });
});

/**
 * Where the package `linebreak`, which follows an older Unicode, differs from LineBreakTest.txt 15.0:
 * it keeps together the pairs of the plain rule LB25, where the file takes whole numbers only (a bracket
 * and % or $, a point or slash and a digit, \\ and a bracket); rule LB30 now leaves out wide brackets;
 * rule LB30b takes in unassigned pictographs (U+1F02C). None of them is wrong in a letter.
 */
const DIFFERENT = /[)}]\u0308?[%$]|[%$]\u0308?\(|[,./]\u0308?\d|\\[({]|[\u2329\uFF08]|\u{1F02C}/u;

describe('LineBreakTest.txt of Unicode', () => {
  const cases = readLineBreakTest().filter(({ text }) => !/[\u00AD\u200E\u200F]/.test(text));
  const wrong = cases.filter(({ text, breaks }) => positions(text).join() !== breaks.join());

  test('has its cases', () => {
    expect(cases.length).toBeGreaterThan(7000);
  });

  test('agrees with our breaks but for known differences', () => {
    expect(wrong.filter(({ text }) => !DIFFERENT.test(text))).toEqual([]);
  });

  test('still differs there', () => {
    expect(wrong.length).toBeGreaterThan(50);
  });
});

function positions(text: string): number[] {
  const paragraph: Paragraph = {
    ...buildParagraph([], 'ltr', 'en'),
    text,
  };
  return findBreaks(paragraph).map(({ position }) => position);
}

function readLineBreakTest(): { line: number; text: string; breaks: number[] }[] {
  const lines = readFileSync('/usr/share/unicode/auxiliary/LineBreakTest.txt', 'utf8').split('\n');
  return lines.flatMap((content, index) => {
    const [data = ''] = content.split('#');
    if (data.trim() === '') return [];
    const breaks: number[] = [];
    let text = '';
    for (const item of data.trim().split(/\s+/)) {
      if (item === '÷') breaks.push(text.length);
      else if (item !== '×') text += String.fromCodePoint(Number.parseInt(item, 16));
    }
    return [{ line: index + 1, text, breaks: breaks.filter((position) => position > 0) }];
  });
}
