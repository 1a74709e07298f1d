/** Dates, ranges and alternatives, from the grammar of one language. */
import type { CalendarDate } from '../model.ts';
import { type Phrase, phraseText } from './phrase.ts';

/** What a language knows about dates; {@link dateForms} does the rest. */
export interface DateGrammar {
  /** January to December, as they stand inside a date. */
  readonly months: readonly string[];
  /** The same where no day stands before them; Russian has another case there. */
  readonly loneMonths?: readonly string[];
  /** January to December in a case that texts may have, but no date on its own. */
  readonly otherMonths?: readonly string[];
  /** Printed after the year; Russian says "2026 года". */
  readonly afterYear?: string;
  /** Between day and month, and between month and year: a space, " de ". */
  readonly of: string;
  /** Between two days of one month in a heading. */
  readonly dash: string;
  /** In which direction two days of one month are read; default: from the left. */
  readonly daysRead?: 'rtl';
  /** Between two dates that keep their months. */
  readonly wideDash: string;
  /** "or" between two days; the second day decides in Spanish (10 u 11). */
  readonly or: (day: number) => string;
  /** The printed day; French has 1er. */
  readonly day: (day: number) => Phrase;
  /** "on 6 July", "in July": a range of one day or one month in running text. */
  readonly at: (printed: Phrase, date: CalendarDate) => Phrase;
  /** "from … to …" in running text. */
  readonly fromTo: (start: Printed, end: Printed) => Phrase;
  /** What stands before "from … to …", and never before one day or month: في الفترة. */
  readonly during?: string;
  /** "of July 2026" */
  readonly ofMonth: (month: Printed) => Phrase;
}

/** A date with its wording, for grammars whose prepositions depend on either. */
export interface Printed {
  readonly date: CalendarDate;
  readonly phrase: Phrase;
}

export type DateStyle = 'full' | 'day-month';
/** `during`: as prose, with the noun that some languages put before a period. */
export type RangeStyle = 'heading' | 'prose' | 'during';
/** `of`: "of July"; `in`: "in July". */
export type MonthCase = 'plain' | 'of' | 'in';

/** How dates print in a language. A date without a day prints as its month. */
export interface DateForms {
  readonly date: (date: CalendarDate, style?: DateStyle) => Phrase;
  /** "July 2026" */
  readonly month: (date: CalendarDate, wanted?: MonthCase) => Phrase;
  /** "6–10 July 2026" as a heading, "from 6 to 10 July 2026" as prose. */
  readonly range: (start: CalendarDate, end: CalendarDate, style?: RangeStyle) => Phrase;
  /** "January/February 2019", "10 or 11 February 2019" */
  readonly alternatives: (first: CalendarDate, second: CalendarDate) => Phrase;
  /** The months in a case that texts may have, but no date on its own; dates are found by them. */
  readonly otherMonths?: readonly string[];
}

/** The smallest unit that two dates share: a range does not repeat what it shares. */
type Shared = 'date' | 'month' | 'year' | 'nothing';

/** Binds a grammar to the four ways of printing. */
export function dateForms(grammar: DateGrammar): DateForms {
  const { otherMonths } = grammar;
  return {
    ...(otherMonths && { otherMonths }),
    date: (date, style = 'full') => print(grammar, date, style === 'full'),
    month: ({ year, month }, wanted = 'plain') => monthIn(grammar, { year, month }, wanted),
    range: (start, end, style = 'heading') =>
      style === 'heading' ? heading(grammar, start, end) : prose(grammar, start, end, style),
    alternatives: (first, second) => alternatives(grammar, first, second),
  };
}

function print(grammar: DateGrammar, date: CalendarDate, withYear: boolean): Phrase {
  const { months, loneMonths = months, afterYear = '' } = grammar;
  const month = (date.day === undefined ? loneMonths : months)[date.month - 1] ?? '';
  const tail = withYear ? `${month}${grammar.of}${date.year}${afterYear}` : month;
  return date.day === undefined ? [tail] : [...grammar.day(date.day), `${grammar.of}${tail}`];
}

function shared(a: CalendarDate, b: CalendarDate): Shared {
  if (a.year !== b.year) return 'nothing';
  if (a.month !== b.month) return 'year';
  return a.day === b.day ? 'date' : 'month';
}

/** The first date of a pair, without what the second will say for both. */
function first(grammar: DateGrammar, a: CalendarDate, b: CalendarDate): Phrase {
  const common = shared(a, b);
  if (common === 'month' && a.day !== undefined) return grammar.day(a.day);
  return print(grammar, a, common === 'nothing');
}

function heading(grammar: DateGrammar, start: CalendarDate, end: CalendarDate): Phrase {
  const common = shared(start, end);
  if (common === 'date') return print(grammar, end, true);
  if (common !== 'month' || start.day === undefined || end.day === undefined) {
    return [...first(grammar, start, end), grammar.wideDash, ...print(grammar, end, true)];
  }
  const days = [...grammar.day(start.day), grammar.dash, ...grammar.day(end.day)];
  const numeric = days.every((piece) => typeof piece === 'string');
  const tail = [print(grammar, end, true).at(-1) ?? ''];
  if (!numeric) return [...days, ...tail];
  const text = phraseText(days);
  return [grammar.daysRead === 'rtl' ? { rtl: text } : { ltr: text }, ...tail];
}

function prose(
  grammar: DateGrammar,
  start: CalendarDate,
  end: CalendarDate,
  style: RangeStyle,
): Phrase {
  const last = print(grammar, end, true);
  if (shared(start, end) === 'date') return grammar.at(last, end);
  const opening = { date: start, phrase: first(grammar, start, end) };
  const phrase = grammar.fromTo(opening, { date: end, phrase: last });
  return style === 'during' && grammar.during ? [grammar.during, ...phrase] : phrase;
}

function monthIn(grammar: DateGrammar, date: CalendarDate, wanted: MonthCase): Phrase {
  const phrase = print(grammar, date, true);
  if (wanted === 'in') return grammar.at(phrase, date);
  return wanted === 'of' ? grammar.ofMonth({ date, phrase }) : phrase;
}

function alternatives(grammar: DateGrammar, a: CalendarDate, b: CalendarDate): Phrase {
  if (shared(a, b) === 'date') return print(grammar, a, true);
  const or = b.day === undefined ? '/' : grammar.or(b.day);
  return [...first(grammar, a, b), or, ...print(grammar, b, true)];
}
