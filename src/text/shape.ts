/** Items → shaped pieces: the smallest parts that line breaking and ordering move. */
import type { ShapedRun } from '../font/face.ts';
import { isSpace, type TextItem } from './itemize.ts';
import { type ShapedItem, shapeItems } from './joined.ts';
import type { Paragraph } from './levels.ts';

/** An item with its glyphs, shaped in its direction. */
export interface TextPiece extends TextItem {
  readonly shaped: ShapedRun;
  /** Part of a word of several styles, shaped with the rest of it. */
  readonly parted: boolean;
  /** Size of the paragraph, and of this piece where it is a superscript; points. */
  readonly nominalSize: number;
  readonly size: number;
  readonly rise: number;
  readonly width: number;
  /** White space: dropped at a line's end. */
  readonly space: boolean;
  /** White space, or an ideograph after which a line may break: justification may widen it. */
  readonly stretchable: boolean;
  /** By how much it may be widened before it looks wrong, points. */
  readonly stretch: number;
}

/** See Desktop publishing's customary values for superiors. */
const SUPERSCRIPT = { scale: 0.6, rise: 0.35 } as const;
/** The ideographic space is an indent, and keeps its width. */
const WORD_SPACE = /^[^\u3000]+$/u;
/** Text without spaces, and its punctuation. */
const IDEOGRAPH = /[\p{Script=Han}\u3000-\u30FF\uFF00-\uFFEF“”‘’]$/u;
/** Between ideographs, em. From a tenth of an em on, poppler finds a space there. */
const IDEOGRAPH_STRETCH = 0.09;

/** The items of a paragraph with their glyphs. @param size points */
export function shapeAll(
  paragraph: Paragraph,
  items: readonly TextItem[],
  size: number,
): TextPiece[] {
  return shapeItems(paragraph, items).map((shaped) => pieceOf(paragraph, shaped, size));
}

function pieceOf(
  paragraph: Paragraph,
  { item, shaped, parted }: ShapedItem,
  size: number,
): TextPiece {
  const { start, style, face, breakAfter } = item;
  const { text } = shaped;
  const drawn = style.superscript ? size * SUPERSCRIPT.scale : size;
  const width = (shaped.advance * drawn) / face.unitsPerEm;
  const space = isSpace(text);
  const wordSpace = space && WORD_SPACE.test(text) && !isSolid(paragraph, start);
  const gap = breakAfter === 'allowed' && IDEOGRAPH.test(text);
  return {
    ...item,
    shaped,
    parted,
    nominalSize: size,
    size: drawn,
    rise: style.superscript ? size * SUPERSCRIPT.rise : 0,
    width,
    space: space || text === '',
    stretchable: wordSpace || gap,
    stretch: wordSpace ? width : gap ? drawn * IDEOGRAPH_STRETCH : 0,
  };
}

function isSolid({ solids }: Paragraph, at: number): boolean {
  return solids.some((solid) => at >= solid.start && at < solid.end);
}
