/** Characters that no font of a letter has are named before anything is drawn. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import type { Span } from '../../src/diagnostic.ts';
import { loadFace } from '../../src/font/face.ts';
import type { Inline, Letter, Line } from '../../src/model.ts';
import { checkGlyphs, checkGlyphsOf } from '../../src/pdf/check/coverage.ts';
import { brief, loadClean, patch } from '../data/editions.ts';
import { temporaryFolder } from '../support/cli.ts';
import { family } from '../support/fonts.ts';
import { CFF_FONT, ROOT } from './samples.ts';

const AMIRI = family('Amiri');
const TINOS = family('Tinos');

let line = 0;
/** A text in a line of its own. */
function text(value: string): Inline {
  line += 1;
  return { type: 'text', text: value, span: at(line) };
}
function at(number: number): Span {
  return { file: '/edition.yaml', line: number, column: 1 };
}

function letter(parts: Partial<Letter>): Letter {
  return {
    edition: 'forum',
    id: 'invitation',
    kind: 'forum-invitation',
    form: 'circular',
    language: 'en',
    direction: 'ltr',
    recipient: null,
    title: '中 is not drawn',
    author: '中',
    date: { year: 2026, month: 4 },
    settings: {
      paper: 'A4',
      digits: 'latn',
      frenchSpacing: 'open',
      fonts: {},
      fontSize: 11,
      justify: 'spaces',
    },
    fonts: [AMIRI, TINOS],
    letterhead: { start: [], end: [] },
    dateline: [],
    head: 'stacked',
    rows: [],
    address: { lines: [], bullets: [], position: 'head' },
    subject: { lines: [] },
    salutation: [],
    body: [],
    closing: [],
    signatories: [],
    footer: { page: 'Page {page} of {pages}' },
    ...parts,
  };
}

/** Code, line and what is said, of each diagnostic. */
function problems(checked: Letter): string[] {
  return checkGlyphs(checked).map(
    ({ code, span, message }) =>
      `${code} ${span?.line ?? '-'} ${/U\+\w+ “.*?”/u.exec(message)?.[0]}`,
  );
}

describe('checkGlyphs', () => {
  it('finds nothing in what the fonts can draw, invisible characters and spaces included', () => {
    const drawn = text(
      'لَا إِلَى (WSIS) 2026 Иван é e\u0301 a\u202fb\u2009\u2067c\u2069\u200d\u00ad –…€',
    );
    expect(checkGlyphs(letter({ closing: [drawn] }))).toEqual([]);
  });

  it('says which character, of which letter, is in none of the fonts', () => {
    line = 6;
    expect(checkGlyphs(letter({ closing: [text('Dear 中 and 中')] }))).toEqual([
      {
        severity: 'error',
        code: 'missing-glyph',
        message:
          'no font has the character of the Han script, U+4E2D “中” of the letter "invitation" in en (fonts: Amiri, Tinos)',
        span: at(7),
        hint: expect.stringContaining('add a font that has it, such as Noto Serif SC ('),
      },
    ]);
  });

  it.each<[string, (line: Line) => Partial<Letter>]>([
    ['the letterhead', (l) => ({ letterhead: { start: [], end: [l] } })],
    ['the unit', (l) => ({ unit: l })],
    ['the date line', (l) => ({ dateline: l })],
    ['a label', (l) => ({ rows: [{ label: l, lines: [] }] })],
    ['a value', (l) => ({ rows: [{ label: [], lines: [l] }] })],
    ['confidential', (l) => ({ confidential: l })],
    ['a bullet', (l) => ({ address: { lines: [], bullets: [l], position: 'head' } })],
    ['the subject', (l) => ({ subject: { lines: [l] } })],
    ['the salutation', (l) => ({ salutation: [l] })],
    ['a paragraph', (l) => ({ body: [{ type: 'paragraph', children: l }] })],
    ['a heading', (l) => ({ body: [{ type: 'heading', level: 1, children: l }] })],
    [
      'a list',
      (l) => ({
        body: [
          { type: 'list', ordered: true, start: 1, items: [[{ type: 'paragraph', children: l }]] },
        ],
      }),
    ],
    ['strong text', (l) => ({ closing: [{ type: 'strong', children: l }] })],
    ['a link', (l) => ({ closing: [{ type: 'link', href: 'https://itu.int/中', children: l }] })],
    ['an isolate', (l) => ({ closing: [{ type: 'isolate', direction: 'auto', children: l }] })],
    ['a signatory', (l) => ({ signatories: [{ mark: { text: [] }, name: [], lines: [l] }] })],
    ['a mark', (l) => ({ signatories: [{ mark: { text: l }, name: [], lines: [] }] })],
    ['enclosures', (l) => ({ enclosures: { label: [], lines: [l] } })],
    ['the footer', (l) => ({ footer: { page: '', reference: l } })],
  ])('looks at %s', (_part, place) => {
    line = 41;
    expect(problems(letter(place([text('中')])))).toEqual(['missing-glyph 42 U+4E2D “中”']);
  });

  it.each([
    ['for private use', '\uf8ff', 'U+F8FF'],
    ['for private use in plane 15', '\u{f0001}', 'U+F0001'],
    ['for private use in plane 16', '\u{10fffd}', 'U+10FFFD'],
    ['that is no character', '\ufdd1', 'U+FDD1'],
  ])('refuses one %s', (_, character, name) => {
    line = 6;
    expect(problems(letter({ closing: [text(`Dear ${character} all`)] }))).toEqual([
      `private-character 7 ${name} “${character}”`,
    ]);
  });

  it('refuses one for private use that a font has', () => {
    const own = '\uf001';
    expect(loadFace(TINOS.regular, TINOS.name).has(0xf001)).toBe(true);
    line = 6;
    expect(problems(letter({ closing: [text(`Dear ${own}`), text('中')] }))).toEqual([
      `private-character 7 U+F001 “${own}”`,
      'missing-glyph 8 U+4E2D “中”',
    ]);
  });

  it('names each character of a text once, and each text', () => {
    line = 0;
    const closing = [text('中文中'), text('中'), text('😀')];
    expect(problems(letter({ closing }))).toEqual([
      'missing-glyph 1 U+4E2D “中”',
      'missing-glyph 1 U+6587 “文”',
      'missing-glyph 2 U+4E2D “中”',
      'missing-glyph 3 U+1F600 “😀”',
    ]);
  });

  it('looks in the face of the style', () => {
    // A family whose bold has no Arabic.
    const partial = { ...AMIRI, bold: CFF_FONT };
    line = 0;
    const closing: Line = [text('سلام'), { type: 'strong', children: [text('سـ')] }];
    expect(problems(letter({ fonts: [partial], closing }))).toEqual([
      'missing-glyph 2 U+0633 “س”',
      'missing-glyph 2 U+0640 “ـ”',
    ]);
  });

  // Amiri has U+1EE00 upright and not in bold.
  it.each<[string, boolean, (line: Line) => Partial<Letter>]>([
    ['a row', false, (l) => ({ rows: [{ label: [], lines: [l] }] })],
    ['a bold row', true, (l) => ({ rows: [{ label: [], lines: [l], bold: true }] })],
    ['the label of a bold row', false, (l) => ({ rows: [{ label: l, lines: [], bold: true }] })],
    ['the unit', true, (l) => ({ unit: l })],
    ['the label of the subject', false, (l) => ({ subject: { label: l, lines: [] } })],
    ['the subject', true, (l) => ({ subject: { lines: [l] } })],
    ['the mark of a draft', true, (l) => ({ draft: l })],
    ['a heading', true, (l) => ({ body: [{ type: 'heading', level: 1, children: l }] })],
    ['emphasis', false, (l) => ({ closing: [{ type: 'emphasis', children: l }] })],
  ])('looks at %s in the face that draws it', (_part, isMissing, place) => {
    line = 41;
    expect(problems(letter(place([text('\u{1ee00}')])))).toEqual(
      isMissing ? ['missing-glyph 42 U+1EE00 “\u{1ee00}”'] : [],
    );
  });

  it('looks at each side of a letter in two languages with its own fonts', () => {
    line = 0;
    const both = (layout: 'bilingual' | 'sequential') => {
      const other = letter({ language: 'zh', fonts: [TINOS], closing: [text('سلام')] });
      return letter({ closing: [text('سلام')], companion: { layout, letter: other } });
    };
    const [companion] = [both('bilingual'), both('sequential')].map(problems);
    expect(companion?.map((problem) => problem.split(' ')[1])).toEqual(Array(4).fill('1'));
    expect(problems(both('sequential'))).toHaveLength(4);
  });

  it('wants a mark in the face of its base', () => {
    line = 0;
    const lobster = { name: 'Lobster', regular: CFF_FONT };
    expect(problems(letter({ fonts: [lobster], closing: [text('x\u0651')] }))).toEqual([
      'missing-glyph 1 U+0651 “\u0651”',
    ]);
  });

  it('names the place in the file of the edition', () => {
    const folder = temporaryFolder();
    cpSync(join(ROOT, 'examples/forum-2021'), folder, { recursive: true });
    const row = 'reference: {ar: CL-21/4, en: ';
    patch(folder, 'edition.yaml', row, `${row}\u{1ee00}`);
    const before = readFileSync(join(folder, 'edition.yaml'), 'utf8').split(row)[0] ?? '';
    const number = before.split('\n').length;
    const column = (before.split('\n').at(-1) ?? '').length + row.length + 1;
    const { letters } = composeEdition(loadClean(folder), { forms: ['circular'] });
    const found = checkGlyphsOf(letters).map((one) => brief(one, folder));
    expect(found).toEqual([`missing-glyph edition.yaml:${number}:${column}`]);
  });

  it('reports each font that cannot be used, and checks with the others', () => {
    line = 0;
    const broken = { name: 'Own', regular: join(ROOT, 'package.json') };
    const diagnostics = checkGlyphs(letter({ fonts: [broken, AMIRI], closing: [text('سلام 中')] }));
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        'bad-font',
        'the file package.json of the font "Own" cannot be used: it is not a TrueType or OpenType font, or it is damaged',
      ],
      ['missing-glyph', expect.stringContaining('U+4E2D')],
    ]);
  });
});
