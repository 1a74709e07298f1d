/** Walks over typeset blocks. */
import type { ParagraphSource } from '../text/style.ts';
import type { ImageNode, Node, RuleNode, SpaceNode, TextNode } from './nodes.ts';

/** A block that holds no other. */
type LeafNode = TextNode | ImageNode | RuleNode | SpaceNode;

/** Calls for each block that holds no others, in reading order. */
export function visitLeaves(nodes: readonly Node[], visit: (leaf: LeafNode) => void): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'stack':
      case 'columns':
      case 'ending':
        visitLeaves(node.children, visit);
        break;
      case 'list':
        for (const item of node.items) visitLeaves(item, visit);
        break;
      case 'rows':
        for (const { label, value } of node.rows) visitLeaves([label, value], visit);
        break;
      default:
        visit(node);
    }
  }
}

/** The paragraphs of blocks in reading order, a marker before its block. */
export function paragraphsOf(nodes: readonly Node[]): ParagraphSource[] {
  const paragraphs: ParagraphSource[] = [];
  visitLeaves(nodes, (leaf) => {
    if (leaf.type !== 'text') return;
    if (leaf.marker) paragraphs.push(leaf.marker);
    paragraphs.push(leaf.paragraph);
  });
  return paragraphs;
}
