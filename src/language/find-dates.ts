/**
 * Finds the dates of a running text, by the same tables that print them: whatever a language can print, it
 * recognises.
 */
import type { CalendarDate, Language } from '../model.ts';
import { latinDigits } from './digits.ts';
import { languagePack } from './languages.ts';
import { phraseText } from './phrase.ts';

/** A date as a text has it; `year` is missing where the text leaves it out. */
export interface FoundDate {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

/** One date, or a range of two, at UTF-16 offsets of the text. */
export interface DateMatch {
  readonly start: number;
  readonly end: number;
  readonly dates: readonly FoundDate[];
}

/** Numbers that stand for themselves in no other part of a printed date. */
const YEAR = 2026;
const DAY = 13;
const DAY_AFTER = 27;
const SPACE = '[ \\u00a0\\u202f\\n]';
/** French 1er, Spanish 1º: after a number, in any language. */
const ORDINAL = '(?:er|re|º)?';

interface Grammar {
  /** Alternatives, longest first, of what stands where the pattern says `month`. */
  readonly months: ReadonlyMap<string, number>;
  readonly patterns: readonly RegExp[];
}

const grammars = new Map<Language, Grammar>();

/** The dates of a text in a language, in order; a range counts as one match. Digits may be Arabic. */
export function findDates(text: string, language: Language): DateMatch[] {
  const grammar = grammars.get(language) ?? makeGrammar(language);
  grammars.set(language, grammar);
  const plain = latinDigits(text);
  const found: DateMatch[] = [];
  const taken = (start: number, end: number) =>
    found.some((match) => start < match.end && end > match.start);
  for (const pattern of grammar.patterns) {
    for (const match of plain.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (taken(match.index, end)) continue;
      const dates = datesOf(match.groups ?? {}, grammar.months);
      found.push({ start: match.index, end, dates });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function datesOf(groups: Groups, months: ReadonlyMap<string, number>): FoundDate[] {
  const last = dateOf(
    groups.day2,
    groups.month2 ?? groups.month,
    groups.year2 ?? groups.year,
    months,
  );
  const first = dateOf(groups.day, groups.month, groups.year ?? groups.year2, months);
  const isSingle = groups.day2 === undefined && groups.month2 === undefined;
  return isSingle ? [first] : [first, last];
}

function dateOf(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  months: ReadonlyMap<string, number>,
): FoundDate {
  return {
    ...(year && { year: Number(year) }),
    month: months.get((month ?? '').toLowerCase()) ?? 0,
    ...(day && { day: Number(day) }),
  };
}

/** Ranges before dates, dates before months: the longest reading of a place wins. */
function makeGrammar(language: Language): Grammar {
  const { date, month, range, alternatives } = languagePack(language);
  const names = monthNames(language);
  const start: CalendarDate = { year: YEAR, month: 2, day: DAY };
  const sameMonth: CalendarDate = { ...start, day: DAY_AFTER };
  const nextMonth: CalendarDate = { year: YEAR, month: 3, day: DAY_AFTER };
  const nextYear: CalendarDate = { ...nextMonth, year: YEAR + 1 };
  const ends = [nextYear, nextMonth, sameMonth];
  const printed = [
    ...ends.flatMap((end) => [range(start, end), range(start, end, 'prose')]),
    alternatives(start, nextMonth),
    alternatives(start, sameMonth),
    alternatives({ year: YEAR, month: 2 }, { year: YEAR, month: 3 }),
    date(start),
    date(start, 'day-month'),
    month(start),
  ].map(phraseText);
  return {
    months: new Map(names.map(({ name, month: number }) => [name.toLowerCase(), number])),
    patterns: [...new Set(printed)].map((sample) => toPattern(sample, names)),
  };
}

interface MonthName {
  readonly name: string;
  readonly month: number;
}

/** What differs between the dates of a year's months, in each case that the language has. */
function monthNames(language: Language): MonthName[] {
  const { date, month, otherMonths = [] } = languagePack(language);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const inDates = months.map((number) => phraseText(date({ year: YEAR, month: number, day: DAY })));
  const alone = months.map((number) => phraseText(month({ year: YEAR, month: number })));
  const [inDate, lone] = [differences(inDates), differences(alone)];
  const names = [inDate, lone, otherMonths].flatMap((list) =>
    list.map((name, index) => ({ name, month: index + 1 })),
  );
  return names.sort((a, b) => b.name.length - a.name.length);
}

/** The texts without what all of them begin and end with. */
function differences(texts: readonly string[]): string[] {
  const [first = ''] = texts;
  let head = 0;
  while (texts.every((text) => text[head] === first[head])) head += 1;
  let tail = 0;
  const fromEnd = (text: string) => text[text.length - 1 - tail];
  while (texts.every((text) => fromEnd(text) === fromEnd(first))) tail += 1;
  return texts.map((text) => text.slice(head, text.length - tail));
}

/** A printed sample with groups in place of its numbers and months. */
function toPattern(sample: string, names: readonly MonthName[]): RegExp {
  const month = names.map(({ name }) => escapePattern(name)).join('|');
  const seen = { month: 0, year: 0 };
  /** The second of its kind is that of the second date. */
  const group = (kind: 'month' | 'year', pattern: string): string => {
    seen[kind] += 1;
    return `(?<${kind}${seen[kind] === 1 ? '' : '2'}>${pattern})`;
  };
  const tokens = sample.match(/\d+|[\p{L}\p{M}]+|[^\p{L}\p{M}\d]+/gu) ?? [];
  const parts = tokens.map((token) => {
    if (token === String(DAY)) return `(?<day>\\d{1,2})${ORDINAL}`;
    if (token === String(DAY_AFTER)) return `(?<day2>\\d{1,2})${ORDINAL}`;
    if (token === String(YEAR) || token === String(YEAR + 1)) return group('year', '\\d{4}');
    return names.some(({ name }) => name === token) ? group('month', month) : loosely(token);
  });
  // Chinese writes words and numbers together, so only a word needs a blank before it.
  const before = /^\d/.test(sample) ? '\\p{N}' : '\\p{L}\\p{N}';
  const after = names.some(({ name }) => name === tokens.at(-1)) ? '\\p{L}\\p{N}' : '\\p{N}';
  return new RegExp(`(?<![${before}])${parts.join('')}(?![${after}])`, 'giu');
}

/** Any kind of space and of dash will do, and dashes may have spaces around them. */
function loosely(token: string): string {
  if (/[-\u2010-\u2014]/.test(token)) return `${SPACE}*[-\u2010-\u2014]${SPACE}*`;
  return /^\s+$/.test(token) ? `${SPACE}+` : escapePattern(token);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
