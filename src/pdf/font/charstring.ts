/**
 * Contours as Type 2 charstrings (Adobe Technical Note 5177). Of the operators that draw curves only the general one is
 * used: those for curves along an axis need fewer numbers, but deflated the regular stream is the shorter one.
 */
import type { Point } from './cubics.ts';
import type { Contour } from './outline.ts';

/** A contour from its first point on; nothing in it depends on where that point is. Font units. */
export interface EncodedContour {
  readonly start: Point;
  /** Where the pen is at the end, from the first point. */
  readonly moved: Point;
  /** Operators that draw it. */
  readonly bytes: Buffer;
}

const LINES = 5;
const CURVES = 8;
const MOVE = 21;

/** Ends a glyph. */
export const END = Buffer.from([14]);

/** Numbers that an interpreter's stack holds. */
const STACK = 48;

/** Moves the pen to where a contour starts. */
export function moveBy([dx, dy]: Point): Buffer {
  return Buffer.from([...encodeNumber(dx), ...encodeNumber(dy), MOVE]);
}

/** Points are rounded where they stand, so that what is lost does not add up along the contour. */
export function encodeContour({ start, segments }: Contour): EncodedContour {
  const first = rounded(start);
  const bytes: number[] = [];
  let pen = first;
  let operator = 0;
  let numbers = 0;
  for (const segment of segments) {
    const wanted = segment.length === 1 ? LINES : CURVES;
    if (wanted !== operator || numbers + 2 * segment.length > STACK) {
      if (numbers > 0) bytes.push(operator);
      numbers = 0;
    }
    operator = wanted;
    for (const point of segment) {
      const to = rounded(point);
      pushNumber(bytes, to[0] - pen[0]);
      pushNumber(bytes, to[1] - pen[1]);
      pen = to;
      numbers += 2;
    }
  }
  if (numbers > 0) bytes.push(operator);
  return { start: first, moved: [pen[0] - first[0], pen[1] - first[1]], bytes: Buffer.from(bytes) };
}

/** A number of 16 bits (3.2). */
export function encodeNumber(value: number): number[] {
  const bytes: number[] = [];
  pushNumber(bytes, value);
  return bytes;
}

function pushNumber(bytes: number[], value: number): void {
  if (value >= -107 && value <= 107) bytes.push(value + 139);
  else if (value >= 108 && value <= 1131)
    bytes.push(247 + ((value - 108) >> 8), (value - 108) & 0xff);
  else if (value >= -1131 && value <= -108)
    bytes.push(251 + ((-value - 108) >> 8), (-value - 108) & 0xff);
  else bytes.push(28, (value >> 8) & 0xff, value & 0xff);
}

function rounded([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)];
}
