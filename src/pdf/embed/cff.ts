/**
 * A CFF program that holds just the glyphs of one document (Adobe Technical Notes 5176 and 5177), whatever kind of
 * outlines the font file has: a CFF outline takes fewer bytes than the same in a `glyf` table. It is keyed by CID, the
 * CID being the glyph's index. Hinting is left out: it is a large part of a font, and readers of PDF smooth outlines
 * instead.
 */

import type { Face } from '../../font/face.ts';
import { END, type EncodedContour, encodeContour, encodeNumber, moveBy } from './charstring.ts';
import type { Point } from './cubics.ts';
import { outlineOf } from './outline.ts';
import type { Slot } from './slots.ts';

/** Writes the program: glyph 0 is `.notdef`, glyph n draws `slots[n - 1]`. */
export function cffProgram(face: Face, slots: readonly Slot[], name: string): Buffer {
  const notdef = { parts: [{ gid: 0, dx: 0, dy: 0 }], width: face.advanceOf(0) };
  const charStrings = [notdef, ...slots].map((slot) => charString(face, slot));
  return assemble(face, name, charStrings);
}

/**
 * The width, then each contour in its place (5177, 3.1). Contours that several glyphs have, such as dots, are repeated:
 * deflating finds them, and calls of subroutines would cost more.
 */
function charString(face: Face, { parts, width }: Pick<Slot, 'parts' | 'width'>): Buffer {
  const chunks: Buffer[] = width === 0 ? [] : [encodeNumber(Math.round(width))];
  let pen: Point = [0, 0];
  for (const { gid, dx, dy } of parts) {
    for (const { start, moved, bytes } of contoursOf(face, gid)) {
      const at: Point = [start[0] + Math.round(dx), start[1] + Math.round(dy)];
      chunks.push(moveBy([at[0] - pen[0], at[1] - pen[1]]), bytes);
      pen = [at[0] + moved[0], at[1] + moved[1]];
    }
  }
  return Buffer.concat([...chunks, END]);
}

const outlines = new WeakMap<Face, Map<number, readonly EncodedContour[]>>();

/** The contours of one glyph of the font file; worked out once for all documents. */
function contoursOf(face: Face, gid: number): readonly EncodedContour[] {
  const known = outlines.get(face) ?? new Map<number, readonly EncodedContour[]>();
  outlines.set(face, known);
  const contours = known.get(gid) ?? outlineOf(face, gid).map(encodeContour);
  known.set(gid, contours);
  return contours;
}

/** Operators of DICT data; those of two bytes begin with 12. */
const FONT_BBOX = [5];
const FONT_MATRIX = [12, 7];
const CHARSET = [15];
const CHAR_STRINGS = [17];
const PRIVATE = [18];
const ROS = [12, 30];
const CID_COUNT = [12, 34];
const FD_ARRAY = [12, 36];
const FD_SELECT = [12, 37];
/** The first two strings of a font's own, 391 and 392, and 0: shortest, as some readers look for ROS at fixed places. */
const ADOBE_IDENTITY_0 = [248, 27, 248, 28, 139];

/** Offsets are written in five bytes whatever their value, so that lengths are known before them. */
function assemble(face: Face, name: string, glyphs: readonly Buffer[]): Buffer {
  const count = glyphs.length;
  const header = Buffer.from([1, 0, 4, 4]);
  const names = index([Buffer.from(name, 'latin1')]);
  const strings = index([Buffer.from('Adobe'), Buffer.from('Identity')]);
  const subroutines = index([]);
  const charset = Buffer.from([2, ...card16(1), ...card16(count - 2)]);
  const select = Buffer.from([3, ...card16(1), ...card16(0), 0, ...card16(count)]);
  const charStrings = index(glyphs);
  // One font dictionary, whose private one is empty: both widths that a charstring may leave out are zero.
  const fonts = index([dictData([[[0, 0], PRIVATE]])]);
  const head = (at: Offsets) => {
    return [header, names, index([topDictData(face, count, at)]), strings, subroutines];
  };
  const first = head(NOWHERE).reduce((sum, { length }) => sum + length, 0);
  const at = places(first, [charset, select, charStrings]);
  return Buffer.concat([...head(at), charset, select, charStrings, fonts]);
}

/** Where blocks start in the program. */
interface Offsets {
  readonly charset: number;
  readonly select: number;
  readonly charStrings: number;
  readonly fonts: number;
}
const NOWHERE: Offsets = { charset: 0, select: 0, charStrings: 0, fonts: 0 };

function places(first: number, blocks: readonly Buffer[]): Offsets {
  const at = [first];
  for (const { length } of blocks) at.push((at.at(-1) ?? 0) + length);
  const [charset = 0, select = 0, charStrings = 0, fonts = 0] = at;
  return { charset, select, charStrings, fonts };
}

function topDictData(face: Face, count: number, at: Offsets): Buffer {
  const scale = real(1 / face.unitsPerEm);
  const matrix = [...scale, NOUGHT, NOUGHT, ...scale, NOUGHT, NOUGHT, ...FONT_MATRIX];
  // veraPDF (2025) takes the operands of ROS for those of a matrix that follows it, so the charset comes between.
  return Buffer.concat([
    Buffer.from([...ADOBE_IDENTITY_0, ...ROS]),
    dictData([[[at.charset], CHARSET]]),
    Buffer.from(face.unitsPerEm === DEFAULT_UNITS_PER_EM ? [] : matrix),
    dictData([
      [face.info.bbox, FONT_BBOX],
      [[count], CID_COUNT],
      [[at.select], FD_SELECT],
      [[at.charStrings], CHAR_STRINGS],
      [[at.fonts], FD_ARRAY],
    ]),
  ]);
}

/** What a font without a matrix of its own has. */
const DEFAULT_UNITS_PER_EM = 1000;
const NOUGHT = 139;

/** Operands, then their operator (5176, 4). */
function dictData(
  entries: readonly [operands: readonly number[], operator: readonly number[]][],
): Buffer {
  return Buffer.from(
    entries.flatMap(([operands, operator]) => [...operands.flatMap(integer), ...operator]),
  );
}

/** A DICT integer in its longest form. */
function integer(value: number): number[] {
  return [29, (value >> 24) & 0xff, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}

const NIBBLES = '0123456789.E';
const NEGATIVE_EXPONENT = 0xc;
const END_OF_REAL = 0xf;

/** A DICT real number: its decimal digits in half bytes (5176, table 5). */
function real(value: number): number[] {
  const nibbles = [...value.toExponential(8).replace('e', 'E').replace('E-', '-')].map((digit) =>
    digit === '-' ? NEGATIVE_EXPONENT : NIBBLES.indexOf(digit),
  );
  nibbles.push(END_OF_REAL);
  if (nibbles.length % 2 === 1) nibbles.push(END_OF_REAL);
  const bytes = nibbles.flatMap((nibble, at) =>
    at % 2 === 0 ? [(nibble << 4) | (nibbles[at + 1] ?? 0)] : [],
  );
  return [30, ...bytes];
}

function card16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

/** INDEX: count, offset size, offsets from 1, data (5176, 5). */
function index(items: readonly Buffer[]): Buffer {
  if (items.length === 0) return Buffer.from(card16(0));
  const end = items.reduce((sum, { length }) => sum + length, 1);
  const size = end < 0x100 ? 1 : end < 0x10000 ? 2 : end < 0x1000000 ? 3 : 4;
  const offsets = Buffer.alloc(size * (items.length + 1));
  let offset = 1;
  offsets.writeUIntBE(offset, 0, size);
  for (const [at, item] of items.entries()) {
    offset += item.length;
    offsets.writeUIntBE(offset, size * (at + 1), size);
  }
  return Buffer.concat([Buffer.from([...card16(items.length), size]), offsets, ...items]);
}
