/**
 * Emphasis beside letters that have no capitals. CommonMark (0.31, 6.2) lets a mark open or close beside punctuation only
 * where a space or other punctuation is on its far side, as at the edge of a word. Arabic, Hebrew and Persian write a
 * preposition to the word that follows, and Chinese has no spaces at all: و**"…"**, ל**(…)**, **（…）**的.
 */
import { attention } from 'micromark-core-commonmark';
import type { Code, Extension, Token, Tokenizer } from 'micromark-util-types';

/** By UTF-16 unit, as micromark reads; a value that stands in the text is none. */
const UNCASED =
  /[\p{Lo}\p{Lm}\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Deva}\p{scx=Beng}\p{scx=Thai}]|[\u200c\u200f\u061c]|\u200d/u;
/** What these have of signs, and what else has a script with capitals. */
const OTHER = /[\p{P}\p{S}\p{scx=Latn}\p{scx=Cyrl}\p{scx=Grek}\p{Cs}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

const ASTERISK = 42;

/** micromark has negative codes for line ends, tabs and spaces, and null for the end. */
function characterOf(code: Code): string {
  return code === null || code < 0 ? ' ' : String.fromCharCode(code);
}

/** A letter without a capital form, or a mark upon one. */
function isUncased(character: string): boolean {
  return UNCASED.test(character) && !OTHER.test(character);
}

/** micromark's own reading of a run of marks, which then may do more. */
const tokenize: Tokenizer = function (effects, ok, nok) {
  const before = characterOf(this.previous);
  let run: Token | undefined;
  const observed = {
    ...effects,
    exit: (type: Token['type']) => {
      run = effects.exit(type);
      return run;
    },
  };
  return attention.tokenize.call(
    this,
    observed,
    (code) => {
      if (run) amend(run, before, characterOf(code));
      return ok(code);
    },
    nok,
  );
};

function amend(run: Token, before: string, after: string): void {
  if (isUncased(before) && PUNCTUATION.test(after)) run._open = true;
  if (isUncased(after) && PUNCTUATION.test(before)) run._close = true;
}

/** For `fromMarkdown`. Underscores stay as they are: inside words they are no marks. */
export const uncasedAttention: Extension = {
  text: { [ASTERISK]: { ...attention, tokenize } },
};
