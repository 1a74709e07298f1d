/** The one instance of bidi-js; its declarations describe an ES module, Node loads the CommonJS one. */

import type { Bidi } from 'bidi-js';
import * as bidiModule from 'bidi-js';
import type { Direction } from '../model.ts';

const factory = bidiModule.default as unknown as () => Bidi;
export const bidi: Bidi = factory();

/** bidi-js takes each half of a surrogate pair for class L. */
const PAIR = /[\u{10000}-\u{10FFFF}]/gu;
/** A character of the basic plane for each class that characters beyond it have (DerivedBidiClass.txt). */
const DOUBLES: Readonly<Record<string, string>> = {
  L: 'a',
  R: '\u05D0',
  AL: '\u0627',
  EN: '0',
  AN: '\u0660',
  ET: '#',
  NSM: '\u0300',
  ON: '!',
};
/** Class BN: rule X9 takes it out of the way of the others. */
const NOTHING = '\u200B';

/** The embedding level of each UTF-16 unit before rule L1; both halves of a pair have that of their character. */
export function embeddingLevels(text: string, base: Direction): Uint8Array {
  const doubled = text.replace(PAIR, (pair) => double(pair) + NOTHING);
  const { levels } = bidi.getEmbeddingLevels(doubled, base);
  for (const { index } of text.matchAll(PAIR)) levels[index + 1] = levels[index] ?? 0;
  return levels;
}

function double(pair: string): string {
  return DOUBLES[bidi.getBidiCharTypeName(pair)] ?? NOTHING;
}

/** Bidi_Class of the character that the UTF-16 unit at `index` is part of. */
export function bidiClassAt(text: string, index: number): string {
  const isSecond = (text.codePointAt(index - 1) ?? 0) > 0xffff;
  const code = text.codePointAt(isSecond ? index - 1 : index);
  return code === undefined ? 'WS' : bidi.getBidiCharTypeName(String.fromCodePoint(code));
}
