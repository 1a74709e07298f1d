/** What an edition says against itself, and how it names whom it writes to. */
import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { lintEdition } from '../../src/lint/edition.ts';
import { Linter, lintAll } from '../../src/lint/lint.ts';
import { EDITION, LIST, load, template } from '../compose/fixture.ts';

/** `code line: the words there`, each. */
function shown(found: readonly Diagnostic[], file: string): string[] {
  const lines = file.split('\n');
  return found.map(({ severity, code, span }) => {
    expect(severity).toBe('warning');
    const { line = 1, column = 1, length = 1 } = span ?? {};
    return `${code}: ${[...(lines[line - 1] ?? '')].slice(column - 1, column - 1 + length).join('')}`;
  });
}

/** The warnings about the fixture's edition, with a text in place of another. */
function warnings(...changes: readonly [from: string, to: string][]): string[] {
  const file = changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, EDITION);
  return shown(lintEdition(load({ 'edition.yaml': file })), file);
}

describe('dates', () => {
  test.each<[string, string, string[]]>([
    ['proposals: 2026-06-01', 'proposals: 2026-07-10', []],
    ['proposals: 2026-06-01', 'proposals: 2026-07-11', ['deadline-after-event: 2026-07-11']],
    ['proposals: 2026-06-01', 'proposals: 2026-07', []],
    ['proposals: 2026-06-01', 'proposals: 2026-08', ['deadline-after-event: 2026-08']],
    ['adopted: 2025-12-17', 'adopted: 2026-04-10', []],
    ['adopted: 2025-12-17', 'adopted: 2026-04-11', ['adopted-later: 2026-04-11']],
    ['date: 2026-04-10', 'date: 2026-07-10', []],
    ['date: 2026-04-10', 'date: 2026-07-11', ['letter-after-event: 2026-07-11']],
  ])('%s becomes %s', (from, to, expected) => {
    expect(warnings([from, to]).filter((one) => !one.startsWith('signatory'))).toEqual(expected);
  });
});

describe('years of another edition, in what stands in all letters', () => {
  test.each<[string, string, string[]]>([
    ['en: the Forum,', 'en: the Forum 2026,', []],
    ['en: the Forum,', 'en: the Forum 2025,', ['other-edition: 2025']],
    ['ar: المنتدى,', 'ar: المنتدى لعام 2025,', ['other-edition: 2025']],
    ['en: Theme,', 'en: 20 years after the Summit of 2005 and WSIS+20,', []],
    ['acronym: {ar: WSIS', 'short: WSIS Forum 2027\n  acronym: {ar: WSIS', ['other-edition: 2027']],
    [
      'start: []',
      'start: [{text: {en: WSIS Forum 2027, fr: Forum SMSI 2026}}]',
      ['other-edition: 2027'],
    ],
    ['end: []', 'end: [{text: WSIS Forum 2024}]', ['other-edition: 2024']],
  ])('%s becomes %s', (from, to, expected) => {
    expect(warnings([from, to])).toEqual(expected);
  });

  test('a year of the letters does not excuse them', () => {
    const moved = ['date: 2026-04-10', 'date: 2025-12-20'] as const;
    expect(warnings([...moved], ['en: the Forum,', 'en: the Forum 2025,'])).toEqual([
      'other-edition: 2025',
    ]);
  });
});

describe('signatories', () => {
  test.each<[string, string, string[]]>([
    ['ar: دورين', 'ar: Doreen', ['signatory-script: Doreen']],
    ['{ar: دورين, en: Doreen, fr: Doreen, es: Doreen}', 'Doreen', ['signatory-script: Doreen']],
    ['en: Doreen', 'en: دورين', []],
    // Signs no letter
    ['ar: ألبرت', 'ar: Albert', []],
  ])('%s becomes %s', (from, to, expected) => {
    expect(warnings([from, to])).toEqual(expected);
  });
});

describe('recipients', () => {
  const ROW = 'x1,government,ar,Ann Lee,female,minister,وزيرة,وزارة,CH,Lee,x\n';
  const templates = Object.fromEntries(
    ['ar', 'en', 'fr', 'es'].map((language) => [
      `templates/test/${language}.md.hbs`,
      template('x'),
    ]),
  );

  function names(list: string, edition = EDITION): string[] {
    const loaded = load({ ...templates, 'edition.yaml': edition, 'list.csv': list });
    const linter = new Linter(loaded);
    const found = composeEdition(loaded).letters.flatMap((letter) => linter.lint(letter));
    return shown(
      found.filter(({ code }) => code === 'recipient-script'),
      list,
    );
  }

  test.each<[string, string, string[]]>([
    ['Latin name', LIST + ROW, ['recipient-script: Ann Lee']],
    ['Arabic name', LIST + ROW.replace('Ann Lee', 'آن لي'), []],
    ['name of a third script', LIST + ROW.replace('Ann Lee', 'אן לי'), ['recipient-script: אן לי']],
    ['Persian name', LIST + ROW.replace('Ann Lee', 'گلناز رحیمی'), []],
    ['Latin name in an English letter', LIST + ROW.replace(',ar,', ',en,'), []],
    ...['Ñandú Ībn-Šaʿbān', 'Null', 'Đặng Ý', 'O', "N'Golo", '3M (صاحب) Lee'].map(
      (name): [string, string, string[]] => [
        `${name} in an English letter`,
        LIST + ROW.replace('Ann Lee', name).replace(',ar,', ',en,'),
        [],
      ],
    ),
    ...['گلناز رحیمی', 'נועה כרמל', 'Иван Петров', '王芳', 'Νίκος'].map(
      (name): [string, string, string[]] => [
        `${name} in an English letter`,
        LIST + ROW.replace('Ann Lee', name).replace(',ar,', ',en,'),
        [`recipient-script: ${name}`],
      ],
    ),
    // A minister is called Excellency, and others by the name of their family.
    [
      'family name of another script',
      LIST + ROW.replace(',ar,', ',en,').replace('minister', 'none').replace('Lee,x', 'رحیمی,x'),
      ['recipient-script: رحیمی'],
    ],
    [
      'family name that no salutation says',
      LIST + ROW.replace(',ar,', ',en,').replace('Lee,x', 'رحیمی,x'),
      [],
    ],
    [
      'family name in an Arabic letter',
      LIST + ROW.replace('Ann Lee', 'آن لي').replace('minister', 'none'),
      [],
    ],
    [
      'name in Arabic beside it',
      (LIST + ROW).replaceAll(/^(.*)$/gm, (line) =>
        line === '' ? '' : `${line},${line.startsWith('id') ? 'name-ar' : 'آن لي'}`,
      ),
      [],
    ],
  ])('%s', (_, list, expected) => {
    expect(names(list)).toEqual(expected);
  });

  test('a salutation in another script is told in the language that lacks one', () => {
    const both = EDITION.replace(
      'languages: [ar, en, fr, es]',
      'languages: [en, ar]\n    layout: bilingual',
    );
    const row = 'id,category,language,name,name-ar,gender,rank,salutation,salutation-ar\n';
    const list = (own: string) =>
      `${row}a,government,en,Tim,تيم,male,none,"Dear Sir Tim,",${own}\n`;
    expect(names(list(''), both)).toEqual(['recipient-script: Dear Sir Tim,']);
    expect(names(list('سير تيم،'), both)).toEqual([]);
  });

  test('the second language of a letter counts too', () => {
    const both = EDITION.replace(
      'languages: [ar, en, fr, es]',
      'languages: [en, ar]\n    layout: bilingual',
    );
    expect(names(LIST, both)).toEqual(['recipient-script: Ann Lee', 'recipient-script: Bob Ray']);
  });

  test('many are counted', async () => {
    const rows = Array.from({ length: 8 }, (_, index) => ROW.replace('x1', `y${index}`));
    const loaded = load({ ...templates, 'list.csv': LIST + rows.join('') });
    const found = await lintAll(loaded, composeEdition(loaded, { languages: ['ar'] }).letters);
    const told = found.filter(({ code }) => code === 'recipient-script');
    expect(told.map(({ span }) => span?.line)).toEqual([4, 5, 6, 7, 8, 9]);
    expect(told.at(-1)?.message).toMatch(/^from here on, 3 more recipients/);
    expect(new Set(told.map(({ hint }) => hint))).toEqual(new Set(['fill the column name-ar']));
  });
});
