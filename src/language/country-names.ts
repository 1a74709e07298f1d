/** The names of countries in one language. */
import type { CountryCode } from './country-codes.ts';
import type { NameParts } from './names.ts';

/** A country in one language. */
export interface CountryName {
  /** As lists have it, article included: "Iran (Islamic Republic of)", "the Bahamas". */
  readonly listed: string;
  /** As sentences have it; `of` and `in` only where no rule gives them. */
  readonly parts: NameParts;
}

/** The name of each country. */
export type CountryNames = (code: CountryCode) => CountryName;

/** What a language has beside its names. */
interface Grammar {
  /** Matches the article with which a name is written, and what parts it from the name. */
  readonly article?: RegExp;
  /** Whole forms where the rule of the language does not give them. */
  readonly of?: Readonly<Partial<Record<CountryCode, string>>>;
  readonly in?: Readonly<Partial<Record<CountryCode, string>>>;
}

/** Sets off the form for sentences from the inverted one. */
const INVERSION = ' = ';

/** Letters say "the Islamic Republic of Iran"; the inverted form is for lists. */
export function splitName(text: string): { readonly listed: string; readonly sentence: string } {
  const [listed = text, sentence = listed] = text.split(INVERSION);
  return { listed, sentence };
}

/** Names from a table, each written with its article. They are taken apart when somebody asks. */
export function countryNames(
  table: Readonly<Record<CountryCode, string>>,
  { article, of = {}, in: inside = {} }: Grammar = {},
): CountryNames {
  return (code) => {
    const { listed, sentence } = splitName(table[code]);
    const [ofName, inName] = [of[code], inside[code]];
    const forms = { ...(ofName && { of: ofName }), ...(inName && { in: inName }) };
    return { listed, parts: { ...withoutArticle(sentence, article), ...forms } };
  };
}

/** "la Suisse" → article and name. */
function withoutArticle(text: string, pattern: RegExp | undefined): NameParts {
  const found = pattern?.exec(text)?.[0];
  return found === undefined
    ? { name: text }
    : { name: text.slice(found.length), article: found.trimEnd() };
}
