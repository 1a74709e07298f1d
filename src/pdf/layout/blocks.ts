/** Typeset blocks → nodes of pdfmake, mirrored where the letter runs from right to left. */

import type { FaceChain } from '../../font/faces.ts';
import type { Direction } from '../../model.ts';
import type { Alignment } from '../../text/justify.ts';
import type {
  ColumnsNode,
  EndingNode,
  ImageNode,
  Node,
  RowsNode,
  Spacing,
  StackNode,
  TextNode,
} from '../../typeset/nodes.ts';
import type { StructureElement } from '../write/structure.ts';
import { type Entry, flatten, followHeight, isText } from './entries.ts';
import { TextFlow } from './flow.ts';
import { type KeepWithClosing, keepWithClosing } from './keep-with-closing.ts';
import { rowsLayout, rowWidths } from './rows.ts';

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
  /** What is drawn for a file. */
  readonly sourceOf: (path: string) => ImageSource | undefined;
}

/** An image as pdfmake takes it: an SVG by its text, a PNG or JPEG by its path or as a `data:` URL. */
export type ImageSource = { readonly svg: string } | { readonly image: string };

export class BlockConverter {
  private readonly options: ConvertOptions;
  /** Of the text that is being converted. */
  private direction: Direction;
  private order = 0;

  constructor(options: ConvertOptions) {
    this.options = options;
    this.direction = options.direction;
  }

  /**
   * @param width of the column in which the blocks stand, points
   * @param parent the structure element that the blocks belong to
   */
  convertAll(nodes: readonly Node[], width: number, parent: StructureElement): PdfmakeNode[] {
    const entries = nodes.flatMap((node) => flatten(node, parent, this.options.chain));
    const at = entries.findIndex(({ node }) => node.type === 'ending');
    const ending = entries[at];
    if (ending?.node.type !== 'ending') return this.convertRange(entries, 0, entries.length, width);
    const kept = this.keptWithClosing(entries.slice(0, at), ending.node, width);
    return [
      ...this.convertRange(entries, 0, at - kept.flows.length, width),
      ...this.convertEnding(ending.node, ending.element, kept, width),
      ...this.convertRange(entries, at + 1, entries.length, width),
    ];
  }

  private convertRange(
    entries: readonly Entry[],
    from: number,
    to: number,
    width: number,
  ): PdfmakeNode[] {
    return entries
      .slice(from, to)
      .map((entry, index) => this.convert(entry, width, followHeight(entries, from + index)));
  }

  private convert(entry: Entry, width: number, follow: number): PdfmakeNode {
    const { node, element } = entry;
    switch (node.type) {
      case 'text':
        return this.textNode(this.flow(entry, node), { from: 0, to: END, follow });
      case 'stack':
        return this.convertStack(node, width, element);
      case 'columns':
        return this.convertColumns(node, width, element);
      case 'rows':
        return this.convertRows(node, width, element);
      case 'image':
        return { ...this.convertImage(node, width), element };
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

  private convertStack(node: StackNode, width: number, element: StructureElement): PdfmakeNode {
    const outer = this.direction;
    this.direction = node.setting?.direction ?? outer;
    const children = this.convertAll(node.children, width, element);
    this.direction = outer;
    const unbreakable = node.unbreakable ?? false;
    return spaced(node, {
      stack: children,
      unbreakable,
      ...(node.pageBreak ? { pageBreak: 'before' } : {}),
    });
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

  private keptWithClosing(
    entries: readonly Entry[],
    ending: EndingNode,
    width: number,
  ): KeepWithClosing {
    const last = entries.findLastIndex(({ node }) => node.type !== 'text');
    const texts = entries
      .slice(last + 1)
      .filter(isText)
      .reverse();
    return keepWithClosing(texts, ending.lines, width, (entry) => this.flow(entry, entry.node));
  }

  /**
   * The last lines of the body move with the closing: the first paragraph that is kept is set in
   * two parts, the second of them in one unbreakable block with what follows.
   */
  private convertEnding(
    node: EndingNode,
    element: StructureElement,
    { flows, split }: KeepWithClosing,
    width: number,
  ): PdfmakeNode[] {
    const order = this.nextOrder();
    const [first, ...others] = flows;
    const whole = others.map((flow) => this.textNode(flow, { from: 0, to: END, follow: 0 }));
    const part = (from: number, to: number) =>
      first ? [this.textNode(first, { from, to, follow: 0 }, order)] : [];
    const closing = this.convertAll(node.children, width, element);
    const together = { stack: [...part(split, END), ...whole, ...closing], unbreakable: true };
    return split > 0 ? [...part(0, split), together] : [together];
  }

  private convertColumns(node: ColumnsNode, width: number, element: StructureElement): PdfmakeNode {
    const total = node.shares.reduce((sum, share) => sum + share, 0);
    const room = width - node.gap * (node.children.length - 1);
    const columns = node.children.map((child, index) => {
      const own = (room * (node.shares[index] ?? 0)) / total;
      return { stack: this.convertAll([child], own, element), width: own };
    });
    const direction = node.direction ?? this.direction;
    return spaced(node, { columns: inOrder(columns, direction), columnGap: node.gap });
  }

  private convertRows(node: RowsNode, width: number, element: StructureElement): PdfmakeNode {
    const { direction } = this;
    const { label, value } = rowWidths(node, width, this.options.chain);
    const cell = (child: Node, own: number) => ({ stack: this.convertAll([child], own, element) });
    const body = node.rows.map((row) =>
      inOrder([cell(row.label, label), cell(row.value, value)], direction),
    );
    const table = { widths: inOrder([label, value], direction), body };
    return spaced(node, { table, layout: rowsLayout(node.gap, direction) });
  }

  private convertImage(node: ImageNode, width: number): PdfmakeNode {
    const { path } = node.image;
    const alignment = this.side(node.align);
    const fit = [Math.min(node.maxWidth, width), node.maxHeight];
    const source = this.options.sourceOf(path) ?? { image: path };
    return spaced(node, { ...source, fit, alignment, room: node.room ?? 0 });
  }

  private side(align: Alignment): 'left' | 'right' | 'center' {
    if (align === 'center') return 'center';
    return (align === 'end') === (this.direction === 'ltr') ? 'right' : 'left';
  }

  private mirrored(start: number, end: number): [number, number] {
    return this.direction === 'rtl' ? [end, start] : [start, end];
  }

  private nextOrder(): number {
    this.order += 1;
    return this.order;
  }
}

/** Items that are given in reading order, from left to right. */
function inOrder<T>(items: readonly T[], direction: Direction): T[] {
  return direction === 'rtl' ? items.toReversed() : [...items];
}

function spaced(node: Spacing, converted: PdfmakeNode): PdfmakeNode {
  return { ...converted, margin: [0, node.before ?? 0, 0, node.after ?? 0] };
}
