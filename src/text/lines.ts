/** Pieces → lines. */

import type { Paragraph } from './levels.ts';
import { balancedEnds, greedyEnds, justifiedEnds, type LineEnds } from './line-ends.ts';
import { fitSegments, type Segment, toSegments, totalWidth, trimEnd } from './segments.ts';
import type { TextPiece } from './shape.ts';

/** A line in logical order, its trailing white space taken off. */
export interface TextLine {
  readonly pieces: readonly TextPiece[];
  /** Natural width, points. */
  readonly width: number;
  /** Last of its paragraph, or before a forced break: not justified. */
  readonly last: boolean;
}

/** Breaks a paragraph into lines of `width` points; `justified` ones evenly, `balanced` ones about equally wide. */
export function breakLines(
  paragraph: Paragraph,
  pieces: readonly TextPiece[],
  width: number,
  filling: 'greedy' | 'justified' | 'balanced' = 'greedy',
): TextLine[] {
  const segments = fitSegments(paragraph, toSegments(pieces), width);
  const ends = endsOf(segments, width, filling);
  return ends.map((end, index) => {
    const line = segments.slice(ends[index - 1] ?? 0, end);
    const last = index === ends.length - 1 || line.at(-1)?.forced === true;
    return finishLine(
      line.flatMap((segment) => segment.pieces),
      last,
    );
  });
}

function endsOf(
  segments: readonly Segment[],
  width: number,
  filling: 'greedy' | 'justified' | 'balanced',
): LineEnds {
  if (filling === 'greedy') return greedyEnds(segments, width);
  return filling === 'balanced' ? balancedEnds(segments, width) : justifiedEnds(segments, width);
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
