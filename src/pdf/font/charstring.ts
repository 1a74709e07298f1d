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
  return Buffer.concat([encodeNumbers([dx, dy]), Buffer.from([MOVE])]);
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
    for (const point of segment.map(rounded)) {
      bytes.push(...encodeNumber(point[0] - pen[0]), ...encodeNumber(point[1] - pen[1]));
      pen = point;
      numbers += 2;
    }
  }
  if (numbers > 0) bytes.push(operator);
  return { start: first, moved: [pen[0] - first[0], pen[1] - first[1]], bytes: Buffer.from(bytes) };
}

/** Numbers of 16 bits (3.2). */
export function encodeNumbers(values: readonly number[]): Buffer {
  return Buffer.from(values.flatMap(encodeNumber));
}

function encodeNumber(value: number): number[] {
  if (value >= -107 && value <= 107) return [value + 139];
  if (value >= 108 && value <= 1131) return [247 + ((value - 108) >> 8), (value - 108) & 0xff];
  if (value >= -1131 && value <= -108) return [251 + ((-value - 108) >> 8), (-value - 108) & 0xff];
  return [28, (value >> 8) & 0xff, value & 0xff];
}

function rounded([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)];
}
