/** Countries by their names in the terminology of the United Nations, in the four languages. */
import type { Language } from '../model.ts';
import { inflect, type NameParts } from './cases.ts';
import { COUNTRY_NAMES, FRENCH_IN, FRENCH_OF } from './country-names.ts';

/** A country with the forms that sentences need; `of`, `to` and `in` only where no rule gives them. */
export interface CountryEntry {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly names: Readonly<Record<Language, NameParts>>;
}

const ARTICLE = /^(?:(the|les?|la|los|las|el) |(l'))(.+)$/;

/** "la Suisse" → article and name; a name that begins with a capital El keeps it. */
function split(text: string): NameParts {
  const match = ARTICLE.exec(text);
  if (!match) return { name: text };
  return { name: match[3] ?? text, article: match[1] ?? match[2] ?? '' };
}

/** Reads one column of the table; an inverted name gets all its forms from the sentence form. */
function parse(language: Language, text: string): NameParts {
  const [listed = text, sentence] = text.split(' = ');
  const parts = split(listed);
  if (sentence === undefined) return parts;
  const spoken = split(sentence);
  return {
    name: parts.name,
    the: inflect(language, spoken, 'the', 'country'),
    of: inflect(language, spoken, 'of', 'country'),
    to: inflect(language, spoken, 'to', 'country'),
    in: inflect(language, spoken, 'in', 'country'),
  };
}

function french(code: string, text: string): NameParts {
  const of = FRENCH_OF[code];
  const inside = FRENCH_IN[code];
  return { ...parse('fr', text), ...(of && { of }), ...(inside && { in: inside }) };
}

const COUNTRIES: ReadonlyMap<string, CountryEntry> = new Map(
  COUNTRY_NAMES.map(([code, ar, en, fr, es]) => [
    code,
    {
      code,
      names: {
        ar: parse('ar', ar),
        en: parse('en', en),
        fr: french(code, fr),
        es: parse('es', es),
      },
    },
  ]),
);

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
  for (const entry of COUNTRIES.values()) {
    for (const language of ['ar', 'en', 'fr', 'es'] as const) {
      const form = entry.names[language];
      byName.set(normalize(form.name), entry);
      byName.set(normalize(inflect(language, form, 'the', 'country')), entry);
    }
  }
  return byName;
}

/** The country of an ISO 3166-1 alpha-2 code, in capitals or not. */
export function countryByCode(code: string): CountryEntry | undefined {
  return COUNTRIES.get(code.trim().toUpperCase());
}

/** The country of a code, or of a name in any of the languages, with or without its article. */
export function findCountry(text: string): CountryEntry | undefined {
  return countryByCode(text) ?? nameIndex().get(normalize(text));
}

/** Every country, in the order of its English name; for hints and for tests of completeness. */
export function allCountries(): readonly CountryEntry[] {
  return [...COUNTRIES.values()];
}
