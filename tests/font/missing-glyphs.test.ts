/** Many characters without a glyph are one problem for each script. */
import { expect, test } from 'vitest';
import { groupGlyphs, type MissingGlyph } from '../../src/pdf/check/missing-glyphs.ts';

function missing(character: string, line: number, more: Partial<MissingGlyph> = {}): MissingGlyph {
  const span = { file: '/x/edition.yaml', line, column: 3 };
  return { character, letter: 'invitation', language: 'en', families: 'Tinos', span, ...more };
}

test('characters of one script, at the first place, with a family and the lines of the others', () => {
  const found = groupGlyphs([
    missing('न', 7),
    missing('म', 7),
    missing('न', 9, { language: 'fr' }),
    missing('न', 9, { letter: 'other' }),
  ]);
  expect(found).toEqual([
    {
      severity: 'error',
      code: 'missing-glyph',
      message:
        'no font has 2 characters of the Devanagari script: U+0928 “न”, U+092E “म” of the letter "invitation" in en and 2 others (fonts: Tinos)',
      span: { file: '/x/edition.yaml', line: 7, column: 3 },
      hint: 'add a font that has them, such as Noto Serif Devanagari (fonts.google.com/noto): fonts: {Noto Serif Devanagari: {regular: fonts/NotoSerifDevanagari-Regular.ttf}} and settings: {fonts: {en: [Tinos, Noto Serif Devanagari], fr: [Tinos, Noto Serif Devanagari]}}; or write them otherwise; they also stand in edition.yaml:9',
    },
  ]);
});

test.each([
  ['ש', 'the Hebrew script', 'Noto Serif Hebrew'],
  ['გ', 'the Georgian script', 'Noto Serif Georgian'],
  ['Հ', 'the Armenian script', 'Noto Serif Armenian'],
  ['ส', 'the Thai script', 'Noto Serif Thai'],
  ['አ', 'the Ethiopic script', 'Noto Serif Ethiopic'],
  ['한', 'the Hangul script', 'Noto Serif KR'],
  ['ߒ', 'the Nko script', 'Noto Sans NKo'],
  ['中', 'the Han script', 'Noto Serif SC'],
  ['😀', 'emoji', 'Noto Emoji'],
  ['\u{1ee00}', 'mathematics', 'Noto Sans Math'],
  ['\u{13000}', 'other scripts', undefined],
])('%s is of %s', (character, name, family) => {
  const [{ message = '', hint = '' } = {}] = groupGlyphs([missing(character, 7)]);
  expect(message).toMatch(`no font has the character of ${name}, U+`);
  expect(hint).toContain(
    family ? `such as ${family} (` : 'add a font that has it to settings.fonts',
  );
});

test('scripts apart, and private characters', () => {
  const found = groupGlyphs([
    missing('中', 7),
    missing('文', 7, { families: 'Amiri' }),
    missing('ส', 7),
    missing('😀', 7),
    missing('\ue000', 8),
  ]);
  expect(found.map(({ code }) => code)).toEqual([
    'missing-glyph',
    'missing-glyph',
    'missing-glyph',
    'private-character',
  ]);
});

test('no more are named than can be read', () => {
  const all = Array.from({ length: 20 }, (_, index) =>
    missing(String.fromCodePoint(0x4e00 + index), index + 1),
  );
  const [found] = groupGlyphs(all);
  expect(found?.message).toMatch(
    /^no font has 20 characters of the Han script: (?:U\+4E0\d “.”, ){7}U\+4E07 “.” and 12 more of/u,
  );
  expect(found?.hint).toMatch(/edition\.yaml:9 and 11 more$/);
});
