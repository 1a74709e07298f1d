/** Typeset blocks → nodes of pdfmake, mirrored where the letter runs from right to left. */
import type { Direction } from '../model.ts';
import type {
  Alignment,
  ColumnsNode,
  EndingNode,
  ImageNode,
  Node,
  RowsNode,
  Spacing,
  TextNode,
} from '../typeset/nodes.ts';
import { lastPart, TextFlow } from './flow.ts';
import type { FaceChain } from './pieces.ts';

/** A node as pdfmake takes it. */
export type PdfmakeNode = Record<string, unknown>;

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

export class BlockConverter {
  private readonly options: ConvertOptions;
  private order = 0;

  constructor(options: ConvertOptions) {
    this.options = options;
  }

  /** @param width of the column in which the blocks stand, points */
  convertAll(nodes: readonly Node[], width: number): PdfmakeNode[] {
    const out: PdfmakeNode[] = [];
    nodes.forEach((node, index) => {
      if (node.type === 'text' && nodes[index + 1]?.type === 'ending') return;
      if (node.type === 'ending')
        out.push(...this.convertEnding(node, nodes.slice(0, index), width));
      else out.push(this.convert(node, width, followHeight(nodes, index)));
    });
    return out;
  }

  convert(node: Node, width: number, follow = 0): PdfmakeNode {
    switch (node.type) {
      case 'text':
        return this.convertText(node, follow);
      case 'stack': {
        const children = this.convertAll(node.children, width);
        return spaced(node, { stack: children, unbreakable: node.unbreakable ?? false });
      }
      case 'columns':
        return this.convertColumns(node, width);
      case 'rows':
        return this.convertRows(node, width);
      case 'image':
        return this.convertImage(node);
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

  private convertText(node: TextNode, follow: number): PdfmakeNode {
    const flow = new TextFlow(node, this.options.chain);
    return this.textNode(flow, { from: 0, to: Number.POSITIVE_INFINITY, follow });
  }

  private textNode(
    flow: TextFlow,
    part: Pick<TextPart, 'from' | 'to' | 'follow'>,
    order = this.nextOrder(),
  ): PdfmakeNode {
    const { indent = 0, before = 0, after = 0 } = flow.node;
    const whole = part.to === Number.POSITIVE_INFINITY;
    const [left, right] = this.mirrored(indent, 0);
    const margin = [left, part.from === 0 ? before : 0, right, whole ? after : 0];
    const textPart: TextPart = { flow, order, ...part };
    return { text: '', textPart, margin };
  }

  /**
   * The last lines of the body move with the closing: the last paragraph is set in two parts, the
   * second of them in one unbreakable block with what follows.
   */
  private convertEnding(node: EndingNode, previous: readonly Node[], width: number): PdfmakeNode[] {
    const last = previous.at(-1);
    if (last?.type !== 'text') {
      return [{ stack: this.convertAll(node.children, width), unbreakable: true }];
    }
    const flow = new TextFlow(last, this.options.chain);
    const lines = flow.lines(width - (last.indent ?? 0)).length;
    const split = lastPart(lines, node.lines);
    const order = this.nextOrder();
    const head = split > 0 ? [this.textNode(flow, { from: 0, to: split, follow: 0 }, order)] : [];
    const tail = this.textNode(
      flow,
      { from: split, to: Number.POSITIVE_INFINITY, follow: 0 },
      order,
    );
    const children = [tail, ...this.convertAll(node.children, width)];
    return [...head, { stack: children, unbreakable: true }];
  }

  private convertColumns(node: ColumnsNode, width: number): PdfmakeNode {
    const total = node.shares.reduce((sum, share) => sum + share, 0);
    const room = width - node.gap * (node.children.length - 1);
    const columns = node.children.map((child, index) => {
      const own = (room * (node.shares[index] ?? 0)) / total;
      return { ...this.convert(child, own), width: own };
    });
    return spaced(node, { columns: this.inOrder(columns), columnGap: node.gap });
  }

  private convertRows(node: RowsNode, width: number): PdfmakeNode {
    const body = node.rows.map(({ label, value }) =>
      this.inOrder([this.convert(label, width), this.convert(value, width)]),
    );
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

/** Height of the first lines of what must follow node `index` on its page, points. */
function followHeight(nodes: readonly Node[], index: number): number {
  const node = nodes[index];
  const next = nodes[index + 1];
  if (node?.type !== 'text' || !node.keepWithNext || next?.type !== 'text') return 0;
  const gap = (node.after ?? 0) + (next.before ?? 0);
  return gap + next.leading * FOLLOWING_LINES + followHeight(nodes, index + 1);
}
