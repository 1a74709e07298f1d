/** Letters join across a border of styles. */
import { describe, expect, test } from 'vitest';
import type { ShapedRun } from '../../src/font/face.ts';
import { faceChain } from '../../src/font/faces.ts';
import type { Inline, Letter } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { layoutOf } from '../../src/text/layout.ts';
import type { TextPiece } from '../../src/text/shape.ts';
import { bareLetter } from '../position/letter.ts';
import { family } from '../support/fonts.ts';

const FAMILIES = ['Amiri', 'Noto Naskh Arabic'];
const WORDS = [
  'المنتدى',
  'صفحاتنا',
  'للجميع',
  'الموقعات',
  'مُحَمَّدٌ',
  'لأن',
  'الإلكتروني',
  'قُدِّمَت',
  'لآلئ',
  'كتابكم',
];
const JOINER = '\u200D';

type Wrap = (children: Inline[]) => Inline;
const link: Wrap = (children) => ({ type: 'link', href: 'https://example.org/', children });
const bold: Wrap = (children) => ({ type: 'strong', children });
const text = (content: string): Inline => ({ type: 'text', text: content });

function letterIn(name: string, parts: Partial<Letter> = {}): Letter {
  return bareLetter('rtl', { fonts: [family(name), family('Tinos')], ...parts });
}

function piecesOf(line: Inline[], name: string): readonly TextPiece[] {
  const source = { line, base: 'rtl' as const, language: 'ar', bold: false };
  return layoutOf(source, 12, faceChain(letterIn(name))).pieces;
}

/** A word with its letters from `from` to `to` in another style. */
function styled(word: string, from: number, to: number, wrap: Wrap): Inline[] {
  const parts = [
    text(word.slice(0, from)),
    wrap([text(word.slice(from, to))]),
    text(word.slice(to)),
  ];
  return parts.filter((part) => part.type !== 'text' || part.text !== '');
}

/** Every stretch of a word, but for the whole of it. */
function stretches(word: string): [number, number][] {
  const found: [number, number][] = [];
  for (let from = 0; from < word.length; from += 1) {
    for (let to = from + 1; to <= word.length; to += 1) {
      if (to - from < word.length) found.push([from, to]);
    }
  }
  return found;
}

/** From left to right. */
const glyphs = (pieces: readonly TextPiece[]) =>
  pieces
    .toReversed()
    .flatMap(({ shaped }) =>
      shaped.glyphs.map(({ gid, advance, dx, dy }) => [gid, advance, dx, dy]),
    );
const said = (pieces: readonly TextPiece[]) => pieces.map(({ shaped }) => shaped.text).join('');

describe.each(FAMILIES)('%s', (name) => {
  test.each(WORDS)('a link in «%s» changes no glyph', (word) => {
    const whole = glyphs(piecesOf([text(word)], name));
    for (const [from, to] of stretches(word)) {
      const pieces = piecesOf(styled(word, from, to, link), name);
      expect(glyphs(pieces)).toEqual(whole);
      expect(said(pieces)).toBe(word);
      const hrefs = pieces.map(({ style }) => style.href);
      // A vowel alone, or the alef of one glyph with its lam, belongs to the letter before it.
      expect(new Set(hrefs).size).toBeLessThanOrEqual(2);
    }
  });

  // Amiri has forms of a vocalised meem for what stands beside it.
  test.each(WORDS.filter((word) => word !== 'مُحَمَّدٌ'))(
    'bold in «%s» keeps the forms that join',
    (word) => {
      for (const [from, to] of stretches(word)) {
        const pieces = piecesOf(styled(word, from, to, bold), name);
        expect(said(pieces)).toBe(word);
        for (const [index, { face, shaped }] of pieces.entries()) {
          const before = joinsNext(pieces[index - 1]?.shaped.text) ? JOINER : '';
          const next = pieces[index + 1]?.shaped.text;
          const after = next !== undefined && /^\p{L}/u.test(next) ? JOINER : '';
          const alike = face.shape(before + shaped.text + after, 'rtl', { language: 'ar' });
          expect(letters(shaped)).toEqual(letters(alike));
        }
      }
    },
  );

  test.each(['spaces', 'kashida'] as const)(
    'a justified letter of such words, %s',
    async (justify) => {
      const line = WORDS.flatMap((word) =>
        stretches(word)
          .slice(0, 9)
          .flatMap(([from, to], index) => [
            ...styled(word, from, to, index % 2 ? link : bold),
            text(' '),
          ]),
      );
      const settings = { ...bareLetter('rtl').settings, justify };
      const letter = letterIn(name, { settings, body: [{ type: 'paragraph', children: line }] });
      // Rendering compares the text of the PDF with the letter's.
      const { text: blocks } = await renderLetter(letter);
      expect(blocks.join('')).toContain(WORDS[0]);
    },
  );
});

/** Glyphs of letters; those of marks vary with what is around them. */
function letters({ glyphs: all, text: of }: ShapedRun): number[] {
  return all
    .filter(({ cluster }) => /[\p{L}\u200D]/u.test(of.charAt(cluster)))
    .map(({ gid }) => gid);
}

function joinsNext(before: string | undefined): boolean {
  return before !== undefined && !/[اأإآدذرزوؤىة]\p{M}*$/u.test(before);
}

test('lam and alef stay one glyph, of the style of the lam', () => {
  const pieces = piecesOf(styled('لأن', 1, 2, bold), 'Amiri');
  expect(pieces.map(({ shaped, style }) => [shaped.text, style.bold])).toEqual([
    ['لأ', false],
    ['ن', false],
  ]);
});

test('a mark stays on its letter', () => {
  const pieces = piecesOf(styled('مَن', 1, 3, bold), 'Amiri');
  expect(pieces.map(({ shaped, style }) => [shaped.text, style.bold])).toEqual([
    ['مَ', false],
    ['ن', true],
  ]);
});

test('words in one style are shaped one by one', () => {
  const pieces = piecesOf([text('من '), bold([text('المنتدى')]), text(' هنا')], 'Amiri');
  expect(pieces.some(({ parted }) => parted)).toBe(false);
});
