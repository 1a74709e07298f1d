/** How the justified lines of a letter are set. */

import { faceChain } from '../../src/font/faces.ts';
import type { Letter } from '../../src/model.ts';
import { BlockConverter, type TextPart } from '../../src/pdf/layout/blocks.ts';
import type { TextFlow } from '../../src/pdf/layout/flow.ts';
import { StructureElement } from '../../src/pdf/write/structure.ts';
import { breakLines, type TextLine } from '../../src/text/lines.ts';
import type { TextPiece } from '../../src/text/shape.ts';
import { typesetLetter } from '../../src/typeset/document.ts';

/** Width of the text of a letter on A4, points. */
const ROOM = 470;

/** Gives the lines of a text block at a width in points. */
export type Breaker = (flow: TextFlow, width: number) => readonly TextLine[];

/** As the letter's settings have it: total fit. */
export const asSet: Breaker = (flow, width) => flow.lines(width);
/** As many words on each line as it holds. */
export const greedily: Breaker = (flow, width) =>
  breakLines(flow.layout.paragraph, flow.layout.pieces, width);

/** Width of the spaces of a line, points. */
export function spacesOf(line: readonly TextPiece[]): number {
  return line.filter(({ space }) => space).reduce((sum, { width }) => sum + width, 0);
}

/** By how much the spaces of each justified line are widened, as a share of their width; negative where they are narrowed. */
export function widenings(letter: Letter, breaker = asSet): number[] {
  const converter = new BlockConverter({
    direction: letter.direction,
    chain: faceChain(letter),
    sourceOf: () => ({ svg: '<svg/>' }),
  });
  const { content } = typesetLetter(letter);
  return flowsIn(converter.convertAll(content, ROOM, new StructureElement('Document')))
    .filter(({ node }) => node.align === 'justify')
    .flatMap((flow) => {
      const room = ROOM - (flow.node.indent ?? 0);
      const lines = breaker(flow, room).filter(({ last, pieces }) => !last && spacesOf(pieces) > 0);
      return lines.map((line) => (room - line.width) / spacesOf(line.pieces));
    });
}

/** The text blocks that nodes of pdfmake hold. */
function flowsIn(value: unknown): TextFlow[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('textPart' in value) return [(value as { textPart: TextPart }).textPart.flow];
  return Object.values(value).flatMap(flowsIn);
}
