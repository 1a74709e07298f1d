/** Texts with a meaning: dates, times, lengths, numbers, words of closed lists. */
import type { Code } from '../../codes.ts';
import type { CalendarDate, ClockTime } from '../../model.ts';
import { isReserved } from '../source/reserved.ts';
import { hintFor, nearest } from '../suggest.ts';
import type { Parser } from './reader.ts';

/** Words of a list with which one that is not among them is compared: a list may be long, and wrong words many. */
const COMPARED = 200;

/**
 * One word of a closed list; `code` is the diagnostic for any other, which is taken for the one it resembles,
 * else for `otherwise`: what lacks because of it is not reported as a second problem.
 */
export function oneOf<const T extends string>(
  words: readonly T[],
  code: Code,
  what: string,
  otherwise?: NoInfer<T>,
): Parser<T> {
  return (text, problems) => {
    const { value } = text;
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    const article = /^[aeio]/.test(what) ? 'an' : 'a';
    const message = `"${value}" is not ${article} ${what}`;
    const near = words.slice(0, COMPARED);
    problems.error(code, text.span, message, hintFor(value, near));
    return nearest(value, near) ?? otherwise;
  };
}

/** Replaces a date that was reported as wrong; compares as the same with every other. */
const WRONG_DATE: CalendarDate = { year: 9999, month: 12, day: 31 };
/** Replaces a time that was reported as wrong; compares as the same with every other. */
const WRONG_TIME: ClockTime = { hour: 0, minute: 0 };

const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** A day `2026-07-06` or a month `2021-01` (ISO 8601) that exists. */
export const date: Parser<CalendarDate> = ({ value, span }, problems) => {
  const match = DATE.exec(value);
  const [year, month, day] = (match ?? []).slice(1).map(Number);
  if (!match || year === undefined || month === undefined) {
    problems.error('bad-date', span, `"${value}" is not a date`, meant(value) ?? DATE_FORM);
    return WRONG_DATE;
  }
  const problem = impossible(year, month, match[3] === undefined ? undefined : (day ?? 0));
  if (problem) {
    problems.error('bad-date', span, `there is no ${value}: ${problem}`, meant(value));
    return WRONG_DATE;
  }
  return match[3] === undefined || day === undefined ? { year, month } : { year, month, day };
};

const DATE_FORM = 'write a date as year-month-day, like 2026-07-06, or a month as 2026-07';

/** A hint for a date with its parts in another order, `31/03/2027` or 2027-31-03, unless that has two readings. */
function meant(value: string): string | undefined {
  const dayFirst = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(value);
  const monthLast = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(value);
  const [year, a, b] = (
    dayFirst ? [dayFirst[4], dayFirst[3], dayFirst[1]] : (monthLast ?? []).slice(1)
  ).map(Number);
  if (year === undefined || a === undefined || b === undefined) return undefined;
  const fits = [
    { year, month: a, day: b },
    { year, month: b, day: a },
  ].filter(({ month, day }) => impossible(year, month, day) === undefined);
  // Dots part a date that begins with its day; with strokes it may begin with its month.
  const isClear = fits.length === 1 || !value.includes('/');
  const [first] = fits;
  return isClear && first ? `did you mean ${isoDate(first)}?` : undefined;
}

/** Whether the calendar has that day. */
export function isDay({ year, month, day = 0 }: CalendarDate): boolean {
  return impossible(year, month, day) === undefined;
}

function impossible(year: number, month: number, day: number | undefined): string | undefined {
  if (year === 0) return 'there is no year 0';
  if (month < 1 || month > 12) return 'months run from 01 to 12';
  if (day === undefined) return undefined;
  const last = daysOf(year, month);
  if (day >= 1 && day <= last) return undefined;
  return `the month has ${last} days`;
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A time of day, `14:30`. */
export const time: Parser<ClockTime> = ({ value, span }, problems) => {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(value);
  if (match) return { hour: Number(match[1]), minute: Number(match[2]) };
  const hint = 'write a time in 24 hours, like 14:30';
  problems.error('bad-time', span, `"${value}" is not a time of day`, hint);
  return WRONG_TIME;
};

/** Before 0, after 0, or 0 where the same; a month against a day of it counts as the same. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  if (a === WRONG_DATE || b === WRONG_DATE) return 0;
  return a.year - b.year || a.month - b.month || (a.day && b.day ? a.day - b.day : 0);
}

/** Before 0, after 0, or 0 where the same. */
export function compareTimes(a: ClockTime, b: ClockTime): number {
  if (a === WRONG_TIME || b === WRONG_TIME) return 0;
  return a.hour - b.hour || a.minute - b.minute;
}

const POINTS = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4 } as const;
/** Points; more does not fit on any paper that the tool knows. */
const LONGEST = 800;

/** A length `30mm`, `3cm` or `85pt`, in points. */
export const length: Parser<number> = ({ value, span }, problems) => {
  const match = /^(\d+(?:\.\d+)?) ?(mm|cm|pt)$/.exec(value);
  const points = match ? Number(match[1]) * POINTS[match[2] as keyof typeof POINTS] : 0;
  if (points > 0 && points <= LONGEST) return points;
  const hint = 'write a length as 30mm, 3cm or 85pt';
  problems.error('bad-length', span, `"${value}" is not a length that fits on a page`, hint);
  return undefined;
};

/** A number in plain decimal digits; 0 where it was reported as wrong. */
export const number: Parser<number> = (text, problems) => {
  if (isNumber(text.value)) return Number(text.value);
  const hint = 'write digits alone, like 14000 or 2.5: each language groups them in its own way';
  problems.error('bad-number', text.span, `"${text.value}" is not a number`, hint);
  return 0;
};

/** A number between two bounds, both included. */
export function numberBetween(least: number, most: number): Parser<number> {
  return ({ value, span }, problems) => {
    const found = isNumber(value) ? Number(value) : Number.NaN;
    if (found >= least && found <= most) return found;
    problems.error('bad-number', span, `"${value}" is not a number from ${least} to ${most}`);
    return undefined;
  };
}

function isNumber(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= Number.MAX_SAFE_INTEGER;
}

/** `true` or `false`. */
export const boolean: Parser<boolean> = ({ value, span }, problems) => {
  if (value === 'true' || value === 'false') return value === 'true';
  problems.error('wrong-type', span, `"${value}" is neither true nor false`);
  return undefined;
};

/** Names that Windows keeps for devices, whatever follows their first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
const LONGEST_ID = 64;

/**
 * A name fit for a part of a file name on every system. One case only, so that no two of them
 * differ by case alone.
 */
export const id: Parser<string> = (text, problems) => {
  const { value } = text;
  const problem = idProblem(value);
  if (!problem) return value;
  problems.error('bad-id', text.span, `"${value}" cannot be an id: ${problem}`, idHint(value));
  return undefined;
};

function idProblem(value: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(value)) return 'use a-z, 0-9, hyphen and dot';
  if (value.endsWith('.')) return 'it must not end with a dot';
  if (RESERVED.test(value)) return 'Windows reserves this name';
  if (isReserved(value)) return "the tool's own language reserves this name";
  if (value.length > LONGEST_ID) return `it is longer than ${LONGEST_ID} characters`;
  return undefined;
}

/** The id that the value could be made into. */
export function idHint(value: string): string | undefined {
  const slug = value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, LONGEST_ID);
  return slug === '' || slug === value || idProblem(slug) ? undefined : `for example ${slug}`;
}

/** The id of a letter: without a dot, since dots part the names of output files. */
export const letterId: Parser<string> = (text, problems) => {
  if (!text.value.includes('.')) return id(text, problems);
  const message = `"${text.value}" cannot be the id of a letter: it holds a dot`;
  problems.error('bad-id', text.span, message, idHint(text.value.replaceAll('.', '-')));
  return undefined;
};

/** A name that a template can write in a path: `{{letter.deadlines.proposals}}`. */
export const fieldName: Parser<string> = ({ value, span }, problems) => {
  if (/^[a-z][a-z0-9-]*$/i.test(value)) return value;
  const hint = 'begin with a letter; go on with letters, digits and hyphens';
  problems.error('bad-id', span, `a template could not name "${value}"`, hint);
  return undefined;
};

/** BCP 47, as far as its look goes. */
export const languageTag: Parser<string> = ({ value, span }, problems) => {
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value)) return value;
  problems.error('unknown-language', span, `"${value}" is not a language tag`, 'like rm or de-CH');
  return undefined;
};

/** Any text. */
export const anyText: Parser<string> = ({ value }) => value;

/** `2026-07-06`, `2021-01` */
export function isoDate({ year, month, day }: CalendarDate): string {
  const parts = [String(year).padStart(4, '0'), twoDigits(month)];
  return (day === undefined ? parts : [...parts, twoDigits(day)]).join('-');
}

/** Day 25,569 of spreadsheets is the first of 1970. */
const EPOCH = 25_569;
const DAY_LENGTH = 86_400_000;

/** The day that a spreadsheet means by a number, where it counts from 1900. */
export function dayOfSerial(serial: number): CalendarDate {
  const date = new Date((Math.floor(serial) - EPOCH) * DAY_LENGTH);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `14:30` */
export function isoTime({ hour, minute }: ClockTime): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
