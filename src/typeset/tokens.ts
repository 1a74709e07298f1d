/**
 * Tokens that are written left to right whatever surrounds them: addresses, telephone numbers,
 * symbols of documents, ranges. Bare in an Arabic sentence, UAX #9 reorders many of them
 * (`+41 22 730 6240` → `6240 730 22 41+`), so the typesetter isolates each.
 */

export interface Token {
  /** UTF-16 offsets into the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** A line may not break inside, nor are its spaces stretched. */
  readonly solid: boolean;
}

const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>«»“”"،؛؟\u2066-\u2069]+`;
const EMAIL = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const TELEPHONE = String.raw`\+\d{1,3}(?:[ \u00A0\u202F.-]?\(?\d+\)?){2,}`;
const NUMBER = String.raw`\d+(?:[.,:/]\d+)*`;
const RANGE = `${NUMBER}(?: ?[-–—] ?${NUMBER})+`;
const GROUPED = String.raw`\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)`;
const SYMBOL = String.raw`(?=[\w/+.-]*[A-Za-z])[A-Za-z0-9]+(?:[-/+.][A-Za-z0-9]+)+`;

const TOKENS = new RegExp(
  `(?<breakable>${ADDRESS}|${EMAIL})|(?<![\\w])(?:${TELEPHONE}|${RANGE}|${GROUPED}|${SYMBOL})`,
  'gu',
);

/** The tokens of `text` in order, without overlap. */
export function findTokens(text: string): Token[] {
  if (!/[\d@/.+]/.test(text)) return [];
  return [...text.matchAll(TOKENS)].map((match) => {
    const address = match.groups?.breakable;
    const length = address === undefined ? match[0].length : addressLength(address);
    return { start: match.index, end: match.index + length, solid: address === undefined };
  });
}

/** Punctuation that ends a sentence, and a bracket opened outside, are not part of an address. */
function addressLength(address: string): number {
  let end = address.length;
  for (;;) {
    const last = address[end - 1] ?? '';
    const unbalanced = last === ')' && !balanced(address.slice(0, end));
    if (!/[.,;:!?'’]/.test(last) && !unbalanced) return end;
    end -= 1;
  }
}

function balanced(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}
