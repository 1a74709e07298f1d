/** Justified lines → pieces in their places: rules L1 and L2 of UAX #9. */
import { bidiClassAt } from './bidi.ts';
import type { JustifiedLine } from './justify.ts';
import type { Paragraph } from './levels.ts';
import type { TextPiece } from './shape.ts';

/** A piece in its place on a line. */
export interface PlacedPiece {
  readonly piece: TextPiece;
  /** After rule L1. */
  readonly level: number;
  /** Left edge and width, points. */
  readonly x: number;
  readonly width: number;
}

/**
 * The pieces of a line from left to right.
 *
 * @param left edge of the column, points
 */
export function reorder(
  paragraph: Paragraph,
  { pieces, offset }: JustifiedLine,
  left: number,
): PlacedPiece[] {
  const start = pieces[0]?.piece.start ?? 0;
  const end = pieces.at(-1)?.piece.end ?? start;
  const base = paragraph.base === 'rtl' ? 1 : 0;
  const levels = lineLevels(paragraph.text, paragraph.levels, start, end, base);
  const levelled = pieces.map(({ piece, width }) => {
    return { piece, width, level: levels[piece.start - start] ?? base };
  });
  let x = left + offset;
  return visualOrder(levelled).map(({ piece, level, width }) => {
    const placed = { piece, level, x, width };
    x += width;
    return placed;
  });
}

/** Types that rule L1 counts as white space at the end of a line (with those that X9 removes). */
const TRAILING = new Set([
  'WS',
  'FSI',
  'LRI',
  'RLI',
  'PDI',
  'BN',
  'LRE',
  'RLE',
  'LRO',
  'RLO',
  'PDF',
]);
const SEPARATORS = new Set(['S', 'B']);

/**
 * Levels of the line `text[start, end)` after rule L1: separators, and white space before them or
 * at the line's end, get the paragraph's level.
 *
 * @param levels levels of the whole paragraph, one per UTF-16 unit
 * @returns levels of the line alone
 */
export function lineLevels(
  text: string,
  levels: Uint8Array,
  start: number,
  end: number,
  paragraphLevel: number,
): Uint8Array {
  const line = levels.slice(start, end);
  let trailing = true;
  for (let i = line.length - 1; i >= 0; i -= 1) {
    const type = bidiClassAt(text, start + i);
    if (SEPARATORS.has(type)) trailing = true;
    else if (!TRAILING.has(type)) trailing = false;
    if (trailing) line[i] = paragraphLevel;
  }
  return line;
}

/**
 * Rule L2: the items of a line from left to right, given in logical order. From the highest level
 * down to the lowest odd one, every sequence at that level or higher is reversed.
 */
export function visualOrder<T extends { readonly level: number }>(items: readonly T[]): T[] {
  const order = [...items];
  const levels = items.map((item) => item.level);
  const highest = Math.max(0, ...levels);
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1));
  for (let level = highest; level >= lowestOdd; level -= 1) reverseFrom(order, level);
  return order;
}

function reverseFrom<T extends { readonly level: number }>(order: T[], level: number): void {
  for (let i = 0; i < order.length; i += 1) {
    let end = i;
    while ((order[end]?.level ?? -1) >= level) end += 1;
    if (end > i + 1) order.splice(i, end - i, ...order.slice(i, end).reverse());
    if (end > i) i = end;
  }
}
