/**
 * The one file that knows the insides of pdfmake's layout, 0.3.11. Its stock printer wires its parts together
 * itself, so they are taken one by one and extended where a bidirectional letter needs it: measuring
 * and placing text blocks, painting their lines in source order, fonts. Tables, columns, margins,
 * page breaks, images and footers are pdfmake's.
 *
 * The imports are deep, so the version is pinned exactly, and tests/pdf/pdfmake.test.ts fails loudly
 * when one of the parts changes.
 */
// biome-ignore-all lint/suspicious/noExplicitAny: pdfmake's parts have no declarations
import docMeasure from 'pdfmake/js/DocMeasure.js';
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import lineModule from 'pdfmake/js/Line.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import svgMeasure from 'pdfmake/js/SVGMeasure.js';
import type { TextLine } from '../../text/lines.ts';
import type { PageFormat } from '../../typeset/nodes.ts';
import type { WorkLimit } from '../work-limit.ts';
import type { Box } from '../write/canvas.ts';
import type { PdfkitDocument } from '../write/document.ts';
import type { StructureElement } from '../write/structure.ts';
import type { PdfmakeNode, TextPart } from './blocks.ts';
import { drawOnce } from './drawings.ts';
import { maySplitBefore, type TextFlow } from './flow.ts';

/** A line of text that the layout has placed: its column's left edge and top, points, y downwards. */
export interface PlacedLine {
  readonly flow: TextFlow;
  readonly line: TextLine;
  /** First line of its block: the marker is beside it. */
  readonly first: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface LayoutInput {
  readonly page: PageFormat;
  readonly content: PdfmakeNode;
  /** `language` is that of the first text on the page. */
  readonly footer: (page: number, pages: number, language: string) => PdfmakeNode | undefined;
}

/** Draws what the layout has placed. */
export interface Painter {
  /** A page begins: what is drawn now is behind the rest. */
  startPage(): void;
  line(line: PlacedLine): void;
  /** Wraps what pdfmake draws itself in `box`: an image in its element; `undefined` for rules. */
  graphic(element: StructureElement | undefined, box: Box, draw: () => void): void;
  /** All of a page is drawn. */
  endPage(): void;
}

/**
 * Lays `input` out on pages and draws them into `document`.
 *
 * @returns the number of pages
 */
export function drawPages(document: PdfkitDocument, input: LayoutInput, painter: Painter): number {
  const { page } = input;
  const size = { width: page.width, height: page.height, orientation: 'portrait' };
  const builder = new LetterLayout(size, page.margins, new svgMeasure.default());
  const style = { font: 'none' };
  const pages = builder.layoutDocument(
    input.content,
    document,
    {},
    style,
    undefined,
    undefined,
    (number: number, count: number) =>
      input.footer(number, count, builder.languages.slice(0, number).findLast(Boolean) ?? ''),
  );
  new LetterRenderer(document, painter).renderPages(pages.map(inSourceOrder));
  return pages.length;
}

class LetterMeasure extends docMeasure.default {
  measureLeaf(node: any): any {
    const part: TextPart | undefined = node.textPart;
    if (!part) return super.measureLeaf(node);
    node._inlines = [];
    // Every column has its width from blocks.ts; none is to grow with its text.
    node._minWidth = 0;
    node._maxWidth = 0;
    return node;
  }

  /** An image is at the foot of the room that is kept for it. */
  measureImageWithDimensions(node: any, dimensions: any): void {
    super.measureImageWithDimensions(node, dimensions);
    const [left, top, right, bottom] = node._margin ?? [0, 0, 0, 0];
    node._margin = [left, top + Math.max(0, (node.room ?? 0) - node._height), right, bottom];
  }
}

class LetterLayout extends layoutBuilder.default {
  /** Of the first text on each page; empty where all of it was laid out elsewhere, to be kept together. */
  readonly languages: string[] = [];
  private work: WorkLimit | undefined;

  tryLayoutDocument(structure: any, document: any, styles: any, style: any, ...rest: any[]): any {
    this.work = document.work;
    this.docMeasure = new LetterMeasure(
      document,
      styles,
      style,
      this.svgMeasure,
      this.tableLayouts,
    );
    return super.tryLayoutDocument(structure, document, styles, style, ...rest);
  }

  processLeaf(node: any): void {
    this.work?.assertInTime();
    const part: TextPart | undefined = node.textPart;
    if (!part) super.processLeaf(node);
    else this.processText(node, part);
  }

  /** Adds the block's lines, with a page break only where it leaves no line alone. */
  private processText(node: any, part: TextPart): void {
    const width = this.writer.context().availableWidth;
    const lines = part.flow.lines(width);
    const heights = part.flow.heights(width);
    const to = Math.min(part.to, lines.length);
    for (let index = part.from; index < to; index += 1) {
      this.breakPageIfNeeded(part, index, heights);
      const line = lines[index];
      this.languages[this.writer.context().page] ??= part.flow.node.paragraph.language;
      const lead = this.isAtTop() ? 0 : (heights[index]?.lead ?? 0);
      if (line)
        node.positions.push(this.writer.addLine(layoutLine(part, line, { index, width, lead })));
    }
  }

  private isAtTop(): boolean {
    const context = this.writer.context();
    return context.y <= context.pageMargins.top;
  }

  private breakPageIfNeeded(part: TextPart, index: number, heights: Heights): void {
    if (index > part.from && !maySplitBefore(index, heights.length)) return;
    const { availableHeight } = this.writer.context();
    if (neededHeight(part, index, heights) > availableHeight && !this.isAtTop()) {
      this.writer.moveToNextPage();
    }
  }
}

type Heights = ReturnType<TextFlow['heights']>;

/** Height of the lines from `index` on that may not be parted, with what must follow them; points. */
function neededHeight(part: TextPart, index: number, heights: Heights): number {
  const count = heights.length;
  const to = Math.min(part.to, count);
  let end = index + 1;
  while (end < to && !maySplitBefore(end, count)) end += 1;
  const follow = end === count ? part.follow : 0;
  return heights.slice(index, end).reduce((sum, { height }) => sum + height, follow);
}

/** A line as pdfmake moves it; own properties only, since it copies lines by their own keys. */
function layoutLine(
  part: TextPart,
  text: TextLine,
  { index, width, lead }: { readonly index: number; readonly width: number; readonly lead: number },
): any {
  const line = new lineModule.default(width);
  line.getHeight = () => part.flow.node.leading + lead;
  line.placed = { flow: part.flow, line: text, first: index === 0, width, lead };
  line.order = part.order;
  return line;
}

/**
 * The items of a page with text in source order (columns of an RTL letter are laid out from the
 * left), behind images and rules: text extractors return text in the order in which it is drawn.
 */
function inSourceOrder(page: any): any {
  const order = (item: any): number => item.item.order ?? 0;
  page.items = [...page.items].sort((a: any, b: any) => order(a) - order(b));
  return page;
}

function imageBox({ x, y, _width: width, _height: height }: any): Box {
  return { x, y, width, height };
}

/** Of a horizontal line, with its thickness. */
function ruleBox({ x1, x2, y1, lineWidth }: any): Box {
  return { x: x1, y: y1 - lineWidth / 2, width: x2 - x1, height: lineWidth };
}

/** Comes before the items of each page. */
const PAGE_START = {};

class LetterRenderer extends rendererModule.default {
  private readonly painter: Painter;

  constructor(document: PdfkitDocument, painter: Painter) {
    super(document);
    this.painter = painter;
  }

  renderPages(pages: any[]): void {
    for (const page of pages) {
      const start = { type: 'vector', item: PAGE_START };
      super.renderPages([{ ...page, items: [start, ...page.items] }]);
      this.painter.endPage();
    }
  }

  renderLine(line: any, x: number, y: number): void {
    if (line.placed) {
      const { lead, ...placed } = line.placed;
      this.painter.line({ ...placed, x, y: y + lead });
    } else super.renderLine(line, x, y);
  }

  renderVector(vector: any): void {
    if (vector === PAGE_START) this.painter.startPage();
    else this.painter.graphic(undefined, ruleBox(vector), () => super.renderVector(vector));
  }

  renderImage(image: any): void {
    this.painter.graphic(image.element, imageBox(image), () => super.renderImage(image));
  }

  renderSVG(image: any): void {
    const { svg, x, y, _width, _height } = image;
    const key = [x, y, _width, _height, svg].join(' ');
    this.painter.graphic(image.element, imageBox(image), () =>
      drawOnce(this.pdfDocument, key, () => super.renderSVG(image)),
    );
  }
}

/** Draws an SVG at the corner of the current page, as letters do. @param size points */
export function drawSvg(
  document: PdfkitDocument,
  svg: string,
  size: { readonly width: number; readonly height: number },
): void {
  const measure = new svgMeasure.default();
  measure.measureSVG(svg);
  const image = { svg: measure.writeDimensions(svg, size), x: 0, y: 0 };
  const renderer = new rendererModule.default(document);
  renderer.renderSVG({ ...image, _width: size.width, _height: size.height });
}
