/** Dates in English. */
import { dateForms } from '../dates.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** How dates print in English. */
export const dates = dateForms({
  months: MONTHS,
  of: ' ',
  dash: '–',
  wideDash: ' – ',
  or: () => ' or ',
  day: (day) => [String(day)],
  at: (printed, date) => [date.day === undefined ? 'in ' : 'on ', ...printed],
  ofMonth: ({ phrase }) => ['of ', ...phrase],
  fromTo: (start, end) => ['from ', ...start.phrase, ' to ', ...end.phrase],
});
