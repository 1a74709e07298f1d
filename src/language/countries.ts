/** Countries by their names in the terminology of the United Nations, in its six languages. */
import type { ByLanguage } from '../model.ts';
import { countries as arabic } from './ar/countries.ts';
import { inflect } from './cases.ts';
import { COUNTRY_CODES, type CountryCode } from './country-codes.ts';
import type { CountryNames } from './country-names.ts';
import { countries as english } from './en/countries.ts';
import { countries as spanish } from './es/countries.ts';
import { countries as french } from './fr/countries.ts';
import { byLanguage, LANGUAGES } from './languages.ts';
import type { NameParts } from './names.ts';
import { countries as russian } from './ru/countries.ts';
import { countries as chinese } from './zh/countries.ts';

/**
 * A country with the forms that sentences need; `of` and `in` only where no rule gives them. An
 * inverted name of lists is turned: "Islamic Republic of Iran".
 */
export interface CountryEntry {
  /** ISO 3166-1 alpha-2. */
  readonly code: CountryCode;
  readonly names: ByLanguage<NameParts>;
}

/** Apart from the packs, for who typesets a letter needs no countries. */
const NAMES: ByLanguage<CountryNames> = {
  ar: arabic,
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
};

const CODES: ReadonlySet<string> = new Set(COUNTRY_CODES);
const entries = new Map<CountryCode, CountryEntry>();

/** Made when somebody asks for the country: a letter names a few. */
function entryOf(code: CountryCode): CountryEntry {
  const known = entries.get(code);
  if (known) return known;
  const names = byLanguage((language) => NAMES[language](code).parts);
  const entry = { code, names };
  entries.set(code, entry);
  return entry;
}

/** Case, accents, hamzas and the shape of apostrophes do not decide between countries. */
function normalize(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{Mn}/gu, '');
  return bare.replace(/’/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}

let byName: Map<string, CountryEntry> | undefined;

/** Built on first use: a run that gives codes alone never needs the two thousand spellings. */
function nameIndex(): Map<string, CountryEntry> {
  if (byName) return byName;
  byName = new Map();
  for (const entry of allCountries()) {
    for (const language of LANGUAGES) {
      byName.set(normalize(NAMES[language](entry.code).listed), entry);
    }
  }
  for (const entry of allCountries()) {
    for (const language of LANGUAGES) {
      const form = entry.names[language];
      byName.set(normalize(form.name), entry);
      byName.set(normalize(inflect(language, form, 'the', 'country') ?? form.name), entry);
    }
  }
  return byName;
}

/** The country of an ISO 3166-1 alpha-2 code, in capitals or not. */
export function countryByCode(code: string): CountryEntry | undefined {
  const capitals = code.trim().toUpperCase();
  return CODES.has(capitals) ? entryOf(capitals as CountryCode) : undefined;
}

/** The country of a code, or of a name in any of the languages, with or without its article. */
export function findCountry(text: string): CountryEntry | undefined {
  return countryByCode(text) ?? nameIndex().get(normalize(text));
}

/** Every country, in the order of its English name; for hints and for tests of completeness. */
export function allCountries(): readonly CountryEntry[] {
  return COUNTRY_CODES.map(entryOf);
}
