/** Countries by their names in the terminology of the United Nations, in its six languages. */
import type { Language } from '../model.ts';
import { inflect, type NameParts } from './cases.ts';
import { COUNTRY_NAMES, FRENCH_IN, FRENCH_OF } from './country-names.ts';
import { RUSSIAN_NAMES } from './country-names-ru.ts';
import { CHINESE_NAMES } from './country-names-zh.ts';

/**
 * A country with the forms that sentences need; `of` and `in` only where no rule gives them. An
 * inverted name of lists is turned: "Islamic Republic of Iran".
 */
export interface CountryEntry {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly names: Readonly<Record<Language, NameParts>>;
}

/** Sets off the form for sentences from the inverted one. */
const INVERSION = ' = ';

const ARTICLE = /^(?:(the|les?|la|los|las|el) |(l'))(.+)$/;

/** "la Suisse" → article and name; a name that begins with a capital El keeps it. */
function split(text: string): NameParts {
  const match = ARTICLE.exec(text);
  if (!match) return { name: text };
  return { name: match[3] ?? text, article: match[1] ?? match[2] ?? '' };
}

/** One column of the table. Letters say "the Islamic Republic of Iran"; the inverted form is for lists. */
function parse(text: string): NameParts {
  const [listed = text, sentence = listed] = text.split(INVERSION);
  return split(sentence);
}

function french(code: string, text: string): NameParts {
  const of = FRENCH_OF[code];
  const inside = FRENCH_IN[code];
  return { ...parse(text), ...(of && { of }), ...(inside && { in: inside }) };
}

/** The form for lists of an entry that may hold both. */
function listedName(text: string): string {
  return text.split(INVERSION)[0] ?? text;
}

function russian(code: string): NameParts {
  const [text = '', ...forms] = RUSSIAN_NAMES[code] ?? [];
  const { name } = parse(text);
  const [of = name, to = name, by = name] = forms.length > 1 ? forms : [];
  return { name, of, to, by, in: forms.at(-1) ?? name };
}

const COUNTRIES: ReadonlyMap<string, CountryEntry> = new Map(
  COUNTRY_NAMES.map(([code, ar, en, fr, es]) => [
    code,
    {
      code,
      names: {
        ar: parse(ar),
        en: parse(en),
        fr: french(code, fr),
        es: parse(es),
        ru: russian(code),
        zh: parse(CHINESE_NAMES[code] ?? ''),
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
  for (const [code, ...columns] of COUNTRY_NAMES) {
    const entry = COUNTRIES.get(code);
    if (!entry) continue;
    const listed = [...columns, RUSSIAN_NAMES[code]?.[0] ?? '', CHINESE_NAMES[code] ?? ''];
    for (const text of listed) byName.set(normalize(listedName(text)), entry);
  }
  for (const entry of COUNTRIES.values()) {
    for (const [language, form] of Object.entries(entry.names) as [Language, NameParts][]) {
      byName.set(normalize(form.name), entry);
      byName.set(normalize(inflect(language, form, 'the', 'country') ?? form.name), entry);
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
