/** Characters that have no business in a value: they would act on what is around it. */
import type { Code } from '../../codes.ts';
import type { Problems } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';
import { grouped, LONGEST_VALUE } from '../limits.ts';
import { hasForms, isBackwards, lettersOfForms, turned } from './arabic-forms.ts';
import { findGarbled } from './mojibake.ts';
import { placeWithin } from './placed.ts';

interface Finding {
  readonly code: Code;
  /** Index in the value, in code units. */
  readonly index: number;
  readonly message: string;
  readonly hint: string;
  /** The value that was probably meant. */
  readonly meant?: string | undefined;
}

/** Nearly every value has nothing to look at closer; plain sets of code units are the fastest tests. */
const PLAIN = /^[ -~]*$/;
const SUSPECT =
  /[^ -~\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\ufff8]/;

/** Controls, line separators, lone surrogates, noncharacters, byte order marks, annotation marks. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\ufeff\ufff9-\ufffb]/u;
/** Drawn by the one font that gives it a sign; a reader of the PDF cannot tell what it says (PDF/A-2, 6.2.11.7.3). */
const PRIVATE = /\p{Co}/u;
const UNFIT = new RegExp(
  `${CONTROL.source}|${PRIVATE.source}|[\\u202a-\\u202e\\u2066-\\u2069\\ufffd]`,
  'gu',
);

/**
 * Makes a value fit to be printed: shapes of Arabic letters become letters. The first thing wrong with it is reported
 * at its character, and left out, or replaced by what was probably meant. The text must have its line ends and tabs
 * folded already.
 */
export function printable(text: Text, problems: Problems): Text {
  const { value, span } = text;
  if (value.length > LONGEST_VALUE) return shortened(text, problems);
  if (PLAIN.test(value)) return text;
  const found =
    garbled(value) ?? (SUSPECT.test(value) ? unfit(value) : undefined) ?? backwards(value);
  if (!found) return hasForms(value) ? { value: lettersOfForms(value), span } : text;
  problems.error(
    found.code,
    placeWithin(text, found.index, found.index + 1),
    found.message,
    found.hint,
  );
  return { value: found.meant ?? (value.replace(UNFIT, '') || '?'), span };
}

function unfit(value: string): Finding | undefined {
  return control(value) ?? privateUse(value) ?? strayBidi(value);
}

function shortened({ value, span }: Text, problems: Problems): Text {
  const message = `the value has ${grouped(value.length)} characters; at most ${grouped(LONGEST_VALUE)} are taken`;
  problems.error('too-large', span, message, 'is a quotation mark or a line end missing?');
  return { value: value.slice(0, 100), span };
}

function control(value: string): Finding | undefined {
  const match = CONTROL.exec(value);
  if (!match) return undefined;
  const message = `the value holds the control character ${codePointName(match[0])}`;
  return { code: 'control-character', index: match.index, message, hint: 'remove it' };
}

function privateUse(value: string): Finding | undefined {
  const match = PRIVATE.exec(value);
  if (!match) return undefined;
  const message = `the value holds ${codePointName(match[0])}, a character for private use, which has a meaning in one font only`;
  const hint = 'write what it stands for, or put its sign in an image';
  return { code: 'private-character', index: match.index, message, hint };
}

/** Text that was decoded wrongly before it came here. */
function garbled(value: string): Finding | undefined {
  const found = findGarbled(value);
  if (!found) return undefined;
  const { index, meant } = found;
  const message = 'the text was garbled by a program that read it in the wrong encoding';
  const again = 'get the text from its source again, as UTF-8';
  const hint = meant === undefined ? again : `it was probably “${meant}”: ${again}`;
  return { code: 'garbled-text', index, message, hint, meant };
}

/** Arabic in the order of the page, as it comes out of some PDFs. */
function backwards(value: string): Finding | undefined {
  if (!hasForms(value) || !isBackwards(value)) return undefined;
  const meant = turned(value);
  const message =
    'the letters stand in the order of the page, from left to right, and would be printed backwards';
  const hint = `write “${meant}”: it was probably copied from a PDF`;
  return { code: 'visual-order', index: 0, message, hint, meant };
}

const OPENERS: Readonly<Record<string, 'pdf' | 'pdi'>> = {
  '\u202a': 'pdf',
  '\u202b': 'pdf',
  '\u2066': 'pdi',
  '\u2067': 'pdi',
  '\u2068': 'pdi',
};
const CLOSERS: Readonly<Record<string, 'pdf' | 'pdi'>> = { '\u202c': 'pdf', '\u2069': 'pdi' };

/**
 * Embeddings and isolates that begin and end within the value stay (UAX #9, 2.4): they cannot
 * reach out of it. One that does not, and every override, is refused.
 */
function strayBidi(value: string): Finding | undefined {
  const open: { readonly closer: string; readonly index: number }[] = [];
  for (const [index, character] of [...value.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)].map(
    (match) => [match.index, match[0]] as const,
  )) {
    const opens = OPENERS[character];
    if (opens) open.push({ closer: opens, index });
    else if (open.at(-1)?.closer === CLOSERS[character] && CLOSERS[character]) open.pop();
    else return bidiFinding(value, index);
  }
  const unclosed = open.at(0);
  return unclosed && bidiFinding(value, unclosed.index);
}

function bidiFinding(value: string, index: number): Finding {
  const character = value.charAt(index);
  const override = character === '\u202d' || character === '\u202e';
  const what = override ? 'overrides the order of letters' : 'has no counterpart in the value';
  return {
    code: 'bidi-control',
    index,
    message: `the direction control ${codePointName(character)} ${what}`,
    hint: 'remove it: values are isolated from their surroundings without it',
  };
}

/** Such as `U+200B`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
