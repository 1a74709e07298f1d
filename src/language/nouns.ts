/** What the first words of an event's name tell of its article. */

/** Words by the article that goes with them, in small letters. */
export type Nouns = Readonly<Record<string, ReadonlySet<string>>>;

/** Nouns of one article, written with blanks between them. */
export function nouns(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** How many words may stand before the noun: « Deuxième grande réunion ». */
const MOST_BEFORE = 3;

/** The article of the first noun among the first words that is known; `stops` are words after which none is the head. */
export function articleOfNoun(name: string, known: Nouns, stops: RegExp): string | undefined {
  const words =
    name
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}+]+/gu) ?? [];
  for (const word of words.slice(0, MOST_BEFORE + 1)) {
    if (stops.test(word)) return undefined;
    const found = Object.entries(known).find(([, set]) => set.has(word));
    if (found) return found[0];
  }
  return undefined;
}
