/** Pieces between two break points: what line breaking moves as one. */
import type { TextItem } from './itemize.ts';
import type { Paragraph } from './levels.ts';
import { shapeAll, type TextPiece } from './shape.ts';

export interface Segment {
  readonly pieces: readonly TextPiece[];
  /** With its trailing white space, points. */
  readonly width: number;
  /** By how much justification may widen its spaces, or the gaps between its ideographs; points. */
  readonly stretch: number;
  /** Width of its trailing white space, and of the part of it that could be widened; points. */
  readonly trail: number;
  readonly trailStretch: number;
  /** The line ends after it. */
  readonly forced: boolean;
  /** Demerits of a line that ends after it. */
  readonly cost: number;
}

/** Cuts pieces where a line may break; with `all`, where it may be broken at need as well. */
export function toSegments(pieces: readonly TextPiece[], all = false): Segment[] {
  const out: Segment[] = [];
  let from = 0;
  pieces.forEach(({ breakAfter }, index) => {
    const inside = breakAfter === 'no' || (breakAfter === 'withheld' && !all);
    if (inside && index < pieces.length - 1) return;
    out.push(makeSegment(pieces.slice(from, index + 1), breakAfter === 'forced'));
    from = index + 1;
  });
  return out;
}

function makeSegment(pieces: readonly TextPiece[], forced: boolean): Segment {
  const trailing = pieces.slice(trimEnd(pieces));
  return {
    pieces,
    forced,
    cost: pieces.at(-1)?.breakCost ?? 0,
    width: totalWidth(pieces),
    stretch: stretchWidth(pieces),
    trail: totalWidth(trailing),
    trailStretch: stretchWidth(trailing),
  };
}

/**
 * Segments wider than `width` points (a long address in a narrow column) cut at breaks that were withheld, and what is
 * still wider between characters.
 */
export function fitSegments(
  paragraph: Paragraph,
  segments: readonly Segment[],
  width: number,
): readonly Segment[] {
  const fits = (segment: Segment) => segment.width - segment.trail <= width;
  if (segments.every(fits)) return segments;
  const parts = segments.flatMap((segment) =>
    fits(segment) ? [segment] : toSegments(segment.pieces, true),
  );
  return parts.flatMap((segment) => {
    if (fits(segment)) return [segment];
    const pieces = segment.pieces.flatMap((piece) => cutCharacters(paragraph, piece));
    return pieces.map((piece, i) =>
      makeSegment([piece], segment.forced && i === pieces.length - 1),
    );
  });
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function cutCharacters(paragraph: Paragraph, piece: TextPiece): TextPiece[] {
  if (piece.space) return [piece];
  const text = paragraph.text.slice(piece.start, piece.end);
  return [...graphemes.segment(text)].flatMap(({ index, segment }) => {
    const start = piece.start + index;
    const level = paragraph.levels[start] ?? 0;
    const { style, face, nominalSize } = piece;
    const end = start + segment.length;
    const item: TextItem = { start, end, level, style, face, breakAfter: 'no', breakCost: 0 };
    return shapeAll(paragraph, [item], nominalSize);
  });
}

/** Index after the last piece that is no white space. */
export function trimEnd(pieces: readonly TextPiece[]): number {
  let end = pieces.length;
  while (pieces[end - 1]?.space) end -= 1;
  return end;
}

export function totalWidth(pieces: readonly TextPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0);
}

function stretchWidth(pieces: readonly TextPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.stretch, 0);
}
