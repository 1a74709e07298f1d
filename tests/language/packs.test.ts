import { describe, expect, test } from 'vitest';
import { inflect, type NameParts } from '../../src/language/cases.ts';
import { LANGUAGES, languagePack } from '../../src/language/languages.ts';
import {
  ORDINAL_GENDERS,
  type OrdinalForm,
  type OrdinalGender,
} from '../../src/language/ordinals.ts';
import { gendered, STYLED_RANKS } from '../../src/language/pack.ts';
import type { Language, Rank } from '../../src/model.ts';
import { GENDERS, RANKS } from '../../src/vocabulary.ts';

function joined(language: Language, items: readonly string[], long = false): string {
  const separators = languagePack(language).separators(items, long);
  return items.map((item, index) => item + (separators[index] ?? '')).join('');
}

test.each<[Language, string[], string]>([
  ['ar', ['أ', 'ب', 'ج'], 'أ وب وج'],
  ['ar', ['أ'], 'أ'],
  ['en', ['A', 'B', 'C'], 'A, B and C'],
  ['en', ['A', 'B'], 'A and B'],
  ['en', ['A'], 'A'],
  ['en', [], ''],
  ['fr', ['A', 'B', 'C'], 'A, B et C'],
  ['es', ['A', 'B', 'C'], 'A, B y C'],
  ['es', ['A', 'Irlanda'], 'A e Irlanda'],
  ['es', ['A', 'hielo'], 'A y hielo'],
  ['es', ['A', 'hijos'], 'A e hijos'],
  ['ru', ['A', 'Б', 'В'], 'A, Б и В'],
  ['zh', ['甲', '乙', '丙'], '甲、乙和丙'],
  ['zh', ['甲', '乙'], '甲和乙'],
])('list in %s of %j', (language, items, expected) => {
  expect(joined(language, items)).toBe(expected);
});

test('long Arabic lists have commas', () => {
  expect(joined('ar', ['أ', 'ب', 'ج'], true)).toBe('أ، وب، وج');
});

test.each<[Language, number, string]>([
  ['ar', 14000, '14\u00A0000'],
  ['en', 14000, '14,000'],
  ['fr', 14000, '14\u202F000'],
  ['es', 14000, '14\u00A0000'],
  ['en', 1500, '1,500'],
  ['fr', 1500, '1\u202F500'],
  ['es', 1500, '1500'],
  ['en', 50, '50'],
  ['fr', 1234567.5, '1\u202F234\u202F567,5'],
  ['en', -1234.25, '\u22121,234.25'],
  ['ru', 14000, '14\u00A0000'],
  ['ru', 1500.5, '1500,5'],
  ['zh', 14000, '14\u00A0000'],
  ['zh', 1500, '1500'],
])('number in %s: %d', (language, value, expected) => {
  expect(languagePack(language).number(value)).toBe(expected);
});

test.each<[Language, 'female' | 'male', number, string | undefined]>([
  ['ar', 'female', 1, 'الأولى'],
  ['ar', 'male', 1, 'الأول'],
  ['ar', 'female', 10, 'العاشرة'],
  ['en', 'male', 5, 'fifth'],
  ['fr', 'female', 1, 'première'],
  ['fr', 'male', 1, 'premier'],
  ['fr', 'female', 2, 'deuxième'],
  ['es', 'female', 1, 'primera'],
  ['es', 'male', 3, 'tercero'],
  ['en', 'male', 80, 'eightieth'],
  ['en', 'male', 21, 'twenty-first'],
  ['en', 'male', 112, 'one hundred and twelfth'],
  ['en', 'male', 100, 'one hundredth'],
  ['en', 'male', 200, undefined],
  ['en', 'male', 1.5, undefined],
  ['ar', 'female', 11, 'الحادية عشرة'],
  ['ar', 'male', 12, 'الثاني عشر'],
  ['ar', 'female', 80, 'الثمانون'],
  ['ar', 'female', 81, 'الحادية والثمانون'],
  ['ar', 'male', 20, 'العشرون'],
  ['ar', 'female', 100, 'المائة'],
  ['ar', 'female', 103, 'الثالثة بعد المائة'],
  ['fr', 'female', 20, 'vingtième'],
  ['fr', 'male', 21, 'vingt et unième'],
  ['fr', 'male', 30, 'trentième'],
  ['fr', 'male', 71, 'soixante et onzième'],
  ['fr', 'male', 79, 'soixante-dix-neuvième'],
  ['fr', 'female', 80, 'quatre-vingtième'],
  ['fr', 'female', 81, 'quatre-vingt-unième'],
  ['fr', 'female', 91, 'quatre-vingt-onzième'],
  ['fr', 'female', 101, 'cent unième'],
  ['fr', 'female', 171, 'cent soixante et onzième'],
  ['es', 'female', 80, 'octogésima'],
  ['es', 'female', 81, 'octogésima primera'],
  ['es', 'male', 13, 'decimotercero'],
  ['es', 'male', 120, 'centésimo vigésimo'],
  ['es', 'female', 0, undefined],
  ['ru', 'female', 3, 'третья'],
  ['ru', 'male', 10, 'десятый'],
  ['ru', 'male', 11, 'одиннадцатый'],
  ['ru', 'female', 80, 'восьмидесятая'],
  ['ru', 'female', 81, 'восемьдесят первая'],
  ['ru', 'male', 40, 'сороковой'],
  ['ru', 'male', 90, 'девяностый'],
  ['ru', 'male', 100, 'сотый'],
  ['ru', 'female', 143, 'сто сорок третья'],
  ['ru', 'male', 26, 'двадцать шестой'],
  ['zh', 'female', 1, '第一'],
  ['zh', 'male', 10, '第十'],
  ['zh', 'male', 11, '第十一'],
  ['zh', 'male', 20, '第二十'],
  ['zh', 'male', 80, '第八十'],
  ['zh', 'male', 101, '第一百零一'],
  ['zh', 'male', 110, '第一百一十'],
  ['zh', 'male', 199, '第一百九十九'],
  ['zh', 'male', 0, undefined],
])('ordinal in %s (%s) of %d', (language, gender, value, expected) => {
  expect(languagePack(language).ordinal(value, gender)).toBe(expected);
});

test.each<[Language, OrdinalGender, number, OrdinalForm, string]>([
  ['ar', 'female', 80, { wanted: 'of' }, 'الثمانين'],
  ['ar', 'female', 21, { wanted: 'in' }, 'الحادية والعشرين'],
  ['ar', 'male', 5, { wanted: 'of' }, 'الخامس'],
  ['ru', 'female', 80, { wanted: 'of' }, 'восьмидесятой'],
  ['ru', 'female', 80, { wanted: 'object' }, 'восьмидесятую'],
  ['ru', 'male', 23, { wanted: 'to' }, 'двадцать третьему'],
  ['ru', 'neuter', 3, {}, 'третье'],
  ['ru', 'neuter', 2, {}, 'второе'],
  ['ru', 'male', 6, { wanted: 'by' }, 'шестым'],
  ['es', 'male', 1, { short: true }, 'primer'],
  ['es', 'male', 23, { short: true }, 'vigésimo tercer'],
  ['es', 'male', 2, { short: true }, 'segundo'],
  ['es', 'female', 3, { short: true }, 'tercera'],
  ['en', 'neuter', 2, { wanted: 'of' }, 'second'],
])('ordinal in %s (%s) of %d in %j', (language, gender, value, form, expected) => {
  expect(languagePack(language).ordinal(value, gender, form)).toBe(expected);
});

test.each(LANGUAGES)('%s has 199 different ordinals for each gender', (language) => {
  for (const gender of ORDINAL_GENDERS) {
    const words = Array.from({ length: 199 }, (_, at) =>
      languagePack(language).ordinal(at + 1, gender),
    );
    expect(new Set(words).size).toBe(199);
    expect(words.join(' ')).not.toMatch(/undefined| {2}|NaN/);
  }
});

describe.each<[Language, NameParts, string, string, string, string]>([
  // the, of, to, in
  [
    'ar',
    { name: 'الاتحاد الدولي للاتصالات' },
    'الاتحاد الدولي للاتصالات',
    'الاتحاد الدولي للاتصالات',
    'للاتحاد الدولي للاتصالات',
    'في الاتحاد الدولي للاتصالات',
  ],
  ['ar', { name: 'اليونسكو' }, 'اليونسكو', 'اليونسكو', 'لليونسكو', 'في اليونسكو'],
  ['ar', { name: 'اللجنة' }, 'اللجنة', 'اللجنة', 'للجنة', 'في اللجنة'],
  [
    'ar',
    { name: 'برنامج الأغذية' },
    'برنامج الأغذية',
    'برنامج الأغذية',
    'لبرنامج الأغذية',
    'في برنامج الأغذية',
  ],
  ['en', { name: 'UNDP' }, 'UNDP', 'of UNDP', 'to UNDP', 'in UNDP'],
  [
    'en',
    { name: 'Swiss Confederation', article: 'the' },
    'the Swiss Confederation',
    'of the Swiss Confederation',
    'to the Swiss Confederation',
    'in the Swiss Confederation',
  ],
  ['fr', { name: 'UIT', article: "l'" }, "l'UIT", "de l'UIT", "à l'UIT", "à l'UIT"],
  ['fr', { name: 'UIT', article: 'l’' }, 'l’UIT', 'de l’UIT', 'à l’UIT', 'à l’UIT'],
  ['fr', { name: 'PNUD', article: 'le' }, 'le PNUD', 'du PNUD', 'au PNUD', 'au PNUD'],
  [
    'fr',
    { name: 'Nations Unies', article: 'les' },
    'les Nations Unies',
    'des Nations Unies',
    'aux Nations Unies',
    'aux Nations Unies',
  ],
  [
    'fr',
    { name: 'CNUCED', article: 'la' },
    'la CNUCED',
    'de la CNUCED',
    'à la CNUCED',
    'à la CNUCED',
  ],
  ['fr', { name: 'ONU Femmes' }, 'ONU Femmes', "d'ONU Femmes", 'à ONU Femmes', 'à ONU Femmes'],
  ['es', { name: 'PNUD', article: 'el' }, 'el PNUD', 'del PNUD', 'al PNUD', 'en el PNUD'],
  ['es', { name: 'UIT', article: 'la' }, 'la UIT', 'de la UIT', 'a la UIT', 'en la UIT'],
  ['en', { name: 'X', of: "of X's own" }, 'X', "of X's own", 'to X', 'in X'],
])('%s %j', (language, form, the, of, to, inside) => {
  test('all cases', () => {
    const cases = ['plain', 'the', 'of', 'to', 'in'] as const;
    expect(cases.map((wanted) => inflect(language, form, wanted))).toEqual([
      form.name,
      the,
      of,
      to,
      inside,
    ]);
  });
});

test.each<[Language, NameParts, string | undefined]>([
  ['ar', { name: 'الاتحاد' }, 'من جانب الاتحاد'],
  ['en', { name: 'Swiss Confederation', article: 'the' }, 'by the Swiss Confederation'],
  ['fr', { name: 'UIT', article: "l'" }, "par l'UIT"],
  ['es', { name: 'PNUD', article: 'el' }, 'por el PNUD'],
  ['ru', { name: 'Международный союз', by: 'Международным союзом' }, 'Международным союзом'],
  ['ru', { name: 'МСЭ' }, 'МСЭ'],
  ['ru', { name: 'Международный союз' }, undefined],
  ['zh', { name: '国际电联' }, '由国际电联'],
])('"by" in %s of %j', (language, form, expected) => {
  expect(inflect(language, form, 'by')).toBe(expected);
});

test.each<[string, NameParts, (string | undefined)[]]>([
  // plain, the, of, to, in
  ['an abbreviation', { name: 'ПРООН' }, ['ПРООН', 'ПРООН', 'ПРООН', 'ПРООН', 'в ПРООН']],
  ['a name without forms', { name: 'Союз' }, ['Союз', 'Союз', undefined, undefined, undefined]],
  [
    'a name with its forms',
    { name: 'Союз', of: 'Союза', to: 'Союзу', in: 'в Союзе' },
    ['Союз', 'Союз', 'Союза', 'Союзу', 'в Союзе'],
  ],
])('Russian cases are stored: %s', (_, form, expected) => {
  const cases = ['plain', 'the', 'of', 'to', 'in'] as const;
  expect(cases.map((wanted) => inflect('ru', form, wanted))).toEqual(expected);
});

describe.each<[Language, Rank, string, string, string, string]>([
  // style (female, male), salutation (female, male)
  ['ar', 'head-of-state', 'فخامة', 'فخامة', 'صاحبة الفخامة،', 'صاحب الفخامة،'],
  ['ar', 'head-of-government', 'دولة', 'دولة', 'صاحبة الدولة،', 'صاحب الدولة،'],
  [
    'ar',
    'royal-highness',
    'صاحبة السمو الملكي',
    'صاحب السمو الملكي',
    'صاحبة السمو الملكي،',
    'صاحب السمو الملكي،',
  ],
  ['ar', 'minister', 'معالي', 'معالي', 'معالي الوزيرة،', 'معالي الوزير،'],
  ['ar', 'ambassador', 'سعادة', 'سعادة', 'سعادة السفيرة،', 'سعادة السفير،'],
  ['en', 'minister', 'Her Excellency', 'His Excellency', 'Excellency,', 'Excellency,'],
  [
    'en',
    'royal-highness',
    'Her Royal Highness',
    'His Royal Highness',
    'Your Royal Highness,',
    'Your Royal Highness,',
  ],
  [
    'fr',
    'minister',
    'Son Excellence',
    'Son Excellence',
    'Madame la Ministre,',
    'Monsieur le Ministre,',
  ],
  [
    'fr',
    'ambassador',
    'Son Excellence',
    'Son Excellence',
    "Madame l'Ambassadrice,",
    "Monsieur l'Ambassadeur,",
  ],
  [
    'es',
    'minister',
    'Su Excelencia',
    'Su Excelencia',
    'Excelentísima Señora Ministra:',
    'Excelentísimo Señor Ministro:',
  ],
  [
    'es',
    'head-of-state',
    'Su Excelencia',
    'Su Excelencia',
    'Excelentísima Señora:',
    'Excelentísimo Señor:',
  ],
  [
    'ru',
    'minister',
    'Ее Превосходительство',
    'Его Превосходительство',
    'Ваше Превосходительство,',
    'Ваше Превосходительство,',
  ],
  [
    'ru',
    'royal-highness',
    'Ее Королевское Высочество',
    'Его Королевское Высочество',
    'Ваше Королевское Высочество,',
    'Ваше Королевское Высочество,',
  ],
  ['zh', 'minister', '阁下', '阁下', '尊敬的部长阁下：', '尊敬的部长阁下：'],
  ['zh', 'royal-highness', '殿下', '殿下', '尊敬的殿下：', '尊敬的殿下：'],
  ['zh', 'none', '', '', '尊敬的{name}{courtesy}：', '尊敬的{name}{courtesy}：'],
  ['ar', 'majesty', 'صاحبة الجلالة', 'صاحب الجلالة', 'صاحبة الجلالة،', 'صاحب الجلالة،'],
  ['ar', 'highness', 'صاحبة السمو', 'صاحب السمو', 'صاحبة السمو،', 'صاحب السمو،'],
  ['ar', 'holiness', 'قداسة', 'قداسة', 'صاحبة القداسة،', 'صاحب القداسة،'],
  ['ar', 'eminence', 'نيافة', 'نيافة', 'صاحبة النيافة،', 'صاحب النيافة،'],
  ['ar', 'under-secretary', 'سعادة', 'سعادة', 'صاحبة السعادة،', 'صاحب السعادة،'],
  ['en', 'majesty', 'Her Majesty', 'His Majesty', 'Your Majesty,', 'Your Majesty,'],
  ['en', 'highness', 'Her Highness', 'His Highness', 'Your Highness,', 'Your Highness,'],
  ['en', 'holiness', 'Her Holiness', 'His Holiness', 'Your Holiness,', 'Your Holiness,'],
  ['en', 'eminence', 'Her Eminence', 'His Eminence', 'Your Eminence,', 'Your Eminence,'],
  ['en', 'under-secretary', 'Her Excellency', 'His Excellency', 'Excellency,', 'Excellency,'],
  ['fr', 'majesty', 'Sa Majesté', 'Sa Majesté', 'Majesté,', 'Majesté,'],
  ['fr', 'highness', 'Son Altesse', 'Son Altesse', 'Votre Altesse,', 'Votre Altesse,'],
  ['fr', 'holiness', 'Sa Sainteté', 'Sa Sainteté', 'Votre Sainteté,', 'Votre Sainteté,'],
  ['fr', 'eminence', 'Son Éminence', 'Son Éminence', 'Éminence,', 'Éminence,'],
  ['es', 'majesty', 'Su Majestad', 'Su Majestad', 'Majestad:', 'Majestad:'],
  ['es', 'highness', 'Su Alteza', 'Su Alteza', 'Alteza:', 'Alteza:'],
  ['es', 'holiness', 'Su Santidad', 'Su Santidad', 'Santidad:', 'Santidad:'],
  ['es', 'eminence', 'Su Eminencia', 'Su Eminencia', 'Eminencia:', 'Eminencia:'],
  ['ru', 'majesty', 'Ее Величество', 'Его Величество', 'Ваше Величество,', 'Ваше Величество,'],
  ['ru', 'highness', 'Ее Высочество', 'Его Высочество', 'Ваше Высочество,', 'Ваше Высочество,'],
  ['zh', 'majesty', '陛下', '陛下', '尊敬的陛下：', '尊敬的陛下：'],
  ['zh', 'highness', '殿下', '殿下', '尊敬的殿下：', '尊敬的殿下：'],
])('%s %s', (language, rank, ...expected) => {
  test('style and salutation by gender', () => {
    const { style = '', salutation } = languagePack(language).ranks[rank];
    const words = [style, salutation].flatMap((word) => [
      gendered(word, 'female'),
      gendered(word, 'male'),
    ]);
    expect(words).toEqual(expected);
  });
});

test.each<[Rank, string, string]>([
  ['majesty', 'Ее Величеству', 'Его Величеству'],
  ['holiness', 'Ее Святейшеству', 'Его Святейшеству'],
  ['royal-highness', 'Ее Королевскому Высочеству', 'Его Королевскому Высочеству'],
  ['eminence', 'Ее Высокопреосвященству', 'Его Высокопреосвященству'],
  ['minister', 'Ее Превосходительству', 'Его Превосходительству'],
])('the Russian dative of the style of %s', (rank, female, male) => {
  const style = languagePack('ru').ranks[rank].styleInAddress ?? '';
  expect([gendered(style, 'female'), gendered(style, 'male')]).toEqual([female, male]);
});

describe.each(LANGUAGES)('every rank in %s', (language) => {
  const { ranks, styles } = languagePack(language);

  test.each(RANKS)('%s: its own style is known, and is that of no other salutation', (rank) => {
    const { style, salutation } = ranks[rank];
    for (const gender of GENDERS) {
      if (style === undefined) continue;
      const own = styles.find(({ is, only }) => !only && is.test(gendered(style, gender)));
      expect(own).toBeDefined();
      const called = own?.salutation ?? (own?.rank && ranks[own.rank].salutation) ?? '';
      // "Excellency" may be said with the office: Monsieur le Ministre.
      if (STYLED_RANKS.has(rank) && own?.rank !== undefined)
        expect(gendered(called, gender)).toBe(gendered(salutation, gender));
    }
  });
});

describe('closings', () => {
  test.each<
    [
      Language,
      'standard' | 'high' | 'ministers',
      'one' | 'many',
      'one' | 'many',
      string | undefined,
      string,
    ]
  >([
    // formula, signatories, addressees, vocative
    ['ar', 'standard', 'many', 'many', undefined, 'وتفضلوا بقبول فائق التقدير والاحترام.'],
    [
      'ar',
      'ministers',
      'one',
      'many',
      'أصحاب المعالي',
      'وتفضلوا، أصحاب المعالي، بقبول أسمى آيات التقدير والاحترام.',
    ],
    [
      'ar',
      'standard',
      'one',
      'one',
      'صاحب السعادة',
      'وتفضلوا، صاحب السعادة، بقبول فائق التقدير والاحترام.',
    ],
    ['en', 'standard', 'many', 'many', undefined, 'Yours faithfully,'],
    ['en', 'standard', 'many', 'one', undefined, 'Yours sincerely,'],
    [
      'en',
      'ministers',
      'one',
      'many',
      'Excellencies',
      'Accept, Excellencies, the assurances of my highest consideration.',
    ],
    [
      'en',
      'high',
      'many',
      'one',
      'Excellency',
      'Accept, Excellency, the assurances of our highest consideration.',
    ],
    [
      'fr',
      'standard',
      'many',
      'many',
      undefined,
      "Nous vous prions d'agréer, Madame, Monsieur, l'assurance de notre considération distinguée.",
    ],
    [
      'fr',
      'standard',
      'one',
      'one',
      'Madame',
      "Je vous prie d'agréer, Madame, l'assurance de ma considération distinguée.",
    ],
    [
      'fr',
      'ministers',
      'one',
      'one',
      'Madame la Ministre',
      "Veuillez agréer, Madame la Ministre, l'assurance de ma très haute considération.",
    ],
    [
      'fr',
      'high',
      'many',
      'one',
      "Monsieur l'Ambassadeur",
      "Nous vous prions d'agréer, Monsieur l'Ambassadeur, l'assurance de notre haute considération.",
    ],
    ['es', 'standard', 'one', 'many', undefined, 'Le saluda atentamente,'],
    ['es', 'standard', 'one', 'many', 'Excelencias', 'Les saluda atentamente,'],
    // A circular that greets each of its readers alone.
    [
      'es',
      'high',
      'one',
      'many',
      undefined,
      'Acepte las seguridades de mi más alta consideración.',
    ],
    ['es', 'standard', 'many', 'many', undefined, 'Le saludan atentamente,'],
    [
      'es',
      'ministers',
      'one',
      'many',
      'Excelencias',
      'Acepten, Excelencias, las seguridades de mi más alta consideración.',
    ],
    [
      'es',
      'high',
      'many',
      'one',
      'Excelentísimo Señor Ministro',
      'Acepte, Excelentísimo Señor Ministro, las seguridades de nuestra más alta consideración.',
    ],
    ['ru', 'standard', 'many', 'many', undefined, 'С уважением,'],
    [
      'ru',
      'ministers',
      'one',
      'many',
      'Ваше Превосходительство',
      'Примите, Ваше Превосходительство, уверения в моем самом высоком уважении.',
    ],
    ['ru', 'high', 'many', 'one', undefined, 'Примите уверения в нашем самом высоком уважении.'],
    ['zh', 'standard', 'many', 'many', undefined, '顺致敬意'],
    ['zh', 'ministers', 'one', 'many', '尊敬的部长阁下', '顺致最崇高的敬意'],
  ])('%s %s, %s to %s', (language, formula, signatories, addressees, vocative, expected) => {
    const parties = { signatories, addressees, ...(vocative !== undefined && { vocative }) };
    expect(languagePack(language).closing(formula, parties)).toBe(expected);
  });
});

test.each(LANGUAGES)('%s counts its enclosures', (language) => {
  const { enclosures } = languagePack(language);
  expect(enclosures(3)).toMatch(/[(（]3[)）]/);
  expect(enclosures(1)).not.toContain('1');
});
