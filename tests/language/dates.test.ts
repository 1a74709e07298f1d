import { describe, expect, test } from 'vitest';
import { LANGUAGES, languagePack } from '../../src/language/languages.ts';
import { type Phrase, phraseText } from '../../src/language/phrase.ts';
import type { CalendarDate, Language } from '../../src/model.ts';

/** `2026-07-06` or `2021-01` */
function date(text: string): CalendarDate {
  const [year = 0, month = 0, day] = text.split('-').map(Number);
  return day === undefined ? { year, month } : { year, month, day };
}

/** The phrase with its left-to-right tokens in ⟨⟩ and raised letters after ^. */
function marked(phrase: Phrase): string {
  return phrase
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'ltr' in piece ? `⟨${piece.ltr}⟩` : `^${piece.raised}`;
    })
    .join('');
}

type Row = readonly [ar: string, en: string, fr: string, es: string];
function eachLanguage([ar, en, fr, es]: Row): [Language, string][] {
  return [
    ['ar', ar],
    ['en', en],
    ['fr', fr],
    ['es', es],
  ];
}

describe.each<[string, Row]>([
  ['2026-04-10', ['10 أبريل 2026', '10 April 2026', '10 avril 2026', '10 de abril de 2026']],
  ['2021-03-01', ['1 مارس 2021', '1 March 2021', '1^er mars 2021', '1 de marzo de 2021']],
  ['2021-01', ['يناير 2021', 'January 2021', 'janvier 2021', 'enero de 2021']],
])('the date %s', (iso, expected) => {
  test.each(eachLanguage(expected))('%s', (language, text) => {
    expect(marked(languagePack(language).date(date(iso)))).toBe(text);
  });
});

test.each(eachLanguage(['6 يوليو', '6 July', '6 juillet', '6 de julio']))(
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
    ['⟨6-10⟩ يوليو 2026', '⟨6–10⟩ July 2026', '⟨6-10⟩ juillet 2026', '⟨6-10⟩ de julio de 2026'],
  ],
  [
    '2026-07-01',
    '2026-07-03',
    ['⟨1-3⟩ يوليو 2026', '⟨1–3⟩ July 2026', '1^er-3 juillet 2026', '⟨1-3⟩ de julio de 2026'],
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
    ],
  ],
  // Months, and a month with a day.
  [
    '2021-01',
    '2021-05',
    ['يناير - مايو 2021', 'January – May 2021', 'janvier – mai 2021', 'enero – mayo de 2021'],
  ],
  [
    '2021-01',
    '2021-05-21',
    [
      'يناير - 21 مايو 2021',
      'January – 21 May 2021',
      'janvier – 21 mai 2021',
      'enero – 21 de mayo de 2021',
    ],
  ],
  // A single day.
  [
    '2026-07-06',
    '2026-07-06',
    ['6 يوليو 2026', '6 July 2026', '6 juillet 2026', '6 de julio de 2026'],
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
    ],
  ],
  [
    '2026-07-06',
    '2026-07-06',
    ['في 6 يوليو 2026', 'on 6 July 2026', 'le 6 juillet 2026', 'el 6 de julio de 2026'],
  ],
  ['2026-07', '2026-07', ['في يوليو 2026', 'in July 2026', 'en juillet 2026', 'en julio de 2026']],
])('the prose of %s to %s', (start, end, expected) => {
  test.each(eachLanguage(expected))('%s', (language, text) => {
    expect(marked(languagePack(language).range(date(start), date(end), 'prose'))).toBe(text);
  });
});

describe.each<[string, string, Row]>([
  [
    '2019-01',
    '2019-02',
    ['يناير/فبراير 2019', 'January/February 2019', 'janvier/février 2019', 'enero/febrero de 2019'],
  ],
  [
    '2018-12',
    '2019-01',
    [
      'ديسمبر 2018/يناير 2019',
      'December 2018/January 2019',
      'décembre 2018/janvier 2019',
      'diciembre de 2018/enero de 2019',
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
    ],
  ],
])('the alternatives %s and %s', (first, second, expected) => {
  test.each(eachLanguage(expected))('%s', (language, text) => {
    expect(marked(languagePack(language).alternatives(date(first), date(second)))).toBe(text);
  });
});

test.each<[Language, string, string, string]>([
  ['ar', '⟨14:30⟩', '⟨14:30-15:30⟩', '⟨09:00⟩'],
  ['en', '⟨14:30⟩', '⟨14:30–15:30⟩', '⟨09:00⟩'],
  ['fr', '⟨14\u00A0h\u00A030⟩', '⟨14\u00A0h\u00A030-15\u00A0h\u00A030⟩', '⟨9\u00A0h⟩'],
  ['es', '⟨14:30⟩', '⟨14:30-15:30⟩', '⟨09:00⟩'],
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
