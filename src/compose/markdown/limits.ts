/**
 * What Markdown may be asked to read. Of some marks each is compared with all before it: a text of ten thousand takes
 * minutes. No letter comes near any of this.
 */
import { grouped } from '../../data/limits.ts';

/** Why a text is not read, at an offset. */
interface Excess {
  readonly code: 'too-large' | 'too-deep';
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}

/** Characters: a letter of thirty pages. */
const MOST_CHARACTERS = 100_000;
/** Of emphasis, links and code: as many as a thousand words in bold have. */
const MOST_MARKS = 2_000;
const MARKS = /[*_`[\]<]+/g;
/** Levels of the tree; a list in a list takes two of them. */
const DEEPEST = 24;
/** The beginning of a line: blanks, signs of quotes and of items of lists; more are no text any more. */
const DEEP_LINE = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])){101}/m;

/** What is too much in a text; to be asked before it is read. */
export function excessOf(text: string): Excess | undefined {
  const line = DEEP_LINE.exec(text);
  if (line) return tooDeep(line.index);
  if (text.length > MOST_CHARACTERS) {
    const message = `the text has more than ${grouped(MOST_CHARACTERS)} characters`;
    return { code: 'too-large', offset: MOST_CHARACTERS, message, hint: 'divide the letter' };
  }
  let count = 0;
  for (const { index } of text.matchAll(MARKS)) {
    count++;
    if (count <= MOST_MARKS) continue;
    const message = `the text has more than ${grouped(MOST_MARKS)} marks of emphasis, links or code`;
    return {
      code: 'too-large',
      offset: index,
      message,
      hint: 'write \\ before a mark that is text',
    };
  }
  return undefined;
}

function tooDeep(offset: number): Excess {
  const message = 'lists, quotes or emphasis are nested too deeply';
  return { code: 'too-deep', offset, message, hint: 'two levels are all that a letter can show' };
}

interface Branch {
  readonly children?: readonly Branch[];
  readonly position?: { readonly start: { readonly offset?: number | undefined } } | undefined;
}

/** The first part of a tree that lies too deep. */
export function deepPart(root: Branch): Excess | undefined {
  let level: readonly Branch[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return tooDeep(level[0]?.position?.start.offset ?? 0);
    level = level.flatMap(({ children = [] }) => children);
  }
  return undefined;
}
