/** Days with their months: "31 March" reads badly when a line ends between them. */
import { languagePack } from '../language/languages.ts';
import { phraseText } from '../language/phrase.ts';
import type { Language } from '../model.ts';

/** A stretch of a text; UTF-16 offsets, `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Any year and a day that is a plain number in every language. */
const SAMPLE = { year: 2026, day: 15 };
const DIGIT = /[0-9\u0660-\u0669]/;
const NEVER = /(?!)/g;
const patterns = new Map<string, RegExp>();
const yearPatterns = new Map<string, RegExp>();

/** The days of `text` with the names of the months that follow them, as the language writes them. */
export function findDayMonths(text: string, language: string): Stretch[] {
  if (!DIGIT.test(text)) return [];
  const pattern = patterns.get(language) ?? dayMonth(language as Language);
  patterns.set(language, pattern);
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** The names of months of `text` with the years that follow them, and what stands after a year. */
export function findMonthYears(text: string, language: string): Stretch[] {
  if (!YEAR.test(text)) return [];
  const pattern = yearPatterns.get(language) ?? monthYear(language as Language);
  yearPatterns.set(language, pattern);
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

const YEAR = /[0-9\u0660-\u0669]{4}/;

function monthYear(language: Language): RegExp {
  const { date, month } = languagePack(language);
  const written = Array.from({ length: 12 }, (_, index) => {
    const day = { ...SAMPLE, month: index + 1 };
    // Without the day and what parts it from the month.
    return [phraseText(date(day)).replace(/^15 (?:de )?/, ''), phraseText(month(day))];
  });
  const months = new Set(written.flat().map((text) => text.replace(`${SAMPLE.year}`, YEAR.source)));
  return new RegExp(`(?<!\\p{L})(?:${[...months].join('|')})`, 'gu');
}

/** A day, French "er" after it, and what is between it and the end of its month's name. */
function dayMonth(language: Language): RegExp {
  const days = Array.from({ length: 12 }, (_, index) =>
    phraseText(languagePack(language).date({ ...SAMPLE, month: index + 1 }, 'day-month')),
  );
  // In Chinese the day comes last, and tokens.ts keeps its parts together.
  const months = days
    .filter((date) => date.startsWith(`${SAMPLE.day}`))
    .map((date) => date.slice(2));
  if (months.length === 0) return NEVER;
  const day = String.raw`(?<![\p{L}\p{Nd}])[0-9\u0660-\u0669]{1,2}(?:er)?`;
  return new RegExp(`${day}(?:${months.join('|')})(?!\\p{L})`, 'gu');
}
