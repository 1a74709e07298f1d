/** A text block during layout. */

import type { Face } from '../../font/face.ts';
import type { FaceChain } from '../../font/faces.ts';
import { layoutOf, type TextLayout } from '../../text/layout.ts';
import type { TextLine } from '../../text/lines.ts';
import type { TextStyle } from '../../text/style.ts';
import type { TextNode } from '../../typeset/nodes.ts';
import type { StructureElement } from '../write/structure.ts';
import { clearance, inkOf } from './ink.ts';

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

  /** From the top of each line to that of the next, and how much of it is room above the line; points. */
  heights(width: number): readonly { readonly height: number; readonly lead: number }[] {
    const above = leadsOf(this, width);
    return this.lines(width).map((_, index) => {
      const lead = above[index] ?? 0;
      return { height: this.node.leading + lead, lead };
    });
  }
}

/** Least distance between the ink of two lines, em. */
const LEAST_CLEARANCE = 0.04;
const leads = new WeakMap<TextLayout, Map<string, readonly number[]>>();

/**
 * Room that each line needs above itself beside the leading, points: where a mark or tail would meet the line below, as
 * TeX's lineskip gives it. Only scripts that run from right to left reach so far.
 */
function leadsOf(flow: TextFlow, width: number): readonly number[] {
  const { layout, node } = flow;
  const lines = flow.lines(width);
  if (lines.length < 2 || !layout.pieces.some(({ shaped }) => shaped.direction === 'rtl'))
    return [];
  const known = leads.get(layout) ?? new Map<string, readonly number[]>();
  leads.set(layout, known);
  const key = `${width} ${node.align} ${node.kashida} ${node.leading}`;
  const found = known.get(key) ?? measureLeads(flow, lines, width);
  known.set(key, found);
  return found;
}

function measureLeads(
  { layout, node }: TextFlow,
  lines: readonly TextLine[],
  width: number,
): readonly number[] {
  const wanted = LEAST_CLEARANCE * node.size;
  const inks = lines.map((line) => inkOf(layout, line, node.align, { x: 0, baseline: 0, width }));
  return inks.map((ink, index) => {
    const above = inks[index - 1];
    if (!above) return 0;
    return Math.max(0, wanted - node.leading - clearance(above, ink, wanted - node.leading));
  });
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
