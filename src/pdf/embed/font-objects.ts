/** The objects of an embedded font: dictionaries, descriptor, program and ToUnicode map (ISO 32000-1, 9.7 to 9.10). */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { BoundedCache } from '../../font/cache.ts';
import type { Face } from '../../font/face.ts';
import type { FontInfo } from '../../font/sfnt.ts';
import { cffProgram } from './cff.ts';
import type { Slot } from './slots.ts';

/** An indirect object of the document under construction. */
export interface PdfReference {
  data: Record<string, unknown>;
  end(chunk?: Uint8Array | string): void;
}
/** The part of pdfkit's document that a font needs. */
export interface PdfWriter {
  ref(data: Record<string, unknown>): PdfReference;
}

/** A face, and what the codes of its font in one document draw: code n is `slots[n - 1]`. */
interface FontContent {
  readonly face: Face;
  readonly slots: readonly Slot[];
}

/** Writes the font and all that belongs to it; `font` is its own object, which pages may name already. */
export function writeFont(document: PdfWriter, font: PdfReference, content: FontContent): void {
  const digest = digestOf(content);
  const name = `${subsetTag(digest)}+${content.face.info.postscriptName}`;
  const program = deflatedProgram(content, name, digest);
  const toUnicode = streamOf(document, deflateSync(toUnicodeMap(content.slots)), {});
  font.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant(document, content, name, program)],
    ToUnicode: toUnicode,
  };
  font.end();
}

/** Lengths of a PDF's fonts are in 1/1000 em, to a thousandth of one. */
export function thousandths({ unitsPerEm }: Face, units: number): number {
  return Math.round((units * 1_000_000) / unitsPerEm) / 1000;
}

function descendant(
  document: PdfWriter,
  { face, slots }: FontContent,
  name: string,
  program: Buffer,
): PdfReference {
  const widths = [face.advanceOf(0), ...slots.map((slot) => slot.width)];
  const font = document.ref({
    Type: 'Font',
    Subtype: 'CIDFontType0',
    BaseFont: name,
    CIDSystemInfo: CHARACTER_COLLECTION,
    FontDescriptor: descriptor(document, face, name, program),
    DW: 0,
    W: [0, widths.map((width) => thousandths(face, width))],
  });
  font.end();
  return font;
}

function descriptor(document: PdfWriter, face: Face, name: string, program: Buffer): PdfReference {
  const { info, ascender, descender, capHeight, xHeight } = face;
  const written = document.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: descriptorFlags(info),
    FontBBox: info.bbox.map((edge) => thousandths(face, edge)),
    ItalicAngle: info.italicAngle,
    Ascent: thousandths(face, ascender),
    Descent: thousandths(face, descender),
    CapHeight: thousandths(face, capHeight),
    XHeight: thousandths(face, xHeight ?? 0),
    StemV: stemWidth(info.weight),
    FontFile3: streamOf(document, program, { Subtype: 'CIDFontType0C' }),
  });
  written.end();
  return written;
}

/** Letters of an edition often show the same glyphs of a face, in its bold style above all. */
function deflatedProgram({ face, slots }: FontContent, name: string, digest: Buffer): Buffer {
  const key = `${face.path} ${digest.toString('hex')}`;
  const deflated = programs.get(key) ?? deflateSync(cffProgram(face, slots, name));
  programs.set(key, deflated);
  return deflated;
}

/** Digest of what the font program depends on but for the outlines of the file. */
function digestOf({ face: { info, axes }, slots }: FontContent): Buffer {
  const keys = slots.map((slot) => slot.key);
  return createHash('sha256')
    .update(JSON.stringify([info, axes, keys]))
    .digest();
}

/** Six letters that differ between subsets of a font (ISO 32000-1 9.6.4), from the digest of what the subset holds. */
function subsetTag(digest: Buffer): string {
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

const CHARACTER_COLLECTION = {
  Registry: new String('Adobe'),
  Ordering: new String('Identity'),
  Supplement: 0,
};

const PROGRAMS_KEPT = 20;
const programs = new BoundedCache<Buffer>(PROGRAMS_KEPT);

function streamOf(
  document: PdfWriter,
  deflated: Buffer,
  data: Record<string, unknown>,
): PdfReference {
  const stream = document.ref({ ...data, Filter: 'FlateDecode' });
  stream.end(deflated);
  return stream;
}

const FIXED_PITCH = 1;
const SERIF = 2;
const SYMBOLIC = 4;
const SCRIPT = 8;
const ITALIC = 64;

/** Font descriptor flags (ISO 32000-1, table 123). A subset has no standard encoding, so it is symbolic. */
function descriptorFlags(info: FontInfo): number {
  const serif = (info.familyClass >= 1 && info.familyClass <= 5) || info.familyClass === 7;
  return (
    SYMBOLIC |
    (info.fixedPitch ? FIXED_PITCH : 0) |
    (serif ? SERIF : 0) |
    (info.familyClass === 10 ? SCRIPT : 0) |
    (info.italic ? ITALIC : 0)
  );
}

/** Width of vertical stems, which is in no table, from the weight; readers use it only to imitate a missing font. */
function stemWidth(weight: number): number {
  return Math.round(50 + (weight / 65) ** 2);
}

/** Codes of one range may differ in their last byte only, and a range may have at most so many texts. */
const RANGE = 0x100;
const LONGEST = 100;

/** The ToUnicode map (ISO 32000-1 9.10.3, Adobe Technical Note 5411): code n is `slots[n - 1]`. Codes are two bytes; texts UTF-16. */
function toUnicodeMap(slots: readonly Slot[]): string {
  const ranges: string[] = [];
  for (let code = 1; code <= slots.length; ) {
    const end = Math.min(slots.length + 1, code + LONGEST, (Math.floor(code / RANGE) + 1) * RANGE);
    const texts = slots.slice(code - 1, end - 1).map((slot) => `<${utf16(slot.text)}>`);
    ranges.push(`<${hex(code)}><${hex(end - 1)}>[${texts.join('')}]`);
    code = end;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function utf16(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index += 1) digits += hex(text.charCodeAt(index));
  return digits;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}
