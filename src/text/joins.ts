/**
 * Where a word of Arabic script may be made longer: between two letters that join. After Text Layout
 * Requirements for the Arabic Script (W3C alreq, "Justification") and the order of preference that
 * typesetting programs share.
 */

/** A join that may be made longer. */
export interface Join {
  /** UTF-16 offset of the letter after the join. */
  readonly at: number;
  /** 0 is the first choice. */
  readonly rank: number;
}

interface Letter {
  readonly base: string;
  readonly at: number;
}

/** Shorter words are left alone. */
const LEAST_LETTERS = 3;
/** A word of letters and their marks; joiners and other scripts end it. */
const WORD = /(?:\p{Script=Arabic}|\u0640)[\p{Script=Arabic}\p{M}\u0640]*/gu;
/** The name of God is written in one form. */
const UNCHANGED = /لله/u;
const MARKS = /\p{M}/gu;

const TATWEEL = '\u0640';
const SEEN_SAD = 'سشصض';
const LAM = 'ل';
const ALEFS = 'اأإآٱ';
const TOOTHED = 'بتثنيئپ';
/** Letters that join the one before them alone (Unicode, ArabicShaping.txt, type R). */
const RIGHT_JOINING = 'اأإآٱدذرزوؤةۀ';
/** They join nothing, or are no letters. */
const NOT_JOINING = /[ء\p{Nd}\p{P}]/u;
/** Up to this rank a word may be made longer after its first letter. */
const AFTER_FIRST = 1;
/** By the final form of the letter after the join, from rank 2 on. */
const BEFORE_FINAL = ['ةهدذۀ', 'اأإآٱطظلك', 'رزيى', 'وؤعغقف'];

/** The joins of a text, best first; of equal ones the last. */
export function joinsOf(text: string): Join[] {
  return [...text.matchAll(WORD)]
    .flatMap(({ 0: word, index }) => joinsOfWord(word, index))
    .sort((a, b) => a.rank - b.rank || b.at - a.at);
}

function joinsOfWord(word: string, offset: number): Join[] {
  if (UNCHANGED.test(word.replace(MARKS, ''))) return [];
  const letters = lettersOf(word, offset);
  if (letters.filter(({ base }) => base !== TATWEEL).length < LEAST_LETTERS) return [];
  return letters.flatMap((letter, index) => {
    const before = letters[index - 1];
    if (!before || !join(before.base, letter.base)) return [];
    const rank = rankOf(before.base, letter.base, index === letters.length - 1);
    const early = index === 1 && rank !== undefined && rank > AFTER_FIRST;
    return rank === undefined || early ? [] : [{ at: letter.at, rank }];
  });
}

function lettersOf(word: string, offset: number): Letter[] {
  return [...word.matchAll(/\P{M}/gu)].map(({ 0: base, index }) => ({ base, at: offset + index }));
}

function join(before: string, after: string): boolean {
  if (NOT_JOINING.test(before) || NOT_JOINING.test(after)) return false;
  if (before === LAM && ALEFS.includes(after)) return false;
  return !RIGHT_JOINING.includes(before);
}

function rankOf(before: string, after: string, last: boolean): number | undefined {
  if (before === TATWEEL) return 0;
  if (SEEN_SAD.includes(before)) return 1;
  if (!last && !RIGHT_JOINING.includes(after)) return undefined;
  const found = BEFORE_FINAL.findIndex((letters) => letters.includes(after));
  // Before reh and yeh only a tooth has room.
  if ('رزيى'.includes(after) && !TOOTHED.includes(before)) return 2 + BEFORE_FINAL.length;
  return 2 + (found < 0 ? BEFORE_FINAL.length : found);
}
