/**
 * Quadratic curves as few cubic ones. A designer draws a bow as one cubic curve; the TrueType file approximates it by
 * several quadratic ones, whose points cost more bytes than the curve that they came from.
 */

/** A point, font units. */
export type Point = readonly [x: number, y: number];
/** A quadratic curve after the point where the last one ended: control point and end. */
export type Quadratic = readonly [control: Point, end: Point];
/** A cubic curve after the point where the last one ended: control points and end. */
export type Cubic = readonly [control1: Point, control2: Point, end: Point];
/** A cubic curve with its start. */
type Curve = readonly [Point, Point, Point, Point];

/** More neighbours than a designer's curve has ever been cut into are not tried. */
const LONGEST_RUN = 12;

/**
 * Cubic curves in place of quadratic ones that follow one another.
 *
 * @param start where the first one starts
 * @param tolerance largest distance between the old and the new curve, font units
 */
export function fewerCubics(
  start: Point,
  quadratics: readonly Quadratic[],
  tolerance: number,
): Cubic[] {
  const curves = elevated(start, quadratics);
  const cubics: Cubic[] = [];
  for (let at = 0; at < curves.length; ) {
    const { count, curve } = longestMerge(curves, at, tolerance);
    cubics.push([curve[1], curve[2], curve[3]]);
    at += count;
  }
  return cubics;
}

/** Each quadratic curve as the cubic one of the same shape. */
function elevated(start: Point, quadratics: readonly Quadratic[]): Curve[] {
  let from = start;
  return quadratics.map(([control, end]) => {
    const curve: Curve = [from, between(from, control, 2 / 3), between(end, control, 2 / 3), end];
    from = end;
    return curve;
  });
}

interface Merge {
  /** How many curves became one. */
  readonly count: number;
  readonly curve: Curve;
}

function longestMerge(curves: readonly Curve[], at: number, tolerance: number): Merge {
  const most = Math.min(LONGEST_RUN, curves.length - at);
  let best: Merge = { count: 1, curve: curves[at] as Curve };
  for (let count = 2; count <= most; count++) {
    const curve = mergedWithin(curves.slice(at, at + count), tolerance);
    if (!curve) break;
    best = { count, curve };
  }
  return best;
}

/**
 * The cubic curve that would be cut into these parts, if there is one that they are near to. Where de Casteljau's
 * construction cuts a curve, the handles on both sides of the cut are as long as the parts' shares of the parameter.
 */
function mergedWithin(parts: readonly Curve[], tolerance: number): Curve | undefined {
  const cuts = cutsOf(parts);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!cuts || !first || !last) return undefined;
  const firstShare = cuts[0] ?? 1;
  const lastShare = 1 - (cuts.at(-1) ?? 0);
  const merged: Curve = [
    first[0],
    between(first[0], first[1], 1 / firstShare),
    between(last[3], last[2], 1 / lastShare),
    last[3],
  ];
  return isNear(merged, parts, cuts, tolerance) ? merged : undefined;
}

/** Parameters, between 0 and 1, at which one curve would be cut into the parts; undefined if there is a corner. */
function cutsOf(parts: readonly Curve[]): number[] | undefined {
  const ends = [1];
  let share = 1;
  let sum = 1;
  for (let index = 1; index < parts.length; index++) {
    const [before, next] = [parts[index - 1] as Curve, parts[index] as Curve];
    if (isCorner(before[2], next[0], next[1])) return undefined;
    share *= distance(next[0], next[1]) / distance(before[2], before[3]);
    sum += share;
    ends.push(sum);
  }
  return ends.slice(0, -1).map((end) => end / sum);
}

/** Largest sine of the angle by which rounded points may turn a smooth bow. */
const STRAIGHT = 0.2;

function isCorner(before: Point, at: Point, after: Point): boolean {
  const [ax, ay] = [at[0] - before[0], at[1] - before[1]];
  const [bx, by] = [after[0] - at[0], after[1] - at[1]];
  const lengths = Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
  return ax * bx + ay * by <= 0 || Math.abs(ax * by - ay * bx) > STRAIGHT * lengths;
}

/** Places on each part, of its own parameter, where its distance from the merged curve is measured. */
const SAMPLES = [0.25, 0.5, 0.75, 1];
/** Along the curve the two may be apart by this many times the tolerance: that changes no shape. */
const ALONG = 5;

function isNear(
  merged: Curve,
  parts: readonly Curve[],
  cuts: readonly number[],
  tolerance: number,
): boolean {
  for (const [index, part] of parts.entries()) {
    const from = cuts[index - 1] ?? 0;
    const share = (cuts[index] ?? 1) - from;
    for (const at of SAMPLES) {
      if (!isNearAt(merged, from + at * share, part, at, tolerance)) return false;
    }
  }
  return true;
}

/** Compares a point of the merged curve with one of a part. It runs some ten thousand times for a letter: no objects. */
function isNearAt(merged: Curve, t: number, part: Curve, at: number, tolerance: number): boolean {
  const x = coordinate(part, at, 0) - coordinate(merged, t, 0);
  const y = coordinate(part, at, 1) - coordinate(merged, t, 1);
  const dx = slope(merged, t, 0);
  const dy = slope(merged, t, 1);
  const speed = Math.sqrt(dx * dx + dy * dy);
  if (Math.abs(x * dy - y * dx) > tolerance * speed) return false;
  return Math.abs(x * dx + y * dy) <= ALONG * tolerance * speed;
}

function coordinate(curve: Curve, t: number, axis: 0 | 1): number {
  const s = 1 - t;
  const start = s * curve[0][axis] + 3 * t * curve[1][axis];
  const end = 3 * s * curve[2][axis] + t * curve[3][axis];
  return s * s * start + t * t * end;
}

/** How fast a coordinate changes, but for a factor. */
function slope(curve: Curve, t: number, axis: 0 | 1): number {
  const s = 1 - t;
  const [p0, p1, p2, p3] = [curve[0][axis], curve[1][axis], curve[2][axis], curve[3][axis]];
  return s * s * (p1 - p0) + 2 * s * t * (p2 - p1) + t * t * (p3 - p2);
}

/** The point at a part of the way from one to another; beyond it for a part over 1. */
function between(from: Point, to: Point, part: number): Point {
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
}
