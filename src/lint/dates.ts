/** Dates and years of a text against those of the data. The clock is never asked. */
import { isoDate } from '../data/schema/values.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { latinDigits } from '../language/digits.ts';
import { type DateMatch, type FoundDate, findDates } from '../language/find-dates.ts';
import { LANGUAGES } from '../language/languages.ts';
import { proofreadingOf } from '../language/proofread.ts';
import type { Edition, Language, LetterSpec } from '../model.ts';
import { type Passage, warnAt } from './passages.ts';

/** What the edition says of its time. */
export interface Calendar {
  /** Every year that the data of a letter names. */
  readonly years: ReadonlySet<number>;
  /** Those of the event and its periods, by which editions are called. */
  readonly own: ReadonlySet<number>;
  /** In which the event begins. */
  readonly year: number;
}

/** The calendar of a letter; without one, of the event alone. */
export function calendarOf({ event }: Edition, spec?: LetterSpec): Calendar {
  const own = new Set<number>();
  collectYears(event, own);
  const years = new Set(own);
  collectYears(spec, years);
  return { years, own, year: event.start.value.year };
}

/** Walks over the data as data, so that no date can be forgotten. */
function collectYears(value: unknown, years: Set<number>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('year' in value && 'month' in value && typeof value.year === 'number') years.add(value.year);
  for (const [key, item] of Object.entries(value)) if (key !== 'span') collectYears(item, years);
}

/** Years further away belong to history or to agendas: 2003, 2005, 2030. */
const NEAR = 3;

export function lintDates(passage: Passage, calendar: Calendar): Diagnostic[] {
  const dates = findDates(passage.text, passage.language);
  return [...otherEditions(passage, dates, calendar), ...weekdays(passage, dates, calendar)];
}

/** A year that the data does not have, in a full date or an address; one that is not the event's beside its name. */
function otherEditions(
  passage: Passage,
  dates: readonly DateMatch[],
  { years, own, year: first }: Calendar,
): Diagnostic[] {
  const foreign = (found: readonly Year[], known: ReadonlySet<number>) =>
    found.filter(({ year }) => !known.has(year) && Math.abs(year - first) <= NEAR);
  return [
    ...foreign([...yearsOfDates(dates), ...yearsOfLinks(passage)], years),
    ...foreign(yearsBesideEvents(passage, dates), own),
  ].map(({ year, index, length }) => {
    const message = `the year ${year} is none of this edition's`;
    const hint = 'does it stand here from an earlier edition?';
    return warnAt(passage, { index, length }, { code: 'other-edition', message, hint });
  });
}

interface Year {
  readonly year: number;
  readonly index: number;
  readonly length: number;
}

const WORDS = LANGUAGES.map((language) => proofreadingOf(language));
/** Names of events in the languages of letters. */
const EVENT = new RegExp(`(?:${WORDS.map(({ events }) => events).join('|')})`, 'iu');
/** “the 2027 Forum”, 2027年论坛. */
const BEFORE_EVENT = new RegExp(`^年?[ \\u00a0]*${EVENT.source}`, 'iu');
/** From the name of an event to its year, in one breath: “Summit on the Information Society in 2027”. */
const BESIDE = 45;
const PAUSE = /[.,;:!?،؛؟，；。]/u;

/** “the 2030 Agenda for Sustainable Development” has its year in its name. */
const AGENDA = /agenda|programme|horizon|خطة|повестк|议程/iu;

function yearsOfDates(dates: readonly DateMatch[]): Year[] {
  return dates.flatMap(({ start, end, dates: found }) =>
    found.flatMap(({ year, day }) =>
      year !== undefined && day !== undefined ? [{ year, index: start, length: end - start }] : [],
    ),
  );
}

function yearsBesideEvents(passage: Passage, dates: readonly DateMatch[]): Year[] {
  const text = latinDigits(passage.text);
  return [...text.matchAll(/(?<![\p{L}\p{N}/+.-])20\d\d(?![\p{N}/])/gu)]
    .filter(({ index }) => !dates.some(({ start, end }) => index >= start && index < end))
    .filter(
      ({ 0: year, index }) => year !== '2030' || !AGENDA.test(text.slice(index - 12, index + 16)),
    )
    .filter(({ 0: year, index }) => {
      const before =
        text
          .slice(Math.max(0, index - BESIDE), index)
          .split(PAUSE)
          .at(-1) ?? '';
      return EVENT.test(before) || BEFORE_EVENT.test(text.slice(index + year.length));
    })
    .map(({ 0: year, index }) => ({ year: Number(year), index, length: year.length }));
}

/** `/net4/wsis/forum/2025/en`: an address of its own for each edition. */
function yearsOfLinks({ pieces, text }: Passage): Year[] {
  return pieces.flatMap(({ href, start }, index) => {
    const year = /\/(20\d\d)(?=[/?#]|$)/.exec(href ?? '')?.[1];
    const end = pieces[index + 1]?.start ?? text.length;
    const isAdopted = /\/RES\/|undocs|docs\.un/i.test(href ?? '');
    return year && !isAdopted ? [{ year: Number(year), index: start, length: end - start }] : [];
  });
}

/** From one weekday before a date to the date. */
const ARTICLES = WORDS.flatMap(({ weekdayArticles }) => weekdayArticles);
const BEFORE_DATE = new RegExp(`^[,،]?[ \\u00a0\\n]*(?:${ARTICLES.join('|')})?$`, 'u');

function weekdays(passage: Passage, dates: readonly DateMatch[], { year }: Calendar): Diagnostic[] {
  const names = weekdayNames(passage.language);
  return dates.flatMap(({ start, end, dates: [date] }) => {
    if (date?.day === undefined) return [];
    const found = weekdayBeside(passage.text, start, end, names);
    const actual = weekdayOf(date, year);
    if (!found || found.day === actual) return [];
    const message = `${isoOf(date, year)} is no ${found.name}`;
    const hint = `it is ${names.find(({ day }) => day === actual)?.name}`;
    const place = { index: found.index, length: found.name.length };
    return [warnAt(passage, place, { code: 'wrong-weekday', message, hint })];
  });
}

interface Weekday {
  readonly name: string;
  /** 0 is Sunday. */
  readonly day: number;
}

/** Before the date, or, as in Chinese, in brackets after it. */
function weekdayBeside(
  text: string,
  start: number,
  end: number,
  names: readonly Weekday[],
): (Weekday & { readonly index: number }) | undefined {
  const lower = text.toLowerCase();
  for (const { name, day } of names) {
    const before = lower.lastIndexOf(name, start - 1);
    const isBefore = before >= 0 && BEFORE_DATE.test(text.slice(before + name.length, start));
    if (isBefore && before + name.length <= start) return { name, day, index: before };
    const after = lower.indexOf(name, end);
    if (after >= 0 && /^[ \u00a0]?[(（]?$/u.test(text.slice(end, after))) {
      return { name, day, index: after };
    }
  }
  return undefined;
}

const weekdayTables = new Map<Language, readonly Weekday[]>();

/** Small letters; in Arabic both with and without hamza. */
function weekdayNames(language: Language): readonly Weekday[] {
  const known = weekdayTables.get(language);
  if (known) return known;
  const { weekdayVariants } = proofreadingOf(language);
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const names = Array.from({ length: 7 }, (_, day): Weekday[] => {
    // 4 January 1970 was a Sunday.
    const name = format.format(new Date(Date.UTC(1970, 0, 4 + day))).toLowerCase();
    const variant = weekdayVariants?.[name];
    return [name, ...(variant === undefined ? [] : [variant])].map((one) => ({ name: one, day }));
  }).flat();
  weekdayTables.set(language, names);
  return names;
}

function weekdayOf({ year, month, day }: FoundDate, own: number): number {
  return new Date(Date.UTC(year ?? own, month - 1, day)).getUTCDay();
}

function isoOf({ year, month, day }: FoundDate, own: number): string {
  return isoDate({ year: year ?? own, month, ...(day !== undefined && { day }) });
}
