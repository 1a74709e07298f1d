/**
 * A TrueType program that holds just the glyphs of one document (OpenType 1.9, `glyf`; ISO 32000-1, 9.9 names the tables
 * that a PDF needs). Slots that move or join outlines become composite glyphs. Hinting is left out: it is a large
 * part of a font, and readers of PDF smooth outlines instead.
 */
import type { Face } from './face.ts';
import { type Tables, table } from './sfnt.ts';
import { writeSfnt } from './sfnt-file.ts';
import type { Part, Slot } from './slots.ts';

/** Writes the program; glyph 0 is `.notdef`, glyph n draws `slots[n - 1]`, then come outlines that those refer to. */
export function trueTypeProgram(face: Face, slots: readonly Slot[]): Buffer {
  return new TrueTypeWriter(face).write(slots);
}

/** A glyph of the new program. */
interface Entry {
  readonly data: Buffer;
  readonly width: number;
  /** Left side bearing. */
  readonly bearing: number;
}

const ARGS_ARE_WORDS = 0x0001;
const ARGS_ARE_OFFSETS = 0x0002;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
const HAS_INSTRUCTIONS = 0x0100;
const USES_METRICS_OF_PART = 0x0200;
/** What is not copied from a composite of the source: its parts have no metrics here. */
const DROPPED = HAS_INSTRUCTIONS | USES_METRICS_OF_PART;
const EMPTY = Buffer.alloc(0);

const simpleOutlines = new WeakMap<Face, Map<number, Buffer>>();

class TrueTypeWriter {
  readonly #tables: Tables;
  readonly #advanceOf: (gid: number) => number;
  readonly #entries: (Entry | undefined)[] = [];
  /** New glyph index of an outline of the source that is in the program unchanged. */
  readonly #copies = new Map<number, number>();

  /** Simple outlines of the face without instructions, for all documents. */
  readonly #simple: Map<number, Buffer>;

  constructor(face: Face) {
    this.#simple = simpleOutlines.get(face) ?? new Map();
    simpleOutlines.set(face, this.#simple);
    this.#tables = face.tables;
    this.#advanceOf = (gid) => face.advanceOf(gid);
  }

  write(slots: readonly Slot[]): Buffer {
    this.#entries.length = slots.length + 1;
    this.#place(0, 0);
    const composites = slots.flatMap((slot, index) => this.#placeAlone(slot, index + 1));
    for (const [slot, index] of composites) this.#entries[index] = this.#compose(slot);
    return assemble(this.#tables, this.#entries as Entry[], slots.length + 1);
  }

  /** Copies an outline that a slot shows as it is; gives back the slots that need a composite. */
  #placeAlone(slot: Slot, index: number): [Slot, number][] {
    const [part] = slot.parts;
    if (!part) {
      this.#entries[index] = { data: EMPTY, width: slot.width, bearing: 0 };
      return [];
    }
    const alone = slot.parts.length === 1 && part.dx === 0 && part.dy === 0;
    const asItIs = alone && slot.width === this.#advanceOf(part.gid);
    if (!asItIs || this.#copies.has(part.gid)) return [[slot, index]];
    this.#place(part.gid, index);
    return [];
  }

  #place(gid: number, index: number): void {
    this.#copies.set(gid, index);
    const data = this.#stripped(gid);
    this.#entries[index] = { data, width: this.#advanceOf(gid), bearing: this.#bearing(gid) };
  }

  /** New index of a source outline, which is added after the slots if it is not there yet. */
  #copy(gid: number): number {
    const known = this.#copies.get(gid);
    if (known !== undefined) return known;
    const index = this.#entries.length;
    this.#entries.push(undefined);
    this.#place(gid, index);
    return index;
  }

  #compose(slot: Slot): Entry {
    const parts = slot.parts.filter((part) => this.#outline(part.gid).length > 0);
    if (parts.length === 0) return { data: EMPTY, width: slot.width, bearing: 0 };
    const box = new Box();
    const components = parts.map((part, index) => {
      const outline = this.#outline(part.gid);
      // A reader draws a glyph so that its box starts at its bearing; inside a composite it does not.
      const dx = part.dx + this.#bearing(part.gid) - outline.readInt16BE(2);
      box.add(outline, dx, part.dy);
      return this.#component({ ...part, dx }, index < parts.length - 1);
    });
    const data = Buffer.concat([box.header(), ...components]);
    return { data, width: slot.width, bearing: box.left };
  }

  #component(part: Part, more: boolean): Buffer {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt16BE(ARGS_ARE_WORDS | ARGS_ARE_OFFSETS | (more ? MORE_COMPONENTS : 0), 0);
    bytes.writeUInt16BE(this.#copy(part.gid), 2);
    bytes.writeInt16BE(part.dx, 4);
    bytes.writeInt16BE(part.dy, 6);
    return bytes;
  }

  #outline(gid: number): Buffer {
    const loca = table(this.#tables, 'loca');
    const long = table(this.#tables, 'head').readInt16BE(50) === 1;
    const offset = (index: number) =>
      long ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index);
    return table(this.#tables, 'glyf').subarray(offset(gid), offset(gid + 1));
  }

  #bearing(gid: number): number {
    const hmtx = table(this.#tables, 'hmtx');
    const full = table(this.#tables, 'hhea').readUInt16BE(34);
    return hmtx.readInt16BE(gid < full ? 4 * gid + 2 : 2 * (gid + full));
  }

  #stripped(gid: number): Buffer {
    const outline = this.#outline(gid);
    if (outline.length === 0) return EMPTY;
    if (outline.readInt16BE(0) < 0) return this.#renumbered(outline);
    const known = this.#simple.get(gid) ?? withoutInstructions(outline);
    this.#simple.set(gid, known);
    return known;
  }

  /** A composite of the source, with the new indices of its components, without instructions and with its own metrics. */
  #renumbered(outline: Buffer): Buffer {
    const copy = Buffer.from(outline);
    let at = 10;
    let flags: number;
    do {
      flags = copy.readUInt16BE(at);
      copy.writeUInt16BE(flags & ~DROPPED, at);
      copy.writeUInt16BE(this.#copy(copy.readUInt16BE(at + 2)), at + 2);
      at += 4 + argumentsLength(flags);
    } while (flags & MORE_COMPONENTS);
    return copy.subarray(0, at);
  }
}

function argumentsLength(flags: number): number {
  const offsets = flags & ARGS_ARE_WORDS ? 4 : 2;
  if (flags & HAS_SCALE) return offsets + 2;
  if (flags & HAS_TWO_SCALES) return offsets + 4;
  return flags & HAS_MATRIX ? offsets + 8 : offsets;
}

/** A simple glyph: header, end points of its contours, instructions, points. */
function withoutInstructions(outline: Buffer): Buffer {
  const length = 10 + 2 * outline.readInt16BE(0);
  const points = length + 2 + outline.readUInt16BE(length);
  return Buffer.concat([outline.subarray(0, length), Buffer.alloc(2), outline.subarray(points)]);
}

/** The box around the outlines of a composite. */
class Box {
  left = Number.POSITIVE_INFINITY;
  #bottom = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #top = Number.NEGATIVE_INFINITY;

  add(outline: Buffer, dx: number, dy: number): void {
    this.left = Math.min(this.left, outline.readInt16BE(2) + dx);
    this.#bottom = Math.min(this.#bottom, outline.readInt16BE(4) + dy);
    this.#right = Math.max(this.#right, outline.readInt16BE(6) + dx);
    this.#top = Math.max(this.#top, outline.readInt16BE(8) + dy);
  }

  header(): Buffer {
    const header = Buffer.alloc(10);
    const fields = [-1, this.left, this.#bottom, this.#right, this.#top];
    for (const [index, value] of fields.entries()) header.writeInt16BE(value, 2 * index);
    return header;
  }
}

/** @param shown number of glyphs that have a code: those after them are only parts of others */
function assemble(source: Tables, entries: readonly Entry[], shown: number): Buffer {
  const { glyf, loca, long } = outlines(entries);
  const head = Buffer.from(table(source, 'head').subarray(0, 54));
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(long ? 1 : 0, 50);
  const hhea = Buffer.from(table(source, 'hhea').subarray(0, 36));
  hhea.writeUInt16BE(shown, 34);
  return writeSfnt({
    glyf,
    head,
    hhea,
    hmtx: metrics(entries, shown),
    loca,
    maxp: profile(source, entries),
  });
}

/** Largest size of the outlines that offsets of two bytes, which count in twos, can reach. */
const SHORT_LOCA = 0x1fffe;

function outlines(entries: readonly Entry[]): { glyf: Buffer; loca: Buffer; long: boolean } {
  const offsets = [0];
  const pieces: Buffer[] = [];
  for (const { data } of entries) {
    const padding = data.length & 1;
    pieces.push(data, Buffer.alloc(padding));
    offsets.push((offsets.at(-1) ?? 0) + data.length + padding);
  }
  const glyf = Buffer.concat(pieces);
  const long = glyf.length > SHORT_LOCA;
  const loca = Buffer.alloc((long ? 4 : 2) * offsets.length);
  for (const [index, offset] of offsets.entries()) {
    if (long) loca.writeUInt32BE(offset, 4 * index);
    else loca.writeUInt16BE(offset / 2, 2 * index);
  }
  return { glyf, loca, long };
}

/** Glyphs that are only parts of others need no metrics, and have zero for a bearing. */
function metrics(entries: readonly Entry[], shown: number): Buffer {
  const hmtx = Buffer.alloc(4 * shown + 2 * (entries.length - shown));
  for (const [index, { width, bearing }] of entries.slice(0, shown).entries()) {
    hmtx.writeUInt16BE(width, 4 * index);
    hmtx.writeInt16BE(bearing, 4 * index + 2);
  }
  return hmtx;
}

/** Fields of `maxp` that hints would need are zero; those that describe composites are upper bounds. */
function profile(source: Tables, entries: readonly Entry[]): Buffer {
  const maxp = Buffer.alloc(32);
  const old = table(source, 'maxp');
  old.copy(maxp, 0, 0, 14);
  maxp.writeUInt16BE(entries.length, 4);
  const parts = Math.max(1, ...entries.map(({ data }) => componentCount(data)));
  const bound = (value: number) => Math.min(0xffff, value * parts);
  maxp.writeUInt16BE(bound(Math.max(old.readUInt16BE(6), old.readUInt16BE(10))), 10);
  maxp.writeUInt16BE(bound(Math.max(old.readUInt16BE(8), old.readUInt16BE(12))), 12);
  maxp.writeUInt16BE(2, 14);
  maxp.writeUInt16BE(Math.max(parts, old.readUInt16BE(28)), 28);
  maxp.writeUInt16BE(old.readUInt16BE(30) + 1, 30);
  return maxp;
}

/** Components of a composite of ours, whose records are 8 bytes long. */
function componentCount(data: Buffer): number {
  return data.length > 0 && data.readInt16BE(0) < 0 ? Math.ceil((data.length - 10) / 6) : 0;
}
