/** What changed between two drawings of a letter: its lines of text, compared by the longest common subsequence. */
import type { Rectangle } from '../../api.ts';

/** A piece of text; points from the lower left corner of the page, as pdf.js gives them. */
export interface TextPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** A line of text and where it stands: points from the upper left corner of its page. */
export interface Line extends Rectangle {
  /** Index of the page. */
  readonly page: number;
  readonly text: string;
}

/** Pieces whose base lines are as close as this, in points, stand on one line. */
const SAME_LINE = 2;

/** How much of a line's height lies above its base line, about, in the fonts of letters. */
const ASCENT = 0.8;

/** The lines of a page from its pieces, in the order of the pieces; `height` is that of the page. */
export function linesOf(pieces: readonly TextPiece[], page: number, height: number): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    if (piece.str.trim() === '') continue;
    const line = lineOf(piece, page, height);
    const last = lines.at(-1);
    if (last && Math.abs(last.y + last.height - line.y - line.height) < SAME_LINE) {
      lines[lines.length - 1] = join(last, line);
    } else {
      lines.push(line);
    }
  }
  return lines;
}

function lineOf({ str, transform, width, height }: TextPiece, page: number, from: number): Line {
  const [, , , , x = 0, y = 0] = transform;
  return { page, text: str, x, y: from - y - ASCENT * height, width, height };
}

function join(a: Line, b: Line): Line {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  return { page: a.page, text: `${a.text} ${b.text}`, x, y, width, height };
}

/** The lines of `after` that `before` did not have, in their order: a line that only moved has not changed. */
export function newLines(before: readonly Line[], after: readonly Line[]): Line[] {
  const lengths = commonLengths(before, after);
  const found: Line[] = [];
  let [i, j] = [0, 0];
  for (let line = after[j]; line; line = after[j]) {
    if (before[i]?.text === line.text) {
      [i, j] = [i + 1, j + 1];
    } else if (i < before.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1)) {
      i += 1;
    } else {
      found.push(line);
      j += 1;
    }
  }
  return found;
}

/** `lengths[i][j]`: the longest common subsequence of the lines from `i` and from `j` on. */
function commonLengths(before: readonly Line[], after: readonly Line[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => [] as number[]);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const same = before[i]?.text === after[j]?.text;
      const longest = Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
      (lengths[i] as number[])[j] = same ? at(lengths, i + 1, j + 1) + 1 : longest;
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
