/** Typeset blocks → nodes of pdfmake, mirrored where the letter runs from right to left. */
import type { Direction } from '../model.ts';
import type {
  Alignment,
  ColumnsNode,
  EndingNode,
  ImageNode,
  ListNode,
  Node,
  RowsNode,
  Spacing,
  TextNode,
} from '../typeset/nodes.ts';
import { lastPart, TextFlow } from './flow.ts';
import type { FaceChain } from './pieces.ts';
import type { StructureElement } from './structure.ts';

/** A node as pdfmake takes it. */
export type PdfmakeNode = Record<string, unknown>;

/** After the last line of a block. */
const END = Number.POSITIVE_INFINITY;

/** What the layout needs to set a text block, or some of its lines; see pdfmake.ts. */
export interface TextPart {
  readonly flow: TextFlow;
  /** Lines `from` up to `to` (exclusive) of the block. */
  readonly from: number;
  readonly to: number;
  /** Height that must follow on the same page, points. */
  readonly follow: number;
  /** Place in the source order. */
  readonly order: number;
}

export interface ConvertOptions {
  readonly direction: Direction;
  readonly chain: FaceChain;
  /** Source text of an SVG image. */
  readonly readSvg: (path: string) => string;
}

/** Lines of the next block that must follow a heading. */
const FOLLOWING_LINES = 2;

/** A block that is no list, with the structure element that its content belongs to. */
interface Entry {
  readonly node: Exclude<Node, ListNode>;
  readonly element: StructureElement;
  /** Element of the marker. */
  readonly label?: StructureElement;
}

export class BlockConverter {
  private readonly options: ConvertOptions;
  private order = 0;

  constructor(options: ConvertOptions) {
    this.options = options;
  }

  /**
   * @param width of the column in which the blocks stand, points
   * @param parent the structure element that the blocks belong to
   */
  convertAll(nodes: readonly Node[], width: number, parent: StructureElement): PdfmakeNode[] {
    const entries = nodes.flatMap((node) => flatten(node, parent));
    return entries.flatMap((entry, index) => {
      const next = entries[index + 1]?.node;
      if (entry.node.type === 'text' && next?.type === 'ending') return [];
      if (entry.node.type !== 'ending') {
        return [this.convert(entry, width, followHeight(entries, index))];
      }
      return this.convertEnding(entry.node, entry.element, entries[index - 1], width);
    });
  }

  private convert(entry: Entry, width: number, follow: number): PdfmakeNode {
    const { node, element } = entry;
    switch (node.type) {
      case 'text':
        return this.textNode(this.flow(entry, node), { from: 0, to: END, follow });
      case 'stack': {
        const children = this.convertAll(node.children, width, element);
        return spaced(node, { stack: children, unbreakable: node.unbreakable ?? false });
      }
      case 'columns':
        return this.convertColumns(node, width, element);
      case 'rows':
        return this.convertRows(node, width, element);
      case 'image':
        return { ...this.convertImage(node), element };
      case 'rule':
        return spaced(node, {
          canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6 }],
        });
      case 'space':
        return { stack: [], margin: [0, node.height, 0, 0] };
      case 'ending':
        throw new Error('an ending stands at the top level of a document only');
    }
  }

  private flow({ element, label }: Entry, node: TextNode): TextFlow {
    return new TextFlow(node, this.options.chain, element, label);
  }

  private textNode(
    flow: TextFlow,
    part: Pick<TextPart, 'from' | 'to' | 'follow'>,
    order = this.nextOrder(),
  ): PdfmakeNode {
    const { indent = 0, before = 0, after = 0 } = flow.node;
    const [left, right] = this.mirrored(indent, 0);
    const margin = [left, part.from === 0 ? before : 0, right, part.to === END ? after : 0];
    const textPart: TextPart = { flow, order, ...part };
    return { text: '', textPart, margin };
  }

  /**
   * The last lines of the body move with the closing: the last paragraph is set in two parts, the
   * second of them in one unbreakable block with what follows.
   */
  private convertEnding(
    node: EndingNode,
    element: StructureElement,
    previous: Entry | undefined,
    width: number,
  ): PdfmakeNode[] {
    const closing = () => this.convertAll(node.children, width, element);
    if (previous?.node.type !== 'text') return [{ stack: closing(), unbreakable: true }];
    const flow = this.flow(previous, previous.node);
    const lines = flow.lines(width - (previous.node.indent ?? 0)).length;
    const split = lastPart(lines, node.lines);
    const order = this.nextOrder();
    const head = this.textNode(flow, { from: 0, to: split, follow: 0 }, order);
    const tail = this.textNode(flow, { from: split, to: END, follow: 0 }, order);
    const together = { stack: [tail, ...closing()], unbreakable: true };
    return split > 0 ? [head, together] : [together];
  }

  private convertColumns(node: ColumnsNode, width: number, element: StructureElement): PdfmakeNode {
    const total = node.shares.reduce((sum, share) => sum + share, 0);
    const room = width - node.gap * (node.children.length - 1);
    const columns = node.children.map((child, index) => {
      const own = (room * (node.shares[index] ?? 0)) / total;
      return { stack: this.convertAll([child], own, element), width: own };
    });
    return spaced(node, { columns: this.inOrder(columns), columnGap: node.gap });
  }

  private convertRows(node: RowsNode, width: number, element: StructureElement): PdfmakeNode {
    const cell = (child: Node) => ({ stack: this.convertAll([child], width, element) });
    const body = node.rows.map(({ label, value }) => this.inOrder([cell(label), cell(value)]));
    const rtl = this.options.direction === 'rtl';
    const none = () => 0;
    const layout = {
      hLineWidth: none,
      vLineWidth: none,
      paddingTop: none,
      paddingBottom: none,
      paddingLeft: (column: number) => (column === 1 && !rtl ? node.gap : 0),
      paddingRight: (column: number) => (column === 0 && rtl ? node.gap : 0),
    };
    return spaced(node, { table: { widths: this.inOrder(['auto', '*']), body }, layout });
  }

  private convertImage(node: ImageNode): PdfmakeNode {
    const { path } = node.image;
    const alignment = this.side(node.align);
    const fit = [node.maxWidth, node.maxHeight];
    const source = /\.svg$/i.test(path) ? { svg: this.options.readSvg(path) } : { image: path };
    return spaced(node, { ...source, fit, alignment });
  }

  private side(align: Alignment): 'left' | 'right' | 'center' {
    if (align === 'center') return 'center';
    return (align === 'end') === (this.options.direction === 'ltr') ? 'right' : 'left';
  }

  private inOrder<T>(items: readonly T[]): T[] {
    return this.options.direction === 'rtl' ? [...items].reverse() : [...items];
  }

  private mirrored(start: number, end: number): [number, number] {
    return this.options.direction === 'rtl' ? [end, start] : [start, end];
  }

  private nextOrder(): number {
    this.order += 1;
    return this.order;
  }
}

function spaced(node: Spacing, converted: PdfmakeNode): PdfmakeNode {
  return { ...converted, margin: [0, node.before ?? 0, 0, node.after ?? 0] };
}

/**
 * Lists and plain stacks open into their blocks, so that page breaks see paragraphs. Elements are
 * made here, in reading order.
 */
function flatten(node: Node, parent: StructureElement): Entry[] {
  if (node.type === 'list') {
    const list = parent.child('L');
    return node.items.flatMap((item) => flattenItem(item, list.child('LI')));
  }
  if (node.type === 'stack' && !node.unbreakable && !node.before && !node.after) {
    const element = node.tag ? parent.child(node.tag) : parent;
    return node.children.flatMap((child) => flatten(child, element));
  }
  return [{ node, element: elementOf(node, parent) }];
}

function flattenItem(nodes: readonly Node[], item: StructureElement): Entry[] {
  const label = item.child('Lbl');
  const body = item.child('LBody');
  const [first, ...rest] = nodes.flatMap((node) => flatten(node, body));
  return first ? [{ ...first, label }, ...rest] : [];
}

function elementOf(node: Exclude<Node, ListNode>, parent: StructureElement): StructureElement {
  switch (node.type) {
    case 'text':
      return node.tag ? parent.child(node.tag) : parent;
    case 'image':
      return parent.child('Figure', { alt: node.image.alt });
    case 'ending':
      return parent.child('Sect');
    case 'stack':
    case 'columns':
    case 'rows':
      return parent.child(node.tag ?? 'Div');
    case 'rule':
    case 'space':
      return parent;
  }
}

/** Height of the first lines of what must follow entry `index` on its page, points. */
function followHeight(entries: readonly Entry[], index: number): number {
  const node = entries[index]?.node;
  const next = entries[index + 1]?.node;
  if (node?.type !== 'text' || !node.keepWithNext || next?.type !== 'text') return 0;
  const gap = (node.after ?? 0) + (next.before ?? 0);
  return gap + next.leading * FOLLOWING_LINES + followHeight(entries, index + 1);
}
