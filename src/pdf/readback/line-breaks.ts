/** Words that the end of a line has cut: an address in a narrow column, a name at its hyphen. */

/** A word, or what the end of a line has left of it. */
interface WordPiece {
  readonly word: string;
  readonly endsLine: boolean;
}

/**
 * The words of all lines in their order, with the pieces of a cut word joined where together they are one
 * of `sought`. Pieces of words that nobody seeks stay as they are: “in” before “to” is no “into”.
 *
 * @param lines the words of each line
 */
export function joinBroken(
  lines: readonly (readonly string[])[],
  sought: ReadonlySet<string>,
): string[] {
  const pieces = lines.flatMap((line) =>
    line.map((word, index): WordPiece => ({ word, endsLine: index === line.length - 1 })),
  );
  const longest = [...sought].reduce((most, { length }) => Math.max(most, length), 0);
  const joined: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { word, next } = wordAt(pieces, at, { sought, longest });
    joined.push(word);
    at = next;
  }
  return joined;
}

/** The longest of the sought words that is cut from `at` on, else the piece itself; and what comes after it. */
function wordAt(
  pieces: readonly WordPiece[],
  at: number,
  { sought, longest }: { readonly sought: ReadonlySet<string>; readonly longest: number },
): { readonly word: string; readonly next: number } {
  let found = { word: pieces[at]?.word ?? '', next: at + 1 };
  let text = found.word;
  for (let end = at; pieces[end]?.endsLine && text.length < longest; end += 1) {
    text += pieces[end + 1]?.word ?? '';
    if (sought.has(text)) found = { word: text, next: end + 2 };
  }
  return found;
}
