import { describe, expect, test } from 'vitest';
import { LANGUAGES, languagePack } from '../../src/language/languages.ts';
import { type Phrase, phraseText } from '../../src/language/phrase.ts';
import type { CalendarDate, Language } from '../../src/model.ts';

/** `2026-07-06` or `2021-01` */
function date(text: string): CalendarDate {
  const [year = 0, month = 0, day] = text.split('-').map(Number);
  return day === undefined ? { year, month } : { year, month, day };
}

/** The phrase with its left-to-right tokens in ⟨⟩, its right-to-left ones in «», and raised letters after ^. */
function marked(phrase: Phrase): string {
  return phrase
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('rtl' in piece) return `«${piece.rtl}»`;
      return 'ltr' in piece ? `⟨${piece.ltr}⟩` : `^${piece.raised}`;
    })
    .join('');
}

/** In the order of {@link LANGUAGES}. */
type Row = readonly [ar: string, en: string, fr: string, es: string, ru: string, zh: string];
function eachLanguage(row: Row): [Language, string][] {
  return LANGUAGES.map((language, index) => [language, row[index] ?? '']);
}

describe.each<[string, Row]>([
  [
    '2026-04-10',
    [
      '10 أبريل 2026',
      '10 April 2026',
      '10 avril 2026',
      '10 de abril de 2026',
      '10 апреля 2026 года',
      '2026年4月10日',
    ],
  ],
  [
    '2021-03-01',
    [
      '1 مارس 2021',
      '1 March 2021',
      '1^er mars 2021',
      '1 de marzo de 2021',
      '1 марта 2021 года',
      '2021年3月1日',
    ],
  ],
  [
    '2021-01',
    [
      'يناير 2021',
      'January 2021',
      'janvier 2021',
      'enero de 2021',
      'январь 2021 года',
      '2021年1月',
    ],
  ],
])('the date %s', (iso, expected) => {
  test.each(eachLanguage(expected))('%s', (language, text) => {
    expect(marked(languagePack(language).date(date(iso)))).toBe(text);
  });
});

test.each(eachLanguage(['6 يوليو', '6 July', '6 juillet', '6 de julio', '6 июля', '7月6日']))(
  'day and month alone in %s',
  (language, text) => {
    expect(marked(languagePack(language).date(date('2026-07-06'), 'day-month'))).toBe(text);
  },
);

test('the months are those of ITU, whatever Intl says of a region', () => {
  const months = Array.from({ length: 12 }, (_, index) =>
    phraseText(languagePack('ar').month({ year: 2026, month: index + 1 })),
  );
  expect(months.join(' ')).toBe(
    'يناير 2026 فبراير 2026 مارس 2026 أبريل 2026 مايو 2026 يونيو 2026 يوليو 2026 أغسطس 2026 سبتمبر 2026 أكتوبر 2026 نوفمبر 2026 ديسمبر 2026',
  );
});

describe.each<[string, string, Row]>([
  // Within a month.
  [
    '2026-07-06',
    '2026-07-10',
    [
      '«6-10» يوليو 2026',
      '⟨6–10⟩ July 2026',
      '⟨6-10⟩ juillet 2026',
      '⟨6-10⟩ de julio de 2026',
      '⟨6–10⟩ июля 2026 года',
      '2026年7月6-10日',
    ],
  ],
  [
    '2026-07-01',
    '2026-07-03',
    [
      '«1-3» يوليو 2026',
      '⟨1–3⟩ July 2026',
      '1^er-3 juillet 2026',
      '⟨1-3⟩ de julio de 2026',
      '⟨1–3⟩ июля 2026 года',
      '2026年7月1-3日',
    ],
  ],
  // Over two months.
  [
    '2026-06-28',
    '2026-07-02',
    [
      '28 يونيو - 2 يوليو 2026',
      '28 June – 2 July 2026',
      '28 juin – 2 juillet 2026',
      '28 de junio – 2 de julio de 2026',
      '28 июня — 2 июля 2026 года',
      '2026年6月28日-7月2日',
    ],
  ],
  // Over two years.
  [
    '2025-12-28',
    '2026-01-02',
    [
      '28 ديسمبر 2025 - 2 يناير 2026',
      '28 December 2025 – 2 January 2026',
      '28 décembre 2025 – 2 janvier 2026',
      '28 de diciembre de 2025 – 2 de enero de 2026',
      '28 декабря 2025 года — 2 января 2026 года',
      '2025年12月28日-2026年1月2日',
    ],
  ],
  // Months, and a month with a day.
  [
    '2021-01',
    '2021-05',
    [
      'يناير - مايو 2021',
      'January – May 2021',
      'janvier – mai 2021',
      'enero – mayo de 2021',
      'январь — май 2021 года',
      '2021年1-5月',
    ],
  ],
  [
    '2021-01',
    '2021-05-21',
    [
      'يناير - 21 مايو 2021',
      'January – 21 May 2021',
      'janvier – 21 mai 2021',
      'enero – 21 de mayo de 2021',
      'январь — 21 мая 2021 года',
      '2021年1月-5月21日',
    ],
  ],
  // A single day.
  [
    '2026-07-06',
    '2026-07-06',
    [
      '6 يوليو 2026',
      '6 July 2026',
      '6 juillet 2026',
      '6 de julio de 2026',
      '6 июля 2026 года',
      '2026年7月6日',
    ],
  ],
])('the heading of %s to %s', (start, end, expected) => {
  test.each(eachLanguage(expected))('%s', (language, text) => {
    expect(marked(languagePack(language).range(date(start), date(end)))).toBe(text);
  });
});

describe.each<[string, string, Row]>([
  [
    '2026-07-06',
    '2026-07-10',
    [
      'من 6 إلى 10 يوليو 2026',
      'from 6 to 10 July 2026',
      'du 6 au 10 juillet 2026',
      'del 6 al 10 de julio de 2026',
      'с 6 по 10 июля 2026 года',
      '2026年7月6日至10日',
    ],
  ],
  [
    '2026-06-28',
    '2026-07-02',
    [
      'من 28 يونيو إلى 2 يوليو 2026',
      'from 28 June to 2 July 2026',
      'du 28 juin au 2 juillet 2026',
      'del 28 de junio al 2 de julio de 2026',
      'с 28 июня по 2 июля 2026 года',
      '2026年6月28日至7月2日',
    ],
  ],
  [
    '2025-12-28',
    '2026-01-02',
    [
      'من 28 ديسمبر 2025 إلى 2 يناير 2026',
      'from 28 December 2025 to 2 January 2026',
      'du 28 décembre 2025 au 2 janvier 2026',
      'del 28 de diciembre de 2025 al 2 de enero de 2026',
      'с 28 декабря 2025 года по 2 января 2026 года',
      '2025年12月28日至2026年1月2日',
    ],
  ],
  [
    '2021-04',
    '2021-08',
    [
      'من أبريل إلى أغسطس 2021',
      'from April to August 2021',
      "d'avril à août 2021",
      'de abril a agosto de 2021',
      'с апреля по август 2021 года',
      '2021年4月至8月',
    ],
  ],
  [
    '2021-01',
    '2021-05-21',
    [
      'من يناير إلى 21 مايو 2021',
      'from January to 21 May 2021',
      'de janvier au 21 mai 2021',
      'de enero al 21 de mayo de 2021',
      'с января по 21 мая 2021 года',
      '2021年1月至5月21日',
    ],
  ],
  [
    '2026-07-06',
    '2026-07-06',
    [
      'في 6 يوليو 2026',
      'on 6 July 2026',
      'le 6 juillet 2026',
      'el 6 de julio de 2026',
      '6 июля 2026 года',
      '2026年7月6日',
    ],
  ],
  [
    '2026-07',
    '2026-07',
    [
      'في يوليو 2026',
      'in July 2026',
      'en juillet 2026',
      'en julio de 2026',
      'в июле 2026 года',
      '2026年7月',
    ],
  ],
])('the prose of %s to %s', (start, end, expected) => {
  test.each(eachLanguage(expected))('%s', (language, text) => {
    expect(marked(languagePack(language).range(date(start), date(end), 'prose'))).toBe(text);
  });
});

describe.each<[string, string, Row]>([
  [
    '2019-01',
    '2019-02',
    [
      'يناير/فبراير 2019',
      'January/February 2019',
      'janvier/février 2019',
      'enero/febrero de 2019',
      'январь/февраль 2019 года',
      '2019年1月/2月',
    ],
  ],
  [
    '2018-12',
    '2019-01',
    [
      'ديسمبر 2018/يناير 2019',
      'December 2018/January 2019',
      'décembre 2018/janvier 2019',
      'diciembre de 2018/enero de 2019',
      'декабрь 2018 года/январь 2019 года',
      '2018年12月/2019年1月',
    ],
  ],
  [
    '2019-02-10',
    '2019-02-11',
    [
      '10 أو 11 فبراير 2019',
      '10 or 11 February 2019',
      '10 ou 11 février 2019',
      '10 u 11 de febrero de 2019',
      '10 или 11 февраля 2019 года',
      '2019年2月10日或11日',
    ],
  ],
  [
    '2019-02-10',
    '2019-03-12',
    [
      '10 فبراير أو 12 مارس 2019',
      '10 February or 12 March 2019',
      '10 février ou 12 mars 2019',
      '10 de febrero o 12 de marzo de 2019',
      '10 февраля или 12 марта 2019 года',
      '2019年2月10日或3月12日',
    ],
  ],
])('the alternatives %s and %s', (first, second, expected) => {
  test.each(eachLanguage(expected))('%s', (language, text) => {
    expect(marked(languagePack(language).alternatives(date(first), date(second)))).toBe(text);
  });
});

test.each<[Language, string, string, string]>([
  ['ar', '⟨14:30⟩', '«14:30-15:30»', '⟨09:00⟩'],
  ['en', '⟨14:30⟩', '⟨14:30–15:30⟩', '⟨09:00⟩'],
  ['fr', '⟨14\u00A0h\u00A030⟩', '⟨14\u00A0h\u00A030-15\u00A0h\u00A030⟩', '⟨9\u00A0h⟩'],
  ['es', '⟨14:30⟩', '⟨14:30-15:30⟩', '⟨09:00⟩'],
  ['ru', '⟨14:30⟩', '⟨14:30–15:30⟩', '⟨09:00⟩'],
  ['zh', '⟨14:30⟩', '⟨14:30-15:30⟩', '⟨09:00⟩'],
])('times in %s', (language, half, range, nine) => {
  const { time, timeRange } = languagePack(language);
  const from = { hour: 14, minute: 30 };
  expect(marked(time(from))).toBe(half);
  expect(marked(timeRange(from, { hour: 15, minute: 30 }))).toBe(range);
  expect(marked(time({ hour: 9, minute: 0 }))).toBe(nine);
});

test.each(LANGUAGES)('every month of %s has a name of its own', (language) => {
  const names = Array.from({ length: 12 }, (_, index) =>
    phraseText(languagePack(language).month({ year: 1, month: index + 1 })),
  );
  expect(new Set(names).size).toBe(12);
});

test('Russian begins with со before "второго"', () => {
  const { range } = languagePack('ru');
  expect(marked(range(date('2026-07-02'), date('2026-07-05'), 'prose'))).toBe(
    'со 2 по 5 июля 2026 года',
  );
});

test('Russian months stand in the case that their preposition asks for', () => {
  const { range, month } = languagePack('ru');
  const may = date('2021-05');
  expect(phraseText(month(may))).toBe('май 2021 года');
  expect(phraseText(range(may, may, 'prose'))).toBe('в мае 2021 года');
  expect(phraseText(range(may, date('2022-08'), 'prose'))).toBe(
    'с мая 2021 года по август 2022 года',
  );
});
