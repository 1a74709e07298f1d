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
  const bow = new Bow(start, quadratics, tolerance);
  const cubics: Cubic[] = [];
  for (let at = 0; at < quadratics.length; ) {
    const count = bow.mergeFrom(at);
    cubics.push(bow.merged());
    at += count;
  }
  return cubics;
}

/** More neighbours than a designer's curve has ever been cut into are not tried. */
const LONGEST_RUN = 12;
/** Largest sine of the angle by which rounded points may turn a smooth bow. */
const STRAIGHT = 0.2;
/** Along the curve the two may be apart by this many times the tolerance: that changes no shape. */
const ALONG = 5;

/**
 * Curves that follow one another. It is asked some ten thousand times for a page: coordinates are in flat arrays, and
 * nothing is made anew while it tries.
 */
class Bow {
  readonly #tolerance: number;
  /** Points of the curves as cubic ones: curve n has those from 3n to 3n + 3. */
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** The merged curve, its four points. */
  readonly #mx = new Float64Array(4);
  readonly #my = new Float64Array(4);
  /** Parameter at which each part ends, as a multiple of the first one's share. */
  readonly #ends = new Float64Array(LONGEST_RUN);

  constructor(start: Point, quadratics: readonly Quadratic[], tolerance: number) {
    this.#tolerance = tolerance;
    this.#x = elevated(start, quadratics, 0);
    this.#y = elevated(start, quadratics, 1);
  }

  /** The curve that {@link mergeFrom} has made. */
  merged(): Cubic {
    const [x, y] = [this.#mx, this.#my];
    const point = (at: number): Point => [x[at] ?? 0, y[at] ?? 0];
    return [point(1), point(2), point(3)];
  }

  /**
   * Merges as many curves as one curve is near to; returns their number. Where de Casteljau's construction cuts a curve,
   * the handles on both sides of the cut are as long as the parts' shares of the parameter.
   */
  mergeFrom(at: number): number {
    const most = Math.min(LONGEST_RUN, (this.#x.length - 1) / 3 - at);
    let share = 1;
    let sum = 1;
    let count = 1;
    this.#ends[0] = 1;
    for (; count < most; count++) {
      const cut = 3 * (at + count);
      if (this.#isCorner(cut)) break;
      share *= this.#distance(cut, cut + 1) / this.#distance(cut - 1, cut);
      sum += share;
      this.#ends[count] = sum;
      this.#join(at, count + 1);
      if (!this.#isNear(at, count + 1)) break;
    }
    this.#join(at, count);
    return count;
  }

  /** Its outer handles grow as the parts' shares become the whole. */
  #join(at: number, count: number): void {
    const [from, to] = [3 * at, 3 * (at + count)];
    const first = this.#ends[count - 1] ?? 1;
    const last = first / (first - (this.#ends[count - 2] ?? 0));
    joinOuter(this.#x, from, to, first, last, this.#mx);
    joinOuter(this.#y, from, to, first, last, this.#my);
  }

  /** Measures in the middle and at the end of each part. */
  #isNear(at: number, count: number): boolean {
    const sum = this.#ends[count - 1] ?? 1;
    let from = 0;
    for (let part = 0; part < count; part++) {
      const to = (this.#ends[part] ?? 1) / sum;
      const middle = (from + to) / 2;
      if (!this.#isNearAt(middle, 3 * (at + part), 0.5)) return false;
      if (!this.#isNearAt(to, 3 * (at + part), 1)) return false;
      from = to;
    }
    return true;
  }

  /** Compares the merged curve at `t` with the curve whose points begin at `part`, at its own `at`. */
  #isNearAt(t: number, part: number, at: number): boolean {
    const x = coordinate(this.#x, part, at) - coordinate(this.#mx, 0, t);
    const y = coordinate(this.#y, part, at) - coordinate(this.#my, 0, t);
    const dx = slope(this.#mx, t);
    const dy = slope(this.#my, t);
    const speed = Math.sqrt(dx * dx + dy * dy);
    if (Math.abs(x * dy - y * dx) > this.#tolerance * speed) return false;
    return Math.abs(x * dx + y * dy) <= ALONG * this.#tolerance * speed;
  }

  #isCorner(at: number): boolean {
    const ax = (this.#x[at] ?? 0) - (this.#x[at - 1] ?? 0);
    const ay = (this.#y[at] ?? 0) - (this.#y[at - 1] ?? 0);
    const bx = (this.#x[at + 1] ?? 0) - (this.#x[at] ?? 0);
    const by = (this.#y[at + 1] ?? 0) - (this.#y[at] ?? 0);
    const lengths = Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
    return ax * bx + ay * by <= 0 || Math.abs(ax * by - ay * bx) > STRAIGHT * lengths;
  }

  #distance(a: number, b: number): number {
    const dx = (this.#x[a] ?? 0) - (this.#x[b] ?? 0);
    const dy = (this.#y[a] ?? 0) - (this.#y[b] ?? 0);
    return Math.sqrt(dx * dx + dy * dy);
  }
}

/** A coordinate of each point of the cubic curves that have the shape of quadratic ones. */
function elevated(start: Point, quadratics: readonly Quadratic[], axis: 0 | 1): Float64Array {
  const points = new Float64Array(3 * quadratics.length + 1);
  let from = start[axis];
  points[0] = from;
  for (let index = 0; index < quadratics.length; index++) {
    const [control, end] = quadratics[index] as Quadratic;
    points[3 * index + 1] = from + ((control[axis] - from) * 2) / 3;
    points[3 * index + 2] = end[axis] + ((control[axis] - end[axis]) * 2) / 3;
    points[3 * index + 3] = end[axis];
    from = end[axis];
  }
  return points;
}

/** A coordinate of the curve from one point of a bow to another, with their outer handles made longer. */
function joinOuter(
  points: Float64Array,
  from: number,
  to: number,
  first: number,
  last: number,
  merged: Float64Array,
): void {
  const start = points[from] ?? 0;
  const end = points[to] ?? 0;
  merged[0] = start;
  merged[1] = start + ((points[from + 1] ?? 0) - start) * first;
  merged[2] = end + ((points[to - 1] ?? 0) - end) * last;
  merged[3] = end;
}

/** A coordinate of the curve whose points begin at an index, at a parameter. */
function coordinate(points: Float64Array, at: number, t: number): number {
  const s = 1 - t;
  const start = s * (points[at] ?? 0) + 3 * t * (points[at + 1] ?? 0);
  const end = 3 * s * (points[at + 2] ?? 0) + t * (points[at + 3] ?? 0);
  return s * s * start + t * t * end;
}

/** How fast a coordinate of a curve changes, but for a factor. */
function slope(points: Float64Array, t: number): number {
  const s = 1 - t;
  const p1 = points[1] ?? 0;
  const p2 = points[2] ?? 0;
  const [start, end] = [p1 - (points[0] ?? 0), (points[3] ?? 0) - p2];
  return s * s * start + 2 * s * t * (p2 - p1) + t * t * end;
}
