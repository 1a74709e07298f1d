/** Web and e-mail addresses in running text. */

export interface Address {
  /** UTF-16 offsets into the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** What a link to it opens. */
  readonly href: string;
}

const ADDRESS =
  /(?:https?:\/\/|(?<![\w.@/-])www\.)[^\s<>«»“”"،؛؟\u2066-\u2069\u3000-\u9FFF\uFF00-\uFFEF]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** The addresses of a text in order: `https://…`, bare `www.…`, and `name@domain`. */
export function findAddresses(text: string): Address[] {
  if (!/@|www\.|https?:/.test(text)) return [];
  return [...text.matchAll(ADDRESS)].map((match) => {
    const address = match[0].slice(0, addressLength(match[0]));
    return { start: match.index, end: match.index + address.length, href: hrefOf(address) };
  });
}

/** The text with spaces in place of its addresses, for those who look for signs that mean something else there. */
export function withoutAddresses(text: string): string {
  return findAddresses(text).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

function hrefOf(address: string): string {
  if (address.startsWith('http')) return address;
  return address.startsWith('www.') ? `https://${address}` : `mailto:${address}`;
}

/** Punctuation that ends a sentence, and a bracket opened outside, are not part of an address. */
function addressLength(address: string): number {
  let end = address.length;
  for (;;) {
    const last = address[end - 1] ?? '';
    const unbalanced = last === ')' && !balanced(address.slice(0, end));
    if (!/[.,;:!?'’*]/.test(last) && !unbalanced) return end;
    end -= 1;
  }
}

function balanced(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}
