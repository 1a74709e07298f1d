/** The helpers of templates: what each takes, and what it prints. */

import type { Case } from '../../language/cases.ts';
import { ORDINAL_CASES, ORDINAL_GENDERS } from '../../language/ordinals.ts';
import { ORGANISATION_FORMS } from '../parts/print.ts';
import { FLAG, LINE } from '../template/shapes.ts';
import { isTrue, type Value, type ValueType } from '../template/values.ts';
import {
  clockTime,
  dateText,
  isBefore,
  moneyText,
  monthText,
  numberText,
  phaseText,
  rangeText,
  timeRangeText,
  yearText,
} from './dates.ts';
import {
  countryName,
  inflectedName,
  listed,
  organisationName,
  personName,
  quoted,
} from './names.ts';
import type { Call, Helper, Option, Parameter } from './types.ts';
import { chooseWord, countWord, isEqual, ordinalWord, pluralWord, selfWord } from './words.ts';

const CASES = ['plain', 'the', 'of', 'to', 'by', 'in'] as const satisfies readonly Case[];

function takes(name: string, ...accepts: ValueType[]): Parameter {
  return { name, accepts };
}

function printing(
  parameters: readonly Parameter[],
  options: Readonly<Record<string, Option>>,
  run: (call: Call) => Value | undefined,
  needs?: readonly string[],
): Helper {
  return { parameters, options, result: LINE, run, ...(needs && { needs }) };
}

function testing(parameters: readonly Parameter[], run: (call: Call) => boolean): Helper {
  return {
    parameters: parameters.map((parameter) => ({ ...parameter, mayBeEmpty: true })),
    options: {},
    result: FLAG,
    run: (call) => ({ type: 'flag', flag: run(call) }),
  };
}

const ANY: Parameter = { name: 'value', accepts: 'any' };
const MORE: Parameter = { ...ANY, optional: true };

const PLURALS = {
  zero: 'text',
  one: 'text',
  two: 'text',
  few: 'text',
  many: 'text',
  other: 'text',
} as const;

/** Every helper by the name that templates use. */
export const HELPERS: Readonly<Record<string, Helper>> = {
  date: printing([takes('date', 'date')], { style: ['full', 'day-month'] }, dateText),
  range: printing(
    [takes('period', 'period', 'phase', 'date'), { ...takes('end', 'date'), optional: true }],
    { style: ['heading', 'prose', 'during'] },
    rangeText,
  ),
  year: printing([takes('date', 'date', 'period')], {}, yearText),
  month: printing([takes('date', 'date', 'period')], { case: ['plain', 'of', 'in'] }, monthText),
  time: printing([takes('time', 'time')], {}, clockTime),
  timerange: printing([takes('from', 'time'), takes('until', 'time')], {}, timeRangeText),
  phaseDate: printing([takes('phase', 'phase')], {}, phaseText),
  number: printing([takes('number', 'number', 'amount')], {}, numberText),
  money: printing([takes('amount', 'amount', 'number')], { currency: 'text' }, moneyText),
  list: printing(
    [takes('list', 'list')],
    { form: ORGANISATION_FORMS, case: CASES, style: ['plain', 'long'], known: 'list' },
    listed,
  ),
  org: printing(
    [takes('organisation', 'organisation')],
    { form: ORGANISATION_FORMS, case: CASES },
    organisationName,
  ),
  inflect: printing(
    [takes('name', 'name', 'organisation', 'country')],
    { case: CASES, capital: 'flag' },
    inflectedName,
  ),
  country: printing(
    [takes('country', 'country')],
    { form: ['usual', 'formal'], case: CASES },
    countryName,
  ),
  person: printing([takes('person', 'person')], { title: 'flag', country: 'flag' }, personName),
  quote: printing([takes('text', 'text', 'name', 'lines', 'line', 'word')], {}, quoted),
  plural: printing([takes('number', 'number')], { ...PLURALS, number: 'flag' }, pluralWord, [
    'other',
  ]),
  count: printing(
    [{ ...takes('list', 'list', 'number'), mayBeEmpty: true }],
    { none: 'text', one: 'text', two: 'text', many: 'text' },
    countWord,
    ['one', 'many'],
  ),
  ordinal: printing(
    [takes('number', 'number')],
    { gender: ORDINAL_GENDERS, case: ORDINAL_CASES, capital: 'flag', short: 'flag' },
    ordinalWord,
  ),
  choose: {
    ...printing(
      [
        {
          ...takes('word', 'word', 'category', 'person', 'text', 'name', 'flag'),
          mayBeEmpty: true,
        },
      ],
      {},
      chooseWord,
    ),
    chooses: true,
  },
  self: printing(
    [],
    { one: 'text', 'one-female': 'text', 'one-male': 'text', many: 'text' },
    selfWord,
    ['many'],
  ),
  eq: testing([ANY, ANY], isEqual),
  before: testing([takes('date', 'date', 'period'), takes('date', 'date', 'period')], isBefore),
  and: testing([ANY, ANY, MORE, MORE], ({ parameters }) => parameters.every(isTrue)),
  or: testing([ANY, ANY, MORE, MORE], ({ parameters }) => parameters.some(isTrue)),
  not: testing([ANY], ({ parameters }) => !isTrue(parameters[0])),
};
