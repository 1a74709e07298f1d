/** Dates in Russian. */
import { dateForms, type Printed } from '../dates.ts';
import { type Phrase, phraseText } from '../phrase.ts';

/** Genitive: of a day, "6 июля", and after "с". */
const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/** Nominative, and the accusative after "по". */
const LONE_MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];

/** Prepositional, after "в". */
const IN_MONTHS = [
  'январе',
  'феврале',
  'марте',
  'апреле',
  'мае',
  'июне',
  'июле',
  'августе',
  'сентябре',
  'октябре',
  'ноябре',
  'декабре',
];

/** The phrase of a month without a day, the month in another case. */
function inCase({ date, phrase }: Printed, months: readonly string[]): string {
  const index = date.month - 1;
  return phraseText(phrase).replace(LONE_MONTHS[index] ?? '', months[index] ?? '');
}

/** "с 6", "со 2" (со второго), "с января". */
function from(start: Printed): Phrase {
  if (start.date.day === undefined) return [`с ${inCase(start, MONTHS)}`];
  return [start.date.day === 2 ? 'со ' : 'с ', ...start.phrase];
}

/** How dates print in Russian. */
export const dates = dateForms({
  months: MONTHS,
  loneMonths: LONE_MONTHS,
  otherMonths: IN_MONTHS,
  afterYear: ' года',
  of: ' ',
  dash: '–',
  wideDash: ' — ',
  or: () => ' или ',
  day: (day) => [String(day)],
  at: (phrase, date) =>
    date.day === undefined ? [`в ${inCase({ date, phrase }, IN_MONTHS)}`] : phrase,
  ofMonth: (month) => [inCase(month, MONTHS)],
  fromTo: (start, end) => [...from(start), ' по ', ...end.phrase],
});
