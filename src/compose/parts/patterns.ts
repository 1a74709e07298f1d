/** Patterns of a language with named holes: `{place}, {date}`. */
import type { Line } from '../../model.ts';
import { words } from './print.ts';

/** Puts lines into the holes of a pattern. */
export function fillPattern(pattern: string, holes: Readonly<Record<string, Line>>): Line {
  return pattern.split(/\{(\w+)\}/).flatMap((piece, index): Line => {
    if (index % 2 === 1) return holes[piece] ?? [];
    return piece === '' ? [] : [words(piece)];
  });
}

/** A salutation without the mark at its end, as closings repeat it. */
export function vocativeOf(salutation: string): string {
  return salutation.replace(/[\s\u00A0]*[,:،：]\s*$/u, '');
}
