/** The tables of a TrueType font that say how wide its glyphs are (OpenType 1.9). */

/** The glyphs of a font program, by the CIDs under which a CIDFont finds them. */
export interface FontProgram {
  has(cid: number): boolean;
  /** 1/1000 em. */
  advance(cid: number): number;
}

/** Undefined where the program has not the tables that ISO 32000-1, 9.9 asks for. */
export function readTrueType(program: Buffer): FontProgram | undefined {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < program.readUInt16BE(4); index += 1) {
    const at = 12 + 16 * index;
    const start = program.readUInt32BE(at + 8);
    const table = program.subarray(start, start + program.readUInt32BE(at + 12));
    tables.set(program.toString('latin1', at, at + 4), table);
  }
  const [head, hhea, hmtx, maxp, glyf, loca] = ['head', 'hhea', 'hmtx', 'maxp', 'glyf', 'loca'].map(
    (name) => tables.get(name),
  );
  if (!head || !hhea || !hmtx || !maxp || !glyf || !loca) return undefined;
  const unitsPerEm = head.readUInt16BE(18);
  const full = hhea.readUInt16BE(34);
  return {
    has: (glyph) => glyph < maxp.readUInt16BE(4),
    advance: (glyph) => (hmtx.readUInt16BE(4 * Math.min(glyph, full - 1)) * 1000) / unitsPerEm,
  };
}
