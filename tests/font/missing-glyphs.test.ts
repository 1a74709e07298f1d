/** Many characters without a glyph are one problem for each letter and language. */
import { expect, test } from 'vitest';
import { groupGlyphs, type MissingGlyph } from '../../src/pdf/check/missing-glyphs.ts';

function missing(character: string, line: number, more: Partial<MissingGlyph> = {}): MissingGlyph {
  const span = { file: '/x/edition.yaml', line, column: 3 };
  return { character, letter: 'invitation', language: 'en', families: 'Tinos', span, ...more };
}

test('characters of one letter, at the first place, with the lines of the others', () => {
  const found = groupGlyphs([missing('中', 7), missing('文', 7), missing('中', 9)]);
  expect(found).toEqual([
    {
      severity: 'error',
      code: 'missing-glyph',
      message:
        'no font has 2 characters: U+4E2D “中”, U+6587 “文” of the letter "invitation" in en (fonts: Tinos)',
      span: { file: '/x/edition.yaml', line: 7, column: 3 },
      hint: 'add a font that has them to settings.fonts, or write them otherwise; they also stand in edition.yaml:9',
    },
  ]);
});

test('letters, languages and fonts apart', () => {
  const found = groupGlyphs([
    missing('中', 7),
    missing('中', 7, { language: 'fr' }),
    missing('中', 7, { letter: 'other' }),
    missing('中', 7, { families: 'Amiri' }),
    missing('中', 8),
  ]);
  expect(found).toHaveLength(4);
});

test('no more are named than can be read', () => {
  const all = Array.from({ length: 20 }, (_, index) =>
    missing(String.fromCodePoint(0x4e00 + index), index + 1),
  );
  const [found] = groupGlyphs(all);
  expect(found?.message).toMatch(
    /^no font has 20 characters: (?:U\+4E0\d “.”, ){7}U\+4E07 “.” and 12 more of/u,
  );
  expect(found?.hint).toMatch(/edition\.yaml:9 and 11 more$/);
});
