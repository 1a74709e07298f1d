/** Countries as the data names them. */
import type { Problems } from '../../diagnostic.ts';
import { allCountries, countryByCode, findCountry } from '../../language/countries.ts';
import { LANGUAGES } from '../../language/languages.ts';
import type { Country, NameForm, ProperName, Text } from '../../model.ts';
import { placed, placedValue } from '../source/placed.ts';
import { didYouMean } from '../suggest.ts';
import { properName } from './localized.ts';
import { type Reader, text } from './reader.ts';

type Entry = NonNullable<ReturnType<typeof countryByCode>>;

/**
 * The country of an ISO 3166-1 code or of a name in any language. A name that the table of the
 * United Nations does not have is printed as it stands, unless it looks like a slip.
 */
export function country(found: Text, problems: Problems): Country {
  const { value } = found;
  const entry = findCountry(value);
  if (entry) return placed({ code: entry.code, name: entryName(entry, found) }, found);
  const hint = hintFor(value);
  const message = `"${value}" is not in the table of countries`;
  const { span } = found;
  if (hint) problems.error('unknown-country', span, message, hint);
  else problems.warning('unknown-country', span, `${message} and will be printed as it stands`);
  return { span, name: { span, all: { name: found } } };
}

/** A country by code or name, or with names of its own in each language. */
export const countryReader: Reader<Country> = (node, context) => {
  if (node.type === 'map') {
    const name = properName(node, context);
    return name && { span: node.span, name };
  }
  const found = text(node, context);
  return found && country(found, context.problems);
};

function entryName({ names }: Entry, place: Text): ProperName {
  const form = (parts: Entry['names']['en']): NameForm => ({
    ...Object.fromEntries(
      Object.entries(parts).map(([key, value]) => [key, placedValue(value, place)]),
    ),
    name: placedValue(parts.name, place),
  });
  const forms = LANGUAGES.map((language) => [language, form(names[language])]);
  return placed(Object.fromEntries(forms), place);
}

/** A long list repeats its slips. */
const hints = new Map<string, string | undefined>();

function hintFor(name: string): string | undefined {
  if (/^[A-Z]{2,3}$/i.test(name)) return codeHint(name);
  if (!hints.has(name)) hints.set(name, didYouMean(name, knownNames()));
  return hints.get(name);
}

function knownNames(): string[] {
  return allCountries().flatMap(({ names }) => LANGUAGES.map((language) => names[language].name));
}

/** Codes in use beside ISO 3166-1. */
const OTHER_CODES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/** Codes lie too close together for a guess by spelling; swapped letters are the common slip. */
function codeHint(code: string): string {
  const swapped = [...code].reverse().join('');
  const near = countryByCode(OTHER_CODES[code.toUpperCase()] ?? swapped);
  if (near) return `did you mean "${near.code}" (${near.names.en.name})?`;
  return 'use an ISO 3166-1 code of two letters, like CH, or the name';
}
