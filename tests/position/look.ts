/** Brackets as the eye sees them: their ink tells which way they open, whatever character they stand for. */
import type { Picture } from './read-page.ts';

/** Pairs whose middle is on the left in the opening form. */
const PAIRS = ['()', '[]', '{}', '«»', '‹›', '<>'];

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function isBracket(character: string): boolean {
  return PAIRS.some((pair) => pair.includes(character));
}

/**
 * The form in which a bracket is drawn: the middle third of its height leans to the left of its
 * ends in an opening form, to the right in a closing one.
 */
export function drawnForm(character: string, picture: Picture, box: Box): string {
  const pair = PAIRS.find((candidate) => candidate.includes(character)) ?? '??';
  const rows = inkRows(picture, box);
  if (rows.length === 0) throw new Error(`no ink where ${character} should stand`);
  const third = Math.floor(rows.length / 3);
  const middle = mean(rows.slice(third, rows.length - third));
  const ends = mean([...rows.slice(0, third), ...rows.slice(rows.length - third)]);
  return pair.charAt(middle < ends ? 0 : 1);
}

/** For each row of pixels with ink its darkness and where that has its centre. */
function inkRows(picture: Picture, box: Box): { mass: number; at: number }[] {
  const { scale, width, pixels } = picture;
  const rows: { mass: number; at: number }[] = [];
  const [left, right] = [Math.floor(box.left * scale), Math.ceil(box.right * scale)];
  for (let y = Math.floor(box.top * scale); y < box.bottom * scale; y += 1) {
    let mass = 0;
    let moment = 0;
    for (let x = left; x < right; x += 1) {
      const ink = 255 - (pixels[y * width + x] ?? 255);
      mass += ink;
      moment += ink * x;
    }
    if (mass > 255) rows.push({ mass, at: moment / mass });
  }
  return rows;
}

function mean(rows: readonly { mass: number; at: number }[]): number {
  const mass = rows.reduce((sum, row) => sum + row.mass, 0);
  return rows.reduce((sum, row) => sum + row.at * row.mass, 0) / mass;
}
