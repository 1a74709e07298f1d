/** Pieces of a face in which every character is 10 points wide: line logic without fonts. */

import type { Face, ShapedRun } from '../../src/font/face.ts';
import type { Direction, Inline } from '../../src/model.ts';
import { visible } from '../../src/text/controls.ts';
import { shapeParagraph } from '../../src/text/layout.ts';
import type { Paragraph } from '../../src/text/levels.ts';
import type { TextPiece } from '../../src/text/shape.ts';
import { buildParagraph } from '../support/paragraph.ts';

export const ADVANCE = 10;
const SIZE = 10;

const face = {
  family: 'Fixed',
  path: 'fixed.ttf',
  unitsPerEm: SIZE,
  has: () => true,
  shape(text: string, direction: Direction): ShapedRun {
    const glyphs = [...text].map((_, cluster) => ({
      gid: 1,
      cluster,
      advance: ADVANCE,
      dx: 0,
      dy: 0,
    }));
    return { text, direction, glyphs, advance: glyphs.length * ADVANCE };
  },
} as unknown as Face;

/** A paragraph and its pieces; `\n` is a forced line break. */
export function fixedWidth(
  text: string,
  direction: Direction = 'ltr',
): { paragraph: Paragraph; pieces: readonly TextPiece[] } {
  const inlines = text.split('\n').flatMap((line, index): Inline[] => {
    const inline: Inline = { type: 'text', text: line };
    return index === 0 ? [inline] : [{ type: 'break' }, inline];
  });
  const paragraph = buildParagraph(inlines, direction, 'ar');
  return { paragraph, pieces: shapeParagraph(paragraph, SIZE, () => [face]) };
}

/** What is drawn of a piece. */
export function drawn(paragraph: Paragraph, piece: TextPiece): string {
  return visible(paragraph.text.slice(piece.start, piece.end));
}
