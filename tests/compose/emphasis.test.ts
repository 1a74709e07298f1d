import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { uncasedAttention } from '../../src/compose/markdown/attention.ts';
import { body, compose, template } from './fixture.ts';

function arabic(text: string): readonly string[] {
  const files = { 'templates/test/ar.md.hbs': template(text) };
  const { letters, found } = compose(files, { languages: ['ar'], forms: ['circular'] });
  expect(found).toEqual([]);
  return body(letters[0]);
}

describe('emphasis is written to a letter that has no capitals', () => {
  test.each([
    ['a bracket after a preposition', 'و**(الملتقى)** ثم', 'و**(الملتقى)** ثم'],
    ['a quotation after a preposition', 'و**"تكنولوجيا"**', 'و**"تكنولوجيا"**'],
    ['guillemets', 'ل**«منتدى»**', 'ل**«منتدى»**'],
    ['a letter after a bracket', '**القمة (WSIS)**لعام', '**القمة (WSIS)**لعام'],
    ['both sides', 'قرار**(أ)**و**(ب)**ثم', 'قرار**(أ)**و**(ب)**ثم'],
    ['emphasis of one asterisk', 'ب*"x"*', 'ب*"x"*'],
    ['three asterisks', 'ب***"x"***', 'ب***"x"***'],
    ['after a vowel sign', 'كِتَابُ**"x"**', 'كِتَابُ**"x"**'],
    ['after a tatweel', 'ولـ**"x"**', 'ولـ**"x"**'],
    ['after Arabic digits', '٢٠٢٧**(أ)**', '٢٠٢٧**(أ)**'],
    ['Persian, after a joiner', 'می\u200c**«x»**', 'می\u200c**«x»**'],
    ['Hebrew', 'ל**"שלום"**', 'ל**"שלום"**'],
    ['Hebrew, with a point', 'לְ**(א)**', 'לְ**(א)**'],
    ['Chinese, at the beginning', '请看**（附件）**。', '请看**（附件）**。'],
    ['Chinese, at the end', '**「重要」**的', '**「重要」**的'],
  ])('%s', (_, text, expected) => {
    expect(arabic(text).join()).toBe(expected);
  });

  test('the asterisks of the Latin text are those of CommonMark', () => {
    const texts = [
      'foo**"bar"**baz',
      'a*"foo"*',
      '**foo (bar)**baz',
      'é**"x"**',
      'e\u0301**"x"**',
      'Привет**"x"**',
      'λ**(x)**λ',
      '2027**(x)**7',
      '**a (b)** c',
      'a * b * c',
      'nº**(1)**',
    ];
    for (const text of texts) {
      const amended = fromMarkdown(text, { extensions: [uncasedAttention] });
      expect(amended, text).toEqual(fromMarkdown(text));
    }
  });

  test('underscores inside a word are no marks', () => {
    const extended = fromMarkdown('و_(x)_', { extensions: [uncasedAttention] });
    expect(extended).toEqual(fromMarkdown('و_(x)_'));
  });
});
