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
  type Writer,
  words,
} from '../parts/print.ts';
import { printValue } from '../parts/print-value.ts';
import type { Value } from '../template/values.ts';
import { type Call, lineValue, optionFlag, optionText } from './types.ts';

/** An option whose words were checked against the list that the helper declares. */
function optionWord<Word extends string>(call: Call, name: string, fallback: Word): Word {
  return (optionText(call, name) as Word | undefined) ?? fallback;
}

/** A name in a case: organisations have forms too, and what is none prints as it is. */
function itemLine(value: Value, call: Call, wanted: Case): Line {
  const { known } = call.options;
  if (value.type === 'organisation') {
    const isKnown = known?.type === 'list' && known.items.some((item) => isSame(item, value));
    const form = isKnown ? 'short' : optionWord<OrganisationForm>(call, 'form', 'full');
    return organisationLine(value.organisation, form, wanted, call.writer);
  }
  if (value.type === 'country') {
    return properName(value.country.name, wanted, 'country', call.writer);
  }
  if (value.type === 'name') return properName(value.name, wanted, value.kind, call.writer);
  return printValue(value, call.writer);
}

function caseOf(call: Call, fallback: Case): Case {
  return optionWord<Case>(call, 'case', fallback);
}

/** The case of each item: a particle stands after the last alone, and in some languages a preposition before the first. */
function casesInList(wanted: Case, length: number, { pack }: Writer): Case[] {
  const all = Array<Case>(length).fill(wanted);
  if (wanted === 'plain') return all;
  const { particles, onceBeforeLists } = pack.inflection;
  if (particles?.[wanted]) return all.map((own, index) => (index === length - 1 ? own : 'the'));
  return onceBeforeLists ? all.map((own, index) => (index === 0 ? own : 'the')) : all;
}

/** The line with a capital at its beginning. */
function capitalised([first, ...rest]: Line): Line {
  if (!first || first.type === 'break') return first ? [first, ...rest] : [];
  if (first.type !== 'text') return [{ ...first, children: capitalised(first.children) }, ...rest];
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

/** `{{org o form="short" case="of"}}` */
export function organisationName(call: Call): Value | undefined {
  const [value] = call.parameters;
  return value && lineValue(itemLine(value, call, caseOf(call, 'the')));
}

/** `{{inflect event.short case="to"}}`; `capital=true` at the beginning of a sentence. */
export function inflectedName(call: Call): Value | undefined {
  const [value] = call.parameters;
  const line = value && itemLine(value, call, caseOf(call, 'the'));
  return line && lineValue(optionFlag(call, 'capital') ? capitalised(line) : line);
}

/** `{{country c case="in"}}`, `{{country c form="formal" case="of"}}` */
export function countryName(call: Call): Value | undefined {
  const [value] = call.parameters;
  const formal = optionText(call, 'form') === 'formal' && value && formalLine(value, call);
  return value && lineValue(formal || itemLine(value, call, caseOf(call, 'plain')));
}

/** "the Kingdom of Morocco"; undefined for a country whose name is all it has, and for one that the data names. */
function formalLine(value: Value, call: Call): Line | undefined {
  if (value.type !== 'country' || value.country.code === undefined) return undefined;
  const { language } = call.writer.pack;
  const form = formalName(language, value.country.code);
  const printed = form && inflect(language, form, caseOf(call, 'plain'), 'country');
  return printed === undefined
    ? undefined
    : [isolated({ value: printed, span: value.country.span })];
}

function isSame(one: Value, { organisation }: Extract<Value, { type: 'organisation' }>): boolean {
  return one.type === 'organisation' && one.organisation.id === organisation.id;
}

/**
 * `{{list event.agencies form="full-acronym"}}`: "A, B and C", «A وB وC». Organisations of the list `known` were named
 * before, and stand with their short names.
 */
export function listed(call: Call): Value | undefined {
  const [value] = call.parameters;
  if (value?.type !== 'list') return undefined;
  const cases = casesInList(caseOf(call, 'the'), value.items.length, call.writer);
  const items = value.items.map((item, index) => itemLine(item, call, cases[index] ?? 'the'));
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
