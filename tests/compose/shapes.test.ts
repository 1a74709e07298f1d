/** Shapes of edition.yaml as a new user writes them: taken, or told once and rightly. */
import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import { EDITION, load, shown, template, writeEdition } from './fixture.ts';

const TEMPLATES = Object.fromEntries(
  ['ar', 'en', 'fr', 'es'].map((language) => [`templates/test/${language}.md.hbs`, template('x')]),
);

/** Code, place and message of everything that is said of an edition. */
function said(edition: string): string[] {
  const folder = writeEdition({ 'edition.yaml': edition, ...TEMPLATES });
  const { edition: loaded, diagnostics } = loadEdition(folder);
  const composing = loaded ? composeEdition(loaded).diagnostics : [];
  return [...diagnostics, ...composing]
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span, message }) => `${code} ${span?.line}:${span?.column} ${message}`);
}

function withKey(text: string): string {
  return EDITION.replace('    mark: original-signed', `    ${text}\n    mark: original-signed`);
}

describe('enclosures', () => {
  function enclosures(text: string): Record<string, string[]> {
    const edition = load({ 'edition.yaml': withKey(text), ...TEMPLATES });
    const { letters, diagnostics } = composeEdition(edition, { forms: ['circular'] });
    expect(diagnostics).toEqual([]);
    return Object.fromEntries(
      letters.map(({ language, enclosures: found }) => [language, found?.lines.map(shown) ?? []]),
    );
  }

  test('as a list in each language', () => {
    const both =
      'enclosures: {ar: [برنامج, خريطة], en: [Programme, Map], fr: [Programme, Plan], es: [Programa, Mapa]}';
    expect(enclosures(both)).toMatchObject({
      ar: ['⟨برنامج⟩', '⟨خريطة⟩'],
      en: ['⟨Programme⟩', '⟨Map⟩'],
    });
    expect(enclosures(both.replace('enclosures', 'enclosures'))).toEqual(
      enclosures(
        'enclosures: [{ar: برنامج, en: Programme, fr: Programme, es: Programa}, {ar: خريطة, en: Map, fr: Plan, es: Mapa}]',
      ),
    );
  });

  test('as a text in some languages and a list in others', () => {
    expect(enclosures('enclosures: {ar: برنامج, en: [Map], fr: [Plan], es: Mapa}')).toMatchObject({
      ar: ['⟨برنامج⟩'],
      es: ['⟨Mapa⟩'],
    });
  });

  test('one that a language lacks is told once, at the others', () => {
    expect(said(withKey('enclosures: {ar: [a, b], en: [a, b], fr: [a], es: [a, b]}'))).toEqual([
      expect.stringMatching(/^missing-language \d+:\d+ there is no French text here$/),
    ]);
  });

  test('copies and items of phases have the same shape', () => {
    expect(said(withKey('copies: {ar: [a], en: [a], fr: [a], es: [a]}'))).toEqual([]);
    const items = EDITION.replace('items: [a, b]', 'items: {ar: [a], en: [a], fr: [a], es: [a]}');
    expect(said(items)).toEqual([]);
  });
});

describe('a value that cannot be read is told once', () => {
  test.each([
    [
      'a list for a text',
      '{ar: جنيف, en: Geneva, fr: Genève, es: Ginebra}\n    ref',
      '{ar: [جنيف], en: Geneva, fr: Genève, es: Ginebra}\n    ref',
      'wrong-type',
    ],
    ['a map for lines', 'lines: {ar: الجميع,', 'lines: {ar: {a: الجميع},', 'wrong-type'],
    ['an empty text', 'en: All,', 'en: "",', 'empty-value'],
    ['no lines in a language', 'lines: {ar: الجميع,', 'lines: {ar: [],', 'empty-value'],
    ['a map for a name', 'name: {ar: دورين,', 'name: {ar: {x: دورين},', 'wrong-type'],
    [
      'a list for a name of an organisation',
      'ar: الاتحاد الدولي للاتصالات',
      'ar: [الاتحاد الدولي للاتصالات]',
      'wrong-type',
    ],
  ])('%s', (_, from, to, code) => {
    const found = said(EDITION.replace(from, to));
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${code} `))]);
  });

  test('also where a letter takes it over from another', () => {
    const second = '  - {id: second, like: invitation}\nlists:';
    const edition = withKey('texts: {a: {en: [x]}}')
      .replace('    texts: {note: Note}\n', '')
      .replace('lists:', second);
    expect(said(edition)).toEqual([
      expect.stringMatching(/^wrong-type .* letters\[1\]\.texts\.a\.en/),
    ]);
  });

  test('an image that is not there is not missing as well', () => {
    const edition = withKey('images: {one: none.png}').replace(
      'mark: original-signed',
      'mark: image',
    );
    expect(said(edition)).toEqual([expect.stringMatching(/^missing-file /)]);
  });
});

describe('a circular that addresses nobody', () => {
  const whom = /addressees:\n {6}lines: .*\n {6}categories: .*\n/;
  test.each([
    ['nothing', 'addressees: {}'],
    ['no categories', 'addressees: {categories: []}'],
    ['no lines', 'addressees: {lines: {}}'],
    ['only how', 'addressees: {bulleted: true}'],
    ['only names', 'addressees: {names: {government: X}, lines: []}'],
  ])('%s', (_, text) => {
    expect(said(EDITION.replace(whom, `${text}\n`))).toEqual([
      expect.stringMatching(/^empty-value /),
    ]);
  });

  test('no alarm where it addresses somebody, or is no circular', () => {
    const texts = [
      'addressees: {lines: All}',
      'addressees: {categories: [government]}',
      'addressees: {categories: government}',
    ];
    expect(texts.flatMap((text) => said(EDITION.replace(whom, `${text}\n`)))).toEqual([]);
    const personal = EDITION.replace('forms: [circular, personal]', 'forms: [personal]');
    expect(said(personal.replace(whom, 'addressees: {}\n'))).toEqual([]);
  });

  test('an own row of the reference block may say it, and nothing bare is printed', () => {
    const edition = EDITION.replace(whom, 'addressees: {}\n').replace(
      'rows: [reference,',
      'rows: [reference, {label: "To:", value: [Ministers, of all States]},',
    );
    const folder = writeEdition({ 'edition.yaml': edition, ...TEMPLATES });
    const { edition: loaded, diagnostics } = loadEdition(folder);
    expect(diagnostics).toEqual([]);
    const letters = loaded ? composeEdition(loaded, { forms: ['circular'] }).letters : [];
    expect(letters.map(({ address }) => address)).toEqual(
      letters.map(() => ({ lines: [], bullets: [], position: 'head' })),
    );
    expect(letters).toHaveLength(4);
  });
});
