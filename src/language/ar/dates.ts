/** Dates in Arabic. */
import { dateForms, type Printed } from '../dates.ts';

/** ITU's months: not the dual names of the Mashriq, nor what Intl gives for the Maghreb. */
const MONTHS = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];

/** How dates print in Arabic. */
export const dates = dateForms({
  months: MONTHS,
  of: ' ',
  dash: '-',
  daysRead: 'rtl',
  wideDash: ' - ',
  or: () => ' أو ',
  day: (day) => [String(day)],
  at: (printed) => ['في ', ...printed],
  during: 'في الفترة ',
  ofMonth: ({ phrase }) => phrase,
  fromTo: (start: Printed, end: Printed) => ['من ', ...start.phrase, ' إلى ', ...end.phrase],
});
