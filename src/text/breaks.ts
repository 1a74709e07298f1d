/** Where a line may break: UAX #14 on the visible text of a paragraph. */
import LineBreaker from 'linebreak';
import { LANGUAGES, languagePack } from '../language/languages.ts';
import { breakCosts } from './break-costs.ts';
import { findDayMonths } from './day-month.ts';
import type { Paragraph } from './levels.ts';

export interface BreakPoint {
  /** UTF-16 offset in the paragraph's text before which the new line starts. */
  readonly position: number;
  readonly forced: boolean;
  /** Not taken unless what stands around it is wider than the column. */
  readonly withheld: boolean;
  /** Demerits; see break-costs.ts. */
  readonly cost: number;
}

/**
 * The break points of a paragraph in order, its end included. Bidi controls are taken out first:
 * they must not hide a break (LB9 would glue them to their neighbours) nor allow one.
 */
export function findBreaks(paragraph: Paragraph): BreakPoint[] {
  const { text, solids } = paragraph;
  const { stripped, offsets } = withoutControls(text);
  const breaker = new LineBreaker(stripped);
  const days = findDayMonths(stripped, paragraph.language);
  const addresses = paragraph.addresses.map(({ start, end }) => ({
    start: offsets.findIndex((offset) => offset >= start),
    end: offsets.findLastIndex((offset) => offset < end) + 1,
  }));
  const holds = heldWords(paragraph.language);
  const costOf = breakCosts(stripped, addresses, paragraph.language, paragraph.breaking);
  const found: BreakPoint[] = [];
  for (let point = breaker.nextBreak(); point; point = breaker.nextBreak()) {
    const position = offsets[point.position] ?? text.length;
    if (isInside(solids, position) || isInside(days, point.position)) continue;
    if (splitsWhole(stripped, point.position, holds)) continue;
    const forced = point.required && position < text.length;
    const cost = position < text.length && !forced ? costOf(point.position) : 0;
    const withheld = cost === 'withheld';
    found.push({ position, forced, withheld, cost: withheld ? 0 : cost });
  }
  return found;
}

/** Whether a line would end within an address or a name, after a word that no line ends with, or an indent. */
function splitsWhole(text: string, at: number, holds: RegExp | undefined): boolean {
  if (splitsAddress(text, at) || splitsName(text, at)) return true;
  return holds?.test(text.slice(Math.max(0, at - 3), at)) || INDENT.test(text.slice(0, at));
}

/** The words that no line of the language ends with. */
function heldWords(language: string): RegExp | undefined {
  const known = LANGUAGES.find((one) => one === language);
  return known && languagePack(known).typography.holdsNext;
}

function isInside(stretches: Paragraph['solids'], position: number): boolean {
  return stretches.some(({ start, end }) => position > start && position < end);
}

/** What Chinese puts before the first line of a paragraph: it stays with that line. */
const INDENT = /^\u3000+$/;

/**
 * Bidi controls, and the soft hyphen, for which no hyphen would be drawn. The zero-width space and
 * the word joiner stay: they say where a line may break.
 */
const TRANSPARENT = /[\u00AD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** `offsets[i]` is the offset in `text` of unit `i` of the stripped text. */
function withoutControls(text: string): { stripped: string; offsets: number[] } {
  const offsets: number[] = [];
  let stripped = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i);
    if (TRANSPARENT.test(unit)) continue;
    offsets.push(i);
    stripped += unit;
  }
  return { stripped, offsets };
}

/** UAX #14 breaks after any hyphen, which tears a name that begins with an acronym: ONU-Femmes. */
function splitsName(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - 7), position);
  return /(?<![\p{L}\p{N}-])\p{Lu}{2,5}-$/u.test(before) && /^\p{L}/u.test(text.slice(position));
}

/** UAX #14 breaks after `https://`, which leaves a bare scheme at the line's end. */
function splitsAddress(text: string, position: number): boolean {
  return /:\/\/?$/.test(text.slice(Math.max(0, position - 3), position));
}
