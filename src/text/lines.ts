/** Pieces → lines. */

import { extendLine } from './kashida.ts';
import { greedyEnds, optimalEnds } from './line-ends.ts';
import type { Paragraph } from './paragraph.ts';
import type { Piece } from './pieces.ts';
import { fitSegments, toSegments, totalWidth, trimEnd } from './segments.ts';

/** A line in logical order, its trailing white space taken off. */
export interface TextLine {
  readonly pieces: readonly Piece[];
  /** Natural width, points. */
  readonly width: number;
  /** Last of its paragraph, or before a forced break: not justified. */
  readonly last: boolean;
}

/** Breaks a paragraph into lines of `width` points; `justified` ones evenly. */
export function breakLines(
  paragraph: Paragraph,
  pieces: readonly Piece[],
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

/** The lines of a paragraph that is justified, with longer joins where it is written from right to left. */
export function withKashidas(
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

/** Width of the widest line if only forced breaks are taken, points. */
export function naturalWidth(paragraph: Paragraph, pieces: readonly Piece[]): number {
  const lines = breakLines(paragraph, pieces, Number.POSITIVE_INFINITY);
  return Math.max(0, ...lines.map((line) => line.width));
}

function finishLine(pieces: readonly Piece[], last: boolean): TextLine {
  const kept = pieces.slice(0, trimEnd(pieces));
  return { pieces: kept, width: totalWidth(kept), last };
}
