/** What the data of an edition says against itself. */

import { isoDate } from '../data/schema/values.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { LANGUAGES } from '../language/languages.ts';
import { proofreadingOf } from '../language/proofread.ts';
import type { CalendarDate, Edition, LetterSpec } from '../model.ts';
import { calendarOf, lintDates } from './dates.ts';
import { type Passage, passageOfText } from './passages.ts';

/** Warnings that need no letter composed. */
export function lintEdition(edition: Edition): Diagnostic[] {
  const calendar = calendarOf(edition);
  return [
    ...standingTexts(edition).flatMap((passage) => lintDates(passage, calendar)),
    ...edition.letters.flatMap((spec) => [...lateDates(edition, spec), ...foreignNames(spec)]),
  ];
}

/** What an edition says above and in all letters, and takes along when it is moved to another year. */
function standingTexts({ event, letterhead }: Edition): Passage[] {
  const { name, short, theme } = event;
  const items = [...letterhead.start, ...letterhead.end];
  const lines = items.flatMap((item) => ('text' in item ? [item.text] : []));
  return [name, short, theme, ...lines].flatMap((text) =>
    [...LANGUAGES, 'all' as const].flatMap((key) => {
      const found = text?.[key];
      if (!found) return [];
      return [passageOfText('name' in found ? found.name : found, key === 'all' ? 'en' : key)];
    }),
  );
}

/** A month counts to its end, so that nothing is late that need not be. */
function isAfter(a: CalendarDate, b: CalendarDate): boolean {
  const order = (date: CalendarDate, day: number) =>
    date.year * 10_000 + date.month * 100 + (date.day ?? day);
  return order(a, 1) > order(b, 31);
}

/** Deadlines before the letter are warned of when the edition is read. */
function lateDates({ event }: Edition, spec: LetterSpec): Diagnostic[] {
  const end = isoDate(event.end.value);
  const late = Object.entries(spec.deadlines)
    .filter(([, { value }]) => isAfter(value, event.end.value))
    .map(([name, { value, span }]): Diagnostic => {
      const message = `the deadline "${name}" (${isoDate(value)}) lies after the event (until ${end})`;
      return { severity: 'warning', code: 'deadline-after-event', message, span };
    });
  const adopted = Object.values(spec.resolutions).flatMap(({ symbol, adopted: date }) => {
    if (!date || !isAfter(date.value, spec.date.value)) return [];
    const message = `${symbol.value} was adopted (${isoDate(date.value)}) after the letter's date (${isoDate(spec.date.value)})`;
    return [{ severity: 'warning', code: 'adopted-later', message, span: date.span } as const];
  });
  if (!isAfter(spec.date.value, event.end.value)) return [...late, ...adopted];
  const message = `the letter's date (${isoDate(spec.date.value)}) lies after the event (until ${end})`;
  const own = { severity: 'warning', code: 'letter-after-event', message } as const;
  return [...late, ...adopted, { ...own, span: spec.date.span }];
}

/** Signatories whose name or title a letter would print in the letters of another language. */
function foreignNames({ signatories, languages }: LetterSpec): Diagnostic[] {
  return signatories.flatMap((person) =>
    languages.flatMap(({ value: language }) => {
      const { script } = proofreadingOf(language);
      const text = person.name[language] ?? person.name.all;
      if (!script || !text || script.test(text.value)) return [];
      const message = `the signatory "${person.id}" has no name in the script of "${language}"`;
      const hint = `add it under the key "${language}"`;
      return [{ severity: 'warning', code: 'signatory-script', message, span: text.span, hint }];
    }),
  ) satisfies Diagnostic[];
}
