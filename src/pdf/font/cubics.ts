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
    if (curve) best = { count, curve };
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

/** Parameters, between 0 and 1, at which one curve would be cut into the parts. */
function cutsOf(parts: readonly Curve[]): number[] | undefined {
  const shares = [1];
  for (const [index, next] of parts.slice(1).entries()) {
    const before = parts[index] as Curve;
    const ratio = distance(next[0], next[1]) / distance(before[2], before[3]);
    shares.push((shares[index] ?? 1) * ratio);
  }
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!(sum > 0 && Number.isFinite(sum))) return undefined;
  let reached = 0;
  return shares.slice(0, -1).map((share) => {
    reached += share;
    return reached / sum;
  });
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
  return parts.every((part, index) => {
    const from = cuts[index - 1] ?? 0;
    const to = cuts[index] ?? 1;
    return SAMPLES.every((at) => {
      const t = from + at * (to - from);
      const apart = difference(pointOn(part, at), pointOn(merged, t));
      const { along, across } = resolve(apart, tangentOf(merged, t));
      return across <= tolerance && along <= ALONG * tolerance;
    });
  });
}

/** Lengths of a vector's parts along a direction and across it. */
function resolve([x, y]: Point, [dx, dy]: Point): { along: number; across: number } {
  const length = Math.hypot(dx, dy);
  if (length === 0) return { along: 0, across: Math.hypot(x, y) };
  return { along: Math.abs(x * dx + y * dy) / length, across: Math.abs(x * dy - y * dx) / length };
}

function tangentOf([p0, p1, p2, p3]: Curve, t: number): Point {
  const s = 1 - t;
  const weights = [s * s, 2 * s * t, t * t] as const;
  const [a, b, c] = [difference(p1, p0), difference(p2, p1), difference(p3, p2)];
  const along = (axis: 0 | 1) => weights[0] * a[axis] + weights[1] * b[axis] + weights[2] * c[axis];
  return [along(0), along(1)];
}

function pointOn([p0, p1, p2, p3]: Curve, t: number): Point {
  const s = 1 - t;
  const weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t] as const;
  const along = (axis: 0 | 1) =>
    weights[0] * p0[axis] + weights[1] * p1[axis] + weights[2] * p2[axis] + weights[3] * p3[axis];
  return [along(0), along(1)];
}

/** The point at a part of the way from one to another; beyond it for a part over 1. */
function between(from: Point, to: Point, part: number): Point {
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}

function difference(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
