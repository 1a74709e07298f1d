/** Countries by their names in the terminology of the United Nations, in its six languages. */
import type { ByLanguage } from '../model.ts';
import { countries as arabic } from './ar/countries.ts';
import { territories as arabicTerritories } from './ar/territories.ts';
import {
  COUNTRY_CODES,
  type CountryCode,
  TERRITORY_CODES,
  type TerritoryCode,
} from './country-codes.ts';
import type { CountryName, NamesBy } from './country-names.ts';
import { countries as english } from './en/countries.ts';
import { territories as englishTerritories } from './en/territories.ts';
import { countries as spanish } from './es/countries.ts';
import { territories as spanishTerritories } from './es/territories.ts';
import { countries as french } from './fr/countries.ts';
import { territories as frenchTerritories } from './fr/territories.ts';
import { byLanguage } from './languages.ts';
import type { NameParts } from './names.ts';
import { countries as russian } from './ru/countries.ts';
import { territories as russianTerritories } from './ru/territories.ts';
import { countries as chinese } from './zh/countries.ts';
import { territories as chineseTerritories } from './zh/territories.ts';

/** ISO 3166-1 alpha-2 of a State or a territory. */
export type AreaCode = CountryCode | TerritoryCode;

/**
 * A country with the forms that sentences need; `of` and `in` only where no rule gives them. An
 * inverted name of lists is turned: "Islamic Republic of Iran".
 */
export interface CountryEntry {
  readonly code: AreaCode;
  readonly names: ByLanguage<NameParts>;
}

/** Apart from the packs, for who typesets a letter needs no countries. */
const STATES: ByLanguage<NamesBy<CountryCode>> = {
  ar: arabic,
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
};

const TERRITORIES: ByLanguage<NamesBy<TerritoryCode>> = {
  ar: arabicTerritories,
  en: englishTerritories,
  fr: frenchTerritories,
  es: spanishTerritories,
  ru: russianTerritories,
  zh: chineseTerritories,
};

const STATE_CODES: ReadonlySet<string> = new Set(COUNTRY_CODES);
const CODES: ReadonlySet<string> = new Set([...COUNTRY_CODES, ...TERRITORY_CODES]);
const entries = new Map<AreaCode, CountryEntry>();

function isState(code: AreaCode): code is CountryCode {
  return STATE_CODES.has(code);
}

/** The name of a State or a territory in a language, as lists and as sentences have it. */
export function nameIn(language: keyof typeof STATES, code: AreaCode): CountryName {
  return isState(code) ? STATES[language](code) : TERRITORIES[language](code);
}

/** Made when somebody asks for the country: a letter names a few. */
function entryOf(code: AreaCode): CountryEntry {
  const known = entries.get(code);
  if (known) return known;
  const names = byLanguage((language) => nameIn(language, code).parts);
  const entry = { code, names };
  entries.set(code, entry);
  return entry;
}

/** The country of an ISO 3166-1 alpha-2 code, in capitals or not. */
export function countryByCode(code: string): CountryEntry | undefined {
  const capitals = code.trim().toUpperCase();
  return CODES.has(capitals) ? entryOf(capitals as AreaCode) : undefined;
}

/** Every State, in the order of its English name. */
export function allCountries(): readonly CountryEntry[] {
  return COUNTRY_CODES.map(entryOf);
}

/** Every territory, in the order of its code. */
export function allTerritories(): readonly CountryEntry[] {
  return TERRITORY_CODES.map(entryOf);
}
