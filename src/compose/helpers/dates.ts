/** Helpers that print dates, times, ranges and numbers. */
import type { Span } from '../../diagnostic.ts';
import type { MonthCase, RangeStyle } from '../../language/dates.ts';
import type { Phrase } from '../../language/phrase.ts';
import type { DateValue } from '../../model.ts';
import { phraseInline } from '../parts/print.ts';
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
  if (value?.type !== 'number') return undefined;
  return printed([{ ltr: writer.pack.number(value.number) }], value.span);
}
