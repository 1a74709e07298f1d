/** A text block during layout. */

import type { Face } from '../../font/face.ts';
import type { FaceChain } from '../../font/faces.ts';
import { layoutOf, type TextLayout } from '../../text/layout.ts';
import type { TextLine } from '../../text/lines.ts';
import type { TextStyle } from '../../text/style.ts';
import type { TextNode } from '../../typeset/nodes.ts';
import type { StructureElement } from '../write/structure.ts';

/** Fewest lines of a paragraph at the foot of a page (orphans) and at the top of the next one (widows). */
const FEWEST_LINES = 2;

export class TextFlow {
  readonly node: TextNode;
  /** The structure element of the text, and that of its marker. */
  readonly element: StructureElement;
  readonly label: StructureElement | undefined;
  /** Distance of the first baseline from the block's top, points. */
  readonly baseline: number;
  readonly marker: TextLayout | undefined;
  readonly layout: TextLayout;

  constructor(
    node: TextNode,
    chain: FaceChain,
    element: StructureElement,
    label: StructureElement | undefined,
  ) {
    this.node = node;
    this.element = element;
    this.label = label;
    this.baseline = baselineOffset(
      chain(UPRIGHT, node.paragraph.language)[0],
      node.size,
      node.leading,
    );
    this.layout = layoutOf(node.paragraph, node.size, chain);
    this.marker = node.marker && layoutOf(node.marker, node.size, chain);
  }

  /** @param width points */
  lines(width: number): readonly TextLine[] {
    const { align, kashida = false, paragraph } = this.node;
    const balanced = paragraph.breaking?.balanced ?? false;
    return this.layout.lines(width, { justified: align === 'justify', kashida, balanced });
  }
}

const UPRIGHT: TextStyle = { bold: false, italic: false, superscript: false };

/**
 * Centres ascender and descender of the letter's first face on the line: one baseline for all
 * blocks, whichever fallback face a line is set in, so that labels and values are level.
 */
function baselineOffset(face: Face | undefined, size: number, leading: number): number {
  if (!face) throw new Error('a letter has no font');
  const scale = size / face.unitsPerEm;
  return (leading + (face.ascender + face.descender) * scale) / 2;
}

/** Whether a page may end before line `index` of `count`: no widow, no orphan. */
export function maySplitBefore(index: number, count: number): boolean {
  return index === 0 || (index >= FEWEST_LINES && count - index >= FEWEST_LINES);
}

/** Index of the line that opens the last part of a paragraph, of at least `lines` lines if it has them. */
export function lastPart(count: number, lines: number): number {
  let index = Math.max(0, count - lines);
  while (!maySplitBefore(index, count)) index -= 1;
  return index;
}
