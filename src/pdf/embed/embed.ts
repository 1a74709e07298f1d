/**
 * A face as a font of one PDF document: the glyphs that the document draws, and the text that a reader finds in them.
 * One code, one glyph, one character (see slots.ts): `Identity-H`, and a program keyed by CID.
 * Follows ISO 32000-1 9.7 and 9.10.3, ISO 19005-2 6.2.11 (PDF/A-2) and ISO 14289-1 7.21 (PDF/UA-1).
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { BoundedCache } from '../../font/cache.ts';
import type { Face, ShapedRun } from '../../font/face.ts';
import { cffProgram } from './cff.ts';
import { descriptorFlags, stemWidth } from './descriptor.ts';
import { emitMarked, type RunContext } from './marks.ts';
import { type PlacedSlot, type Slot, slotsOf, widenedSlot } from './slots.ts';
import { toUnicodeMap } from './tounicode.ts';

/** An indirect object of the document under construction. */
export interface PdfReference {
  data: Record<string, unknown>;
  end(chunk?: Uint8Array | string): void;
}
/** The part of pdfkit's document that a font needs. */
export interface PdfWriter {
  ref(data: Record<string, unknown>): PdfReference;
}

/** A code to show. Lengths in 1/1000 em. */
export interface EncodedGlyph {
  /** Code and CID, two bytes in a show string. */
  readonly cid: number;
  /** What the reader moves its pen by: the entry in `W`. */
  readonly width: number;
  /** What the pen has to move by. */
  readonly advance: number;
}

/** A part of a run as it was shaped. */
export interface RunPiece {
  readonly shaped: ShapedRun;
  /** Room that justification adds to a space; 1/1000 em. */
  readonly extra?: number;
}

const SPACE = /^\p{Zs}$/u;

/** What a slot is in this font. */
type Code = Pick<EncodedGlyph, 'cid' | 'width'>;

export class EmbeddedFont {
  readonly face: Face;
  /** Name in the pages' resources, e.g. `F1`. */
  readonly key: string;
  readonly #codes = new Map<Slot, Code>();
  readonly #codesByKey = new Map<string, Code>();
  readonly #slots: Slot[] = [];
  #reference: PdfReference | undefined;

  constructor(face: Face, key: string) {
    this.face = face;
    this.key = key;
  }

  /** Whether anything was drawn with the font. */
  get used(): boolean {
    return this.#slots.length > 0;
  }

  /**
   * Codes for a run of one direction and this face, from left to right; the run comes as the pieces it was shaped in,
   * from left to right, and each piece gets its codes. Codes are given in order of first use, so that equal documents
   * are equal in bytes.
   */
  encodeRun(pieces: readonly RunPiece[], context: RunContext): EncodedGlyph[][] {
    const direction = pieces[0]?.shaped.direction ?? 'ltr';
    const slots = pieces.map((piece) => this.#slotsOf(piece, context));
    const codes = pieces.map((): EncodedGlyph[] => []);
    emitMarked(slots, direction, context, this.face.unitsPerEm, (slot, advance, piece) => {
      codes[piece]?.push(this.#encodeSlot(slot, advance));
    });
    return codes;
  }

  /** {@link encodeRun} for a run in one piece that stands alone on its line. */
  encode(shaped: ShapedRun): EncodedGlyph[] {
    const context = { mixed: shaped.direction === 'rtl', continued: false };
    return this.encodeRun([{ shaped }], context).flat();
  }

  /**
   * In a line of both directions a stretched space is a glyph of that width: readers take a gap beside a space for
   * the end of a column, and then leave the words as they stand on the page.
   */
  #slotsOf({ shaped, extra = 0 }: RunPiece, { mixed }: RunContext): readonly PlacedSlot[] {
    const slots = slotsOf(this.face, shaped);
    const units = Math.round((extra * this.face.unitsPerEm) / 1000);
    if (!mixed || units === 0) return slots;
    const stretched = slots.findIndex(({ slot }) => SPACE.test(slot.text));
    return slots.map((placed, index) => {
      if (index !== stretched) return placed;
      const slot = widenedSlot(placed.slot, units);
      return { ...placed, slot, advance: slot.width };
    });
  }

  /** What the font's ToUnicode map says of a code. */
  textOf(cid: number): string {
    return this.#slots[cid - 1]?.text ?? '';
  }

  /** The font dictionary, to be named in resources before it is written. */
  reference(document: PdfWriter): PdfReference {
    this.#reference ??= document.ref({});
    return this.#reference;
  }

  /** Writes the font and all that belongs to it. Call once, when everything is drawn. */
  write(document: PdfWriter): PdfReference {
    const digest = this.#digest();
    const name = `${subsetTag(digest)}+${this.face.info.postscriptName}`;
    const program = this.#deflatedProgram(name, digest);
    const toUnicode = streamOf(document, deflateSync(toUnicodeMap(this.#slots)), {});
    const font = this.reference(document);
    font.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [this.#descendant(document, name, program)],
      ToUnicode: toUnicode,
    };
    font.end();
    return font;
  }

  #encodeSlot(slot: Slot, advance: number): EncodedGlyph {
    const { cid, width } = this.#codes.get(slot) ?? this.#codeOf(slot);
    const own = advance === slot.width ? width : this.#thousandths(advance);
    return { cid, width, advance: own };
  }

  /** Slots of the same key are mostly the same object, but not always: caches forget. */
  #codeOf(slot: Slot): Code {
    let code = this.#codesByKey.get(slot.key);
    if (!code) {
      code = { cid: this.#slots.push(slot), width: this.#thousandths(slot.width) };
      this.#codesByKey.set(slot.key, code);
    }
    this.#codes.set(slot, code);
    return code;
  }

  #descendant(document: PdfWriter, name: string, program: Buffer): PdfReference {
    const widths = [this.face.advanceOf(0), ...this.#slots.map((slot) => slot.width)];
    const font = document.ref({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: name,
      CIDSystemInfo: CHARACTER_COLLECTION,
      FontDescriptor: this.#descriptor(document, name, program),
      DW: 0,
      W: [0, widths.map((width) => this.#thousandths(width))],
    });
    font.end();
    return font;
  }

  #descriptor(document: PdfWriter, name: string, program: Buffer): PdfReference {
    const { info, ascender, descender, capHeight, xHeight } = this.face;
    const descriptor = document.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: descriptorFlags(info),
      FontBBox: info.bbox.map((edge) => this.#thousandths(edge)),
      ItalicAngle: info.italicAngle,
      Ascent: this.#thousandths(ascender),
      Descent: this.#thousandths(descender),
      CapHeight: this.#thousandths(capHeight),
      XHeight: this.#thousandths(xHeight ?? 0),
      StemV: stemWidth(info.weight),
      FontFile3: streamOf(document, program, { Subtype: 'CIDFontType0C' }),
    });
    descriptor.end();
    return descriptor;
  }

  /** Letters of an edition often show the same glyphs of a face, in its bold style above all. */
  #deflatedProgram(name: string, digest: Buffer): Buffer {
    const key = `${this.face.path} ${digest.toString('hex')}`;
    const deflated = programs.get(key) ?? deflateSync(cffProgram(this.face, this.#slots, name));
    programs.set(key, deflated);
    return deflated;
  }

  #thousandths(units: number): number {
    return Math.round((units * 1_000_000) / this.face.unitsPerEm) / 1000;
  }

  /** Digest of what the font program depends on but for the outlines of the file. */
  #digest(): Buffer {
    const { info, axes } = this.face;
    const keys = this.#slots.map((slot) => slot.key);
    return createHash('sha256')
      .update(JSON.stringify([info, axes, keys]))
      .digest();
  }
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
