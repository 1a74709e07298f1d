/** The word across each page of a draft: drawn behind the text as outlines, so that no reader finds it among the words. */
import type { FaceChain } from '../../font/faces.ts';
import { layoutOf } from '../../text/layout.ts';
import type { PlacedPiece } from '../../text/order.ts';
import type { TextPiece } from '../../text/shape.ts';
import type { ParagraphSource } from '../../text/style.ts';
import type { PageFormat } from '../../typeset/nodes.ts';
import type { Point } from '../embed/cubics.ts';
import { outlineOf } from '../embed/outline.ts';

/** Light enough to read the letter over it, and still there in print. */
const GREY = '0.9 g';
/** Share of the page's diagonal that the longest word takes, and the largest size of letters, points. */
const LENGTH = 0.6;
const LARGEST = 150;
/** Distance of the baselines of several words, and height of small letters; em. */
const LEADING = 1.3;
const MIDDLE = 0.3;
const MIDDLE_OF_PAGE = { x: 0, width: 0 };
/** Operators of a line and of a curve, by their number of points. */
const OPERATORS = { 1: 'l', 3: 'c' } as const;

/** Operators that draw `words`, one above the other, up the diagonal of a page; empty without words. */
export function watermark(
  words: readonly ParagraphSource[],
  page: PageFormat,
  chain: FaceChain,
): string {
  const layouts = words.map((word) => layoutOf(word, 1, chain));
  const longest = Math.max(...layouts.map((layout) => layout.oneLine().width));
  const diagonal = Math.hypot(page.width, page.height);
  if (layouts.length === 0 || longest === 0) return '';
  const size = Math.min(LARGEST, (diagonal * LENGTH) / longest);
  const drawn = layouts.map((layout, index) => {
    const row = (layouts.length - 1) / 2 - index;
    const pieces = layout.place(layout.oneLine(), 'center', MIDDLE_OF_PAGE);
    return drawPieces(pieces, row * LEADING - MIDDLE);
  });
  return `q ${GREY} ${matrix(page, diagonal, size)} ${drawn.join(' ')} Q`;
}

/** From em, upwards from the page's middle along its diagonal, to points, y downwards. */
function matrix({ width, height }: PageFormat, diagonal: number, size: number): string {
  const along = (size * width) / diagonal;
  const up = (size * height) / diagonal;
  return `${[along, -up, -up, -along, width / 2, height / 2].map(number).join(' ')} cm`;
}

/** Pieces of size 1 on the baseline y. */
function drawPieces(pieces: readonly PlacedPiece[], y: number): string {
  return pieces
    .flatMap(({ piece, x }) => {
      const { face, shaped } = piece;
      const scale = 1 / face.unitsPerEm;
      let at = x;
      return shaped.glyphs.map(({ gid, dx, dy, advance }) => {
        const path = drawGlyph(piece, gid, at + dx * scale, y + dy * scale);
        at += advance * scale;
        return path;
      });
    })
    .join(' ');
}

function drawGlyph({ face }: TextPiece, gid: number, x: number, y: number): string {
  const place = ([px, py]: Point) =>
    `${number(px / face.unitsPerEm + x)} ${number(py / face.unitsPerEm + y)}`;
  const contours = outlineOf(face, gid).map(({ start, segments }) => [
    `${place(start)} m`,
    ...segments.map((segment) => `${segment.map(place).join(' ')} ${OPERATORS[segment.length]}`),
  ]);
  return contours.length > 0 ? `${contours.flat().join(' ')} f` : '';
}

/** A ten-thousandth of an em is far below what can be seen. */
function number(value: number): string {
  return String(Number(value.toFixed(4)));
}
