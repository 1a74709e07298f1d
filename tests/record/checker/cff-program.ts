/** How wide the glyphs of a CFF program are (Adobe Technical Notes 5176 and 5177), by CID. */

/** The glyphs of a font program, by the CIDs under which a CIDFont finds them. */
export interface FontProgram {
  has(cid: number): boolean;
  /** 1/1000 em. */
  advance(cid: number): number;
}

type Operands = readonly number[];
/** Operands by operator; operators of two bytes from 1200 on. */
type Dict = ReadonlyMap<number, Operands>;

const OP = {
  private: 18,
  charset: 15,
  charStrings: 17,
  matrix: 1207,
  ros: 1230,
  fdArray: 1236,
  fdSelect: 1237,
  defaultWidth: 20,
  nominalWidth: 21,
} as const;

/** A program whose first path operators are not hidden in subroutines. */
export function readCff(program: Buffer): FontProgram {
  const names = readIndex(program, program.readUInt8(2));
  const top = readDict(readIndex(program, names.end).items[0] ?? Buffer.alloc(0));
  const glyphs = readIndex(program, top.get(OP.charStrings)?.[0] ?? 0).items;
  const glyphOf = glyphsByCid(program, top, glyphs.length);
  const widths = (glyph: number) => {
    const dict = fontDict(program, top, glyph);
    const [size = 0, offset = 0] = dict.get(OP.private) ?? [];
    const own = readDict(program.subarray(offset, offset + size));
    const width = declaredWidth(glyphs[glyph] ?? Buffer.alloc(0));
    const nominal = own.get(OP.nominalWidth)?.[0] ?? 0;
    const units = width === undefined ? (own.get(OP.defaultWidth)?.[0] ?? 0) : nominal + width;
    return units * 1000 * ((dict.get(OP.matrix) ?? top.get(OP.matrix))?.[0] ?? 0.001);
  };
  return { has: (cid) => glyphOf.has(cid), advance: (cid) => widths(glyphOf.get(cid) ?? 0) };
}

function readIndex(program: Buffer, start: number): { items: Buffer[]; end: number } {
  const count = program.readUInt16BE(start);
  if (count === 0) return { items: [], end: start + 2 };
  const size = program.readUInt8(start + 2);
  const data = start + 2 + size * (count + 1);
  const offset = (index: number) => data + program.readUIntBE(start + 3 + size * index, size);
  const items = Array.from({ length: count }, (_, index) =>
    program.subarray(offset(index), offset(index + 1)),
  );
  return { items, end: offset(count) };
}

function readDict(data: Buffer): Dict {
  const dict = new Map<number, Operands>();
  let operands: number[] = [];
  for (let at = 0; at < data.length; ) {
    const first = data.readUInt8(at);
    if (first > 21) {
      const { value, length } = first === 30 ? readReal(data, at) : readInteger(data, at, 29);
      operands.push(value);
      at += length;
      continue;
    }
    dict.set(first === 12 ? 1200 + data.readUInt8(at + 1) : first, operands);
    operands = [];
    at += first === 12 ? 2 : 1;
  }
  return dict;
}

interface Operand {
  readonly value: number;
  /** Bytes. */
  readonly length: number;
}

/** @param long the byte that four bytes follow: 29 in a DICT; 255, a fixed-point number, in a charstring */
function readInteger(data: Buffer, at: number, long: 29 | 255): Operand {
  const first = data.readUInt8(at);
  if (first === 28) return { value: data.readInt16BE(at + 1), length: 3 };
  if (first === long) {
    return { value: data.readInt32BE(at + 1) / (long === 255 ? 0x10000 : 1), length: 5 };
  }
  if (first < 247) return { value: first - 139, length: 1 };
  const second = data.readUInt8(at + 1);
  const value =
    first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
  return { value, length: 2 };
}

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'e', 'e-', '', '-'];

function readReal(data: Buffer, start: number): Operand {
  let text = '';
  for (let at = start + 1; ; at += 1) {
    const byte = data.readUInt8(at);
    for (const nibble of [byte >> 4, byte & 15]) {
      if (nibble === 15) return { value: Number(text), length: at + 1 - start };
      text += DIGITS[nibble] ?? '';
    }
  }
}

/** Glyphs by CID, as the charset has them; in a program without CIDs a glyph's number is its CID. */
function glyphsByCid(program: Buffer, top: Dict, count: number): Map<number, number> {
  const glyphs = new Map([[0, 0]]);
  const start = top.get(OP.charset)?.[0] ?? 0;
  const put = (cid: number) => glyphs.set(cid, glyphs.size);
  if (!top.has(OP.ros) || start <= 2) {
    for (let glyph = 1; glyph < count; glyph += 1) put(glyph);
    return glyphs;
  }
  const format = program.readUInt8(start);
  const step = [2, 3, 4][format] ?? 2;
  for (let at = start + 1; glyphs.size < count; at += step) {
    const first = program.readUInt16BE(at);
    const left = format === 0 ? 0 : program.readUIntBE(at + 2, format);
    for (let cid = first; cid <= first + left; cid += 1) put(cid);
  }
  return glyphs;
}

/** The dictionary that a glyph's private one hangs on: of a program keyed by CID one of several. */
function fontDict(program: Buffer, top: Dict, glyph: number): Dict {
  const [array] = top.get(OP.fdArray) ?? [];
  const [select] = top.get(OP.fdSelect) ?? [];
  if (array === undefined || select === undefined) return top;
  return readDict(
    readIndex(program, array).items[selected(program, select, glyph)] ?? Buffer.alloc(0),
  );
}

function selected(program: Buffer, start: number, glyph: number): number {
  if (program.readUInt8(start) === 0) return program.readUInt8(start + 1 + glyph);
  const ranges = program.readUInt16BE(start + 1);
  let found = 0;
  for (let index = 0; index < ranges; index += 1) {
    const at = start + 3 + 3 * index;
    if (program.readUInt16BE(at) <= glyph) found = program.readUInt8(at + 2);
  }
  return found;
}

/** How many operands the operators take that can be the first of a charstring; of stems an even number. */
const TAKES = new Map([
  [14, 0],
  [4, 1],
  [22, 1],
  [21, 2],
]);
const STEMS = new Set([1, 3, 18, 19, 20, 23]);

/** The operand that stands before those of the first operator: the width less the nominal one. */
function declaredWidth(charstring: Buffer): number | undefined {
  const operands: number[] = [];
  for (let at = 0; ; ) {
    const first = charstring.readUInt8(at);
    if (first !== 28 && first < 32) {
      const takes = STEMS.has(first) ? operands.length - (operands.length % 2) : TAKES.get(first);
      if (takes === undefined) throw new Error(`a charstring begins with operator ${first}`);
      return operands.length > takes ? operands[0] : undefined;
    }
    const { value, length } = readInteger(charstring, at, 255);
    operands.push(value);
    at += length;
  }
}
