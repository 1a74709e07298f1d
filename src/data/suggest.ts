/** "Did you mean …?": the nearest of the known words. */

/**
 * Edits that turn `a` into `b`: insertions, deletions, substitutions and swaps of neighbours
 * (Damerau-Levenshtein distance in its optimal string alignment form).
 */
export function editDistance(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      const replaced = cell(last, j - 1) + (same ? 0 : 1);
      const swapped =
        from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
          ? cell(beforeLast, j - 2) + 1
          : Infinity;
      row.push(Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, replaced, swapped));
    }
    beforeLast = last;
    last = row;
  }
  return cell(last, to.length);
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}

/** Nobody misspells a longer word; to compare two takes time by the product of their lengths. */
const LONGEST = 100;

/** The known word nearest to `word`, ignoring case; none if more than a third of it differs. */
export function nearest<T extends string>(word: string, known: Iterable<T>): T | undefined {
  if (word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  let best: T | undefined;
  let bound = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= bound) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance >= bound) continue;
    best = candidate;
    bound = distance;
  }
  return best;
}

/** A hint with the known word nearest to a misspelt one, else with the only one that it begins, or that begins it. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const words = [...known];
  const near = nearest(word, words) ?? begunBy(word.toLowerCase(), words);
  return near === undefined ? undefined : `did you mean "${near}"?`;
}

/** `f` for `female`, `arabic` for `ar`. */
function begunBy(word: string, known: readonly string[]): string | undefined {
  const found = known.filter(
    (one) => one !== '' && word !== '' && (one.startsWith(word) || word.startsWith(one)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** More words than this are not listed in a hint. */
const LISTED = 12;

/** A hint for a word that is none of the known ones: the nearest, else the whole list where it is short. */
export function hintFor(word: string, known: readonly string[]): string | undefined {
  const all = known.length > 0 && known.length <= LISTED ? `known: ${known.join(', ')}` : undefined;
  return didYouMean(word, known) ?? all;
}
