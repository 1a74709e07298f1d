/** Helpers that print dates, times, ranges and numbers. */
import { compareDates } from '../../data/schema/values.ts';
import type { Span } from '../../diagnostic.ts';
import type { MonthCase, RangeStyle } from '../../language/dates.ts';
import type { Phrase } from '../../language/phrase.ts';
import type { DateValue } from '../../model.ts';
import { phraseInline } from '../parts/print.ts';
import { amountLine } from '../parts/print-value.ts';
import type { Value } from '../template/values.ts';
import { type Call, lineValue, optionText } from './types.ts';

function printed(phrase: Phrase, span: Span | undefined): Value {
  return lineValue([phraseInline(phrase, span)]);
}

/** The date that a parameter stands for: its own, or the first of its period. */
function dateOf(value: Value | undefined): DateValue | undefined {
  if (value?.type === 'date') return value.date;
  return value?.type === 'period' ? value.start : undefined;
}

/** `{{date d style="day-month"}}` */
export function dateText(call: Call): Value | undefined {
  const date = dateOf(call.parameters[0]);
  const style = optionText(call, 'style') === 'day-month' ? 'day-month' : 'full';
  return date && printed(call.writer.pack.date(date.value, style), date.span);
}

/** `(before event.start letter.date)`: a month and a day of it count as the same. */
export function isBefore({ parameters }: Call): boolean {
  const [first, second] = parameters.map(dateOf);
  return first !== undefined && second !== undefined && compareDates(first.value, second.value) < 0;
}

/** The two ends of `{{range x}}` or `{{range a b}}`; a phase of one day has one. */
function endsOf([first, second]: Call['parameters']): [DateValue, DateValue] | undefined {
  if (first?.type === 'period') return [first.start, first.end];
  if (first?.type === 'phase') return [first.phase.start, first.phase.end ?? first.phase.start];
  if (first?.type !== 'date') return undefined;
  return second?.type === 'date' ? [first.date, second.date] : [first.date, first.date];
}

/** `{{range event style="prose"}}`; `during` says «في الفترة من … إلى …» in Arabic. */
export function rangeText(call: Call): Value | undefined {
  const ends = endsOf(call.parameters);
  if (!ends) return undefined;
  const [start, end] = ends;
  const style = (optionText(call, 'style') as RangeStyle | undefined) ?? 'heading';
  return printed(call.writer.pack.range(start.value, end.value, style), start.span);
}

/** `{{year event.start}}`: never grouped. */
export function yearText({ parameters }: Call): Value | undefined {
  const date = dateOf(parameters[0]);
  return date && printed([{ ltr: String(date.value.year) }], date.span);
}

/** `{{month d}}`: "July 2026"; `case="of"`: « de juillet 2026 », « d'avril 2026 ». */
export function monthText(call: Call): Value | undefined {
  const date = dateOf(call.parameters[0]);
  const wanted = optionText(call, 'case') as MonthCase | undefined;
  return date && printed(call.writer.pack.month(date.value, wanted), date.span);
}

/** `{{time phase.from}}` */
export function clockTime({ parameters: [time], writer }: Call): Value | undefined {
  if (time?.type !== 'time') return undefined;
  return printed(writer.pack.time(time.time.value), time.time.span);
}

/** `{{timerange phase.from phase.until}}` */
export function timeRangeText({ parameters: [from, until], writer }: Call): Value | undefined {
  if (from?.type !== 'time' || until?.type !== 'time') return undefined;
  return printed(writer.pack.timeRange(from.time.value, until.time.value), from.time.span);
}

/** `{{phaseDate phase}}`: a day or month, a range, or alternatives, by what the phase has. */
export function phaseText({ parameters: [value], writer }: Call): Value | undefined {
  if (value?.type !== 'phase') return undefined;
  const { start, end, or } = value.phase;
  if (or) return printed(writer.pack.alternatives(start.value, or.value), start.span);
  if (end) return printed(writer.pack.range(start.value, end.value), start.span);
  return printed(writer.pack.date(start.value), start.span);
}

/** `{{number letter.numbers.projects}}`: grouped by the language. */
export function numberText({ parameters: [value], writer }: Call): Value | undefined {
  if (value?.type === 'amount') {
    return lineValue(amountLine(value.amount, undefined, writer.pack, value.span));
  }
  if (value?.type !== 'number') return undefined;
  return printed([{ ltr: writer.pack.number(value.number) }], value.span);
}

/** `{{money recipient.extra.fee currency="CHF"}}`: an amount with its currency, which the list may give. */
export function moneyText(call: Call): Value | undefined {
  const [value] = call.parameters;
  const { pack, problems } = call.writer;
  if (value?.type !== 'amount' && value?.type !== 'number') return undefined;
  const amount = value.type === 'amount' ? value.amount : value.number;
  const own = value.type === 'amount' ? value.currency : undefined;
  const given = optionText(call, 'currency');
  if (own && given && own !== given) {
    const message = `the amount is in ${own}, and not in ${given}`;
    problems.error('bad-argument', call.span, message, 'leave currency="…" out');
    return undefined;
  }
  const currency = own ?? given;
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) {
    const message =
      currency === undefined ? 'the amount has no currency' : `"${currency}" is not a currency`;
    const hint =
      'give its code (ISO 4217): currency="CHF", or in the list with the type of the column';
    problems.error('bad-argument', call.span, message, hint);
    return undefined;
  }
  return lineValue(amountLine(amount, currency, pack, value.span));
}
