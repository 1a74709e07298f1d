/** Fonts whose tables are not what they seem. */
import { readFileSync } from 'node:fs';
import { fontFile } from '../support/fonts.ts';

/** A font that is sound. */
export function font(): Buffer {
  return Buffer.from(readFileSync(fontFile('Tinos')));
}

/** The place of the entry of a table in the directory. */
function entryOf(file: Buffer, tag: string): number {
  for (let entry = 12; entry < 12 + 16 * file.readUInt16BE(4); entry += 16) {
    if (file.toString('latin1', entry, entry + 4) === tag) return entry;
  }
  throw new Error(`no table ${tag}`);
}

/** A table of the font; what is written into it is in the font. */
function tableOf(file: Buffer, tag: string): Buffer {
  const entry = entryOf(file, tag);
  const start = file.readUInt32BE(entry + 8);
  return file.subarray(start, start + file.readUInt32BE(entry + 12));
}

/** The font with a table that was changed. */
export function changed(tag: string, change: (table: Buffer, file: Buffer) => void): Buffer {
  const file = font();
  change(tableOf(file, tag), file);
  return file;
}

/** The font with a table that ends early. */
export function shortened(tag: string, length: number): Buffer {
  const file = font();
  file.writeUInt32BE(length, entryOf(file, tag) + 12);
  return file;
}

/** The glyph of a letter, by a table of characters of format 4 that Tinos has for Windows. */
function glyphOf(file: Buffer, letter: string): Buffer {
  const loca = tableOf(file, 'loca');
  const isLong = tableOf(file, 'head').readUInt16BE(50) === 1;
  const gid = GLYPHS[letter] ?? 0;
  const at = (index: number) =>
    isLong ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index);
  return tableOf(file, 'glyf').subarray(at(gid), at(gid + 1));
}

/** Of Tinos. */
const GLYPHS: Readonly<Record<string, number>> = { A: 36, e: 72 };

/** The font with the letter e composed of this glyph, again and again. */
export function composed(gid: number): Buffer {
  const file = font();
  const glyph = glyphOf(file, 'e');
  glyph.fill(0);
  glyph.writeInt16BE(-1, 0);
  for (let at = 10; at + 6 <= glyph.length; at += 6) {
    const isLast = at + 12 > glyph.length;
    glyph.writeUInt16BE(isLast ? 0x0002 : 0x0022, at);
    glyph.writeUInt16BE(gid, at + 2);
  }
  return file;
}

/** The glyph of e in Tinos. */
export const LETTER_E = GLYPHS.e ?? 0;

/** The font with a letter e that promises more points than it has. */
export function withoutPoints(): Buffer {
  const file = font();
  const glyph = glyphOf(file, 'e');
  const contours = glyph.readInt16BE(0);
  glyph.writeUInt16BE(60_000, 10 + 2 * (contours - 1));
  return file;
}
