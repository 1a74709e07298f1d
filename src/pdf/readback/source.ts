/** The words of a letter in reading order: what must come back from its PDF. */
import { visible } from '../../text/controls.ts';
import { LINE_SEPARATOR, type Paragraph } from '../../text/paragraph.ts';
import type { Node } from '../../typeset/nodes.ts';

/**
 * The texts of the blocks in reading order, a marker before its block; without bidi controls, with a
 * space for each forced line break.
 */
export function sourceBlocks(nodes: readonly Node[]): string[] {
  return nodes.flatMap(textsOf).filter((text) => text.trim() !== '');
}

function textsOf(node: Node): string[] {
  switch (node.type) {
    case 'text':
      return [...(node.marker ? [plain(node.marker)] : []), plain(node.paragraph)];
    case 'stack':
    case 'columns':
    case 'ending':
      return node.children.flatMap(textsOf);
    case 'list':
      return node.items.flat().flatMap(textsOf);
    case 'rows':
      return node.rows.flatMap(({ label, value }) => [label, value].flatMap(textsOf));
    case 'image':
    case 'rule':
    case 'space':
      return [];
  }
}

function plain(paragraph: Paragraph): string {
  return visible(paragraph.text.replaceAll(LINE_SEPARATOR, ' '));
}
