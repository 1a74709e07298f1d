/** A paragraph cut into shaped pieces: the smallest parts that line breaking and ordering move. */

import { itemize } from '../font/chain.ts';
import type { Face, ShapedRun } from '../font/face.ts';
import type { FaceChain } from '../font/faces.ts';
import { type BreakPoint, findBreaks } from './breaks.ts';
import { visible } from './controls.ts';
import type { Paragraph } from './paragraph.ts';
import type { TextStyle } from './style.ts';

/** A stretch of one level, style and face, without break point inside; shaped in its direction. */
export interface Piece {
  /** UTF-16 offsets in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly style: TextStyle;
  readonly face: Face;
  readonly shaped: ShapedRun;
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
  readonly breakAfter: 'no' | 'allowed' | 'forced';
}

/** See Desktop publishing's customary values for superiors. */
const SUPERSCRIPT = { scale: 0.6, rise: 0.35 } as const;
const SPACE = /^[ \u00A0\u202F\u2000-\u200A\u3000\t]+$/u;
/** The ideographic space is an indent, and keeps its width. */
const WORD_SPACE = /^[^\u3000]+$/u;
/** Text without spaces, and its punctuation. */
const IDEOGRAPH = /[\p{Script=Han}\u3000-\u30FF\uFF00-\uFFEF“”‘’]$/u;
/** Between ideographs, em. From a tenth of an em on, poppler finds a space there. */
const IDEOGRAPH_STRETCH = 0.09;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle;
  readonly face: Face;
}

/** @param size points */
export function cutPieces(paragraph: Paragraph, size: number, chain: FaceChain): Piece[] {
  const breaks = new Map(findBreaks(paragraph).map((point) => [point.position, point]));
  return paragraph.spans
    .flatMap(({ start, end, style }) =>
      itemize(paragraph.text.slice(start, end), chain(style, paragraph.language)).map((item) => ({
        start: start + item.start,
        end: start + item.end,
        style,
        face: item.face,
      })),
    )
    .flatMap((stretch) => cutStretch(paragraph, stretch, size, breaks));
}

function cutStretch(
  paragraph: Paragraph,
  stretch: Stretch,
  size: number,
  breaks: ReadonlyMap<number, BreakPoint>,
): Piece[] {
  const pieces: Piece[] = [];
  let start = stretch.start;
  for (let at = stretch.start + 1; at <= stretch.end; at += 1) {
    if (at < stretch.end && !breaks.has(at) && !isBoundary(paragraph, at)) continue;
    pieces.push(shapePiece(paragraph, { ...stretch, start, end: at }, size, breaks.get(at)));
    start = at;
  }
  return pieces;
}

/** Between levels, and between white space and anything else. */
function isBoundary({ text, levels }: Paragraph, at: number): boolean {
  return (
    levels[at] !== levels[at - 1] || SPACE.test(text.charAt(at)) !== SPACE.test(text.charAt(at - 1))
  );
}

/** Shapes `stretch`, which has one level. */
export function shapePiece(
  paragraph: Paragraph,
  stretch: Stretch,
  size: number,
  point: BreakPoint | undefined,
): Piece {
  const { start, end, style, face } = stretch;
  const level = paragraph.levels[start] ?? 0;
  const text = visible(paragraph.text.slice(start, end));
  const shaped = face.shape(text, level % 2 === 1 ? 'rtl' : 'ltr', {
    language: style.language ?? paragraph.language,
  });
  const drawn = style.superscript ? size * SUPERSCRIPT.scale : size;
  const width = (shaped.advance * drawn) / face.unitsPerEm;
  const space = SPACE.test(text);
  const wordSpace = space && WORD_SPACE.test(text) && !isSolid(paragraph, start);
  const gap = point?.forced === false && IDEOGRAPH.test(text);
  return {
    start,
    end,
    level,
    style,
    face,
    shaped,
    nominalSize: size,
    size: drawn,
    rise: style.superscript ? size * SUPERSCRIPT.rise : 0,
    width,
    space: space || text === '',
    stretchable: wordSpace || gap,
    stretch: wordSpace ? width : gap ? drawn * IDEOGRAPH_STRETCH : 0,
    breakAfter: point === undefined ? 'no' : point.forced ? 'forced' : 'allowed',
  };
}

function isSolid({ solids }: Paragraph, at: number): boolean {
  return solids.some((solid) => at >= solid.start && at < solid.end);
}
