/** Ink of lines: whether what hangs from one meets what stands on the next, as a vowel sign below may. */
import type { Face } from '../../font/face.ts';
import type { Alignment } from '../../text/justify.ts';
import type { TextLayout } from '../../text/layout.ts';
import type { TextLine } from '../../text/lines.ts';
import { type Contour, outlineOf, type Segment } from '../embed/outline.ts';

/** Points of a curve between which it is taken for straight. */
const STEPS = 6;

/** Lowest and highest ink of a glyph by column of the em's 64th part from `first` on; font units, y upwards. */
interface Profile {
  readonly first: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

const COLUMNS_PER_EM = 64;
const profiles = new WeakMap<Face, Map<number, Profile>>();

function profileOf(face: Face, gid: number): Profile {
  const known = profiles.get(face) ?? new Map<number, Profile>();
  profiles.set(face, known);
  const profile = known.get(gid) ?? makeProfile(outlineOf(face, gid), face.unitsPerEm);
  known.set(gid, profile);
  return profile;
}

function makeProfile(contours: readonly Contour[], unitsPerEm: number): Profile {
  const unit = unitsPerEm / COLUMNS_PER_EM;
  const low = new Map<number, number>();
  const high = new Map<number, number>();
  const mark = (x: number, y: number) => {
    const column = Math.floor(x / unit);
    low.set(column, Math.min(low.get(column) ?? y, y));
    high.set(column, Math.max(high.get(column) ?? y, y));
  };
  for (const contour of contours) traceContour(contour, unit, mark);
  const first = Math.min(...low.keys());
  const count = low.size === 0 ? 0 : Math.max(...low.keys()) - first + 1;
  const at = (values: Map<number, number>, none: number) =>
    Array.from({ length: count }, (_, index) => values.get(first + index) ?? none);
  return {
    first: count === 0 ? 0 : first,
    low: at(low, Number.POSITIVE_INFINITY),
    high: at(high, Number.NEGATIVE_INFINITY),
  };
}

type Mark = (x: number, y: number) => void;

function traceContour({ start, segments }: Contour, unit: number, mark: Mark): void {
  let from = start;
  const closing: Segment = [start];
  for (const segment of [...segments, closing]) {
    let [x0, y0] = from;
    for (let step = 1; step <= STEPS; step += 1) {
      const [x, y] = pointOn(from, segment, step / STEPS);
      traceLine(x0, y0, x, y, unit, mark);
      [x0, y0] = [x, y];
    }
    from = segment.at(-1) ?? from;
  }
}

function traceLine(x0: number, y0: number, x1: number, y1: number, unit: number, mark: Mark): void {
  const count = Math.max(1, Math.ceil((2 * Math.abs(x1 - x0)) / unit));
  for (let index = 0; index <= count; index += 1) {
    const share = index / count;
    mark(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
  }
}

function pointOn(from: readonly number[], segment: Segment, t: number): readonly [number, number] {
  const points = [from, ...segment];
  const weights =
    points.length === 2
      ? [1 - t, t]
      : [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
  const along = (axis: 0 | 1) =>
    points.reduce((sum, point, index) => sum + (weights[index] ?? 0) * (point[axis] ?? 0), 0);
  return [along(0), along(1)];
}

/** A glyph on the page: its origin, and the box of its ink; points, y downwards. */
interface Ink {
  readonly face: Face;
  readonly gid: number;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a line draws. @param at left edge, baseline and width of its column, points */
export function inkOf(
  layout: TextLayout,
  line: TextLine,
  align: Alignment,
  at: { readonly x: number; readonly baseline: number; readonly width: number },
): readonly Ink[] {
  return layout.place(line, align, at).flatMap(({ piece, x: start }) => {
    const { face, size, rise, shaped } = piece;
    const scale = size / face.unitsPerEm;
    let pen = start;
    return shaped.glyphs.map(({ gid, advance, dx, dy }): Ink => {
      const box = face.boxOf(gid);
      const x = pen + dx * scale;
      const y = at.baseline - rise - dy * scale;
      pen += advance * scale;
      return {
        ...{ face, gid, scale, x, y },
        left: x + box.left * scale,
        right: x + box.right * scale,
        top: y - box.top * scale,
        bottom: y - box.bottom * scale,
      };
    });
  });
}

/**
 * Least distance between the ink of a line and of one below it, points; negative where they meet. Boxes tell it where
 * they are `enough` apart, outlines where they are not.
 */
export function clearance(above: readonly Ink[], below: readonly Ink[], enough: number): number {
  const highest = Math.min(...below.map(({ top }) => top));
  const hanging = above.filter(({ bottom }) => highest - bottom < enough);
  let least = Number.POSITIVE_INFINITY;
  for (const upper of hanging) {
    for (const lower of below) {
      if (upper.right <= lower.left || lower.right <= upper.left) continue;
      if (lower.top - upper.bottom < Math.min(enough, least))
        least = Math.min(least, distance(upper, lower));
    }
  }
  return least;
}

/** Between the outlines of two glyphs, column by column. */
function distance(upper: Ink, lower: Ink): number {
  const hanging = profileOf(upper.face, upper.gid);
  const standing = profileOf(lower.face, lower.gid);
  const unit = upper.face.unitsPerEm / COLUMNS_PER_EM;
  const lowerUnit = (lower.face.unitsPerEm / COLUMNS_PER_EM) * lower.scale;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, low] of hanging.low.entries()) {
    const x = upper.x + (hanging.first + index + 0.5) * unit * upper.scale;
    const high = standing.high[Math.floor((x - lower.x) / lowerUnit) - standing.first];
    if (high === undefined) continue;
    least = Math.min(least, lower.y - high * lower.scale - (upper.y - low * upper.scale));
  }
  return least;
}
