/** Paints a line of text: its runs in reading order, glyphs, underlines, links. */

import type { Alignment } from '../../text/justify.ts';
import type { TextLayout } from '../../text/layout.ts';
import type { TextLine } from '../../text/lines.ts';
import type { PlacedPiece } from '../../text/order.ts';
import type { EmbeddedFont, EncodedGlyph } from '../embed/embed.ts';
import type { RunContext } from '../embed/marks.ts';
import { type Canvas, hundredths } from './canvas.ts';
import type { RunElements } from './run-elements.ts';
import type { StructureElement } from './structure.ts';

/** Where a line is: left edge, baseline and width of its column; points, y downwards. */
export interface LineBox {
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
}

const LINK_COLOUR = '0.02 0.27 0.56 rg';
const BLACK = '0 g';

export function paintLine(
  canvas: Canvas,
  layout: TextLayout,
  line: TextLine,
  align: Alignment,
  box: LineBox,
  elements: RunElements,
): void {
  const placed = layout.place(line, align, box);
  const runs = groupRuns(placed.filter(({ piece }) => piece.shaped.glyphs.length > 0));
  const mixed = layout.paragraph.base === 'rtl' || runs.some(isRightToLeft);
  // Runs are written in logical order, which is the order that text extractors return.
  runs.sort((a, b) => logicalStart(a) - logicalStart(b));
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    const continued = before !== undefined && isRightToLeft(before) === isRightToLeft(run);
    const last = index === runs.length - 1;
    const afterRange = isDash(run) || isDash(runs[index - 2]);
    const context = { mixed, continued, last, afterRange };
    paintRun(canvas, run, { baseline: box.baseline, first: index === 0 }, elements, context);
  });
}

function isRightToLeft(run: Run): boolean {
  return run[0]?.piece.shaped.direction === 'rtl';
}

/** The dash of a range that reads from the right stands between two numbers that read from the left. */
function isDash(run: Run | undefined): boolean {
  return run?.length === 1 && isRightToLeft(run) && DASH.test(run[0]?.piece.shaped.text ?? '');
}

const DASH = /^%?[-‐‑‒–—]$/u;

type Run = readonly PlacedPiece[];

/** Neighbours on the page that are also neighbours in the text, in one face, style and direction. */
function groupRuns(placed: readonly PlacedPiece[]): Run[] {
  const runs: PlacedPiece[][] = [];
  for (const item of placed) {
    const run = runs.at(-1);
    if (run && joins(run.at(-1), item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function joins(left: PlacedPiece | undefined, right: PlacedPiece): boolean {
  if (!left || left.level % 2 !== right.level % 2) return false;
  if (left.piece.face !== right.piece.face || left.piece.style !== right.piece.style) return false;
  return left.level % 2 === 0
    ? left.piece.end === right.piece.start
    : right.piece.end === left.piece.start;
}

function logicalStart(run: Run): number {
  return Math.min(...run.map((placed) => placed.piece.start));
}

function paintRun(
  canvas: Canvas,
  run: Run,
  line: { readonly baseline: number; readonly first: boolean },
  elements: RunElements,
  context: RunContext,
): void {
  const [first] = run;
  if (!first) return;
  const { baseline } = line;
  const { size, rise, face, style } = first.piece;
  const font = canvas.font(face);
  const colour = style.href === undefined ? BLACK : LINK_COLOUR;
  const glyphs = encodeRun(run, font, context);
  const show = showGlyphs(run, glyphs, rise);
  const text = (line.first ? '\n' : '') + textShown(glyphs.flat(), font, isRightToLeft(run));
  const matrix = `1 0 0 -1 ${hundredths(first.x)} ${hundredths(baseline)} Tm`;
  const element = elements.of(style);
  const setting = { face, size: hundredths(size), colour };
  canvas.show(setting, `${matrix} ${show}`, element, text);
  if (style.href !== undefined) decorateLink(canvas, run, baseline, style.href, element);
}

function decorateLink(
  canvas: Canvas,
  run: Run,
  baseline: number,
  href: string,
  element: StructureElement,
): void {
  const [first] = run;
  if (!first) return;
  const { size } = first.piece;
  const width = run.reduce((sum, placed) => sum + placed.width, 0);
  const line = [first.x, baseline + size * 0.14, width, size * 0.045].map(hundredths).join(' ');
  // The link's text was shown just before, so that its colour is in force.
  canvas.write(`${line} re f`, element);
  const box = { x: first.x, y: baseline - size * 0.85, width, height: size * 1.15 };
  canvas.link(box, href, href, element);
}

/** Codes of each piece, from left to right. */
function encodeRun(run: Run, font: EmbeddedFont, context: RunContext): EncodedGlyph[][] {
  const pieces = run.map(({ piece, width }) => ({
    shaped: piece.shaped,
    extra: ((width - piece.width) * 1000) / piece.size,
  }));
  return font.encodeRun(pieces, context);
}

/** What a reader finds in the codes of a run: codes go from left to right, text in its own direction. */
function textShown(glyphs: readonly EncodedGlyph[], font: EmbeddedFont, rtl: boolean): string {
  let text = '';
  for (const { cid } of glyphs) text = rtl ? font.textOf(cid) + text : text + font.textOf(cid);
  return text;
}

/** One TJ array for the run: a new text matrix would make text extractors start a new word. */
function showGlyphs(run: Run, glyphs: readonly EncodedGlyph[][], rise: number): string {
  const array = new ShowArray();
  let pen = 0;
  for (const [index, { piece, width }] of run.entries()) {
    let x = pen;
    for (const glyph of glyphs[index] ?? []) {
      array.show(glyph, x);
      x += glyph.advance;
    }
    pen += (width * 1000) / piece.size;
  }
  const show = `${array.finish()} TJ`;
  return rise === 0 ? show : `${hundredths(rise)} Ts ${show} 0 Ts`;
}

/** Smaller steps than this many thousandths of an em are left out; what is left out does not add up. */
const FINEST = 2;

/** Operand of TJ (ISO 32000-1, 9.4.3). Positions are in 1/1000 em of the font's size. */
class ShowArray {
  private array = '';
  /** Two bytes each. */
  private codes = '';
  private position = 0;

  /** Shows `glyph` at `x`, counted from the start of the array. */
  show(glyph: EncodedGlyph, x: number): void {
    const back = Math.round(this.position - x);
    if (Math.abs(back) >= FINEST) {
      this.flush();
      this.array += back;
      this.position -= back;
    }
    this.codes += String.fromCharCode(glyph.cid >> 8, glyph.cid & 0xff);
    this.position += glyph.width;
  }

  finish(): string {
    this.flush();
    return `[${this.array}]`;
  }

  private flush(): void {
    if (this.codes !== '') this.array += literalString(this.codes);
    this.codes = '';
  }
}

/** Bytes as a string operand (ISO 32000-1, 7.3.4.2): shorter than in hexadecimal, and deflated too. */
function literalString(bytes: string): string {
  // A carriage return would be read as a line feed.
  return `(${bytes.replace(/[\\()]/g, '\\$&').replaceAll('\r', '\\r')})`;
}
