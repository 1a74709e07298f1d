/**
 * Whether the tables that draw a TrueType font hold together (OpenType 1.9, head, hmtx, loca, glyf). HarfBuzz takes no
 * harm from those that do not, but draws nothing, or a part, and says nothing of it.
 */
import { FontError } from './error.ts';
import { type Tables, table } from './sfnt.ts';

/** @throws FontError where a glyph could not be drawn as the font means it */
export function assertSound(tables: Tables, path: string): void {
  const damage =
    damageOfMetrics(tables) ?? (tables.has('glyf') ? damageOfOutlines(tables) : undefined);
  if (damage === undefined) return;
  throw new FontError('damaged', path, `it is damaged: ${damage}`);
}

function damageOfMetrics(tables: Tables): string | undefined {
  const unitsPerEm = table(tables, 'head').readUInt16BE(18);
  if (unitsPerEm < 16 || unitsPerEm > 16_384) return `its em has ${unitsPerEm} units`;
  const glyphs = glyphCount(tables);
  const metrics = table(tables, 'hhea').readUInt16BE(34);
  const needed = 4 * metrics + 2 * Math.max(0, glyphs - metrics);
  const isWhole = glyphs > 0 && metrics > 0 && table(tables, 'hmtx').length >= needed;
  return isWhole ? undefined : 'its table of widths (hmtx) is too short';
}

function glyphCount(tables: Tables): number {
  return table(tables, 'maxp').readUInt16BE(4);
}

function damageOfOutlines(tables: Tables): string | undefined {
  const glyphs = glyphsOf(tables);
  if (!glyphs) return 'its list of glyphs (loca) is broken';
  const components: number[][] = [];
  for (const [gid, glyph] of glyphs.entries()) {
    const parts = glyph.length === 0 ? [] : partsOf(glyph, glyphs.length);
    if (!parts) return `glyph ${gid} (glyf) is cut off or refers to one that is not there`;
    components.push(parts);
  }
  const looped = deepest(components);
  return looped === undefined
    ? undefined
    : `glyph ${looped} (glyf) holds itself, or too many others`;
}

/** The description of each glyph; undefined if `loca` leads out of `glyf`. */
function glyphsOf(tables: Tables): Buffer[] | undefined {
  const glyf = table(tables, 'glyf');
  const loca = tables.get('loca') ?? Buffer.alloc(0);
  const format = table(tables, 'head').readUInt16BE(50);
  const size = format === 0 ? 2 : 4;
  const count = glyphCount(tables);
  if (format > 1 || loca.length < size * (count + 1)) return undefined;
  const offset = (index: number) =>
    format === 0 ? 2 * loca.readUInt16BE(2 * index) : loca.readUInt32BE(4 * index);
  const found: Buffer[] = [];
  for (let gid = 0; gid < count; gid++) {
    const [start, end] = [offset(gid), offset(gid + 1)];
    if (start > end || end > glyf.length) return undefined;
    found.push(glyf.subarray(start, end));
  }
  return found;
}

const HEADER = 10;

/** The glyphs that a glyph is composed of; undefined if its description is not whole. */
function partsOf(glyph: Buffer, count: number): number[] | undefined {
  if (glyph.length < HEADER) return undefined;
  const contours = glyph.readInt16BE(0);
  if (contours < 0) return componentsOf(glyph, count);
  return contours === 0 || isWhole(glyph, contours) ? [] : undefined;
}

const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME = 0x10;
const Y_SAME = 0x20;

/** Whether all points of a simple glyph are there. */
function isWhole(glyph: Buffer, contours: number): boolean {
  const ends = HEADER + 2 * contours;
  if (ends + 2 > glyph.length) return false;
  const points = glyph.readUInt16BE(ends - 2) + 1;
  let at = ends + 2 + glyph.readUInt16BE(ends);
  let coordinates = 0;
  for (let seen = 0; seen < points; ) {
    const flags = glyph[at++];
    if (flags === undefined) return false;
    const times = flags & REPEAT ? 1 + (glyph[at++] ?? 0) : 1;
    coordinates += times * (bytes(flags, X_SHORT, X_SAME) + bytes(flags, Y_SHORT, Y_SAME));
    seen += times;
  }
  return at + coordinates <= glyph.length;
}

/** Of one coordinate: a byte, two, or none where it is that of the point before. */
function bytes(flags: number, short: number, same: number): number {
  if (flags & short) return 1;
  return flags & same ? 0 : 2;
}

const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

function componentLength(flags: number): number {
  const scale = flags & MATRIX ? 8 : flags & TWO_SCALES ? 4 : flags & SCALE ? 2 : 0;
  return 4 + (flags & WORDS ? 4 : 2) + scale;
}

function componentsOf(glyph: Buffer, count: number): number[] | undefined {
  const parts: number[] = [];
  let flags = MORE;
  for (let at = HEADER; flags & MORE; ) {
    if (at + 4 > glyph.length) return undefined;
    flags = glyph.readUInt16BE(at);
    const gid = glyph.readUInt16BE(at + 2);
    if (gid >= count) return undefined;
    parts.push(gid);
    at += componentLength(flags);
    if (at > glyph.length) return undefined;
  }
  return parts;
}

/** Levels of composition, and glyphs that one may be composed of in all; HarfBuzz stops not far beyond. */
const MOST_LEVELS = 8;
const MOST_PARTS = 256;

/** The first glyph that is composed of more, itself among them. */
function deepest(components: readonly (readonly number[])[]): number | undefined {
  const size = (gid: number, level: number): number => {
    if (level > MOST_LEVELS) return Number.POSITIVE_INFINITY;
    let sum = 1;
    for (const part of components[gid] ?? []) {
      sum += size(part, level + 1);
      if (sum > MOST_PARTS) return Number.POSITIVE_INFINITY;
    }
    return sum;
  };
  const found = components.findIndex((parts, gid) => parts.length > 0 && size(gid, 0) > MOST_PARTS);
  return found < 0 ? undefined : found;
}
