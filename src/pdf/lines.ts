/** Pieces → lines. */
import type { Paragraph } from '../typeset/paragraph.ts';
import { type Piece, shapePiece } from './pieces.ts';

/** A line in logical order, its trailing white space taken off. */
export interface TextLine {
  readonly pieces: readonly Piece[];
  /** Natural width, points. */
  readonly width: number;
  /** Last of its paragraph, or before a forced break: not justified. */
  readonly last: boolean;
}

/** Pieces between two break points. */
interface Segment {
  readonly pieces: readonly Piece[];
  /** With and without its trailing white space, points. */
  readonly width: number;
  readonly trimmed: number;
  readonly forced: boolean;
}

/**
 * Breaks a paragraph greedily into lines of `width` points. A segment wider than a line (a long
 * address in a narrow column) is cut between characters.
 */
export function breakLines(
  paragraph: Paragraph,
  pieces: readonly Piece[],
  width: number,
): TextLine[] {
  const lines: TextLine[] = [];
  let line: Piece[] = [];
  let used = 0;
  const flush = (last: boolean) => {
    lines.push(finishLine(line, last));
    line = [];
    used = 0;
  };
  for (const segment of fitSegments(paragraph, segments(pieces), width)) {
    if (line.length > 0 && used + segment.trimmed > width + TOLERANCE) flush(false);
    line.push(...segment.pieces);
    used += segment.width;
    if (segment.forced) flush(true);
  }
  if (line.length > 0 || lines.length === 0) flush(true);
  return lines;
}

/** Points; floating-point sums must not push a line that fits onto the next. */
const TOLERANCE = 0.01;

function segments(pieces: readonly Piece[]): Segment[] {
  const out: Segment[] = [];
  let from = 0;
  pieces.forEach((piece, index) => {
    if (piece.breakAfter === 'no' && index < pieces.length - 1) return;
    out.push(makeSegment(pieces.slice(from, index + 1), piece.breakAfter === 'forced'));
    from = index + 1;
  });
  return out;
}

function makeSegment(pieces: readonly Piece[], forced: boolean): Segment {
  const width = totalWidth(pieces);
  return { pieces, width, trimmed: width - totalWidth(pieces.slice(trimEnd(pieces))), forced };
}

/** The widest segment and the whole on one line, points: the limits of a table column. */
export function widthLimits(pieces: readonly Piece[]): { min: number; max: number } {
  const all = segments(pieces);
  const lines = breakLinesAtForced(all);
  return {
    min: Math.max(0, ...all.map((segment) => segment.trimmed)),
    max: Math.max(0, ...lines.map((line) => line.width)),
  };
}

function breakLinesAtForced(all: readonly Segment[]): TextLine[] {
  const lines: Piece[][] = [[]];
  for (const segment of all) {
    lines.at(-1)?.push(...segment.pieces);
    if (segment.forced) lines.push([]);
  }
  return lines.map((line) => finishLine(line, true));
}

function finishLine(pieces: readonly Piece[], last: boolean): TextLine {
  const kept = pieces.slice(0, trimEnd(pieces));
  return { pieces: kept, width: totalWidth(kept), last };
}

/** Index after the last piece that is no white space. */
function trimEnd(pieces: readonly Piece[]): number {
  let end = pieces.length;
  while (pieces[end - 1]?.space) end -= 1;
  return end;
}

function totalWidth(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0);
}

function fitSegments(paragraph: Paragraph, all: readonly Segment[], width: number): Segment[] {
  if (all.every((segment) => segment.trimmed <= width)) return [...all];
  return all.flatMap((segment) => {
    if (segment.trimmed <= width) return [segment];
    const pieces = segment.pieces.flatMap((piece) => cutCharacters(paragraph, piece));
    return pieces.map((piece, i) =>
      makeSegment([piece], segment.forced && i === pieces.length - 1),
    );
  });
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function cutCharacters(paragraph: Paragraph, piece: Piece): Piece[] {
  if (piece.space) return [piece];
  const text = paragraph.text.slice(piece.start, piece.end);
  return [...graphemes.segment(text)].map(({ index, segment }) => {
    const start = piece.start + index;
    return shapePiece(
      paragraph,
      { start, end: start + segment.length, style: piece.style, face: piece.face },
      piece.nominalSize,
      undefined,
    );
  });
}
