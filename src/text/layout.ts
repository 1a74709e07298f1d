/**
 * A paragraph becomes placed glyphs here, in stages; each is a function of the file that it is imported from, and returns
 * what the next one takes:
 *
 * - isolate: `ParagraphSource` → `IsolatedText`. Values, addresses and numbers are kept from changing each other's order.
 * - levels: → `Paragraph`. The level of each character by UAX #9.
 * - itemize: → `TextItem[]`. Cut at break points (UAX #14), levels, styles and faces.
 * - shape: → `TextPiece[]`. Each item with its glyphs from HarfBuzz; those of one word of joined letters together.
 * - break: → `TextLine[]`. Lines of a width, in logical order.
 * - justify: → `JustifiedLine`. Longer joins of Arabic letters, then wider spaces.
 * - reorder: → `PlacedPiece[]`. From left to right, each piece in its place.
 *
 * The order is that of Unicode: levels belong to the paragraph, and only then are lines broken and reordered.
 */
import { BoundedCache } from '../font/cache.ts';
import type { FaceChain } from '../font/faces.ts';
import { isolate } from './isolate.ts';
import { itemize } from './itemize.ts';
import { type Alignment, extendJoins, justify } from './justify.ts';
import { layoutKey } from './layout-key.ts';
import { type Paragraph, resolveLevels } from './levels.ts';
import { breakLines, naturalWidth, type TextLine } from './lines.ts';
import { type PlacedPiece, reorder } from './order.ts';
import { totalWidth } from './segments.ts';
import { shapeAll, type TextPiece } from './shape.ts';
import type { ParagraphSource } from './style.ts';

/** How lines are filled. */
export interface Filling {
  readonly justified: boolean;
  readonly kashida: boolean;
  /** Lines that are about equally wide. */
  readonly balanced?: boolean;
}

/** The texts of a few editions; a long one takes some tens of kilobytes. */
const LAYOUTS_KEPT = 400;
const layouts = new BoundedCache<TextLayout>(LAYOUTS_KEPT);

/**
 * The layout of a text, which is shared from letter to letter: equal texts in equal faces and sizes return the same object.
 *
 * @param size points
 */
export function layoutOf(source: ParagraphSource, size: number, chain: FaceChain): TextLayout {
  const isolated = isolate(source);
  const key = layoutKey(isolated, size, chain);
  const layout = layouts.get(key) ?? new TextLayout(resolveLevels(isolated), size, chain);
  layouts.set(key, layout);
  return layout;
}

/** The items of a paragraph with their glyphs. */
export function shapeParagraph(paragraph: Paragraph, size: number, chain: FaceChain): TextPiece[] {
  return shapeAll(paragraph, itemize(paragraph, chain), size);
}

/** A paragraph in a size: its pieces, and its lines in every width that was asked for. */
export class TextLayout {
  readonly paragraph: Paragraph;
  readonly pieces: readonly TextPiece[];
  /** Of the widest line if only forced breaks are taken, points. */
  readonly naturalWidth: number;
  private readonly known = new Map<string, readonly TextLine[]>();

  constructor(paragraph: Paragraph, size: number, chain: FaceChain) {
    this.paragraph = paragraph;
    this.pieces = shapeParagraph(paragraph, size, chain);
    this.naturalWidth = naturalWidth(paragraph, this.pieces);
  }

  /** @param width points */
  lines(width: number, filling: Filling): readonly TextLine[] {
    const key = `${width} ${filling.justified} ${filling.kashida} ${filling.balanced}`;
    const lines = this.known.get(key) ?? this.breakInto(width, filling);
    this.known.set(key, lines);
    return lines;
  }

  private breakInto(width: number, { justified, kashida, balanced }: Filling): readonly TextLine[] {
    const filling = justified ? 'justified' : balanced ? 'balanced' : 'greedy';
    const lines = breakLines(this.paragraph, this.pieces, width, filling);
    return kashida ? extendJoins(lines, width, this.paragraph) : lines;
  }

  /** All of it in one line, whatever its width. */
  oneLine(): TextLine {
    return { pieces: this.pieces, width: totalWidth(this.pieces), last: true };
  }

  /**
   * The pieces of one of its lines from left to right.
   *
   * @param column left edge and width, points
   */
  place(
    line: TextLine,
    align: Alignment,
    column: { readonly x: number; readonly width: number },
  ): PlacedPiece[] {
    const justified = justify(line, align, this.paragraph.base, column.width);
    return reorder(this.paragraph, justified, column.x);
  }
}
