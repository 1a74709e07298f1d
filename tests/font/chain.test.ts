/** Which face draws which part of a text. */
import { describe, expect, it } from 'vitest';
import { covers, itemizeFaces } from '../../src/font/chain.ts';
import { type Face, loadFace } from '../../src/font/face.ts';
import { amiri, CFF_FONT, tinos } from './samples.ts';

/** Faces by a letter: A(miri) has Arabic and Latin, T(inos) Latin, Cyrillic, Hebrew, L(obster) Latin. */
const FACES: Readonly<Record<string, Face>> = {
  A: amiri(),
  T: tinos(),
  L: loadFace(CFF_FONT, 'Lobster'),
};

function parts(text: string, chain: string): string[] {
  const faces = [...chain].map((letter) => FACES[letter] as Face);
  const name = (face: Face) => Object.keys(FACES).find((letter) => FACES[letter] === face);
  return itemizeFaces(text, faces).map(
    ({ start, end, face }) => `${name(face)}:${text.slice(start, end)}`,
  );
}

describe('itemizeFaces', () => {
  it.each<[string, string, string[]]>([
    ['', 'AT', []],
    ['منتدى (WSIS) 2026', 'AT', ['A:منتدى (WSIS) 2026']],
    // Spaces and punctuation stay with their neighbours, a pair of brackets with what it holds.
    ['السيد (Иван) قال', 'AT', ['A:السيد ', 'T:(Иван) ', 'A:قال']],
    ['Иван، قال', 'AT', ['T:Иван', 'A:، قال']],
    ['«Иван»', 'AT', ['T:«Иван»']],
    // A mark, a joiner or a selector stays with its base.
    ['Ива\u0301н', 'AT', ['T:Ива\u0301н']],
    ['می\u200cخواهم Ж', 'AT', ['A:می\u200cخواهم ', 'T:Ж']],
    ['x\u0651 ب', 'LA', ['A:x\u0651 ب']],
    // Composed and decomposed forms are the same character.
    ['e\u0301', 'L', ['L:e\u0301']],
    // A word of a joining script is of one face, a number with its signs too.
    ['سَلَام', 'TA', ['A:سَلَام']],
    ['WSIS+20 عام', 'LA', ['L:WSIS+20 ', 'A:عام']],
    // What no face has is left to the first one.
    ['中文', 'AT', ['A:中文']],
    // Spaces of other widths need no glyph of their own.
    ['a\u202fb\u2009c\u00a0d', 'L', ['L:a\u202fb\u2009c\u00a0d']],
    ['\u2067a\u2069', 'L', ['L:\u2067a\u2069']],
  ])('%j with %s', (text, chain, expected) => {
    expect(parts(text, chain)).toEqual(expected);
  });

  it('covers the text without gap or overlap', () => {
    const text = 'Иван (السيد) 😀 2026، "x" e\u0301 中';
    const items = itemizeFaces(text, [amiri(), tinos()]);
    expect(items.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });
});

describe('covers', () => {
  it.each<[string, string, boolean]>([
    ['A', 'بَّ', true],
    ['T', 'ب', false],
    ['A', 'Ж', false],
    ['A', '\u00ad\u200d\ufe0f', true],
    ['A', '\t', true],
    ['A', '\u0007', false],
    ['A', '\u2011', true],
  ])('%s %j: %s', (face, text, expected) => {
    expect(covers(FACES[face] as Face, text)).toBe(expected);
  });
});
