import { describe, expect, test } from 'vitest';
import { inflect } from '../../src/language/cases.ts';
import { allCountries, allTerritories, countryByCode } from '../../src/language/countries.ts';
import { formalName } from '../../src/language/formal-names.ts';
import { LANGUAGES } from '../../src/language/languages.ts';

test('the table holds 193 Member States, two observers, Cook Islands and Niue, each once', () => {
  const codes = allCountries().map((country) => country.code);
  expect(new Set(codes).size).toBe(197);
  expect(codes).toHaveLength(197);
});

const everywhere = [...allCountries(), ...allTerritories()];

test('territories stand beside the States, each once', () => {
  const codes = everywhere.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining(['AW', 'GL', 'GP', 'HK', 'MO', 'PR']));
  expect(codes).not.toEqual(expect.arrayContaining(['TW']));
});

test('no name is shared by two countries in one language', () => {
  for (const language of LANGUAGES) {
    const names = everywhere.map((country) => country.names[language].name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});

test('every country has its Russian cases, the prepositional with a preposition', () => {
  for (const { names } of everywhere) {
    expect(Object.keys(names.ru).sort()).toEqual(['by', 'in', 'name', 'of', 'to']);
    expect(names.ru.in).toMatch(/^(?:в|во|на) \p{Lu}/u);
  }
});

test('every name is in the script of its language', () => {
  for (const { names } of allCountries()) {
    expect(names.ar.name).toMatch(/^[\p{Script=Arabic}\p{Mn} ()-]+$/u);
    for (const language of ['en', 'fr', 'es'] as const) {
      expect(names[language].name).toMatch(/^[\p{Script=Latin} ()'’-]+$/u);
    }
    for (const form of Object.values(names.ru)) {
      expect(form).toMatch(/^[\p{Script=Cyrillic} ’—-]+$/u);
    }
    expect(names.zh.name).toMatch(/^\p{Script=Han}+$/u);
  }
});

describe.each([
  // code, language, plain, the, of, to, in
  ['CH', 'ar', 'سويسرا', 'سويسرا', 'سويسرا', 'لسويسرا', 'في سويسرا'],
  ['CH', 'en', 'Switzerland', 'Switzerland', 'of Switzerland', 'to Switzerland', 'in Switzerland'],
  ['CH', 'fr', 'Suisse', 'la Suisse', 'de la Suisse', 'à la Suisse', 'en Suisse'],
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
  ['DE', 'fr', 'Allemagne', "l'Allemagne", "de l'Allemagne", "à l'Allemagne", 'en Allemagne'],
  ['HT', 'fr', 'Haïti', 'Haïti', "d'Haïti", 'à Haïti', 'en Haïti'],
  ['SV', 'fr', 'El Salvador', 'El Salvador', "d'El Salvador", 'à El Salvador', 'en El Salvador'],
  [
    'SC',
    'fr',
    'Seychelles',
    'les Seychelles',
    'des Seychelles',
    'aux Seychelles',
    'aux Seychelles',
  ],
  [
    'CI',
    'es',
    'Côte d’Ivoire',
    'Côte d’Ivoire',
    'de Côte d’Ivoire',
    'a Côte d’Ivoire',
    'en Côte d’Ivoire',
  ],
  ['CI', 'ru', 'Кот-д’Ивуар', 'Кот-д’Ивуар', 'Кот-д’Ивуара', 'Кот-д’Ивуару', 'в Кот-д’Ивуаре'],
  ['OM', 'ar', 'عُمان', 'عُمان', 'عُمان', 'لعُمان', 'في عُمان'],
  ['RE', 'fr', 'Réunion', 'la Réunion', 'de la Réunion', 'à la Réunion', 'à la Réunion'],
  [
    'FO',
    'ru',
    'Фарерские острова',
    'Фарерские острова',
    'Фарерских островов',
    'Фарерским островам',
    'на Фарерских островах',
  ],
  [
    'HK',
    'en',
    'Hong Kong, China',
    'Hong Kong, China',
    'of Hong Kong, China',
    'to Hong Kong, China',
    'in Hong Kong, China',
  ],
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

/** UNTERM gives these an article or none; a wrong one is printed silently. */
test.each([
  'd’Antigua-et-Barbuda de Bahreïn de Cabo Verde de Chypre de Cuba de Djibouti d’El Salvador d’Haïti d’Israël',
  'de Kiribati de Madagascar de Malte de Maurice de Monaco de Naoero de Nioué d’Oman de Saint-Kitts-et-Nevis',
  'de Saint-Marin de Saint-Vincent-et-les Grenadines de Sainte-Lucie de Sao Tomé-et-Principe de Singapour',
  'de Sri Lanka de Vanuatu',
])('French has no article in %s', (text) => {
  const known = allCountries().map(({ names }) => inflect('fr', names.fr, 'of', 'country'));
  const forms = text.split(/ (?=de |d’)/).map((form) => form.replaceAll('’', "'"));
  expect(known).toEqual(expect.arrayContaining(forms));
});

test('every other country has its article in French, contracted', () => {
  const bare = allCountries().filter(({ names }) => names.fr.article === undefined);
  expect(bare).toHaveLength(25);
  for (const { names } of allCountries().filter(({ names }) => names.fr.article)) {
    const of = inflect('fr', names.fr, 'of', 'country');
    expect(of).toMatch(/^(?:du|des|de la|de l')[ ]?\p{Lu}/u);
  }
});

describe('formal names', () => {
  test.each([
    ['MA', 'ar', 'of', 'المملكة المغربية'],
    ['OM', 'ar', 'to', 'لسلطنة عُمان'],
    ['MA', 'ar', 'to', 'للمملكة المغربية'],
    ['MA', 'en', 'the', 'the Kingdom of Morocco'],
    ['MA', 'fr', 'of', 'du Royaume du Maroc'],
    ['KW', 'fr', 'in', "dans l'État du Koweït"],
    ['DE', 'fr', 'in', "en République fédérale d'Allemagne"],
    ['PY', 'es', 'of', 'de la República del Paraguay'],
    ['NO', 'es', 'to', 'al Reino de Noruega'],
    ['AL', 'ru', 'of', 'Республики Албания'],
    ['FR', 'ru', 'in', 'во Французской Республике'],
    ['MX', 'ru', 'by', 'Мексиканскими Соединенными Штатами'],
    ['JO', 'ru', 'by', 'Иорданским Хашимитским Королевством'],
    ['WS', 'ru', 'to', 'Независимому Государству Самоа'],
    ['CH', 'ru', 'by', 'Швейцарской Конфедерацией'],
    ['MM', 'ru', 'of', 'Республики Союз Мьянма'],
    ['KM', 'ru', 'in', 'в Союзе Коморских Островов'],
    ['SE', 'zh', 'the', '瑞典王国'],
  ] as const)('%s in %s, %s', (code, language, wanted, expected) => {
    const form = formalName(language, code);
    expect(form && inflect(language, form, wanted, 'country')).toBe(expected);
  });

  test('a State whose name is all it has has none, nor has a territory', () => {
    for (const code of ['CA', 'JM', 'UA', 'GL', 'XX'])
      expect(formalName('en', code)).toBeUndefined();
  });

  test('a State has them in each language that can tell them from its name', () => {
    const known = (language: (typeof LANGUAGES)[number]) =>
      allCountries().flatMap(({ code }) => (formalName(language, code) ? [code] : []));
    expect(known('fr')).toEqual(known('en'));
    expect(known('es')).toEqual(known('en'));
    expect(known('ru')).toEqual(known('en'));
  });

  test('Russian declines every name: the genitive differs, and keeps what follows its noun', () => {
    for (const { code } of allCountries()) {
      const form = formalName('ru', code);
      if (!form) continue;
      expect(form.of).not.toBe(form.name);
      expect(form.in).toMatch(/^во? \p{Lu}/u);
      expect(`${form.of} ${form.by}`).not.toMatch(
        /(?:ая|ое|ые|ие) (?:Респуб|Корол|Герц|Госуд|Штат)/u,
      );
    }
  });
});
