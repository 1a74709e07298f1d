/** Pieces → lines. */

import type { Paragraph } from './levels.ts';
import { greedyEnds, optimalEnds } from './line-ends.ts';
import { fitSegments, toSegments, totalWidth, trimEnd } from './segments.ts';
import type { TextPiece } from './shape.ts';

/** A line in logical order, its trailing white space taken off. */
export interface TextLine {
  readonly pieces: readonly TextPiece[];
  /** Natural width, points. */
  readonly width: number;
  /** Last of its paragraph, or before a forced break: not justified. */
  readonly last: boolean;
}

/** Breaks a paragraph into lines of `width` points; `justified` ones evenly. */
export function breakLines(
  paragraph: Paragraph,
  pieces: readonly TextPiece[],
  width: number,
  justified = false,
): TextLine[] {
  const segments = fitSegments(paragraph, toSegments(pieces), width);
  const ends = justified ? optimalEnds(segments, width) : greedyEnds(segments, width);
  return ends.map((end, index) => {
    const line = segments.slice(ends[index - 1] ?? 0, end);
    const last = index === ends.length - 1 || line.at(-1)?.forced === true;
    return finishLine(
      line.flatMap((segment) => segment.pieces),
      last,
    );
  });
}

/** Width of the widest line if only forced breaks are taken, points. */
export function naturalWidth(paragraph: Paragraph, pieces: readonly TextPiece[]): number {
  const lines = breakLines(paragraph, pieces, Number.POSITIVE_INFINITY);
  return Math.max(0, ...lines.map((line) => line.width));
}

function finishLine(pieces: readonly TextPiece[], last: boolean): TextLine {
  const kept = pieces.slice(0, trimEnd(pieces));
  return { pieces: kept, width: totalWidth(kept), last };
}
