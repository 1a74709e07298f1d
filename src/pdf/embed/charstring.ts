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
  const writer = new Writer(7);
  writer.number(dx);
  writer.number(dy);
  writer.byte(MOVE);
  return writer.finish();
}

/** Points are rounded where they stand, so that what is lost does not add up along the contour. */
export function encodeContour({ start, segments }: Contour): EncodedContour {
  const first = rounded(start);
  const writer = new Writer(LONGEST_SEGMENT * (segments.length + 1));
  let [x, y] = first;
  let operator = 0;
  let numbers = 0;
  for (const segment of segments) {
    const wanted = segment.length === 1 ? LINES : CURVES;
    if (wanted !== operator || numbers + 2 * segment.length > STACK) {
      if (numbers > 0) writer.byte(operator);
      numbers = 0;
    }
    operator = wanted;
    for (let index = 0; index < segment.length; index++) {
      const point = segment[index] as Point;
      const [toX, toY] = [Math.round(point[0]), Math.round(point[1])];
      writer.number(toX - x);
      writer.number(toY - y);
      x = toX;
      y = toY;
    }
    numbers += 2 * segment.length;
  }
  if (numbers > 0) writer.byte(operator);
  return { start: first, moved: [x - first[0], y - first[1]], bytes: writer.finish() };
}

/** Bytes of six numbers and an operator. */
const LONGEST_SEGMENT = 19;

/** A number of 16 bits (3.2). */
export function encodeNumber(value: number): Buffer {
  const writer = new Writer(3);
  writer.number(value);
  return writer.finish();
}

class Writer {
  readonly #bytes: Buffer;
  #length = 0;

  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafe(size);
  }

  byte(value: number): void {
    this.#bytes[this.#length++] = value;
  }

  /** A number of 16 bits (3.2). */
  number(value: number): void {
    const size = Math.abs(value);
    if (size <= 107) this.byte(value + 139);
    else if (size <= 1131) {
      this.byte((value > 0 ? 247 : 251) + ((size - 108) >> 8));
      this.byte((size - 108) & 0xff);
    } else {
      this.byte(28);
      this.byte((value >> 8) & 0xff);
      this.byte(value & 0xff);
    }
  }

  finish(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}

function rounded([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)];
}
