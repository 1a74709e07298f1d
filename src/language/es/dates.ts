/** Dates in Spanish. */
import { dateForms, type Printed } from '../dates.ts';
import type { Phrase } from '../phrase.ts';

const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

/** A day has its article (del 6 al 10), a month none (de enero a mayo). */
function from({ date, phrase }: Printed): Phrase {
  return [date.day === undefined ? 'de ' : 'del ', ...phrase];
}

function to({ date, phrase }: Printed): Phrase {
  return [date.day === undefined ? 'a ' : 'al ', ...phrase];
}

/** How dates print in Spanish. */
export const dates = dateForms({
  months: MONTHS,
  of: ' de ',
  dash: '-',
  wideDash: ' – ',
  // "o" turns into "u" before ocho and once.
  or: (day) => (day === 8 || day === 11 ? ' u ' : ' o '),
  day: (day) => [String(day)],
  at: (printed, date) => [date.day === undefined ? 'en ' : 'el ', ...printed],
  ofMonth: from,
  fromTo: (start, end) => [...from(start), ' ', ...to(end)],
});
