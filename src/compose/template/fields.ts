/** Parts of the model as fields of templates: each is described once, with its shape and its value. */
import type { NameKind } from '../../language/cases.ts';
import type {
  DateValue,
  Localized,
  LocalizedLines,
  Located,
  ProperName,
  Text,
  TimeValue,
} from '../../model.ts';
import { FLAG, NUMBER, type Shape, WORD } from './shapes.ts';
import type { Fields, Value, ValueType } from './values.ts';

/** How templates see a `T`. */
export interface Field<T> {
  /** Against it every path is checked before anything is composed. */
  readonly shape: Shape;
  /** Undefined where the field is empty. */
  readonly value: (source: T) => Value | undefined;
}

/** Those properties of a `T` that templates see, under the same names. */
export type Properties<T> = { readonly [K in keyof T]?: Field<T[K]> };

/** A field that may be empty, and has no fields of its own. */
function leaf<T>(shape: Shape, value: (source: T) => Value): Field<T | undefined> {
  return { shape, value: (source) => (source === undefined ? undefined : value(source)) };
}

const TEXT: Shape = { type: 'text', what: 'a text' };
const NAME: Shape = { type: 'name', what: 'a name' };
const LINES: Shape = { type: 'lines', what: 'a text' };
const LINK: Shape = { type: 'link', what: 'a link' };
const TOKEN: Shape = { type: 'token', what: 'a text' };
const DATE: Shape = { type: 'date', what: 'a date' };
const TIME: Shape = { type: 'time', what: 'a time' };

export const text = leaf<Localized>(TEXT, (found) => ({ type: 'text', text: found }));
/** A name that sentences inflect. */
export function nameOf(kind: NameKind): Field<ProperName | undefined> {
  return leaf(NAME, (name) => ({ type: 'name', name, kind }));
}
export const lines = leaf<LocalizedLines>(LINES, (found) => ({ type: 'lines', lines: found }));
export const link = leaf<Localized>(LINK, (found) => ({ type: 'link', link: found }));
export const token = leaf<Text>(TOKEN, (found) => ({ type: 'token', token: found }));
export const date = leaf<DateValue>(DATE, (found) => ({ type: 'date', date: found }));
export const time = leaf<TimeValue>(TIME, (found) => ({ type: 'time', time: found }));
export const word = leaf<Located<string>>(WORD, wordValue);
export const number = leaf<Located<number>>(NUMBER, ({ value, span }) => {
  return { type: 'number', number: value, span };
});
/** What is not said to be so is not empty: it is not so. */
export const flag: Field<boolean | undefined> = {
  shape: FLAG,
  value: (found) => ({ type: 'flag', flag: found === true }),
};

/** A word of a closed list. */
export function wordOf(what: string, words: readonly string[]): Field<Located<string> | undefined> {
  return leaf({ type: 'word', what, words }, wordValue);
}

function wordValue({ value, span }: Located<string>): Value {
  return { type: 'word', word: value, span };
}

/** A field that is made of something else than its own source. */
export function computed<T, S>(field: Field<S>, source: (whole: T) => S): Field<T> {
  return { shape: field.shape, value: (whole) => field.value(source(whole)) };
}

/** A value with fields that is more than a record: it also prints, or serves helpers. */
export function compound<T>(
  type: ValueType,
  what: string,
  properties: Properties<T>,
  value: (source: T, fields: Fields) => Value,
): Field<T | undefined> {
  const shape = { type, what, fields: shapesOf(properties) };
  return leaf(shape, (source) => value(source, valuesOf(properties, source)));
}

/** A record with known fields. */
export function record<T>(what: string, properties: Properties<T>): Field<T | undefined> {
  return compound('record', what, properties, (_, fields) => ({ type: 'record', fields }));
}

/** A record whose keys the edition chooses. */
export function chosen<T>(what: string, entry: Field<T>): Field<Readonly<Record<string, T>>> {
  return {
    shape: { type: 'record', what, entry: entry.shape },
    value: (source) => {
      const entries = Object.entries(source).map(([key, item]) => [key, entry.value(item)]);
      return { type: 'record', fields: Object.fromEntries(entries) };
    },
  };
}

/** A list; its items are never empty. */
export function list<T>(item: Field<T>): Field<readonly T[]> {
  return {
    shape: { type: 'list', what: 'a list', item: item.shape },
    value: (source) => ({ type: 'list', items: source.flatMap((one) => item.value(one) ?? []) }),
  };
}

/** The shapes of fields by their names. */
export function shapesOf<T>(properties: Properties<T>): Readonly<Record<string, Shape>> {
  return Object.fromEntries(entriesOf(properties).map(([name, { shape }]) => [name, shape]));
}

/** The values of fields by their names. */
export function valuesOf<T>(properties: Properties<T>, source: T): Fields {
  const entries = entriesOf(properties).map(([name, { value }]) => [name, value(source[name])]);
  return Object.fromEntries(entries);
}

/** A field takes what its own property holds, which the types of entries do not say. */
function entriesOf<T>(properties: Properties<T>) {
  return Object.entries(properties) as [keyof T & string, Field<T[keyof T]>][];
}
