/** The visual string of a line from where its characters stand, and checks of their distances. */
import { drawnForm, isBracket } from './look.ts';
import type { Picture } from './read-page.ts';

/** A character with the box that its advance takes; points. */
export interface Boxed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const isMark = ({ text }: Boxed): boolean => /^\p{M}$/u.test(text);
const centre = ({ left, right }: Boxed): number => (left + right) / 2;

/** Letters of a line from left to right, white space left out. */
function bases(line: readonly Boxed[]): Boxed[] {
  return line
    .filter((character) => !isMark(character) && !/^[\s\p{Cf}]*$/u.test(character.text))
    .sort((a, b) => centre(a) - centre(b));
}

/**
 * What the eye sees from left to right: brackets in the form in which they are drawn, each mark
 * after its letter. A mark takes no room: readers give it the left edge of its letter.
 */
export function visualString(line: readonly Boxed[], picture: Picture): string {
  const letters = bases(line).map((base) => ({ base, marks: [] as string[] }));
  for (const mark of line.filter(isMark)) {
    const distance = ({ base }: { base: Boxed }) => Math.abs(base.left - mark.left);
    const nearest = letters.reduce((a, b) => (distance(b) < distance(a) ? b : a));
    nearest.marks.push(mark.text);
  }
  return letters.map(({ base, marks }) => form(base, picture) + marks.sort().join('')).join('');
}

function form(base: Boxed, picture: Picture): string {
  return isBracket(base.text) ? drawnForm(base.text, picture, base) : base.text;
}

/** Distances between neighbours; negative where they overlap. */
function distances(line: readonly Boxed[]): number[] {
  const letters = bases(line);
  return letters.slice(1).map((letter, i) => letter.left - (letters[i]?.right ?? 0));
}

/** How many spaces the eye sees. */
export function gaps(line: readonly Boxed[]): number {
  return distances(line).filter((space) => space > 2).length;
}

/** Letters may kern, but no word stands on another. */
export function overlaps(line: readonly Boxed[]): number[] {
  return distances(line).filter((space) => space < -3);
}
