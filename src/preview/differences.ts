/** What differs between two pictures, as rectangles. */
import type { Picture } from '../pdf/raster.ts';
import type { Rectangle } from './api.ts';

/** Pixels of a side of the cells in which pictures are compared. */
const CELL = 8;
/** Of 255; less is how smooth edges happen to fall. */
const VISIBLE = 24;

/** Rectangles of pixels around what differs; neighbours within a cell or two become one. */
export function differences(a: Picture, b: Picture): Rectangle[] {
  const columns = Math.ceil(Math.max(a.width, b.width) / CELL);
  const rows = Math.ceil(Math.max(a.height, b.height) / CELL);
  const changed = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (cellDiffers(a, b, column, row)) changed[row * columns + column] = 1;
    }
  }
  return regions(changed, columns, rows);
}

function cellDiffers(a: Picture, b: Picture, column: number, row: number): boolean {
  for (let y = row * CELL; y < (row + 1) * CELL; y += 1) {
    for (let x = column * CELL; x < (column + 1) * CELL; x += 1) {
      if (pixelDiffers(a, b, x, y)) return true;
    }
  }
  return false;
}

function pixelDiffers(a: Picture, b: Picture, x: number, y: number): boolean {
  const inA = x < a.width && y < a.height;
  const inB = x < b.width && y < b.height;
  if (!inA || !inB) return inA !== inB;
  const atA = (y * a.width + x) * 4;
  const atB = (y * b.width + x) * 4;
  for (let channel = 0; channel < 3; channel += 1) {
    const difference = (a.pixels[atA + channel] ?? 0) - (b.pixels[atB + channel] ?? 0);
    if (Math.abs(difference) > VISIBLE) return true;
  }
  return false;
}

/** Cells that are no further apart than this belong together: the letters of a word. */
const REACH = 2;

/** Bounding boxes of connected cells. */
function regions(changed: Uint8Array, columns: number, rows: number): Rectangle[] {
  const found: Rectangle[] = [];
  for (let start = 0; start < changed.length; start += 1) {
    if (changed[start] !== 1) continue;
    const [left, top, right, bottom] = flood(changed, start, columns, rows);
    found.push({
      x: left * CELL,
      y: top * CELL,
      width: (right - left + 1) * CELL,
      height: (bottom - top + 1) * CELL,
    });
  }
  return found;
}

/** Clears what is connected to a cell; gives its bounds. */
function flood(
  changed: Uint8Array,
  start: number,
  columns: number,
  rows: number,
): [left: number, top: number, right: number, bottom: number] {
  const bounds: [number, number, number, number] = [columns, rows, 0, 0];
  const waiting = [start];
  changed[start] = 0;
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const x = cell % columns;
    const y = Math.floor(cell / columns);
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
    for (const next of neighbours(x, y, columns, rows)) {
      if (changed[next] !== 1) continue;
      changed[next] = 0;
      waiting.push(next);
    }
  }
  return bounds;
}

/** Further along the line than across lines, which stay apart. */
function* neighbours(x: number, y: number, columns: number, rows: number): Generator<number> {
  for (let row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row += 1) {
    const last = Math.min(columns - 1, x + REACH);
    for (let column = Math.max(0, x - REACH); column <= last; column += 1) {
      yield row * columns + column;
    }
  }
}
