/** Whether every language has all that a language needs, and is known nowhere else. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { LANGUAGES, languagePack } from '../../src/language/languages.ts';

const root = resolve(import.meta.dirname, '../..');
const inRoot = (path: string) => join(root, path);
const foldersOf = (path: string) =>
  readdirSync(inRoot(path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
const sorted = (names: readonly string[]) => [...names].sort();

const FILES = ['index', 'dates', 'inflection', 'countries', 'placeholders', 'proofreading'];
const KINDS = foldersOf('templates').filter((name) => name !== 'mail' && name !== 'partials');

test('a folder for each language, and no other', () => {
  expect(sorted(foldersOf('src/language'))).toEqual(sorted(LANGUAGES));
});

test('there are four kinds of letters', () => {
  expect(KINDS).toHaveLength(4);
});

describe.each(LANGUAGES)('%s', (language) => {
  test.each(FILES)('has its %s', (name) => {
    expect(existsSync(inRoot(`src/language/${language}/${name}.ts`))).toBe(true);
  });

  test('has the pack of its own', () => {
    const { language: code, name } = languagePack(language);
    expect(code).toBe(language);
    expect(name).toBe(new Intl.DisplayNames('en', { type: 'language' }).of(language));
  });

  test.each(KINDS)('has a template for %s', (kind) => {
    expect(existsSync(inRoot(`templates/${kind}/${language}.md.hbs`))).toBe(true);
  });

  test('has a template for messages', () => {
    expect(existsSync(inRoot(`templates/mail/mail.${language}.md.hbs`))).toBe(true);
  });
});

test('fonts.yaml has a chain of families for each language, and no other', () => {
  const { chains } = parse(readFileSync(inRoot('fonts/fonts.yaml'), 'utf8')) as {
    readonly chains: Readonly<Record<string, readonly string[]>>;
  };
  expect(sorted(Object.keys(chains))).toEqual(sorted(LANGUAGES));
});

describe('outside its folder, a language', () => {
  /** The list itself, and a table of the page, whose languages the compiler counts. */
  const MAY_LIST = ['model.ts', 'preview/page/parts/language-name.ts'];
  const CODES = LANGUAGES.join('|');
  const sources = readdirSync(inRoot('src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('language/'))
    .map((file) => ({ file, text: readFileSync(join(root, 'src', file), 'utf8') }));

  test('is not asked for by its code', () => {
    const asked = new RegExp(`[!=]== '(?:${CODES})'`);
    expect(sources.filter(({ text }) => asked.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('is in no list made by hand', () => {
    const named = new RegExp(`'(${CODES})'|^\\s*(${CODES}):`, 'gm');
    // The page itself speaks three languages.
    const isList = (text: string) =>
      new Set([...text.matchAll(named)].map(([, quoted, key]) => quoted ?? key)).size > 3;
    const found = sources.filter(({ text }) => isList(text)).map(({ file }) => file);
    expect(sorted(found)).toEqual(MAY_LIST);
  });
});
