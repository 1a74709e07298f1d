/** The names of countries and territories in one language. */
import type { CountryCode } from './country-codes.ts';
import type { NameParts } from './names.ts';

/** A country in one language. */
export interface CountryName {
  /** As lists have it, article included: "Iran (Islamic Republic of)", "the Bahamas". */
  readonly listed: string;
  /** As sentences have it; `of` and `in` only where no rule gives them. */
  readonly parts: NameParts;
}

/** The name of each country or territory of a table. */
export type NamesBy<Code extends string> = (code: Code) => CountryName;

/** What a language has beside its names. */
interface Grammar<Code extends string> {
  /** Matches the article with which a name is written, and what parts it from the name. */
  readonly article?: RegExp;
  /** Whole forms where the rule of the language does not give them. */
  readonly of?: Readonly<Partial<Record<Code, string>>>;
  readonly in?: Readonly<Partial<Record<Code, string>>>;
}

/** Sets off the form for sentences from the inverted one. */
const INVERSION = ' = ';

/** Letters say "the Islamic Republic of Iran"; the inverted form is for lists. */
export function splitName(text: string): { readonly listed: string; readonly sentence: string } {
  const [listed = text, sentence = listed] = text.split(INVERSION);
  return { listed, sentence };
}

/** Names from a table, each written with its article. They are taken apart when somebody asks. */
export function countryNames<Code extends string>(
  table: Readonly<Record<Code, string>>,
  { article, of, in: inside }: Grammar<Code> = {},
): NamesBy<Code> {
  return (code) => {
    const { listed, sentence } = splitName(table[code]);
    const [ofName, inName] = [of?.[code], inside?.[code]];
    const forms = { ...(ofName && { of: ofName }), ...(inName && { in: inName }) };
    return { listed, parts: { ...withoutArticle(sentence, article), ...forms } };
  };
}

/** The formal name of each country that has one: "the Kingdom of Morocco". */
export type FormalNames = (code: CountryCode) => NameParts | undefined;

/** Formal names from a table, each written with its article. */
export function formalNames(
  table: Readonly<Partial<Record<CountryCode, string>>>,
  { article, in: inside }: Grammar<CountryCode> = {},
): FormalNames {
  return (code) => {
    const name = table[code];
    if (name === undefined) return undefined;
    const inName = inside?.[code];
    return { ...withoutArticle(name, article), ...(inName && { in: inName }) };
  };
}

/** "la Suisse" → article and name. */
function withoutArticle(text: string, pattern: RegExp | undefined): NameParts {
  const found = pattern?.exec(text)?.[0];
  return found === undefined
    ? { name: text }
    : { name: text.slice(found.length), article: found.trimEnd() };
}
