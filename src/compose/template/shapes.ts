/**
 * The fields that templates may name, and what each holds: the static side of the values, against
 * which every path of a template is checked before anything is composed.
 */
import { CATEGORIES, FORMS, GENDERS, RANKS } from '../../data/schema/vocabulary.ts';
import { LANGUAGES } from '../../language/languages.ts';
import type { ValueType } from './values.ts';

export interface Shape {
  readonly type: ValueType;
  /** How a message names it: "the event". */
  readonly what: string;
  /** Of a record: its fields. */
  readonly fields?: Readonly<Record<string, Shape>>;
  /** Of a record whose keys the edition chooses (deadlines, links): what each key holds. */
  readonly entry?: Shape;
  /** Of a list: its items. */
  readonly item?: Shape;
  /** The closed list from which its value comes. */
  readonly words?: readonly string[];
  /** After an error: any field may be named, for there is nothing to check it against. */
  readonly unknown?: boolean;
}

function leaf(type: ValueType, what: string): Shape {
  return { type, what };
}

const TEXT = leaf('text', 'a text');
const LINES = leaf('lines', 'a text');
const LINK = leaf('link', 'a link');
const TOKEN = leaf('token', 'a text');
const DATE = leaf('date', 'a date');
const TIME = leaf('time', 'a time');
export const NUMBER = leaf('number', 'a number');
export const FLAG = leaf('flag', 'yes or no');
export const WORD = leaf('word', 'a word');
export const LINE = leaf('line', 'a text');
const CATEGORY: Shape = { type: 'category', what: 'a category', words: CATEGORIES };
const GENDER: Shape = { type: 'word', what: 'a gender', words: GENDERS };
const LANGUAGE: Shape = { type: 'word', what: 'a language', words: LANGUAGES };
const RANK: Shape = { type: 'word', what: 'a rank', words: RANKS };

function record(what: string, fields: Readonly<Record<string, Shape>>): Shape {
  return { type: 'record', what, fields };
}

function chosen(what: string, entry: Shape): Shape {
  return { type: 'record', what, entry };
}

function listOf(item: Shape): Shape {
  return { type: 'list', what: 'a list', item };
}

const COUNTRY: Shape = { type: 'country', what: 'a country', fields: { name: TEXT, code: WORD } };

const ORGANISATION: Shape = {
  type: 'organisation',
  what: 'an organisation',
  fields: { name: TEXT, short: TEXT, acronym: TEXT },
};

const PERSON: Shape = {
  type: 'person',
  what: 'a person',
  words: GENDERS,
  fields: {
    name: TEXT,
    gender: GENDER,
    rank: RANK,
    style: TEXT,
    courtesy: TEXT,
    title: LINES,
    organisation: LINES,
    country: COUNTRY,
    acting: FLAG,
  },
};

const PERIOD: Shape = {
  type: 'period',
  what: 'a period',
  fields: { name: TEXT, start: DATE, end: DATE },
};

const PHASE: Shape = {
  type: 'phase',
  what: 'a phase',
  fields: {
    number: NUMBER,
    start: DATE,
    end: DATE,
    or: DATE,
    from: TIME,
    until: TIME,
    title: TEXT,
    link: LINK,
    items: listOf(TEXT),
  },
};

const EVENT: Shape = {
  type: 'period',
  what: 'the event',
  fields: {
    name: TEXT,
    short: TEXT,
    acronym: TEXT,
    theme: TEXT,
    start: DATE,
    end: DATE,
    periods: chosen('the periods of the event', PERIOD),
    place: TEXT,
    country: COUNTRY,
    hosts: listOf(ORGANISATION),
    organisers: listOf(ORGANISATION),
    coorganisers: listOf(ORGANISATION),
    agencies: listOf(ORGANISATION),
  },
};

const RESOLUTION = record('a resolution', { symbol: TOKEN, adopted: DATE, link: LINK });

const LETTER = record('the letter', {
  id: WORD,
  date: DATE,
  place: TEXT,
  reference: LINES,
  deadlines: chosen('the deadlines of the letter', DATE),
  links: chosen('the links of the letter', LINK),
  resolutions: chosen('the resolutions of the letter', RESOLUTION),
  phases: listOf(PHASE),
  persons: chosen('the persons of the letter', PERSON),
  numbers: chosen('the numbers of the letter', NUMBER),
  texts: chosen('the texts of the letter', TEXT),
  signatories: listOf(PERSON),
  confidential: FLAG,
});

const CONTACT = record('the contact', {
  name: TEXT,
  courtesy: TEXT,
  telephone: TOKEN,
  fax: TOKEN,
  email: TOKEN,
});

const RECIPIENT = {
  id: WORD,
  name: TEXT,
  gender: GENDER,
  rank: RANK,
  style: TEXT,
  courtesy: TEXT,
  title: TEXT,
  organisation: TEXT,
  country: COUNTRY,
  category: CATEGORY,
  language: LANGUAGE,
  email: TOKEN,
};

/** What a template sees; `columns` are the further columns of the lists of recipients. */
export function contextShape(columns: Iterable<string>): Shape {
  const extra = record(
    'the further columns of the list',
    Object.fromEntries([...columns].map((name) => [name, TEXT])),
  );
  return record('a template', {
    event: EVENT,
    letter: LETTER,
    contact: CONTACT,
    organisations: chosen('the organisations of the edition', ORGANISATION),
    recipient: record('the recipient', { ...RECIPIENT, extra }),
    form: { type: 'word', what: 'a form', words: FORMS },
    language: LANGUAGE,
  });
}
