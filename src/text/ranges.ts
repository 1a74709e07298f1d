/**
 * Ranges of numbers and what only looks like one. In Arabic a range is read from the right, its first number first, as
 * UAX #9 gives it after Arabic letters; a telephone number, a code or a date in figures is not.
 */
import { languagePack } from '../language/languages.ts';
import type { Direction, Language } from '../model.ts';

/** Two numbers of a range, and what stands between and beside them: spaces, dash, per cent. */
const PARTS = /^(.*?\d)(%?[ \u00A0\u202F]?[-‐‑‒–—][ \u00A0\u202F]?)(\d[\d.,:/\u00A0\u202F]*)(%?)$/u;
const ISO_PARTS =
  /^(\d{4}-\d{2}-\d{2})([ \u00A0\u202F]?[-–—/][ \u00A0\u202F]?)(\d{4}-\d{2}-\d{2})()$/u;

/** A range in logical order: number, dash, number, and a per cent sign or nothing. */
export type RangeParts = readonly [string, string, string, string];

/** The parts of `token` if it is a range of two numbers; undefined of a code, a telephone number, a date in figures. */
export function rangeParts(token: string): RangeParts | undefined {
  const iso = ISO_PARTS.exec(token);
  const [, first = '', dash = '', last = '', end = ''] = iso ?? PARTS.exec(token) ?? [];
  if (first === '' || (!iso && (/[-‐‑‒–—]/u.test(first) || isCode(first, last)))) return undefined;
  return [first, dash, last, end];
}

/** A number that names something is written with zeros before it, or is long and falls. */
function isCode(first: string, last: string): boolean {
  if (/^0\d\d/.test(first) || /^0\d\d/.test(last)) return true;
  if (isMonth(first, last)) return true;
  const long = [first, last].some((part) => /^\d{5,}$/.test(part));
  return long && Number(first) > Number(last);
}

/** `2027-07`: the month of ISO 8601, but not `2011-12`, two years. */
function isMonth(first: string, last: string): boolean {
  const year = /^(?:19|20)\d\d$/.test(first) && /^(?:0[1-9]|1[0-2])$/.test(last);
  return year && Number(last) !== (Number(first) + 1) % 100;
}

const LATIN_WORD = /^[ \u00A0]?\p{Script=Latin}/u;
const ARABIC_WORD = /\p{Script=Arabic}[\p{M}:،.]*[ \u00A0]?$/u;
const LEFT_TO_RIGHT_MARK = /\u200E$/;

/** How a range is written at its place: from the right, from the left, or as part of a phrase in Latin letters. */
export type RangeReading = 'rtl' | 'ltr' | 'latin';

/** The reading of a range between `before` and `after` in a paragraph of `language`, which reads ranges from the right. */
export function rangeReading(before: string, after: string, language: string): RangeReading {
  if (LEFT_TO_RIGHT_MARK.test(before)) return 'ltr';
  if (LATIN_WORD.test(after) && !ARABIC_WORD.test(before)) return 'latin';
  const named = languagePack(language as Language).typography.ranges?.named.test(before);
  return named ? 'ltr' : 'rtl';
}

/** In which direction a text of `language` reads its ranges. */
export function rangeDirection(language: string): Direction {
  return languagePack(language as Language).typography.ranges ? 'rtl' : 'ltr';
}

/** Letters of Persian and Urdu that Arabic does not have. */
const NOT_ARABIC =
  /[\u067E\u0686\u0698\u06A9\u06AF\u06CC\u0679\u0688\u0691\u06BA\u06BE\u06C1\u06D2]/u;
const ARABIC_LETTER = /\p{Script=Arabic}/u;

/** The same of a value in a paragraph: Arabic alone reads ranges from the right; without letters it is as what is around it. */
export function rangeDirectionOf(text: string, outer: Direction): Direction {
  if (!/\p{L}/u.test(text)) return outer;
  return ARABIC_LETTER.test(text) && !NOT_ARABIC.test(text) ? 'rtl' : 'ltr';
}
