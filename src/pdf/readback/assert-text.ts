/** The last look at a letter before its bytes are written: does what its codes say equal its text? */

/** What was drawn does not say what the letter says. */
class LostTextError extends Error {
  override readonly name = 'LostTextError';

  constructor(expected: string, found: string) {
    super(`its text would not come back from the PDF: instead of “${expected}” it says “${found}”`);
  }
}

/** Where a space may be or not: between lines, and where a font marks one for readers that guess (embed/marks.ts). */
const BREAK = /\n|[\u061c\u200e] /u;
/** Characters that print nothing; the marks that fonts add for readers that guess are among them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Compares what was drawn, decoded and in the order of the structure tree, with the source. White
 * space of any kind and length counts as one space, canonically equal characters as one character.
 *
 * @param drawn with a line feed before each line
 * @throws LostTextError
 */
export function assertReadsBack(drawn: string, source: readonly string[]): void {
  const expected = plain(source.join(' '));
  let at = 0;
  for (const part of drawn.split(BREAK)) {
    const found = plain(part);
    if (found === '') continue;
    if (expected[at] === ' ') at += 1;
    if (!expected.startsWith(found, at)) throw lost(expected, at, found);
    at += found.length;
  }
  if (at < expected.length) throw lost(expected, at, '');
}

function plain(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Characters shown of what is lost. */
const EXCERPT = 40;

function lost(expected: string, at: number, found: string): LostTextError {
  let same = 0;
  while (same < found.length && found[same] === expected[at + same]) same += 1;
  const from = Math.max(0, same - EXCERPT / 2);
  const excerpt = (text: string) => text.slice(from, from + EXCERPT);
  return new LostTextError(excerpt(expected.slice(at)), excerpt(found));
}
