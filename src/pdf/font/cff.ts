/**
 * A CFF program that holds just the glyphs of one document (Adobe Technical Notes 5176 and 5177), for fonts whose
 * outlines are not in a `glyf` table as they stand: OpenType with CFF, and instances of variable fonts. It is keyed by
 * CID, the CID being the glyph's index; widths and outlines are in 1/1000 em.
 */
import type { Face } from './face.ts';
import { outlineOf, type PathStep } from './outline.ts';
import type { Slot } from './slots.ts';

/** Writes the program: glyph 0 is `.notdef`, glyph n draws `slots[n - 1]`. */
export function cffProgram(face: Face, slots: readonly Slot[], name: string): Buffer {
  const notdef = { parts: [{ gid: 0, dx: 0, dy: 0 }], width: face.advanceOf(0) };
  const charStrings = index([notdef, ...slots].map((slot) => charString(face, slot)));
  const count = slots.length + 1;
  const blocks = {
    charset: Buffer.from([2, ...card16(1), ...card16(count - 2)]),
    select: Buffer.from([3, ...card16(1), ...card16(0), 0, ...card16(count)]),
    charStrings,
    // One font dictionary, whose private one is empty: both widths that a charstring may leave out are zero.
    fonts: index([Buffer.from([...integer(0), ...integer(0), PRIVATE])]),
  };
  return assemble(face, name, count, blocks);
}

interface Blocks {
  readonly charset: Buffer;
  readonly select: Buffer;
  readonly charStrings: Buffer;
  readonly fonts: Buffer;
}

/** Operators of DICT data; those of two bytes begin with 12. */
const FONT_BBOX = 5;
const CHARSET = 15;
const CHAR_STRINGS = 17;
const PRIVATE = 18;
const ROS = [12, 30];
const CID_COUNT = [12, 34];
const FD_ARRAY = [12, 36];
const FD_SELECT = [12, 37];
/** Identifiers of the first strings of a font's own. */
const OWN_STRING = 391;

function assemble(face: Face, name: string, count: number, blocks: Blocks): Buffer {
  const header = Buffer.from([1, 0, 4, 4]);
  const names = index([Buffer.from(name, 'latin1')]);
  const strings = index([Buffer.from('Adobe'), Buffer.from('Identity')]);
  const subroutines = index([]);
  // Offsets are written in five bytes whatever their value, so that the length is known before them.
  const dictLength = index([topDict(face, count, 0, blocks)]).length;
  const start = header.length + names.length + dictLength + strings.length + subroutines.length;
  const dict = index([topDict(face, count, start, blocks)]);
  const { charset, select, charStrings, fonts } = blocks;
  return Buffer.concat([
    ...[header, names, dict, strings, subroutines],
    ...[charset, select, charStrings, fonts],
  ]);
}

function topDict(face: Face, count: number, start: number, blocks: Blocks): Buffer {
  const select = start + blocks.charset.length;
  const charStrings = select + blocks.select.length;
  const fonts = charStrings + blocks.charStrings.length;
  const box = face.info.bbox.flatMap((edge) => integer(scaled(face, edge)));
  return Buffer.from([
    ...[...integer(OWN_STRING), ...integer(OWN_STRING + 1), ...integer(0), ...ROS],
    ...[...box, FONT_BBOX],
    ...[...integer(count), ...CID_COUNT],
    ...[...integer(start), CHARSET],
    ...[...integer(select), ...FD_SELECT],
    ...[...integer(charStrings), CHAR_STRINGS],
    ...[...integer(fonts), ...FD_ARRAY],
  ]);
}

/** A DICT integer in its longest form. */
function integer(value: number): number[] {
  return [29, (value >> 24) & 0xff, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}

function card16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

/** INDEX: count, offset size, offsets from 1, data. */
function index(items: readonly Buffer[]): Buffer {
  if (items.length === 0) return Buffer.from(card16(0));
  const offsets = Buffer.alloc(4 * (items.length + 1));
  let offset = 1;
  offsets.writeUInt32BE(offset, 0);
  for (const [at, item] of items.entries()) {
    offset += item.length;
    offsets.writeUInt32BE(offset, 4 * (at + 1));
  }
  return Buffer.concat([Buffer.from([...card16(items.length), 4]), offsets, ...items]);
}

const OPERATORS = { M: 21, L: 5, C: 8 } as const;
const END = 14;

/** Type 2 charstring: the width, then each part's outline in its place. */
function charString(face: Face, slot: Pick<Slot, 'parts' | 'width'>): Buffer {
  const width = scaled(face, slot.width);
  const bytes: number[] = width === 0 ? [] : number(width);
  let pen: readonly [number, number] = [0, 0];
  for (const { gid, dx, dy } of slot.parts) {
    for (const step of outlineOf(face, gid)) {
      const points = place(face, step, dx, dy);
      bytes.push(...relative(points, pen).flatMap(number), OPERATORS[step.kind]);
      pen = points.at(-1) ?? pen;
    }
  }
  return Buffer.from([...bytes, END]);
}

/** Points of a step in 1/1000 em, rounded in place, so that rounding does not add up along the path. */
function place(face: Face, { points }: PathStep, dx: number, dy: number): [number, number][] {
  return Array.from({ length: points.length / 2 }, (_, at) => [
    scaled(face, (points[2 * at] ?? 0) + dx),
    scaled(face, (points[2 * at + 1] ?? 0) + dy),
  ]);
}

function relative(points: readonly [number, number][], pen: readonly [number, number]): number[] {
  return points.flatMap(([x, y], at) => {
    const [fromX, fromY] = points[at - 1] ?? pen;
    return [x - fromX, y - fromY];
  });
}

function scaled(face: Face, units: number): number {
  return Math.round((units * 1000) / face.unitsPerEm);
}

/** A charstring number (Technical Note 5177, 3.2). */
function number(value: number): number[] {
  if (value >= -107 && value <= 107) return [value + 139];
  if (value >= 108 && value <= 1131) return [247 + ((value - 108) >> 8), (value - 108) & 0xff];
  if (value >= -1131 && value <= -108) return [251 + ((-value - 108) >> 8), (-value - 108) & 0xff];
  return [28, ...card16(value)];
}
