/** Lines → lines that fill their column: by longer joins of letters, then by wider spaces. */
import type { Direction } from '../model.ts';
import { extendLine } from './kashida.ts';
import type { Paragraph } from './levels.ts';
import type { TextLine } from './lines.ts';
import { totalWidth } from './segments.ts';
import type { TextPiece } from './shape.ts';

/** `start` is the reading side. A justified paragraph's last line is at the reading side. */
export type Alignment = 'start' | 'center' | 'end' | 'justify';

/** A line whose pieces have the widths that they get on the page. */
export interface JustifiedLine {
  /** In logical order; points. */
  readonly pieces: readonly { readonly piece: TextPiece; readonly width: number }[];
  /** Room that is left free at the left of the line, points. */
  readonly offset: number;
}

/** The lines of a justified paragraph, with longer joins where it is written from right to left. */
export function extendJoins(
  lines: readonly TextLine[],
  width: number,
  { base, language }: Paragraph,
): readonly TextLine[] {
  if (base === 'ltr') return lines;
  return lines.map((line) => {
    if (line.last) return line;
    const pieces = extendLine(line.pieces, width - line.width, language);
    return { ...line, pieces, width: totalWidth(pieces) };
  });
}

/**
 * Shares the slack of a justified line out; other lines keep their width and their side.
 *
 * @param width of the column, points
 */
export function justify(
  line: TextLine,
  align: Alignment,
  base: Direction,
  width: number,
): JustifiedLine {
  const slack = width - line.width;
  const last = line.pieces.at(-1);
  const widens = (piece: TextPiece) => piece.stretchable && piece !== last;
  const stretchable = line.pieces.filter(widens).length;
  const justified = align === 'justify' && stretchable > 0 && (!line.last || slack < 0);
  const extra = justified ? slack / stretchable : 0;
  // Between ideographs a wider gap would be read as a space: there the line stays a little short.
  const share = (piece: TextPiece) => (piece.space ? extra : Math.min(extra, piece.stretch));
  return {
    pieces: line.pieces.map((piece) => ({
      piece,
      width: piece.width + (widens(piece) ? share(piece) : 0),
    })),
    offset: justified ? 0 : leftOffset(align, base, slack),
  };
}

function leftOffset(align: Alignment, base: Direction, slack: number): number {
  if (align === 'center') return slack / 2;
  const atReadingSide = align !== 'end';
  const right = atReadingSide === (base === 'rtl');
  return right ? slack : 0;
}
