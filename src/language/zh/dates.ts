/** Chinese dates: year, month and day in this order, each with its unit; a range names only what changes. */
import type { CalendarDate } from '../../model.ts';
import type { DateForms } from '../dates.ts';

/** The largest unit in which two dates differ; null for equal dates. */
type Changed = 'year' | 'month' | 'day' | null;

function changed(a: CalendarDate, b: CalendarDate): Changed {
  if (a.year !== b.year) return 'year';
  if (a.month !== b.month) return 'month';
  return a.day === b.day ? null : 'day';
}

/** The date from one of its units on: 2026年7月6日, 7月6日, 6日. */
function print({ year, month, day }: CalendarDate, from: Exclude<Changed, null> = 'year'): string {
  const days = day === undefined ? '' : `${day}日`;
  if (from === 'day') return days;
  return `${from === 'year' ? `${year}年` : ''}${month}月${days}`;
}

/** The second date of a pair does not repeat what the first has said. */
function pair(a: CalendarDate, b: CalendarDate, between: string): string {
  const difference = changed(a, b);
  return difference === null ? print(a) : `${print(a)}${between}${print(b, difference)}`;
}

/** 2026年7月6-10日, 2021年1-5月: in headings the unit that both share is written once. */
function heading(a: CalendarDate, b: CalendarDate): string {
  const difference = changed(a, b);
  const whole = print(a);
  const sameUnit =
    difference === 'day' || (difference === 'month' && a.day === undefined && b.day === undefined);
  return sameUnit ? `${whole.slice(0, -1)}-${print(b, difference)}` : pair(a, b, '-');
}

/** How dates print in Chinese. */
export const dates: DateForms = {
  date: (date, style = 'full') => [print(date, style === 'full' ? 'year' : 'month')],
  month: ({ year, month }) => [print({ year, month })],
  range: (start, end, style = 'heading') => [
    style === 'heading' ? heading(start, end) : pair(start, end, '至'),
  ],
  alternatives: (first, second) => [pair(first, second, second.day === undefined ? '/' : '或')],
};
