/** Helpers that print names: of organisations, countries and persons, alone and in lists. */
import { type Case, inflect } from '../../language/cases.ts';
import { formalName } from '../../language/formal-names.ts';
import type { Line } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import { personWithTitle } from '../parts/persons.ts';
import {
  isolated,
  type OrganisationForm,
  organisationLine,
  properName,
  words,
} from '../parts/print.ts';
import { printValue } from '../parts/print-value.ts';
import type { Value } from '../template/values.ts';
import { type Call, lineValue, optionFlag, optionText } from './types.ts';

/** An option whose words were checked against the list that the helper declares. */
function optionWord<Word extends string>(call: Call, name: string, fallback: Word): Word {
  return (optionText(call, name) as Word | undefined) ?? fallback;
}

/** An item of a list: organisations take form and case, countries case. */
function itemLine(value: Value, call: Call, fallback: Case): Line {
  const wanted = optionWord<Case>(call, 'case', fallback);
  if (value.type === 'organisation') {
    const form = optionWord<OrganisationForm>(call, 'form', 'full');
    return organisationLine(value.organisation, form, wanted, call.writer);
  }
  if (value.type === 'country') {
    return properName(value.country.name, wanted, 'country', call.writer);
  }
  return printValue(value, call.writer);
}

/** `{{org o form="short" case="of"}}` */
export function organisationName(call: Call): Value | undefined {
  const [value] = call.parameters;
  return value && lineValue(itemLine(value, call, 'the'));
}

/** `{{country c case="in"}}`, `{{country c form="formal" case="of"}}` */
export function countryName(call: Call): Value | undefined {
  const [value] = call.parameters;
  const formal = optionText(call, 'form') === 'formal' && value && formalLine(value, call);
  return value && lineValue(formal || itemLine(value, call, 'plain'));
}

/** "the Kingdom of Morocco"; undefined for a country whose name is all it has, and for one that the data names. */
function formalLine(value: Value, call: Call): Line | undefined {
  if (value.type !== 'country' || value.country.code === undefined) return undefined;
  const { language } = call.writer.pack;
  const form = formalName(language, value.country.code);
  const wanted = optionWord<Case>(call, 'case', 'plain');
  const printed = form && inflect(language, form, wanted, 'country');
  return printed === undefined
    ? undefined
    : [isolated({ value: printed, span: value.country.span })];
}

/** `{{list event.agencies form="full-acronym"}}`: "A, B and C", «A وB وC». */
export function listed(call: Call): Value | undefined {
  const [value] = call.parameters;
  if (value?.type !== 'list') return undefined;
  const items = value.items.map((item) => itemLine(item, call, 'the'));
  const long = optionText(call, 'style') === 'long';
  const separators = call.writer.pack.separators(items.map(lineText), long);
  return lineValue(
    items.flatMap((item, index) => {
      const separator = separators[index];
      return separator === undefined ? item : [...item, words(separator)];
    }),
  );
}

/** `{{person letter.persons.chair title=true country=true}}` */
export function personName(call: Call): Value | undefined {
  const [value] = call.parameters;
  if (value?.type !== 'person') return undefined;
  const parts = { title: optionFlag(call, 'title'), country: optionFlag(call, 'country') };
  return lineValue(personWithTitle(value.person, parts, call.writer));
}

/** `{{quote event.theme}}`, in the quotation marks of the language. */
export function quoted({ parameters: [value], writer }: Call): Value | undefined {
  if (!value) return undefined;
  const [open, close] = writer.pack.quotes;
  return lineValue([words(open), ...printValue(value, writer), words(close)]);
}
