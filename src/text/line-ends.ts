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

/** First fit: for text that is not justified. */
export function greedyEnds(segments: readonly Segment[], width: number): LineEnds {
  const ends: number[] = [];
  let used = 0;
  let start = 0;
  segments.forEach((segment, index) => {
    if (index > start && used + segment.width - segment.trail > width + TOLERANCE) {
      ends.push(index);
      start = index;
      used = 0;
    }
    used += segment.width;
    if (segment.forced) {
      ends.push(index + 1);
      start = index + 1;
      used = 0;
    }
  });
  if (start < segments.length || ends.length === 0) ends.push(segments.length);
  return ends;
}

interface Best {
  readonly cost: number;
  /** Start of the last line. */
  readonly from: number;
}

/**
 * Total fit: the breaks for which the sum of the cubes of how much spaces are widened or narrowed is
 * least over the paragraph (after Knuth and Plass, Breaking Paragraphs into Lines, 1981).
 */
export function optimalEnds(segments: readonly Segment[], width: number): LineEnds {
  const best: Best[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= segments.length; end += 1)
    best.push(bestLine(segments, end, best, width));
  const ends: number[] = [];
  for (let end = segments.length; end > 0; end = best[end]?.from ?? 0) ends.unshift(end);
  return ends.length > 0 ? ends : [0];
}

/** The best line that ends before segment `end`, with the best lines before it. */
function bestLine(
  segments: readonly Segment[],
  end: number,
  best: readonly Best[],
  width: number,
): Best {
  const last = segments[end - 1];
  let natural = -(last?.trail ?? 0);
  let stretch = -(last?.trailStretch ?? 0);
  let found: Best = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
  for (let from = end - 1; from >= 0; from -= 1) {
    const segment = segments[from];
    if (!segment || (from < end - 1 && segment.forced)) break;
    natural += segment.width;
    stretch += segment.stretch;
    if (from < end - 1 && natural - stretch * SHRINK > width + TOLERANCE) break;
    const final = end === segments.length || last?.forced === true;
    const cost = (best[from]?.cost ?? 0) + lineCost(width - natural, stretch, final);
    if (cost < found.cost) found = { cost, from };
  }
  return found;
}

/** @param slack points that are left on the line */
function lineCost(slack: number, stretch: number, final: boolean): number {
  if (final && slack >= -TOLERANCE) return LINE;
  const ratio = slack / Math.max(stretch, LEAST_STRETCH);
  return LINE + (ratio >= 0 ? WIDENED * ratio ** 3 : NARROWED * (-ratio) ** 3);
}
