/** The Chinese family is large: only letters that hold its characters load it. */
import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import { familiesOf } from '../../src/font/families.ts';
import type { Language, Letter } from '../../src/model.ts';
import { packageFile } from '../../src/package.ts';
import { letterSource } from '../../src/pdf/fingerprint.ts';
import { renderLetter } from '../../src/pdf/render.ts';

function circulars(): ReadonlyMap<Language, Letter> {
  const { edition } = loadEdition(packageFile('examples', 'forum-2025'));
  if (!edition) throw new Error('the edition does not load');
  const { letters } = composeEdition(edition, { forms: ['circular'] });
  return new Map(letters.map((letter) => [letter.language, letter]));
}

const LETTERS = circulars();
const names = (letter: Letter) => familiesOf(letter).map(({ name }) => name);

function circular(language: Language): Letter {
  const letter = LETTERS.get(language);
  if (!letter) throw new Error(`no circular in ${language}`);
  return letter;
}

describe('the families that a letter loads', () => {
  test.each<[Language, string[]]>([
    ['ar', ['Amiri', 'Tinos']],
    ['en', ['Tinos', 'Amiri']],
    ['ru', ['Tinos', 'Amiri']],
    ['zh', ['Tinos', 'Noto Serif SC', 'Amiri']],
  ])('%s', (language, expected) => {
    expect(names(circular(language))).toEqual(expected);
  });

  test.each([
    ['王志远', true],
    ['Wang Zhiyuan', false],
    ['（ACME）', true],
    ['𠮷', true],
    ['«Æ» — ½', false],
  ])('an English letter to %s', (name, needed) => {
    const letter = { ...circular('en'), dateline: [{ type: 'text' as const, text: name }] };
    expect(names(letter).includes('Noto Serif SC')).toBe(needed);
  });

  test('what is not drawn does not count', () => {
    expect(names({ ...circular('en'), title: '论坛', author: '王志远' })).not.toContain(
      'Noto Serif SC',
    );
  });
});

test.each<[string, Language, boolean]>([
  ['Cyrl', 'ru', true],
  ['Cyrl', 'en', false],
  ['Arab', 'ar', true],
  ['Thai', 'ru', false],
])('a large family for %s and a letter in %s', (script, language, needed) => {
  const letter = circular(language);
  const [first] = letter.fonts;
  if (!first) throw new Error('no family');
  const large = { ...first, name: 'Large', large: true, scripts: [script] };
  expect(names({ ...letter, fonts: [large, ...letter.fonts] }).includes('Large')).toBe(needed);
});

test('a Chinese letter holds only the glyphs that it draws', async () => {
  const { pdf } = await renderLetter(circular('zh'));
  expect(pdf.length).toBeLessThan(120_000);
});

test('the fingerprint of a letter reads no font that the letter does not load', () => {
  const read = (language: Language) => {
    const paths: string[] = [];
    letterSource(circular(language), (path) => String(paths.push(path)));
    return paths.some((path) => path.includes('NotoSerifSC'));
  };
  expect(read('ar')).toBe(false);
  expect(read('zh')).toBe(true);
});
