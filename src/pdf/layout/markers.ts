/** Bullets and numbers of a list: where they stand, and how much room they need. */
import type { FaceChain } from '../../font/faces.ts';
import { layoutOf } from '../../text/layout.ts';
import type { ListNode, MarkerRoom, Node, TextNode } from '../../typeset/nodes.ts';

/** Usual room of a bullet or number before its text, and the least distance between the two; em. */
const USUAL_ROOM = 1.1;
const LEAST_GAP = 0.35;

/** Room of a text's marker, points. */
export function markerRoom({ indent = 0, size, markerRoom: own }: TextNode): number {
  return own?.room ?? Math.min(indent, size * USUAL_ROOM);
}

/**
 * The list with markers that stand clear of their texts: where the widest needs more than the usual room, all of its
 * blocks, and those of the lists in it, are indented by so much more.
 */
export function fitMarkers(list: ListNode, chain: FaceChain): ListNode {
  const marked = list.items.flatMap(([first]) =>
    first?.type === 'text' && first.marker ? [first] : [],
  );
  const [sample] = marked;
  if (!sample) return list;
  const widths = marked.map(({ marker, size }) =>
    marker ? layoutOf(marker, size, chain).naturalWidth : 0,
  );
  const widest = Math.max(...widths);
  const usual = markerRoom(sample);
  const room = Math.max(usual, widest + sample.size * LEAST_GAP);
  if (room === usual && widths.every((width) => width === widest)) return list;
  const moved = { extra: room - usual, markers: { room, widest } };
  return { ...list, items: list.items.map((item) => item.map((node) => indented(node, moved))) };
}

interface Moved {
  /** Points. */
  readonly extra: number;
  readonly markers: MarkerRoom | undefined;
}

/** A block of an item, further in; a list inside has room of its own for its markers. */
function indented(node: Node, { extra, markers }: Moved): Node {
  const inner = { extra, markers: undefined };
  switch (node.type) {
    case 'text':
      return {
        ...node,
        indent: (node.indent ?? 0) + extra,
        ...(node.marker && markers && { markerRoom: markers }),
      };
    case 'list':
      return {
        ...node,
        items: node.items.map((item) => item.map((child) => indented(child, inner))),
      };
    case 'stack':
      return { ...node, children: node.children.map((child) => indented(child, inner)) };
    default:
      return node;
  }
}
