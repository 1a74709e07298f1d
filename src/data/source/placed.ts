/**
 * Objects whose `span` is looked up when somebody asks for it. A list of many thousand rows has
 * far more places than will ever be reported.
 *
 * Their span is plain data, and goes into letters; the objects themselves do not, nor
 * may they be copied by spread: their `span` is not a property of their own.
 */
import type { Span } from '../../diagnostic.ts';
import type { Located, Text } from '../../model.ts';

/** What knows its place. */
interface Placed {
  readonly span: Span;
}

class Borrowing {
  readonly #origin: Placed;

  constructor(fields: object, origin: Placed) {
    Object.assign(this, fields);
    this.#origin = origin;
  }

  get span(): Span {
    return this.#origin.span;
  }
}

/** An object with these fields and the place of `origin`. */
export function placed<T extends object>(fields: T, origin: Placed): T & Placed {
  return new Borrowing(fields, origin) as Borrowing & T;
}

class Value<T> implements Located<T> {
  readonly value: T;
  readonly #origin: Placed;

  constructor(value: T, origin: Placed) {
    this.value = value;
    this.#origin = origin;
  }

  get span(): Span {
    return this.#origin.span;
  }
}

/** A value at the place of `origin`; `origin` itself if it has that value already. */
export function placedValue<T>(
  value: T,
  origin: Placed & { readonly value?: unknown },
): Located<T> {
  return origin.value === value ? (origin as Located<T>) : new Value(value, origin);
}

/** A part of what `origin` is: so many lines below its start, after so many code points; of a workbook, the cell. */
export class PlacedPart implements Placed {
  readonly #origin: Placed;
  readonly #lines: number;
  readonly #before: number;
  readonly #length: number | undefined;

  constructor(origin: Placed, lines: number, before: number, length?: number) {
    this.#origin = origin;
    this.#lines = lines;
    this.#before = before;
    this.#length = length;
  }

  get span(): Span {
    const { span } = this.#origin;
    if (span.cell !== undefined) return span;
    const { file, line, column } = span;
    const start = this.#lines === 0 ? column : 1;
    const place = { file, line: line + this.#lines, column: start + this.#before };
    return this.#length === undefined ? place : { ...place, length: this.#length };
  }
}

/** Where in its list a row stands, in the words of a hint. */
export function rowOf({ cell, line }: Span, list: string): string {
  return cell === undefined ? `line ${line} of ${list}` : `${cell} of ${list.replace(/#.*$/s, '')}`;
}

/** The place of a part of a text, in code units; of a workbook, the cell. */
export function placeWithin({ value, span }: Text, start: number, end: number): Span {
  if (span.cell !== undefined) return span;
  const { file, line, column } = span;
  const points = (from: number, to: number) => [...value.slice(from, to)].length;
  return { file, line, column: column + points(0, start), length: points(start, end) };
}
