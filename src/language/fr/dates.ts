/** Dates in French. */
import type { CalendarDate } from '../../model.ts';
import { dateForms, type Printed } from '../dates.ts';
import { type Phrase, phraseText } from '../phrase.ts';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** A day has its article (du 6), a month none (de janvier, d'avril). */
function from({ date, phrase }: Printed): Phrase {
  if (date.day !== undefined) return ['du ', ...phrase];
  return [/^[aeiou]/.test(phraseText(phrase)) ? "d'" : 'de ', ...phrase];
}

function to({ date, phrase }: Printed): Phrase {
  return [date.day === undefined ? 'à ' : 'au ', ...phrase];
}

/** How dates print in French. */
export const dates = dateForms({
  months: MONTHS,
  of: ' ',
  dash: '-',
  wideDash: ' – ',
  or: () => ' ou ',
  day: (day) => (day === 1 ? ['1', { raised: 'er' }] : [String(day)]),
  at: (printed: Phrase, date: CalendarDate) => [date.day === undefined ? 'en ' : 'le ', ...printed],
  ofMonth: from,
  fromTo: (start, end) => [...from(start), ' ', ...to(end)],
});
