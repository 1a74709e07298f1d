/**
 * A face as a font of one PDF document: the glyphs that the document draws, and the text that a reader finds in them.
 * One code, one glyph, one character (see slots.ts): `Identity-H`, and a program keyed by CID.
 * Follows ISO 32000-1 9.7 and 9.10.3, ISO 19005-2 6.2.11 (PDF/A-2) and ISO 14289-1 7.21 (PDF/UA-1).
 */
import type { Face, ShapedRun } from '../../font/face.ts';
import { type PdfReference, type PdfWriter, thousandths, writeFont } from './font-objects.ts';
import { emitMarked, type RunContext } from './marks.ts';
import { type PlacedSlot, type Slot, slotsOf, widenedSlot } from './slots.ts';

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

  /** {@link encodeRun} for a run in one piece that is alone on its line. */
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
    const font = this.reference(document);
    writeFont(document, font, { face: this.face, slots: this.#slots });
    return font;
  }

  #encodeSlot(slot: Slot, advance: number): EncodedGlyph {
    const { cid, width } = this.#codes.get(slot) ?? this.#codeOf(slot);
    const own = advance === slot.width ? width : thousandths(this.face, advance);
    return { cid, width, advance: own };
  }

  /** Slots of the same key are mostly the same object, but not always: caches forget. */
  #codeOf(slot: Slot): Code {
    let code = this.#codesByKey.get(slot.key);
    if (!code) {
      code = { cid: this.#slots.push(slot), width: thousandths(this.face, slot.width) };
      this.#codesByKey.set(slot.key, code);
    }
    this.#codes.set(slot, code);
    return code;
  }
}
