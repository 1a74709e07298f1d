import { describe, expect, test } from 'vitest';
import { inflect } from '../../src/language/cases.ts';
import { allCountries, countryByCode, findCountry } from '../../src/language/countries.ts';
import { LANGUAGES } from '../../src/language/languages.ts';

test('the table holds 193 Member States, two observers, Cook Islands and Niue, each once', () => {
  const codes = allCountries().map((country) => country.code);
  expect(new Set(codes).size).toBe(197);
  expect(codes).toHaveLength(197);
});

test('no name is shared by two countries in one language', () => {
  for (const language of LANGUAGES) {
    const names = allCountries().map((country) => country.names[language].name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});

test('every country has its Russian cases, the prepositional with a preposition', () => {
  for (const { names } of allCountries()) {
    expect(Object.keys(names.ru).sort()).toEqual(['by', 'in', 'name', 'of', 'to']);
    expect(names.ru.in).toMatch(/^(?:в|во|на) \p{Lu}/u);
  }
});

test('every name is in the script of its language', () => {
  for (const { names } of allCountries()) {
    expect(names.ar.name).toMatch(/^[\p{Script=Arabic} ()-]+$/u);
    for (const language of ['en', 'fr', 'es'] as const) {
      expect(names[language].name).toMatch(/^[\p{Script=Latin} ()'-]+$/u);
    }
    for (const form of Object.values(names.ru)) {
      expect(form).toMatch(/^[\p{Script=Cyrillic} '—-]+$/u);
    }
    expect(names.zh.name).toMatch(/^\p{Script=Han}+$/u);
  }
});

describe.each([
  // code, language, plain, the, of, to, in
  ['CH', 'ar', 'سويسرا', 'سويسرا', 'سويسرا', 'لسويسرا', 'في سويسرا'],
  ['CH', 'en', 'Switzerland', 'Switzerland', 'of Switzerland', 'to Switzerland', 'in Switzerland'],
  ['CH', 'fr', 'Suisse', 'la Suisse', 'de Suisse', 'à la Suisse', 'en Suisse'],
  ['CH', 'es', 'Suiza', 'Suiza', 'de Suiza', 'a Suiza', 'en Suiza'],
  [
    'RU',
    'ar',
    'الاتحاد الروسي',
    'الاتحاد الروسي',
    'الاتحاد الروسي',
    'للاتحاد الروسي',
    'في الاتحاد الروسي',
  ],
  [
    'RU',
    'en',
    'Russian Federation',
    'the Russian Federation',
    'of the Russian Federation',
    'to the Russian Federation',
    'in the Russian Federation',
  ],
  [
    'RU',
    'fr',
    'Fédération de Russie',
    'la Fédération de Russie',
    'de la Fédération de Russie',
    'à la Fédération de Russie',
    'en Fédération de Russie',
  ],
  ['PE', 'es', 'Perú', 'el Perú', 'del Perú', 'al Perú', 'en el Perú'],
  ['SV', 'es', 'El Salvador', 'El Salvador', 'de El Salvador', 'a El Salvador', 'en El Salvador'],
  ['MA', 'fr', 'Maroc', 'le Maroc', 'du Maroc', 'au Maroc', 'au Maroc'],
  [
    'US',
    'fr',
    "États-Unis d'Amérique",
    "les États-Unis d'Amérique",
    "des États-Unis d'Amérique",
    "aux États-Unis d'Amérique",
    "aux États-Unis d'Amérique",
  ],
  ['IQ', 'fr', 'Iraq', "l'Iraq", "de l'Iraq", "à l'Iraq", 'en Iraq'],
  ['DE', 'fr', 'Allemagne', "l'Allemagne", "d'Allemagne", "à l'Allemagne", 'en Allemagne'],
  ['CU', 'fr', 'Cuba', 'Cuba', 'de Cuba', 'à Cuba', 'à Cuba'],
  ['OM', 'fr', 'Oman', 'Oman', "d'Oman", 'à Oman', 'à Oman'],
  ['JM', 'fr', 'Jamaïque', 'la Jamaïque', 'de la Jamaïque', 'à la Jamaïque', 'à la Jamaïque'],
  [
    'BO',
    'en',
    'Plurinational State of Bolivia',
    'the Plurinational State of Bolivia',
    'of the Plurinational State of Bolivia',
    'to the Plurinational State of Bolivia',
    'in the Plurinational State of Bolivia',
  ],
  [
    'IR',
    'ar',
    'جمهورية إيران الإسلامية',
    'جمهورية إيران الإسلامية',
    'جمهورية إيران الإسلامية',
    'لجمهورية إيران الإسلامية',
    'في جمهورية إيران الإسلامية',
  ],
  [
    'NL',
    'es',
    'Reino de los Países Bajos',
    'el Reino de los Países Bajos',
    'del Reino de los Países Bajos',
    'al Reino de los Países Bajos',
    'en el Reino de los Países Bajos',
  ],
  ['CH', 'ru', 'Швейцария', 'Швейцария', 'Швейцарии', 'Швейцарии', 'в Швейцарии'],
  ['FR', 'ru', 'Франция', 'Франция', 'Франции', 'Франции', 'во Франции'],
  ['CU', 'ru', 'Куба', 'Куба', 'Кубы', 'Кубе', 'на Кубе'],
  ['ML', 'ru', 'Мали', 'Мали', 'Мали', 'Мали', 'в Мали'],
  [
    'US',
    'ru',
    'Соединенные Штаты Америки',
    'Соединенные Штаты Америки',
    'Соединенных Штатов Америки',
    'Соединенным Штатам Америки',
    'в Соединенных Штатах Америки',
  ],
  [
    'IR',
    'ru',
    'Исламская Республика Иран',
    'Исламская Республика Иран',
    'Исламской Республики Иран',
    'Исламской Республике Иран',
    'в Исламской Республике Иран',
  ],
  ['CH', 'zh', '瑞士', '瑞士', '瑞士的', '向瑞士', '在瑞士'],
  [
    'BO',
    'zh',
    '多民族玻利维亚国',
    '多民族玻利维亚国',
    '多民族玻利维亚国的',
    '向多民族玻利维亚国',
    '在多民族玻利维亚国',
  ],
] as const)('%s in %s', (code, language, plain, the, of, to, inside) => {
  test.each([
    ['plain', plain],
    ['the', the],
    ['of', of],
    ['to', to],
    ['in', inside],
  ] as const)('%s', (wanted, expected) => {
    const form = countryByCode(code)?.names[language];
    expect(form && inflect(language, form, wanted, 'country')).toBe(expected);
  });
});

test.each([
  ['ch', 'CH'],
  ['CH', 'CH'],
  ['switzerland', 'CH'],
  ['la Suisse', 'CH'],
  ['SUIZA', 'CH'],
  ['سويسرا', 'CH'],
  ['cote d’ivoire', 'CI'],
  ['the Plurinational State of Bolivia', 'BO'],
  ['Bolivia (Plurinational State of)', 'BO'],
  ['Pays-Bas (Royaume des)', 'NL'],
  ['إيران (جمهورية - الإسلامية)', 'IR'],
  ['المانيا', 'DE'],
  [' Viet   Nam ', 'VN'],
  ['Швейцария', 'CH'],
  ['Боливия (Многонациональное Государство)', 'BO'],
  ['Исламская Республика Иран', 'IR'],
  ['瑞士', 'CH'],
  ['荷兰（王国）', 'NL'],
  ['刚果民主共和国', 'CD'],
])('finds %s', (text, code) => {
  expect(findCountry(text)?.code).toBe(code);
});

test.each(['', 'XX', 'Atlantis', 'Swit'])('finds no country for "%s"', (text) => {
  expect(findCountry(text)).toBeUndefined();
});
