/** Which country a text means: by code, by its names in six languages, and by what it is called beside these. */
import {
  type AreaCode,
  allCountries,
  allTerritories,
  type CountryEntry,
  countryByCode,
  nameIn,
} from './countries.ts';
import { ALIASES, PARTS, SHARED } from './country-aliases.ts';
import { ALPHA3 } from './country-codes.ts';
import { formalName } from './formal-names.ts';
import { LANGUAGES } from './languages.ts';

/** Words that a name keeps or drops at will: articles, "of" and "and", and what an elision leaves: l'Inde. */
const DROPPED = new Set('the of and le la les l du de des d et el los las del y и д'.split(' '));
/** What lists write short. Letters for points of the compass are not, for S. Sudan is not the Sudan. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  dem: 'democratic',
  is: 'islands',
  rep: 'republic',
  st: 'saint',
  ste: 'sainte',
};

/**
 * What decides between countries: words without case, accents, vowel signs, hamzas, digits and punctuation, without
 * articles, in alphabetical order, for lists invert names: "Iran (Islamic Republic of)", "Korea, Republic of",
 * "Holy See (the) *".
 */
export function countryKey(text: string): string {
  const words = letters(text)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  const kept = words.filter((word) => !DROPPED.has(word));
  // "EL", the code that the European Union has for Greece, is an article elsewhere.
  return kept.length === 0 ? words.join('') : [...new Set(kept.map(spelled))].sort().join(' ');
}

function letters(text: string): string {
  const folded = text.normalize('NFKD').toLowerCase();
  if (/^[a-z ]*$/.test(folded)) return folded;
  return folded
    .replace(/[\p{Mn}\p{Nd}\u0640.]|['’]s\b/gu, '')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه');
}

/** Abbreviations in full; Arabic names have their article or not. */
function spelled(word: string): string {
  return ABBREVIATIONS[word] ?? (/^ال../.test(word) ? word.slice(2) : word);
}

/** A name that is recognised, and whose it is. */
export interface Spelling {
  readonly name: string;
  readonly code: AreaCode;
}

/** Keys of the names that several countries have, and of the parts of States: few, so that they cost nothing. */
const shared = once(() => keyed(SHARED));
const parts = once(() => keyed(PARTS));

/** By what most write, found without a key for each of the thousands of spellings. */
const asWritten = once(() => new Map(allSpellings(({ name }) => name.toLowerCase())));
const byKey = once(() => new Map(allSpellings(({ name }) => countryKey(name))));

function allSpellings(keyOf: (one: Spelling) => string): (readonly [string, Spelling])[] {
  return [...spellings()].map((one) => [keyOf(one), one] as const);
}

/** Made on first use: a run that gives codes alone never needs the names. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function keyed<T>(table: readonly (readonly [names: string, value: T])[]): Map<string, T> {
  return new Map(
    table.flatMap(([names, value]) => names.split('|').map((name) => [countryKey(name), value])),
  );
}

/** Every name that is recognised, with its country. */
export function* spellings(): Generator<Spelling> {
  for (const { code, names } of [...allCountries(), ...allTerritories()]) {
    for (const language of LANGUAGES) {
      yield { name: nameIn(language, code).listed, code };
      yield { name: names[language].name, code };
      const formal = formalName(language, code);
      if (formal) yield { name: formal.name, code };
    }
    for (const name of ALIASES[code]?.split('|') ?? []) yield { name, code };
  }
}

const byAlpha3 = once(
  () =>
    new Map(
      ALPHA3.trim()
        .split(/\s+/)
        .map((pair) => [pair.slice(2), pair.slice(0, 2)]),
    ),
);

function countryByAlpha3(code: string): CountryEntry | undefined {
  const alpha2 = byAlpha3().get(code.trim().toUpperCase());
  return alpha2 === undefined ? undefined : countryByCode(alpha2);
}

/**
 * The country of an ISO 3166-1 code of two or three letters, or of a name in any of the languages; also where several of
 * its names stand side by side: "Türkiye (Turkey)", "CH - Switzerland".
 */
export function findCountry(text: string): CountryEntry | undefined {
  return (
    findName(text) ?? findAmong(text.split(/[()[\]/,;=]|\s[-–—]\s/).filter((part) => part.trim()))
  );
}

/** "Congo (the)" in a list of the United Nations is one of the two, for it has the other by its full name. */
const LISTED = /\((?:the|le|el)\)/i;

function findName(text: string): CountryEntry | undefined {
  const found = countryByCode(text) ?? countryByAlpha3(text);
  if (found) return found;
  const key = countryKey(text);
  if (shared().has(key) && !LISTED.test(text)) return undefined;
  const spelling = asWritten().get(text.toLowerCase()) ?? byKey().get(key);
  return spelling && countryByCode(spelling.code);
}

/** The one country that all the names have. */
function findAmong(names: readonly string[]): CountryEntry | undefined {
  if (names.length < 2) return undefined;
  const [first, ...others] = names.map(findName);
  return others.every((other) => other === first) ? first : undefined;
}

/** The countries that share a name, "Congo" or "Korea"; none where no two do. */
export function countriesCalled(name: string): readonly CountryEntry[] {
  return (shared().get(countryKey(name)) ?? []).flatMap((code) => countryByCode(code) ?? []);
}

/** The State of which a name is only a part: the United Kingdom for "England". */
export function stateAround(name: string): CountryEntry | undefined {
  const code = parts().get(countryKey(name));
  return code && countryByCode(code);
}

/** Every key that means something with the country it means, undefined where that is not one country by itself. */
export function* knownKeys(): Generator<readonly [key: string, means: Spelling | undefined]> {
  yield* byKey();
  for (const key of [...shared().keys(), ...parts().keys()]) yield [key, undefined];
}
