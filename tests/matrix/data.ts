/** The data of which the matrix makes its editions: what the examples have, and what varies. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const EXAMPLES = join(import.meta.dirname, '../../examples');

type Data = Readonly<Record<string, unknown>>;

export interface Example {
  readonly event: Data;
  readonly contact: Data;
  readonly organisations: Data;
  readonly signatories: Data;
  readonly letters: readonly Data[];
}

/** The file of an example as data, moved to the year of the matrix with its preparations. */
export function example(year: number): Example {
  const file = readFileSync(join(EXAMPLES, `forum-${year}`, 'edition.yaml'), 'utf8');
  return parse(file.replaceAll(`${year}`, '2027').replaceAll(`${year - 1}`, '2026')) as Example;
}

/** A masculine, a feminine and a plural event, with a place each: one that has no article, and two that have. */
export const EVENTS = {
  masculine: {
    name: {
      ar: 'منتدى القمة لعام 2027',
      en: 'WSIS Forum 2027',
      fr: 'Forum du SMSI de 2027',
      es: 'Foro de la CMSI de 2027',
      ru: 'Форум ВВУИО 2027 года',
      zh: '2027年WSIS论坛',
    },
    place: { ar: 'جنيف', en: 'Geneva', fr: 'Genève', es: 'Ginebra', ru: 'Женева', zh: '日内瓦' },
    country: 'CH',
  },
  feminine: {
    name: {
      ar: 'القمة الرقمية العالمية لعام 2027',
      en: 'World Digital Conference 2027',
      fr: 'Conférence mondiale du numérique de 2027',
      es: 'Conferencia Digital Mundial de 2027',
      ru: 'Всемирная цифровая конференция 2027 года',
      zh: '2027年世界数字大会',
    },
    place: {
      ar: 'لاهاي',
      en: { name: 'Hague', article: 'the' },
      fr: 'La Haye',
      es: 'La Haya',
      ru: 'Гаага',
      zh: '海牙',
    },
    country: 'NL',
  },
  plural: {
    name: {
      ar: 'الأيام الرقمية العالمية لعام 2027',
      en: 'World Digital Days 2027',
      fr: 'Journées mondiales du numérique de 2027',
      es: 'Jornadas Digitales Mundiales de 2027',
      ru: 'Всемирные дни цифровых технологий 2027 года',
      zh: '2027年世界数字日',
    },
    place: {
      ar: 'القاهرة',
      en: 'Cairo',
      fr: { name: 'Caire', article: 'le' },
      es: 'El Cairo',
      ru: 'Каир',
      zh: '开罗',
    },
    country: 'EG',
  },
} as const;

/** One day, one month, days of one month, of two months, and of two years. */
export const PERIODS = {
  day: { start: '2027-07-07', end: '2027-07-07' },
  month: { start: '2027-07', end: '2027-07' },
  week: { start: '2027-07-05', end: '2027-07-09' },
  months: { start: '2027-06-28', end: '2027-07-02' },
  years: { start: '2027-12-27', end: '2028-01-07' },
} as const;

/** Russian names of those hosts and organisers of which the examples have no cases. */
export const CASES: Readonly<Record<string, Data>> = {
  who: {
    name: 'Всемирная организация здравоохранения',
    of: 'Всемирной организации здравоохранения',
    to: 'Всемирной организации здравоохранения',
    by: 'Всемирной организацией здравоохранения',
    in: 'во Всемирной организации здравоохранения',
  },
};

/** Bodies, as many as wanted, in the order of protocol. */
export const HOSTS = ['itu', 'switzerland', 'unesco', 'who', 'undp'];
export const COORGANISERS = ['unesco', 'itu', 'undp', 'unctad', 'who'];
export const AGENCIES = ['fao', 'who', 'ilo', 'unwomen', 'un-regional-commissions'];
export const SIGNATORIES = ['bogdan-martin', 'rosti', 'el-enany', 'de-croo', 'moreno'];

/** A recipient in each language, by gender: name, family name, and what Russian declines. */
export const RECIPIENTS = {
  female: {
    ar: ['ليلى قاسم', 'قاسم'],
    en: ['Layla Kassem', 'Kassem'],
    fr: ['Layla Kassem', 'Kassem'],
    es: ['Layla Kassem', 'Kassem'],
    ru: ['Лейла Касем', 'Касем', 'Лейле Касем'],
    zh: ['莱拉·卡西姆', '卡西姆'],
  },
  male: {
    ar: ['كريم منصور', 'منصور'],
    en: ['Karim Mansour', 'Mansour'],
    fr: ['Karim Mansour', 'Mansour'],
    es: ['Karim Mansour', 'Mansour'],
    ru: ['Карим Мансур', 'Мансур', 'Кариму Мансуру'],
    zh: ['卡里姆·曼苏尔', '曼苏尔'],
  },
} as const;

/** The chair of the ministerial letter's forum. */
export const CHAIRS = {
  female: {
    name: {
      ar: 'مريم العلوي',
      en: 'Mariam Alaoui',
      fr: 'Mariam Alaoui',
      es: 'Mariam Alaoui',
      ru: 'Мариам Алауи',
      zh: '玛丽亚姆·阿拉维',
    },
    title: {
      ar: 'وزيرة الاتصالات',
      en: 'Minister of Communications',
      fr: 'Ministre des communications',
      es: 'Ministra de Comunicaciones',
      ru: 'министр связи',
      zh: '通信部部长',
    },
  },
  male: {
    name: {
      ar: 'سامي العلوي',
      en: 'Sami Alaoui',
      fr: 'Sami Alaoui',
      es: 'Sami Alaoui',
      ru: 'Сами Алауи',
      zh: '萨米·阿拉维',
    },
    title: {
      ar: 'وزير الاتصالات',
      en: 'Minister of Communications',
      fr: 'Ministre des communications',
      es: 'Ministro de Comunicaciones',
      ru: 'министр связи',
      zh: '通信部部长',
    },
  },
} as const;
