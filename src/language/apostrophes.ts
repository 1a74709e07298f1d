/** The apostrophe of print, U+2019, which keyboards leave to the machine. */

const PRINTED = '\u2019';
/** Words of addresses keep what they are written with. */
const ADDRESS = /@|:\/\/|^[^\p{L}]*www\./u;
/** What an ending may follow: l'Union, the 1990's, (ITU)'s. */
const STEM = /[\p{L}\p{M}\p{N})\]”»]$/u;
const LETTER = /^\p{L}/u;
/** A quotation in single marks, whose end looks like the apostrophe of a plural (Governments'). */
const QUOTED = /(?:^|[\s(["«“])'(?=[\p{L}\p{N}])/u;

/**
 * An English or French text with its apostrophes as they are printed. `before` is the text that
 * stands before it on the line and `after` the one that follows, for texts that are cut by bold or
 * links. Twice gives the same as once.
 */
export function printApostrophes(text: string, before = '', after = ''): string {
  if (!text.includes("'")) return text;
  return text.replace(/\S+/g, (word, offset: number) => {
    const end = offset + word.length;
    const left = offset === 0 ? before : '';
    const right = end === text.length ? after : '';
    const isQuoted = QUOTED.test(text.slice(0, end));
    return ADDRESS.test(word) ? word : printWord(word, left, right, isQuoted);
  });
}

function printWord(word: string, before: string, after: string, isQuoted: boolean): string {
  return word.replaceAll("'", (mark, offset: number) => {
    const left = before + word.slice(0, offset);
    const right = word.slice(offset + 1) + after;
    const joins = STEM.test(left) && LETTER.test(right);
    const ends = /\p{L}$/u.test(left) && !isQuoted;
    return joins || ends ? PRINTED : mark;
  });
}
