/** What a helper of templates declares, so that its use can be checked before anything is composed. */
import type { Span } from '../../diagnostic.ts';
import type { Line } from '../../model.ts';
import type { Writer } from '../parts/print.ts';
import type { Shape } from '../template/shapes.ts';
import type { Value, ValueType } from '../template/values.ts';

/** What a parameter accepts: types of values. `any` leaves it to the helper. */
export interface Parameter {
  readonly name: string;
  readonly accepts: readonly ValueType[] | 'any';
  readonly optional?: boolean;
  /** The helper copes with an empty field; else an empty one is an error where it is used. */
  readonly mayBeEmpty?: boolean;
}

/** A named argument: one of a closed list of words, a text, yes or no, or a list. */
export type Option = readonly string[] | 'text' | 'flag' | 'list';

export interface Helper {
  readonly parameters: readonly Parameter[];
  readonly options: Readonly<Record<string, Option>>;
  /** Options that must be given. */
  readonly needs?: readonly string[];
  /** The options are the words that the first parameter can hold, and `other`. */
  readonly chooses?: boolean;
  readonly result: Shape;
  readonly run: (call: Call) => Value | undefined;
}

/** One use of a helper. */
export interface Call {
  readonly parameters: readonly (Value | undefined)[];
  readonly options: Readonly<Record<string, Value | undefined>>;
  /** The place of the call in the template. */
  readonly span: Span;
  readonly writer: Writer;
}

/** A helper's printed text. */
export function lineValue(line: Line): Value {
  return { type: 'line', line };
}

/** The text of an option that was written as a word, e.g. `style="prose"`. */
export function optionText({ options }: Call, name: string): string | undefined {
  const value = options[name];
  return value?.type === 'word' ? value.word : undefined;
}

/** Whether `name=true` is given. */
export function optionFlag({ options }: Call, name: string): boolean {
  const value = options[name];
  return value?.type === 'flag' && value.flag;
}
