/** Where the lines of a paragraph end: greedily, or best for the paragraph as a whole. */
import type { Segment } from './segments.ts';

/** Index after the last segment of each line. */
export type LineEnds = readonly number[];

/** Points; floating-point sums must not push a line that fits onto the next. */
const TOLERANCE = 0.01;
/** Spaces may be narrowed by so much of their width. */
const SHRINK = 0.15;
/** Costs of a line: for being one, and for spaces widened or narrowed by their whole width. */
const LINE = 1;
const WIDENED = 100;
const NARROWED = 100 * (1 / SHRINK) ** 3;
/** A line without a space to widen keeps a gap at its end: it counts as a space of so many points widened. */
const LEAST_STRETCH = 1;

/** From here on a line is seen to be loose, which nothing else makes good. */
const VERY_LOOSE = 3.8;
const VERY_LOOSE_COST = 1_000;
/** A last line of one word, or of so small a share of the width, looks left over. */
const LEFTOVER = 0.12;
const LEFTOVER_COST = 60;
/** Balanced lines: one line more, and room that is left on a whole line. */
const ANOTHER_LINE = 10_000;
const EMPTY_LINE = 100;
/** A ragged line is ended before its last possible break only if so much of it is filled. */
const LEAST_FILLED = 0.5;

/** First fit: for text that is not justified. A break that costs something is left for a better one not far before it. */
export function greedyEnds(segments: readonly Segment[], width: number): LineEnds {
  const ends: number[] = [];
  let used = 0;
  let start = 0;
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] as Segment;
    if (index > start && used + segment.width - segment.trail > width + TOLERANCE) {
      const end = betterEnd(segments, start, index, width);
      ends.push(end);
      start = end;
      used = totalOf(segments, end, index);
    }
    used += segment.width;
    if (segment.forced) {
      ends.push(index + 1);
      start = index + 1;
      used = 0;
    }
  }
  if (start < segments.length || ends.length === 0) ends.push(segments.length);
  return ends;
}

/** The end of a line that could reach up to segment `last`. */
function betterEnd(
  segments: readonly Segment[],
  start: number,
  last: number,
  width: number,
): number {
  const costAt = (end: number) => segments[end - 1]?.cost ?? 0;
  if (costAt(last) === 0) return last;
  let best = last;
  let least = costAt(last);
  for (let end = last - 1; end > start; end -= 1) {
    const filled = totalOf(segments, start, end);
    if (filled < width * LEAST_FILLED) break;
    const cost = costAt(end) + EMPTY_LINE * (1 - filled / width) ** 2;
    if (cost < least) [best, least] = [end, cost];
  }
  return best;
}

function totalOf(segments: readonly Segment[], from: number, to: number): number {
  return segments.slice(from, to).reduce((sum, segment) => sum + segment.width, 0);
}

interface Best {
  readonly cost: number;
  /** Start of the last line. */
  readonly from: number;
}

/** What a line costs that lacks `slack` points, has `stretch` points of widening, and ends a paragraph or not. */
type LineCost = (line: {
  readonly slack: number;
  readonly stretch: number;
  readonly final: boolean;
  /** Whether it is one of several lines, and of a single segment. */
  readonly single: boolean;
}) => number;

/**
 * Total fit: the breaks for which the sum of the cubes of how much spaces are widened or narrowed is
 * least over the paragraph (after Knuth and Plass, Breaking Paragraphs into Lines, 1981).
 */
export function justifiedEnds(segments: readonly Segment[], width: number): LineEnds {
  return bestEnds(segments, width, SHRINK, ({ slack, stretch, final, single }) => {
    if (final && slack >= -TOLERANCE) {
      const leftover = single || width - slack < width * LEFTOVER;
      return LINE + (leftover ? LEFTOVER_COST : 0);
    }
    const ratio = slack / Math.max(stretch, LEAST_STRETCH);
    const loose = ratio > VERY_LOOSE ? VERY_LOOSE_COST : 0;
    return LINE + loose + (ratio >= 0 ? WIDENED * ratio ** 3 : NARROWED * (-ratio) ** 3);
  });
}

/** As few lines as there can be, of about one width: for titles and names. */
export function balancedEnds(segments: readonly Segment[], width: number): LineEnds {
  return bestEnds(
    segments,
    width,
    0,
    ({ slack }) => ANOTHER_LINE + EMPTY_LINE * (slack / width) ** 2,
  );
}

function bestEnds(
  segments: readonly Segment[],
  width: number,
  shrink: number,
  lineCost: LineCost,
): LineEnds {
  const best: Best[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= segments.length; end += 1)
    best.push(bestLine(segments, end, best, { width, shrink, lineCost }));
  const ends: number[] = [];
  for (let end = segments.length; end > 0; end = best[end]?.from ?? 0) ends.unshift(end);
  return ends.length > 0 ? ends : [0];
}

/** The best line that ends before segment `end`, with the best lines before it. */
function bestLine(
  segments: readonly Segment[],
  end: number,
  best: readonly Best[],
  {
    width,
    shrink,
    lineCost,
  }: { readonly width: number; readonly shrink: number; readonly lineCost: LineCost },
): Best {
  const { final, ending, trail, trailStretch } = endingOf(segments, end);
  let natural = -trail;
  let stretch = -trailStretch;
  let found: Best = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
  for (let from = end - 1; from >= 0; from -= 1) {
    const segment = segments[from];
    const more = from < end - 1;
    if (!segment || (more && segment.forced)) break;
    natural += segment.width;
    stretch += segment.stretch;
    if (more && natural - stretch * shrink > width + TOLERANCE) break;
    const single = !more && !opensText(segments, from);
    const line = lineCost({ slack: width - natural, stretch, final, single });
    const cost = (best[from]?.cost ?? 0) + line + ending;
    if (cost < found.cost) found = { cost, from };
  }
  return found;
}

/** What a line has that ends before segment `end`; the demerits of its break. */
function endingOf(segments: readonly Segment[], end: number) {
  const { forced = false, cost = 0, trail = 0, trailStretch = 0 } = segments[end - 1] ?? {};
  const final = forced || end === segments.length;
  return { final, ending: final ? 0 : cost, trail, trailStretch };
}

/** Whether a segment begins the paragraph, or a line after a forced break. */
function opensText(segments: readonly Segment[], index: number): boolean {
  return index === 0 || segments[index - 1]?.forced === true;
}
