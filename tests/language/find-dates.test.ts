import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/language/find-dates.ts';
import { LANGUAGES, languagePack } from '../../src/language/languages.ts';
import { phraseText } from '../../src/language/phrase.ts';
import type { CalendarDate, Language } from '../../src/model.ts';

/** `2026-7-6..2026-7-10`; what the text leaves out is `?`. */
function found(text: string, language: Language): string[] {
  return findDates(text, language).map(({ dates }) =>
    dates.map(({ year, month, day }) => [year ?? '?', month, day ?? '?'].join('-')).join('..'),
  );
}

const first: CalendarDate = { year: 2026, month: 7, day: 6 };

describe.each(LANGUAGES.map((language) => [language]))('%s finds what it prints:', (language) => {
  const { date, month, range, alternatives } = languagePack(language);

  test('each day of a year that begins a month', () => {
    for (let number = 1; number <= 12; number += 1) {
      const text = phraseText(date({ year: 2027, month: number, day: 1 }));
      expect(found(text, language), text).toEqual([`2027-${number}-1`]);
      const alone = phraseText(month({ year: 2027, month: number }));
      expect(found(alone, language), alone).toEqual([`2027-${number}-?`]);
    }
  });

  test.each([
    [{ year: 2026, month: 7, day: 10 }, '2026-7-6..2026-7-10'],
    [{ year: 2026, month: 8, day: 1 }, '2026-7-6..2026-8-1'],
    [{ year: 2027, month: 1, day: 2 }, '2026-7-6..2027-1-2'],
  ])('ranges until %j', (end, expected) => {
    expect(found(phraseText(range(first, end)), language)).toEqual([expected]);
    expect(found(phraseText(range(first, end, 'prose')), language)).toEqual([expected]);
  });

  test('alternatives', () => {
    const months = alternatives({ year: 2019, month: 1 }, { year: 2019, month: 2 });
    expect(found(phraseText(months), language)).toEqual(['2019-1-?..2019-2-?']);
  });

  test('a day without a year', () => {
    expect(found(phraseText(date(first, 'day-month')), language)).toEqual(['?-7-6']);
  });
});

test.each<[Language, string, string[]]>([
  ['en', 'from 6 to 10 July 2026, and on 1 August', ['2026-7-6..2026-7-10', '?-8-1']],
  ['en', '6-10 July 2026', ['2026-7-6..2026-7-10']],
  ['en', 'room 16 Julyan 2026, May I?', []],
  ['ar', 'في ٦ يوليو ٢٠٢٦', ['2026-7-6']],
  ['fr', 'le 1er\u00a0août\u00a02026', ['2026-8-1']],
  ['ru', 'в январе 2021 года', ['2021-1-?']],
  ['zh', '将于2026年7月6日至10日在日内瓦举行', ['2026-7-6..2026-7-10']],
])('%s: %s', (language, text, expected) => {
  expect(found(text, language)).toEqual(expected);
});
