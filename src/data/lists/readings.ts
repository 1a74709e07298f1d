/** Dates and numbers as spreadsheets and people write them, with every reading that they allow. */
import { latinDigits } from '../../language/digits.ts';
import type { CalendarDate } from '../../model.ts';
import { isDay } from '../schema/values.ts';

/** What a text says as a date. */
export type DateReading =
  | { readonly kind: 'day'; readonly date: CalendarDate }
  /** Its day and its month could be exchanged. */
  | { readonly kind: 'two'; readonly dayFirst: CalendarDate; readonly monthFirst: CalendarDate }
  /** It begins with its day, or with its month: there is no other reading. */
  | {
      readonly kind: 'ordered';
      readonly order: 'day-first' | 'month-first';
      readonly date: CalendarDate;
    }
  | {
      readonly kind: 'none';
      readonly why: 'no-date' | 'short-year' | 'time' | 'serial' | 'no-such-day';
    };

/** `2027-07-05`, `2027/7/5`, 2027年7月5日; a time after it is that of midnight, which spreadsheets add. */
const YEAR_FIRST =
  /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const YEAR_LAST =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?[AP]M)?)?$/i;
/** Days since the end of 1899, as spreadsheets count: from 1927 to 2119. */
const SERIAL = /^[1-7]\d{4}(?:\.\d+)?$/;

/** Reads a date. */
export function readDate(text: string): DateReading {
  const value = latinDigits(text.trim());
  const first = YEAR_FIRST.exec(value);
  if (first) return yearFirst(first);
  const last = YEAR_LAST.exec(value);
  if (last) return yearLast(last);
  return { kind: 'none', why: SERIAL.test(value) ? 'serial' : 'no-date' };
}

function hasTime(parts: readonly (string | undefined)[]): boolean {
  return parts.some((part) => Number(part ?? 0) !== 0);
}

function yearFirst([, y, m, d, hour, minute, second, zone]: RegExpExecArray): DateReading {
  const date = dayOf(y, m, d);
  if (!date) return { kind: 'none', why: 'no-such-day' };
  // Midnight in another zone may be the evening before.
  if (hasTime([hour, minute, second]) || zone) return { kind: 'none', why: 'time' };
  return { kind: 'day', date };
}

function yearLast([, a, sign, b, y, hour, minute, second]: RegExpExecArray): DateReading {
  if (y?.length === 2) return { kind: 'none', why: 'short-year' };
  const dayFirst = dayOf(y, b, a);
  const monthFirst = dayOf(y, a, b);
  if (!dayFirst && !monthFirst) return { kind: 'none', why: 'no-such-day' };
  if (hasTime([hour, minute, second])) return { kind: 'none', why: 'time' };
  // Dots part a date that begins with its day; with strokes it may begin with its month.
  if (sign === '.') {
    return dayFirst ? { kind: 'day', date: dayFirst } : { kind: 'none', why: 'no-such-day' };
  }
  if (dayFirst && monthFirst) {
    return Number(a) === Number(b)
      ? { kind: 'day', date: dayFirst }
      : { kind: 'two', dayFirst, monthFirst };
  }
  if (dayFirst) return { kind: 'ordered', order: 'day-first', date: dayFirst };
  return monthFirst
    ? { kind: 'ordered', order: 'month-first', date: monthFirst }
    : { kind: 'none', why: 'no-such-day' };
}

function dayOf(y = '', m = '', d = ''): CalendarDate | undefined {
  const date = { year: Number(y), month: Number(m), day: Number(d) };
  return isDay(date) ? date : undefined;
}

/** What a text says as a number. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number; readonly decimal?: '.' | ',' }
  /** `1.000`: a thousand, or one. */
  | {
      readonly kind: 'two';
      readonly sign: '.' | ',';
      readonly grouped: number;
      readonly decimal: number;
    }
  | { readonly kind: 'none'; readonly why: 'no-number' | 'exponent' };

/** Spaces, and the apostrophe of Switzerland, group digits wherever they are used. */
const GROUPING = /(?<=\d)[\s\u00a0\u2009\u202f'’٬](?=\d{3}(?!\d))/gu;

/** Reads a number. */
export function readNumber(text: string): NumberReading {
  const trimmed = text.trim();
  if (isExponent(trimmed)) return { kind: 'none', why: 'exponent' };
  const bare = latinDigits(trimmed)
    .replace(GROUPING, '')
    .replace(/٫/g, '.')
    .replace(/^[\u2212–]/, '-');
  const match = /^([+-]?)(\d[\d.,]*)$/.exec(bare);
  const digits = match?.[2];
  if (digits === undefined) return { kind: 'none', why: 'no-number' };
  const sign = match?.[1] === '-' ? -1 : 1;
  const read = unsigned(digits, bare.length !== trimmed.length);
  if (read.kind === 'number') return checked({ ...read, value: sign * read.value });
  if (read.kind === 'none') return read;
  return { ...read, grouped: sign * read.grouped, decimal: sign * read.decimal };
}

function checked(reading: NumberReading): NumberReading {
  if (reading.kind !== 'number' || Number.isFinite(reading.value)) return reading;
  return { kind: 'none', why: 'no-number' };
}

/** @param isGrouped other signs have grouped the digits, so that what is left is a decimal sign */
function unsigned(digits: string, isGrouped: boolean): NumberReading {
  const none = { kind: 'none', why: 'no-number' } as const;
  const signs = digits.match(/[.,]/g) ?? [];
  const last = signs.at(-1) as '.' | ',' | undefined;
  if (last === undefined) return { kind: 'number', value: Number(digits) };
  const at = digits.lastIndexOf(last);
  const [whole, fraction] = [digits.slice(0, at), digits.slice(at + 1)];
  const decimalValue = () => Number(`${whole.replace(/[.,]/g, '')}.${fraction}`);
  if (new Set(signs).size === 2) {
    const group = last === '.' ? ',' : '.';
    const isSound = isInGroups(whole, group) && fraction !== '';
    return isSound ? { kind: 'number', value: decimalValue(), decimal: last } : none;
  }
  if (signs.length > 1) {
    return isInGroups(digits, last)
      ? { kind: 'number', value: Number(digits.replaceAll(last, '')), decimal: other(last) }
      : none;
  }
  if (fraction === '') return none;
  if (isGrouped || fraction.length !== 3 || !/^[1-9]\d{0,2}$/.test(whole)) {
    return { kind: 'number', value: decimalValue(), decimal: last };
  }
  return { kind: 'two', sign: last, grouped: Number(whole + fraction), decimal: decimalValue() };
}

function other(sign: '.' | ','): '.' | ',' {
  return sign === '.' ? ',' : '.';
}

/** Groups of three; in India, commas part groups of two before the last three. */
function isInGroups(whole: string, sign: string): boolean {
  return sign === ','
    ? /^(?:\d{1,3}(?:,\d{3})*|\d{1,2}(?:,\d{2})*,\d{3})$/.test(whole)
    : /^\d{1,3}(?:\.\d{3})*$/.test(whole);
}

/** `1E+05`: what a spreadsheet shows for a number that is too long for its column. `12E34` is none. */
export function isExponent(value: string): boolean {
  return /^-?\d(?:[.,]\d+)?E[+-]\d{2,3}$/i.test(value);
}
