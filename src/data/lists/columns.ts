/** The columns of lists that have a meaning of their own. */
import { LANGUAGES } from '../../language/languages.ts';
import type { DativeForms, Language } from '../../model.ts';
import { NAME_PARTS } from './headings.ts';

/** Columns that each list has. */
export const REQUIRED_COLUMNS = ['id', 'category', 'language'] as const;
const SINGLE = [
  'gender',
  'rank',
  'country',
  'email',
  'cc',
  'address',
  'street',
  'salutation',
] as const;
/** These have a column for all languages, and one for each: `name`, `name-ar` … */
export const LOCALIZED = ['name', 'style', 'courtesy', 'title', 'organisation'] as const;
export type LocalizedColumn = (typeof LOCALIZED)[number];
/** Of these, Russian addresses have the dative: `name-dative`. */
export const DATIVE = [
  'name',
  'style',
  'courtesy',
  'title',
] as const satisfies readonly (keyof DativeForms)[];
/** After a title a Russian address has the organisation in the genitive. */
export const GENITIVE = 'organisation-genitive';

/** Every column that has a meaning of its own. */
export const COLUMNS: readonly string[] = [
  ...REQUIRED_COLUMNS,
  ...SINGLE,
  ...LOCALIZED.flatMap((name) => variantsOf(name).map(([, column]) => column)),
  ...DATIVE.map((name) => `${name}-dative`),
  GENITIVE,
];

/** Columns that salutations look for beside those of the schema. */
const WORDED = new RegExp(`^(?:family-name|salutation)(?:-(?:${LANGUAGES.join('|')}))?$`);

/** Whether a column means something to us, also where names are made of it. */
export function isKnownColumn(column: string): boolean {
  return (
    COLUMNS.includes(column) || WORDED.test(column) || NAME_PARTS.some((part) => part === column)
  );
}

export type Variant = Language | 'all';

/** The keys of a localized text, and the columns that fill them. */
export function variantsOf(name: LocalizedColumn): (readonly [key: Variant, column: string])[] {
  return [
    ['all', name],
    ...LANGUAGES.map((language) => [language, `${name}-${language}`] as const),
  ];
}
