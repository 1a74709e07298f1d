/**
 * Tokens that are written left to right whatever surrounds them: addresses, telephone numbers,
 * symbols of documents, ranges. Bare in an Arabic sentence, UAX #9 reorders many of them
 * (`+41 22 730 6240` → `6240 730 22 41+`), so the typesetter isolates each.
 */

import { rangeParts } from './ranges.ts';

export interface Token {
  /** UTF-16 offsets into the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /**
   * `figures` have no letters; a `range` is two of them; a `mark` ends the Latin words before it. A line may break only
   * inside an address.
   */
  readonly kind: 'address' | 'symbol' | 'figures' | 'range' | 'mark';
}

const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>«»“”"،؛؟\u2066-\u2069\u3000-\u9FFF\uFF00-\uFFEF]+`;
const EMAIL = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const TELEPHONE = String.raw`\+\d{1,3}(?:[ \u00A0\u202F.-]?(?:\d+|\(\d+\))){2,}`;
/** With the zero of the trunk or of abroad: `022 730 62 40`. */
const NATIONAL = String.raw`0\d{1,4}(?:[ \u00A0\u202F.-]\d{2,4}){2,}(?!\w)`;
const NUMBER = String.raw`(?:\d{1,3}(?:[\u00A0\u202F]\d{3})+|\d+(?:[.,:/]\d+)*)`;
const DASH = String.raw`[ \u00A0\u202F]?[-‐‑‒–—][ \u00A0\u202F]?`;
const PERCENTAGES = `${NUMBER}%${DASH}${NUMBER}%`;
const RANGE = String.raw`${NUMBER}(?:${DASH}${NUMBER})+(?!\w)`;
/** Not the dash of a range whose spaces are amiss. */
const NEGATIVE = String.raw`(?:\u2212|(?<=(?:^|[(:=،])[ \u00A0]?)-)\d+(?:[.,]\d+)*(?!\w)`;
/** `20 °C`, `3-5 °C`. */
const DEGREES = String.raw`(?:${NUMBER}${DASH})?${NUMBER}[ \u00A0]?°[CF]?(?!\w)`;
const GROUPED = String.raw`\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\w)`;
/** What a Chinese name ends in stays in one piece. */
const COURTESY = '女士|先生|阁下|殿下';
/** A number of a Chinese date with its unit: `2026年`, `6-10日`. */
const DATE_PART = String.raw`\d{1,4}(?:[-–]\d{1,4})?[年月日]`;
/** Letters and a digit joined by signs; "and/or" and hyphenated words have no digit. */
const SYMBOL = String.raw`(?=[\w/+.-]*[A-Za-z])(?=[\w/+.-]*\d)[A-Za-z0-9]+(?:[-/+.][A-Za-z0-9]+)+`;
/** A name that begins or ends with a sign: `C++`, `C#`, `Disney+`; `#WSIS2027`, `@wsis`, `.NET`, `.org`. */
const SIGNED = String.raw`[A-Za-z][A-Za-z0-9]*(?:\++|#)(?![\w+#])|(?:(?<!\p{L}|[.#@&])|(?<=(?<!\p{L})[وفبكل]))[#@.][A-Za-z_][A-Za-z0-9_-]*(?![@\w]|\.\w)`;
/** What ends a quotation of Latin words alone: `"Leave no one behind!"`, `«What is AI?»`. */
const MARK = String.raw`[!?]+(?=["“”»’')])(?<=["“”«‘'(][A-Za-z][^"“”«»()\n\u0590-\u08FF\uFB1D-\uFEFC]{0,300})`;
/** The same of a quotation that is one such name or symbol: `"WSIS+20!"`. */
const OWN_MARK = String.raw`(?:[!?]+(?=["“”»’')])(?<=["“”«‘'(][\w/+.#@-]{1,100}[!?]+))?`;

const TOKENS = new RegExp(
  `(?<mark>${MARK})|(?<address>${ADDRESS}|${EMAIL})|(?<![\\w\\p{Script=Cyrillic}])(?:(?<figures>${TELEPHONE}|${NATIONAL}|${DATE_PART}|${COURTESY}|${PERCENTAGES}|${DEGREES}|${RANGE}|${GROUPED}|${NEGATIVE})|(?:${SYMBOL}|${SIGNED})${OWN_MARK})`,
  'gu',
);
const SUSPECT = /[\d@/.+#女先阁殿]|[!?]["“”»’')]/;

/** The tokens of `text` in order, without overlap. */
export function findTokens(text: string): Token[] {
  if (!SUSPECT.test(text)) return [];
  return [...text.matchAll(TOKENS)].map((match) => {
    const { address, figures, mark } = match.groups ?? {};
    const start = match.index;
    if (mark !== undefined) return { start, end: start + mark.length, kind: 'mark' };
    if (address !== undefined)
      return { start, end: start + addressLength(address), kind: 'address' };
    const end = start + match[0].length;
    if (figures === undefined) return { start, end, kind: 'symbol' };
    return { start, end, kind: rangeParts(figures) ? 'range' : 'figures' };
  });
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Punctuation that ends a sentence, and a bracket opened outside, are not part of an address. */
function addressLength(address: string): number {
  let end = address.length;
  while (/[.,;:!?'’…]/.test(address.charAt(end - 1)) || endsUnbalanced(address.slice(0, end))) {
    end -= 1;
  }
  return end;
}

function endsUnbalanced(text: string): boolean {
  const closing = text.at(-1) ?? '';
  const opening = OPENING[closing];
  return opening !== undefined && text.split(opening).length !== text.split(closing).length;
}
