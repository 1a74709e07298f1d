/** Words before a name against the person's gender and rank. */
import { describe, expect, test } from 'vitest';
import { lintAddressing } from '../../src/lint/courtesies.ts';
import type { Gender, Language, Located, Rank, Text } from '../../src/model.ts';

function located<T extends string>(value: T, column: number): Located<T> {
  return { value, span: { file: 'list.csv', line: 2, column } };
}

/** `code@column hint`, each; the style stands in column 10, the salutation in column 20. */
function found(
  language: Language,
  person: { readonly gender?: Gender; readonly rank?: Rank },
  style: string,
  salutation?: string,
): string[] {
  const text = (value: string, column: number): Text => located(value, column);
  const diagnostics = lintAddressing({
    language,
    gender: person.gender && located(person.gender, 1),
    rank: person.rank && located(person.rank, 2),
    styles: style === '' ? [] : [text(style, 10)],
    salutation: salutation === undefined ? undefined : text(salutation, 20),
  });
  expect(diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
  return diagnostics.map(({ code, span }) => `${code}@${span?.column}`);
}

describe('gender', () => {
  test.each<[Language, Gender, string, boolean]>([
    ['en', 'female', 'Mr', true],
    ['en', 'female', 'Ms', false],
    ['en', 'female', 'Dr', false],
    ['en', 'male', 'Her Excellency', true],
    ['en', 'male', 'His Excellency', false],
    ['fr', 'male', 'Madame la Ministre', true],
    ['fr', 'female', 'M.', true],
    ['fr', 'male', 'Madame, Monsieur', false],
    ['es', 'female', 'Excelentísimo Señor', true],
    ['es', 'male', 'Sra.', true],
    ['es', 'female', 'Doctora', false],
    ['ar', 'female', 'السيد', true],
    ['ar', 'male', 'السيدة', true],
    ['ar', 'female', 'معالي السيدة الوزيرة', false],
    ['ar', 'male', 'سيدي', false],
    ['ru', 'female', 'Уважаемый господин', true],
    ['ru', 'male', 'г-ну', false],
    ['zh', 'female', '先生', true],
    ['zh', 'male', '先生', false],
  ])('%s, %s: %s', (language, gender, style, isOdd) => {
    expect(found(language, { gender }, style)).toEqual(isOdd ? ['salutation-gender@10'] : []);
  });

  test('is not guessed', () => {
    expect(found('en', {}, 'Mr')).toEqual([]);
  });

  test('counts in a salutation too', () => {
    expect(found('en', { gender: 'female' }, 'Ms', 'Dear Sir,')).toEqual(['salutation-gender@20']);
  });
});

describe('rank', () => {
  test.each<[Language, Rank, string, boolean]>([
    ['en', 'none', 'His Excellency', true],
    ['en', 'none', 'Mr', false],
    ['en', 'minister', 'His Excellency', false],
    ['en', 'royal-highness', 'His Excellency', true],
    ['en', 'royal-highness', 'His Royal Highness', false],
    ['fr', 'none', 'Son Excellence', true],
    ['ar', 'none', 'معالي', true],
    ['ar', 'minister', 'معالي', false],
    ['es', 'none', 'Excelentísimo Señor Ministro', true],
    ['ru', 'none', 'Его Превосходительство', true],
    ['zh', 'none', '部长阁下', true],
    // A minister may be a prince; a prince is no less than that.
    ['en', 'minister', 'His Royal Highness', false],
    ['ar', 'head-of-state', 'صاحب الجلالة', false],
    ['ar', 'head-of-government', 'سمو', false],
    ['ar', 'head-of-government', 'معالي', false],
    ['ar', 'eminence', 'سماحة', false],
    ['en', 'majesty', 'His Royal Highness', true],
    ['en', 'majesty', 'His Excellency', true],
    ['fr', 'holiness', 'Son Excellence', true],
    ['en', 'none', 'Her Majesty', true],
    ['es', 'eminence', 'Su Eminencia', false],
    ['ru', 'highness', 'Его Величество', false],
  ])('%s, %s: %s', (language, rank, style, isOdd) => {
    expect(found(language, { rank }, style)).toEqual(isOdd ? ['salutation-rank@10'] : []);
  });

  test.each<[Rank, string, boolean]>([
    ['minister', 'Dear Mr Lee,', true],
    ['minister', 'Excellency,', false],
    ['minister', 'Your Royal Highness,', true],
    ['none', 'Excellency,', true],
    ['none', 'Dear Mr Lee,', false],
    ['majesty', 'Sire,', false],
    ['majesty', 'Excellency,', true],
    ['holiness', 'Your Holiness,', false],
    ['under-secretary', 'Excellency,', false],
  ])('%s: %s', (rank, salutation, isOdd) => {
    expect(found('en', { rank }, '', salutation)).toEqual(isOdd ? ['salutation-rank@20'] : []);
  });

  test.each<[Language, Rank, string, string, string[]]>([
    ['en', 'head-of-state', 'His Majesty', 'Excellency,', ['salutation-rank@20']],
    ['en', 'minister', 'His Royal Highness', 'Your Royal Highness,', []],
    ['en', 'minister', 'His Royal Highness', 'Dear Prince Faisal,', ['salutation-rank@20']],
    ['ar', 'head-of-state', 'صاحب الجلالة', 'صاحب الفخامة،', ['salutation-rank@20']],
    ['ar', 'head-of-state', 'صاحب الجلالة', 'صاحب الجلالة،', []],
    ['fr', 'majesty', 'Sa Majesté', 'Sire,', []],
    ['en', 'minister', 'The Honourable', 'Honourable Minister,', []],
  ])('%s, %s styled %s: %s', (language, rank, style, salutation, expected) => {
    expect(found(language, { rank }, style, salutation)).toEqual(expected);
  });

  test.each<[Language, Gender, string, string]>([
    ['en', 'male', 'His Majesty', 'Your Majesty'],
    ['en', 'male', 'His Imperial Majesty', 'Your Imperial Majesty'],
    ['fr', 'male', 'Sa Majesté', 'Majesté'],
    ['ar', 'female', 'صاحبة الجلالة', 'صاحبة الجلالة'],
    ['ar', 'male', 'سماحة', 'صاحب السماحة'],
    ['ru', 'male', 'Его Величество', 'Ваше Величество'],
    ['zh', 'male', '陛下', '尊敬的陛下'],
  ])('tells in %s how a %s one styled %s is greeted', (language, gender, style, called) => {
    const found = lintAddressing({
      language,
      gender: located(gender, 1),
      styles: [located(style, 10)],
      salutation: located('?', 20),
    });
    expect(found.map(({ hint }) => hint)).toContain(`who is styled so is addressed as “${called}”`);
  });

  test('tells how the rank is addressed', () => {
    const [warning] = lintAddressing({
      language: 'en',
      rank: located<Rank>('royal-highness', 1),
      styles: [located('His Excellency', 10)],
    });
    expect(warning?.hint).toBe('that rank is addressed as “Her Royal Highness”');
  });
});
