/** Typeset blocks in a row, each with its place in the structure tree. */

import type { FaceChain } from '../../font/faces.ts';
import type { ListNode, Node, StackNode, TextNode } from '../../typeset/nodes.ts';
import { lineText } from '../../walk-letter.ts';
import {
  type ElementAttributes,
  type ListNumbering,
  StructureElement,
} from '../write/structure.ts';

import { fitMarkers } from './markers.ts';

/** A block that is no list, with the structure element that its content belongs to. */
export interface Entry {
  readonly node: Exclude<Node, ListNode>;
  readonly element: StructureElement;
  /** Element of the marker. */
  readonly label?: StructureElement;
}

/** Lines of the next block that must follow a heading. */
const FOLLOWING_LINES = 2;

/**
 * Lists and plain stacks open into their blocks, so that page breaks see paragraphs. Elements are
 * made here, in reading order.
 */
export function flatten(node: Node, parent: StructureElement, chain: FaceChain): Entry[] {
  if (node.type === 'list') {
    const list = parent.child('L', { numbering: numberingOf(node) });
    const { items } = fitMarkers(node, chain);
    return items.flatMap((item) => flattenItem(item, list.child('LI'), chain));
  }
  if (node.type === 'stack' && isPlain(node)) {
    const element = node.tag ? parent.child(node.tag) : parent;
    return node.children.flatMap((child) => flatten(child, element, chain));
  }
  return [{ node, element: elementOf(node, parent) }];
}

/** How the items are counted (ISO 32000-1, table 347), seen from the first marker. */
function numberingOf({ items }: ListNode): ListNumbering {
  const first = items[0]?.[0];
  const marker = first?.type === 'text' ? lineText(first.marker?.line ?? []) : '';
  if (/\p{Nd}/u.test(marker)) return 'Decimal';
  return marker.includes('•') ? 'Disc' : 'None';
}

/** A stack that does nothing to its blocks but to hold them. */
function isPlain(node: StackNode): boolean {
  return !node.unbreakable && !node.pageBreak && !node.setting && !node.before && !node.after;
}

function flattenItem(nodes: readonly Node[], item: StructureElement, chain: FaceChain): Entry[] {
  const label = item.child('Lbl');
  const body = item.child('LBody');
  const [first, ...rest] = nodes.flatMap((node) => flatten(node, body, chain));
  return first ? [{ ...first, label }, ...rest] : [];
}

/** A block that only arranges others on the page leaves no trace in the structure. */
function elementOf(node: Exclude<Node, ListNode>, parent: StructureElement): StructureElement {
  switch (node.type) {
    case 'text':
      return node.tag ? parent.child(node.tag, textAttributes(node)) : parent;
    case 'image':
      return node.image.alt === ''
        ? new StructureElement('Artifact')
        : parent.child('Figure', { alt: node.image.alt });
    case 'ending':
      return parent.child('Sect');
    case 'stack':
      if (!node.tag && !node.setting) return parent.group();
      return parent.child(node.tag ?? 'Div', node.setting && { language: node.setting.language });
    case 'columns':
    case 'rows':
      return node.tag ? parent.child(node.tag) : parent.group();
    case 'rule':
    case 'space':
      return parent;
  }
}

/** The only text that is no part of the letter is at the foot of its pages. */
function textAttributes({ tag }: TextNode): ElementAttributes {
  return tag === 'Artifact' ? { artifact: 'Footer' } : {};
}

export function isText(entry: Entry): entry is Entry & { readonly node: TextNode } {
  return entry.node.type === 'text';
}

/** Height of the first lines of what must follow entry `index` on its page, points. */
export function followHeight(entries: readonly Entry[], index: number): number {
  const node = entries[index]?.node;
  const next = entries[index + 1]?.node;
  if (node?.type !== 'text' || !node.keepWithNext || next?.type !== 'text') return 0;
  const gap = (node.after ?? 0) + (next.before ?? 0);
  return gap + next.leading * FOLLOWING_LINES + followHeight(entries, index + 1);
}
