/** What a path of a template stands for, as far as it is known before anything is composed. */
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
  /** Of a text: the further column of a list that holds it, and that could have a type. */
  readonly column?: string;
  /** After an error: any field may be named, for there is nothing to check it against. */
  readonly unknown?: boolean;
}

export const NUMBER: Shape = { type: 'number', what: 'a number' };
export const AMOUNT: Shape = { type: 'amount', what: 'an amount' };
export const FLAG: Shape = { type: 'flag', what: 'yes or no' };
export const WORD: Shape = { type: 'word', what: 'a word' };
export const LINE: Shape = { type: 'line', what: 'a text' };
