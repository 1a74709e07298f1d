/** Rows of the matrix → editions on disk. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { LANGUAGES } from '../../src/language/languages.ts';
import { CATEGORIES, GENDERS, RANKS } from '../../src/vocabulary.ts';
import {
  AGENCIES,
  CASES,
  CHAIRS,
  COORGANISERS,
  EVENTS,
  example,
  HOSTS,
  PERIODS,
  RECIPIENTS,
  SIGNATORIES,
} from './data.ts';
import { pairwise, type Row } from './pairwise.ts';

/** The kinds of letters by the examples that they come from; one is an invitation with an anniversary. */
const TEXTS = {
  'forum-invitation': 2026,
  'forum-invitation (anniversary)': 2024,
  'call-for-contributions': 2025,
  'ministerial-invitation': 2021,
  'open-consultation': 2019,
} as const;
export type TextName = keyof typeof TEXTS;

export const FACTORS = {
  rank: RANKS,
  text: Object.keys(TEXTS) as TextName[],
  event: Object.keys(EVENTS) as (keyof typeof EVENTS)[],
  period: Object.keys(PERIODS) as (keyof typeof PERIODS)[],
  category: CATEGORIES,
  number: [1, 2, 3, 10, 11, 21, 99, 100, 103, 14_000],
  hosts: [0, 1, 2, 5],
  coorganisers: [0, 1, 2, 5],
  agencies: [0, 1, 2, 5],
  organisers: [0, 0, 1, 2],
  signatories: [1, 2, 5],
  lines: [1, 2, 5],
  gender: GENDERS,
};

export const ROWS: readonly Row<typeof FACTORS>[] = pairwise(FACTORS);
export type MatrixRow = (typeof ROWS)[number];

const BASE = example(2026);
const SOURCES = Object.fromEntries(
  Object.values(TEXTS).map((year) => [year, example(year)] as const),
);

const ORGANISATIONS = Object.fromEntries(
  Object.entries({ ...SOURCES[2019]?.organisations, ...BASE.organisations }).map(([id, source]) => {
    const { name, ...others } = source as { readonly name: Readonly<Record<string, unknown>> };
    const ru = CASES[id];
    return [id, { name: ru ? { ...name, ru } : name, ...others }];
  }),
);

/** Writes the edition of a row into a folder of its own. */
export function writeRow(row: MatrixRow, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'edition.yaml'), stringify(editionOf(row), { lineWidth: 0 }));
  writeFileSync(join(folder, 'list.csv'), listOf(row));
}

function editionOf(row: MatrixRow): unknown {
  const source = SOURCES[TEXTS[row.text]];
  const { name, place, country } = EVENTS[row.event];
  const period = PERIODS[row.period];
  // The ministerial letter begins in a month, and goes on to its final week.
  const start = row.text === 'ministerial-invitation' ? '2027-03' : period.start;
  const { periods, acronym, theme } = source?.event ?? {};
  const own = { final: period, policy: period };
  return {
    id: 'matrix',
    event: {
      name,
      acronym,
      ...(theme !== undefined && { theme }),
      start,
      end: period.end,
      periods: row.text === 'ministerial-invitation' ? own : (periods ?? {}),
      place,
      country,
      hosts: HOSTS.slice(0, row.hosts),
      organisers: ['ilo', 'wmo'].slice(0, row.organisers),
      coorganisers: COORGANISERS.slice(0, row.coorganisers),
      agencies: AGENCIES.slice(0, row.agencies),
    },
    organisations: ORGANISATIONS,
    contact: { ...BASE.contact, telephone: '+41 22 730 6240', fax: '+41 22 730 6453' },
    signatories: BASE.signatories,
    letters: [letterOf(row, source?.letters[0] ?? {})],
    lists: ['list.csv'],
  };
}

function letterOf(row: MatrixRow, source: Readonly<Record<string, unknown>>): unknown {
  const all = source.addressees as { readonly lines: Readonly<Record<string, unknown>> };
  const lines = Object.fromEntries(
    Object.entries(all.lines).map(([language, text]) => [
      language,
      Array(row.lines).fill(text).flat(),
    ]),
  );
  return {
    ...source,
    date: '2027-01-12',
    deadlines: {
      submissions: '2027-02-15',
      applications: '2027-02-10',
      confirmation: '2027-02-01',
    },
    addressees: { ...all, lines: row.lines === 1 ? all.lines : lines },
    numbers: numbersOf(row),
    ...(row.text === 'ministerial-invitation' && {
      persons: { chair: chairOf(row) },
    }),
    recipients: {},
    signatories: SIGNATORIES.slice(0, row.signatories),
  };
}

function numbersOf({ text, number }: MatrixRow): Readonly<Record<string, number>> {
  if (text === 'call-for-contributions') return { projects: number };
  if (text === 'forum-invitation') return { entities: number };
  return text === 'forum-invitation (anniversary)'
    ? { anniversary: number < 2 || number > 199 ? 20 : number }
    : {};
}

/** A recipient in each language. */
const EMINENCE = 'سماحة';
const EMINENCES = {
  female: {
    ar: EMINENCE,
    en: 'Her Eminence',
    fr: 'Son Éminence',
    es: 'Su Eminencia',
    ru: 'Ее Преосвященство',
    zh: '阁下',
  },
  male: {
    ar: EMINENCE,
    en: 'His Eminence',
    fr: 'Son Éminence',
    es: 'Su Eminencia',
    ru: 'Его Преосвященство',
    zh: '阁下',
  },
};

function chairOf({ gender, rank }: MatrixRow) {
  const style = rank === 'eminence' ? { style: EMINENCES[gender] } : {};
  return { ...CHAIRS[gender], gender, rank, country: 'MA', ...style };
}

function listOf({ rank, gender, category }: MatrixRow): string {
  const rows = LANGUAGES.map((language) => {
    const [name, family, dative = ''] = RECIPIENTS[gender][language];
    // The Arabic style of a cleric depends on the faith.
    const style = language === 'ar' && rank === 'eminence' ? EMINENCE : '';
    return [language, category, language, name, family, gender, rank, 'JO', dative, style].join(
      ',',
    );
  });
  return [
    'id,category,language,name,family-name,gender,rank,country,name-dative,style',
    ...rows,
    '',
  ].join('\n');
}
