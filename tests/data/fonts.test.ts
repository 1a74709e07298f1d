/** `fonts.yaml`: what it may say, what is said of its faults, and that what ships is what it says. */
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import { readFonts } from '../../src/data/schema/fonts.ts';
import { Problems } from '../../src/diagnostic.ts';
import { loadFace } from '../../src/font/face.ts';
import { LANGUAGES } from '../../src/language/languages.ts';
import { packageFile } from '../../src/package.ts';
import { checkGlyphs } from '../../src/pdf/check/coverage.ts';
import { FAMILIES, fontFile, stylesOf } from '../support/fonts.ts';
import { baseEdition, brief, loadClean, patch, problemsOf, put } from './editions.ts';

const FAMILY = '  Own: {scripts: [Latn], regular: Own-Regular.ttf}';
const CHAINS = `chains: {${LANGUAGES.map((language) => `${language}: [Own]`).join(', ')}}`;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** What is wrong with a folder of one font, as `code file:line:column message (hint)`. */
function faults(yaml: string): { folder: string; faults: string[]; fonts: unknown } {
  const folder = temporaryFolder();
  copyFileSync(fontFile('Tinos'), join(folder, 'Own-Regular.ttf'));
  symlinkSync(fontFile('Tinos'), join(folder, 'link.ttf'));
  writeFileSync(join(folder, 'fonts.yaml'), yaml);
  const problems = new Problems();
  const fonts = readFonts(folder, problems);
  return { folder, fonts, faults: problems.all.map((each) => brief(each, folder)) };
}

describe('an own family in the folder of the fonts', () => {
  test('is taken as it is described', () => {
    const found = faults(`families:\n${FAMILY}\n${CHAINS}\n`);
    expect(found.faults).toEqual([]);
    expect(found.fonts).toMatchObject({
      families: [{ name: 'Own', scripts: ['Latn'], regular: expect.stringMatching(/Own-Reg/) }],
      chains: { ar: ['Own'], zh: ['Own'] },
    });
  });

  test.each([
    ['a file above the folder', 'Own-Regular.ttf', '../Own.ttf', 'outside-folder fonts.yaml:2:35'],
    ['a link out of it', 'Own-Regular.ttf', 'link.ttf', 'outside-folder fonts.yaml:2:35'],
    ['a file that is not there', 'Own-Regular.ttf', 'Own.ttf', 'missing-file fonts.yaml:2:35'],
    ['a family without a file', ', regular: Own-Regular.ttf', '', 'missing-key fonts.yaml:2:9'],
    ['a key that is none', 'regular', 'regulr', 'unknown-key fonts.yaml:2:26'],
    ['a script that is none', 'Latn', 'Latin', 'unknown-script fonts.yaml:2:19'],
    ['a script without characters', 'Latn', 'Hans', 'unknown-script fonts.yaml:2:19'],
    ['a chain with a stranger', 'fr: [Own]', 'fr: [Owl]', 'unknown-font fonts.yaml:3:37'],
    ['a language without chain', ', zh: [Own]', '', 'missing-key fonts.yaml:3:10'],
    ['a language that is none', 'zh', 'zz', 'missing-key fonts.yaml:3:10'],
    ['YAML that is none', 'scripts: [Latn]', 'scripts: [Latn', 'yaml-syntax fonts.yaml:2:49'],
  ])('%s', (_, from, to, expected) => {
    const found = faults(`families:\n${FAMILY}\n${CHAINS}\n`.replace(from, to));
    expect(found.faults).toContain(expected);
    expect(found.fonts).toBeUndefined();
  });

  test.each(['@wsis-letters/none', '..', '.', '/etc', 'fs'])(
    'the package %s is not there',
    (name) => {
      const family = FAMILY.replace('{', `{package: "${name}", `);
      expect(faults(`families:\n${family}\n${CHAINS}\n`).faults).toEqual([
        'missing-package fonts.yaml:2:19',
      ]);
    },
  );

  test('a file outside its package', () => {
    const outside = 'package: "@expo-google-fonts/tinos", regular: ../amiri/package.json';
    const family = FAMILY.replace('regular: Own-Regular.ttf', outside);
    expect(faults(`families:\n${family}\n${CHAINS}\n`).faults).toEqual([
      'outside-folder fonts.yaml:2:72',
    ]);
  });
});

const LETTERS = {
  Arab: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى٠١٢٣٤٥٦٧٨٩،؛؟\u064b\u064e\u0651\u0670',
  Latn: 'ABCXYZabcxyzÀÇÉÈÊËÎÏÑÔŒÙÛÜßàçéèêëîïñôœùûü«»–—“”’…0123456789',
  Cyrl: 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  Grek: 'ΑΒΓΔΩαβγδωάέ',
  Hebr: 'אבגדת',
  Hani: '中文论坛国際聯盟',
  Bopo: 'ㄅㄆ',
  Hira: 'ぁん',
  Kana: 'ァン',
} as const;

test.each(FAMILIES.map((family) => [family.name, family] as const))(
  '%s has the letters of the scripts that it is meant for, in each style',
  (name, family) => {
    const text = (family.scripts ?? []).map((one) => LETTERS[one as keyof typeof LETTERS]).join('');
    expect(text).not.toBe('');
    for (const [, file] of stylesOf(family)) {
      const face = loadFace(file, name);
      expect([...text].filter((letter) => !face.has(letter.codePointAt(0) ?? 0))).toEqual([]);
    }
  },
);

/** The font with the licence bits of restricted embedding (OpenType 1.9, OS/2.fsType). */
function restricted(font: Buffer): Buffer {
  const entry = font.indexOf('OS/2', 0, 'latin1');
  font.writeUInt16BE(0x0002, font.readUInt32BE(entry + 8) + 8);
  return font;
}

describe("an edition's own family", () => {
  test('hides one of the same name', () => {
    const folder = baseEdition();
    copyFileSync(fontFile('Tinos'), join(folder, 'own.ttf'));
    patch(folder, 'edition.yaml', 'settings:', 'fonts: {Amiri: {regular: own.ttf}}\nsettings:');
    const found = loadClean(folder).families.find(({ name }) => name === 'Amiri');
    expect(found?.regular).toMatch(/own\.ttf$/);
  });

  test.each([
    ['Amirri', 'did you mean "Amiri"?'],
    [
      'My',
      expect.stringMatching(/^known: Amiri, .*; a family of your own is described under "fonts"$/),
    ],
  ])('%s: files without an entry are no family', (name, hint) => {
    const folder = baseEdition();
    put(folder, 'fonts/My-Regular.ttf', readFileSync(fontFile('Tinos')));
    patch(folder, 'edition.yaml', 'ar: [Amiri]', `ar: [${name}]`);
    expect(loadEdition(folder).diagnostics).toMatchObject([{ code: 'unknown-font', hint }]);
  });

  test('lies in its folder', () => {
    const folder = baseEdition();
    put(dirname(folder), 'own.ttf', readFileSync(fontFile('Tinos')));
    patch(folder, 'edition.yaml', 'settings:', 'fonts: {Own: {regular: ../own.ttf}}\nsettings:');
    expect(problemsOf(folder)).toEqual(['outside-edition edition.yaml:53:24']);
  });

  test('that may not be embedded is refused by its name, where it is described', () => {
    const folder = temporaryFolder();
    cpSync(packageFile('examples/forum-2021'), folder, { recursive: true });
    put(folder, 'fonts/My-Regular.ttf', restricted(readFileSync(fontFile('Tinos'))));
    const edition = readFileSync(join(folder, 'edition.yaml'), 'utf8');
    const entry = 'fonts: {My: {regular: fonts/My-Regular.ttf}}\nsettings: {fonts: {ar: [My]}}\n';
    put(folder, 'edition.yaml', entry + edition);
    const { letters } = composeEdition(loadClean(folder), { forms: ['circular'] });
    const [problem, ...more] = letters.flatMap((letter) => checkGlyphs(letter));
    expect(more).toEqual([]);
    expect(problem && brief(problem, folder)).toBe('bad-font edition.yaml:1:9');
    expect(problem?.message).toMatch(/My-Regular\.ttf of the font "My" .*fsType 0x0002/);
    expect(problem?.hint).toMatch(/ask its maker/);
  });
});
