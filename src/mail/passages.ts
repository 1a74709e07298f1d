/** Where two texts differ, in words short enough to be read on a terminal. */
import { diffArrays } from 'diff';

export interface Passage {
  /** Empty where something was added. */
  readonly before: string;
  /** Empty where something was left out. */
  readonly now: string;
}

/** Words, blanks and marks shown on either side of those that differ. */
const AROUND = 8;
/** Of more that differ, the first and the last are shown. */
const MOST_WORDS = 48;
const MOST_PASSAGES = 4;

/** The passages that differ between two lists of lines, and how many more there are. */
export function differingPassages(
  before: readonly string[],
  now: readonly string[],
): { readonly passages: readonly Passage[]; readonly more: number } {
  const all: Passage[] = [];
  let removed: string[] = [];
  for (const part of diffArrays([...before], [...now])) {
    if (part.removed) removed = part.value;
    else if (part.added) all.push(passage(removed, part.value));
    else if (removed.length > 0) all.push(passage(removed, []));
    if (!part.removed) removed = [];
  }
  if (removed.length > 0) all.push(passage(removed, []));
  return { passages: all.slice(0, MOST_PASSAGES), more: Math.max(0, all.length - MOST_PASSAGES) };
}

/** Without the words that both begin or end with, but for a few that show the place. */
function passage(before: readonly string[], now: readonly string[]): Passage {
  const [a, b] = [wordsOf(before), wordsOf(now)];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return { before: excerpt(a, start, end), now: excerpt(b, start, end) };
}

/** Finds words in every script, also where there are no blanks between them. */
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

function wordsOf(lines: readonly string[]): string[] {
  const text = lines.join(' ').replace(/\s+/g, ' ');
  return [...WORDS.segment(text)].map(({ segment }) => segment);
}

/** @param start words that both texts begin with @param end words that both end with */
function excerpt(words: readonly string[], start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const until = Math.min(words.length, words.length - end + AROUND);
  const text = shortened(words.slice(from, until)).trim();
  return `${from > 0 ? '… ' : ''}${text}${until < words.length ? ' …' : ''}`;
}

function shortened(words: readonly string[]): string {
  const half = MOST_WORDS / 2 + AROUND;
  if (words.length <= 2 * half) return words.join('');
  return `${words.slice(0, half).join('')} … ${words.slice(-half).join('')}`;
}
