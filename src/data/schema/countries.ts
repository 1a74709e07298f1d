/** Countries as the data names them. */
import type { Problems } from '../../diagnostic.ts';
import type { CountryEntry as Entry } from '../../language/countries.ts';
import { countriesCalled, findCountry, stateAround } from '../../language/country-search.ts';
import { formalName } from '../../language/formal-names.ts';
import { LANGUAGES } from '../../language/languages.ts';
import type { Country, NameForm, ProperName, Text } from '../../model.ts';
import { placed, placedValue } from '../source/placed.ts';
import { nearestCountry } from './country-hints.ts';
import { properName } from './localized.ts';
import { type Reader, text } from './reader.ts';

/**
 * The country of an ISO 3166-1 code or of a name in any language, by its names in the United Nations. A name that is
 * none of a country is printed as it stands, unless it looks like a slip or means more than one.
 */
export function country(found: Text, problems: Problems): Country {
  const entry = findCountry(found.value);
  if (entry) return placed({ code: entry.code, name: entryName(entry, found) }, found);
  report(found, problems);
  const { span } = found;
  return { span, name: { span, all: { name: found } } };
}

function report({ value, span }: Text, problems: Problems): void {
  const shared = countriesCalled(value);
  if (shared.length > 0) {
    const hint = `write ${shared.map(named).join(' or ')}`;
    problems.error(
      'unknown-country',
      span,
      `"${value}" is what more than one country is called`,
      hint,
    );
    return;
  }
  const message = `"${value}" is not in the table of countries`;
  const hint = slipHint(value);
  if (hint) problems.error('unknown-country', span, message, hint);
  else {
    const around = stateAround(value);
    const state = around && `the State is ${named(around)}`;
    problems.warning('unknown-country', span, `${message} and will be printed as it stands`, state);
  }
}

/** "CG (Republic of the Congo)": the formal names tell apart what is called the same. */
function named({ code, names }: Entry): string {
  return `${code} (${(formalName('en', code) ?? names.en).name})`;
}

/** What to write instead of a code that is none, or of a misspelt name; none for a name that may be right. */
function slipHint(value: string): string | undefined {
  if (/^[A-Z]{2,3}$/i.test(value))
    return 'write an ISO 3166-1 code that the table has, like CH or CHE, or the name';
  const near = nearestCountry(value);
  if (near === 'unclear') return 'check its spelling, or write its ISO 3166-1 code, like CH';
  return near && `did you mean "${near.meant.name}"?`;
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
