/** How much of a text a reader has returned: shares of words found, by longest common subsequence. */

import { joinBroken } from './line-breaks.ts';

/** Cuts a text into the words that are compared. */
export type Words = (text: string) => string[];

/** U+200B–200F, 061C, 202A–202E, 2060, 2066–2069, FEFF and 00AD: they print nothing. */
const CONTROLS = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const TATWEEL = /\u0640/g;
const MARKS_AND_PUNCTUATION = /[\p{M}\p{P}]/gu;
const ARABIC = /\p{Script=Arabic}+/gu;
/** Chinese is written without spaces, and lines break anywhere in it: each character counts as a word. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff65]/gu;

/** Everything counts but invisible controls. */
export const strictWords: Words = (text) => split(text.normalize('NFC').replace(CONTROLS, ''));

/** Letters, digits and symbols in their compatibility forms; Arabic apart from what touches it. */
export const softWords: Words = (text) =>
  split(
    text
      .replace(CHINESE, ' $& ')
      .normalize('NFKC')
      .replace(CONTROLS, '')
      .replace(TATWEEL, '')
      .replace(MARKS_AND_PUNCTUATION, '')
      .replace(ARABIC, ' $& '),
  );

function split(text: string): string[] {
  return text
    .replace(CHINESE, ' $& ')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

export interface Fidelity {
  readonly words: number;
  readonly found: number;
  /** The words that were not found, in their order. */
  readonly missing: readonly string[];
  /** The place of each of them among all words, from 0. */
  readonly places: readonly number[];
}

/** Finds the words of each block, in their order, in what a reader has extracted. */
export function measureBlocks(
  blocks: readonly string[],
  extracted: string,
  words: Words,
): Fidelity[] {
  const given = words(extracted);
  return blocks.map((block) => compare(words(block), given));
}

/** Finds the words of all blocks in reading order: a block in another place counts as lost. */
export function measureOrder(blocks: readonly string[], extracted: string, words: Words): Fidelity {
  return compare(
    blocks.flatMap((block) => words(block)),
    words(extracted),
  );
}

/** Like {@link measureOrder}, but a word that is cut at the end of a line is found. */
export function measureLines(blocks: readonly string[], extracted: string, words: Words): Fidelity {
  const wanted = blocks.flatMap((block) => words(block));
  const lines = extracted.split('\n').map((line) => words(line));
  const { missing } = compare(wanted, lines.flat());
  return compare(wanted, joinBroken(lines, new Set(missing)));
}

/** The sum over several texts. */
export function total(parts: readonly Fidelity[]): Fidelity {
  return {
    words: parts.reduce((sum, part) => sum + part.words, 0),
    found: parts.reduce((sum, part) => sum + part.found, 0),
    missing: parts.flatMap((part) => part.missing),
    places: parts.flatMap((part, index) => {
      const before = parts.slice(0, index).reduce((sum, { words }) => sum + words, 0);
      return part.places.map((place) => before + place);
    }),
  };
}

/** Share of the words found, 0 to 1. */
export function share({ words, found }: Fidelity): number {
  return words === 0 ? 1 : found / words;
}

function compare(wanted: readonly string[], given: readonly string[]): Fidelity {
  const places = notInCommon(wanted, given);
  const missing = places.map((place) => wanted[place] ?? '');
  return { words: wanted.length, found: wanted.length - missing.length, missing, places };
}

/** The places of the items of `wanted` that are not in a longest common subsequence of the two. */
function notInCommon(wanted: readonly string[], given: readonly string[]): number[] {
  const row = given.length + 1;
  const lengths = commonLengths(wanted, given);
  const at = (i: number, j: number) => lengths[i * row + j] ?? 0;
  const missing: number[] = [];
  let j = 0;
  for (const [i, word] of wanted.entries()) {
    // A word is lost where the rest of the texts has as much in common without it.
    if (at(i, j) === at(i + 1, j)) missing.push(i);
    else {
      while (given[j] !== word) j += 1;
      j += 1;
    }
  }
  return missing;
}

/** Row i, column j: length of the longest common subsequence of `wanted` from i on and `given` from j on. */
function commonLengths(wanted: readonly string[], given: readonly string[]): Uint16Array {
  const row = given.length + 1;
  const lengths = new Uint16Array((wanted.length + 1) * row);
  for (let i = wanted.length - 1; i >= 0; i -= 1) {
    for (let j = given.length - 1; j >= 0; j -= 1) {
      const next = (i + 1) * row + j;
      lengths[i * row + j] =
        wanted[i] === given[j]
          ? (lengths[next + 1] ?? 0) + 1
          : Math.max(lengths[next] ?? 0, lengths[i * row + j + 1] ?? 0);
    }
  }
  return lengths;
}
