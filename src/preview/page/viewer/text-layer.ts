/**
 * The text of a page, laid invisibly over its picture: what is selected, copied and found, what a screen
 * reader reads, and the links.
 *
 * Blocks follow each other as in any page of HTML, with their lines broken where the letter breaks them,
 * and each piece is then moved to where the picture has it. So the browser finds and copies a phrase across
 * pieces and lines; it does not where each piece is a box of its own, as in the text layer of pdf.js.
 */
import type { Size } from './fit.ts';
import type { ReadingElement } from './reading.ts';
import { type HeldPiece, nodeOf, setLanguage } from './reading-html.ts';

/** CSS pixels a point in the layer itself, which is then scaled: no font gets too small for the browser. */
const PIXELS = 4;

/** How much of a piece's height lies above its base line, in the serif fonts of browsers. */
const ASCENT = 0.8;

/** Pieces whose base lines are as close as this, in points, stand on one line. */
const SAME_LINE = 2;

/** Height of a line that is alone, by the size of its font. */
const LEADING = 1.2;

/** The layer for a page of a size in points; it follows `--total-scale-factor` of its surroundings. */
export function textLayer(reading: ReadingElement, language: string, size: Size): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'textLayer';
  setLanguage(layer, language);
  layer.style.inlineSize = `${size.width * PIXELS}px`;
  layer.style.blockSize = `${size.height * PIXELS}px`;
  layer.style.setProperty('--pixels', String(PIXELS));
  const held: HeldPiece[] = [];
  layer.append(...reading.content.map((part) => nodeOf(part, held)));
  stackBlocks(held);
  measured(layer, () => {
    fitWidths(held);
    moveToPlaces(layer, held);
  });
  return layer;
}

/** Runs `work` while the layer is laid out, unseen: a page that is not shown has no sizes. */
function measured(layer: HTMLElement, work: () => void): void {
  const bench = document.createElement('div');
  bench.className = 'text-bench';
  bench.append(layer);
  document.body.append(bench);
  work();
  bench.remove();
}

/** Breaks the lines of each block, and sets it as far below the one before as it stands on the page. */
function stackBlocks(held: readonly HeldPiece[]): void {
  let bottom = 0;
  for (const [block, pieces] of blocksOf(held)) {
    const lines = breakLines(pieces);
    const [first = 0, second] = lines;
    const size = pieces[0]?.[1].size ?? 0;
    const leading = second !== undefined && second > first ? second - first : size * LEADING;
    const top = first - ASCENT * size - (leading - size) / 2;
    block.style.lineHeight = `${leading * PIXELS}px`;
    block.style.marginBlockStart = `${(top - bottom) * PIXELS}px`;
    bottom = top + leading * lines.length;
  }
}

/** The pieces by the block that they stand in. */
function blocksOf(held: readonly HeldPiece[]): Map<HTMLElement, HeldPiece[]> {
  const blocks = new Map<HTMLElement, HeldPiece[]>();
  for (const one of held) {
    const block = one[0].closest<HTMLElement>(':not(span, a)');
    if (!block) continue;
    const pieces = blocks.get(block) ?? [];
    blocks.set(block, pieces);
    pieces.push(one);
  }
  return blocks;
}

/** Gives the base lines. The last piece of a line leaves no room for another, and the next may begin a line. */
function breakLines(pieces: readonly HeldPiece[]): number[] {
  const lines: number[] = [];
  pieces.forEach(([element, { y }], index) => {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(y - last) < SAME_LINE) return;
    lines.push(y);
    pieces[index - 1]?.[0].classList.add('line-end');
    if (index > 0) element.before(document.createElement('wbr'));
  });
  return lines;
}

/** The browser's font is not the letter's: it takes the size at which the text gets the same width. */
function fitWidths(held: readonly HeldPiece[]): void {
  for (const [element, { size }] of held) element.style.fontSize = `${size * PIXELS}px`;
  const widths = held.map(([element]) => element.getBoundingClientRect().width);
  held.forEach(([element, { size, width }], index) => {
    const ratio = (width * PIXELS) / (widths[index] || 1);
    element.style.fontSize = `${size * PIXELS * ratio}px`;
  });
}

function moveToPlaces(layer: HTMLElement, held: readonly HeldPiece[]): void {
  const { left, top } = layer.getBoundingClientRect();
  const boxes = held.map(([element]) => element.getBoundingClientRect());
  held.forEach(([element, { x, y }], index) => {
    const box = boxes[index];
    if (!box) return;
    element.style.left = `${x * PIXELS - (box.left - left)}px`;
    element.style.top = `${y * PIXELS - ASCENT * box.height - (box.top - top)}px`;
  });
}
