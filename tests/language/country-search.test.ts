import { describe, expect, test } from 'vitest';
import { ALPHA3, COUNTRY_CODES, TERRITORY_CODES } from '../../src/language/country-codes.ts';
import {
  countriesCalled,
  countryKey,
  findCountry,
  spellings,
  stateAround,
} from '../../src/language/country-search.ts';

test('no two countries have a name in common', () => {
  const owners = new Map<string, string>();
  const clashes: string[] = [];
  for (const { name, code } of spellings()) {
    const key = countryKey(name);
    const owner = owners.get(key) ?? code;
    if (owner !== code) clashes.push(`${name}: ${owner}, ${code}`);
    owners.set(key, owner);
  }
  expect(clashes).toEqual([]);
  expect(owners.size).toBeGreaterThan(2000);
});

test('each country is found by each of its names, unless others have it too', () => {
  const lost = [...spellings()].filter(({ name, code }) => {
    return findCountry(name)?.code !== code && countriesCalled(name).length === 0;
  });
  expect(lost).toEqual([]);
});

test('each country has one code of three letters, and is found by it', () => {
  const pairs = ALPHA3.trim().split(/\s+/);
  const codes = pairs.map((pair) => pair.slice(0, 2));
  expect(codes.sort()).toEqual([...COUNTRY_CODES, ...TERRITORY_CODES].sort());
  expect(new Set(pairs.map((pair) => pair.slice(2))).size).toBe(pairs.length);
  for (const pair of pairs) {
    expect(findCountry(pair.slice(2))?.code).toBe(pair.slice(0, 2));
    expect(findCountry(pair.slice(2).toLowerCase())?.code).toBe(pair.slice(0, 2));
  }
});

describe.each([
  ['AE', 'UAE', 'U.A.E.', 'الإمارات', 'ОАЭ', '阿联酋', 'Emiratos Árabes Unidos', 'EAU', 'ARE'],
  ['BA', 'Bosnia & Herzegovina', 'Bosnia-Herzegovina', 'Bosnie', 'BIH'],
  ['BN', 'Brunei', 'Brunéi', 'Бруней', 'بروناي'],
  ['BO', 'Bolivia', 'Bolivie', 'Bolivia, Plurinational State of', 'Боливия', '玻利维亚'],
  ['BS', 'Bahamas', 'Bahamas, The', 'The Bahamas', 'BAHAMAS (the)'],
  ['CD', 'DRC', 'RDC', 'DR Congo', 'D.R. Congo', 'Congo (Democratic Republic of the)', 'ДРК'],
  [
    'CD',
    'Democratic Republic of Congo',
    'Congo, Dem. Rep.',
    'Zaïre',
    '刚果（金）',
    'الكونغو الديمقراطية',
  ],
  [
    'CG',
    'Congo (the)',
    'Congo (le)',
    'Republic of the Congo',
    'Congo-Brazzaville',
    'Congo, Rep.',
    'République du Congo',
    'CG',
    'COG',
  ],
  ['CI', 'Ivory Coast', "Cote d'Ivoire", 'cote d’ivoire', 'COTE D IVOIRE', 'ساحل العاج', 'CIV'],
  ['CV', 'Cape Verde', 'Cap-Vert', 'الرأس الأخضر'],
  [
    'CZ',
    'Czech Republic',
    'the Czech Republic',
    'République tchèque',
    'التشيك',
    'Чешская Республика',
  ],
  ['DE', 'المانيا', 'Federal Republic of Germany', 'ФРГ', 'DEU'],
  ['DM', 'Dominica', 'Commonwealth of Dominica'],
  ['DO', 'Dominican Republic', 'Dominican Republic (the)', '多米尼加共和国', 'Доминикана'],
  ['FM', 'Micronesia', 'Micronesia (Federated States of)', 'Micronesia, Federated States of'],
  [
    'GB',
    'UK',
    'U.K.',
    'United Kingdom',
    'Royaume-Uni',
    'Великобритания',
    '英国',
    'بريطانيا',
    'GBR',
  ],
  ['GN', 'Guinea', 'Guinée', 'Guinea-Conakry'],
  ['GQ', 'Equatorial Guinea', 'Guinea, Equatorial'],
  ['GW', 'Guinea Bissau', 'Guinea-Bissau', 'غينيا بيساو'],
  [
    'IR',
    'Iran',
    'IRAN',
    'Irán',
    'إيران',
    'ايران',
    'Иран',
    '伊朗',
    'Iran, Islamic Republic of',
    'IRN',
  ],
  [
    'IR',
    'Iran (République islamique d’)',
    'إيران (جمهورية - الإسلامية)',
    'the Islamic Republic of Iran',
  ],
  ['KE', 'Kenia', 'Kenya', 'Кения'],
  ['KN', 'St. Kitts and Nevis', 'St Kitts & Nevis', 'Saint-Kitts-et-Nevis'],
  ['KP', 'North Korea', 'DPRK', 'D.P.R.K.', 'Corée du Nord', 'КНДР', '朝鲜', 'كوريا الشمالية'],
  [
    'KR',
    'South Korea',
    'Republic of Korea',
    'Korea, Republic of',
    'Korea (the Republic of)',
    '韩国',
    'ROK',
  ],
  ['KR', 'Corée du Sud', 'Corea del Sur', 'كوريا الجنوبية', 'Южная Корея'],
  ['LA', 'Laos', 'Lao PDR', 'Lao People’s Democratic Republic (the)', 'Лаос', 'لاوس'],
  ['MH', 'Marshall Is.', 'the Marshall Islands'],
  ['SS', 'S. Sudan', 'South Sudan', 'Sudan, South'],
  ['SD', 'Sudan', 'the Sudan', 'Sudan (the)'],
  ['CF', 'Central African Rep.', 'CAR', 'ЦАР'],
  ['CH', 'Switzerland (CH)', 'CH - Switzerland', 'la Suisse, CHE', 'Switzerland/Suisse'],
  ['LC', 'St. Lucia', 'Ste-Lucie', 'Sainte-Lucie'],
  ['MA', 'Kingdom of Morocco', 'المملكة المغربية', 'le Royaume du Maroc', 'المغرب'],
  ['MD', 'Moldova', 'Moldova (the Republic of)', 'Moldavie', 'Молдова'],
  ['MK', 'Macedonia', 'North Macedonia', 'FYROM', 'The former Yugoslav Republic of Macedonia'],
  ['MM', 'Burma', 'Birmanie', 'Myanmar', 'Бирма'],
  ['NE', 'Niger', 'the Niger', 'Niger (le)'],
  [
    'NL',
    'Netherlands',
    'the Netherlands',
    'Netherlands (Kingdom of the)',
    'Pays-Bas (Royaume des)',
    'هولندا',
  ],
  ['NL', 'Holland', 'Países Bajos', 'Голландия', 'Нидерланды', '荷兰', '荷兰（王国）', 'NLD'],
  ['NR', 'Nauru', 'Naoero', 'Науру'],
  ['OM', 'عمان', 'عُمان', 'سلطنة عمان', 'Oman'],
  ['PK', 'the Islamic Republic of Pakistan', 'Pakistan', 'República Islámica del Pakistán'],
  ['PS', 'Palestine', 'State of Palestine (the) *', 'Palestine, State of', 'فلسطين'],
  ['RU', 'Russia', 'Россия', 'روسيا', 'Rusia', '俄罗斯', 'Russian Federation (the)'],
  ['SA', 'KSA', 'السعودية', 'Kingdom of Saudi Arabia', 'Arabia Saudí', 'SAU'],
  ['SY', 'Syria', 'سوريا', 'سورية', 'Сирия'],
  ['SZ', 'Eswatini (Swaziland)', 'Swaziland', 'Eswatini', 'Свазиленд'],
  ['TL', 'East Timor', 'Timor-Leste'],
  [
    'TR',
    'Türkiye (Turkey)',
    'TÜRKİYE',
    'Turkey',
    'Türkiye',
    'Turkiye',
    'Turquie',
    'Turquía',
    'تركيا',
  ],
  ['TT', 'Trinidad & Tobago', 'Trinité-et-Tobago'],
  ['TZ', 'Tanzania', 'Tanzania, United Republic of', 'Танзания'],
  [
    'US',
    'USA',
    'U.S.',
    'U.S.A.',
    'United States',
    'США',
    'EE. UU.',
    'EE.UU.',
    'États-Unis',
    '美国',
  ],
  ['VA', 'Holy See (the) *', 'Holy See', 'Vatican', 'Saint-Siège (le) *', 'الفاتيكان'],
  ['VC', 'St. Vincent and the Grenadines'],
  ['VE', 'Venezuela', 'Venezuela (Bolivarian Republic of)', 'Венесуэла'],
  ['VN', 'Vietnam', ' Viet   Nam ', 'Socialist Republic of Viet Nam', 'فيتنام'],
  ['IN', 'الهند', 'India', 'la India', "l'Inde", 'République de l’Inde'],
  ['HK', 'Hong Kong', 'HKG', 'China, Hong Kong Special Administrative Region', '香港', 'Гонконг'],
  ['MO', 'Macau', 'Macao SAR, China', '澳门'],
  ['AW', 'Aruba', 'aw', 'ABW'],
  ['PR', 'Puerto Rico', 'Porto Rico'],
  ['SX', 'Sint Maarten'],
  ['NO', 'no', 'NO', 'NOR', 'Norway', 'Noruega', 'النرويج'],
])('%s', (code, ...names) => {
  test.each(names)('is "%s"', (name) => {
    expect(findCountry(name)?.code).toBe(code);
  });
});

test.each([
  ['Congo', 'CG CD'],
  ['the Congo', 'CG CD'],
  ['le Congo', 'CG CD'],
  ['الكونغو', 'CG CD'],
  ['刚果', 'CG CD'],
  ['Korea', 'KR KP'],
  ['Corée', 'KR KP'],
  ['Dominican', 'DM DO'],
  ['Virgin Islands', 'VG VI'],
  ['Saint-Martin', 'MF SX'],
])('"%s" is what several are called', (name, codes) => {
  expect(findCountry(name)).toBeUndefined();
  expect(countriesCalled(name).map(({ code }) => code)).toEqual(codes.split(' '));
});

test.each([
  'N. Ireland',
  'England',
  'Scotland',
  'Wales',
  'Irlande du Nord',
  'Англия',
  'إنجلترا',
  '英格兰',
])('"%s" is a part of a State', (name) => {
  expect(findCountry(name)).toBeUndefined();
  expect(stateAround(name)?.code).toBe('GB');
});

test.each([
  ...[
    '',
    ' ',
    '*',
    'XX',
    'TW',
    'XK',
    'EU',
    'UN',
    'Atlantis',
    'Swit',
    'Taiwan',
    'Kosovo',
    'Republic of China',
  ],
  ...[
    'Somaliland',
    'European Union',
    'Northern Cyprus',
    'Yugoslavia',
    'Soviet Union',
    'America',
    'the',
    'República',
    'E. Germany',
    'N. Cyprus',
    'France / Switzerland',
    'China, Japan',
    'Geneva, Switzerland',
    'Atlantis / Atlantis',
  ],
])('"%s" is no country', (text) => {
  expect(findCountry(text)).toBeUndefined();
  expect(countriesCalled(text)).toEqual([]);
  expect(stateAround(text)).toBeUndefined();
});
