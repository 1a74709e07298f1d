/** Formal names of States: "the Kingdom of Morocco" where the name in common use is "Morocco". */
import type { ByLanguage, Language } from '../model.ts';
import { formalCountries as arabic } from './ar/formal-countries.ts';
import { COUNTRY_CODES, type CountryCode } from './country-codes.ts';
import type { FormalNames } from './country-names.ts';
import { formalCountries as english } from './en/formal-countries.ts';
import { formalCountries as spanish } from './es/formal-countries.ts';
import { formalCountries as french } from './fr/formal-countries.ts';
import type { NameParts } from './names.ts';
import { formalCountries as russian } from './ru/formal-countries.ts';
import { formalCountries as chinese } from './zh/formal-countries.ts';

const NAMES: ByLanguage<FormalNames> = {
  ar: arabic,
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
};

const CODES: ReadonlySet<string> = new Set(COUNTRY_CODES);

/** The formal name of a State by its ISO code; undefined where it has no other than its name, and for territories. */
export function formalName(language: Language, code: string): NameParts | undefined {
  return CODES.has(code) ? NAMES[language](code as CountryCode) : undefined;
}
