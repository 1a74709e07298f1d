/** The notation of the tables of hard lines, and what it means to our tool and to a browser. */
import type { Direction, Inline, Line } from '../../src/model.ts';

/**
 * Running text. `⟦…⟧` marks what our tool isolates of itself as left to right (numbers, addresses,
 * symbols), `⟪…⟫` around them what it isolates as right to left (ranges), and `⟨` what it puts a left-to-right mark
 * before: the marks are not part of the letter, but tell a browser to do the same.
 */
export type Part = string | ({ readonly kind: string; readonly of: readonly Part[] } & Kind);
type Kind =
  | { readonly kind: 'bold' | 'superscript' }
  | { readonly kind: 'link'; readonly href: string }
  /** A value from data; `direction` is the one that it must get, worked out by hand. */
  | { readonly kind: 'value'; readonly direction: Direction };

export const bold = (...of: Part[]): Part => ({ kind: 'bold', of });
export const superscript = (...of: Part[]): Part => ({ kind: 'superscript', of });
export const link = (href: string, ...of: Part[]): Part => ({ kind: 'link', href, of });
export const value = (direction: Direction, ...of: Part[]): Part => ({
  kind: 'value',
  direction,
  of,
});

const MARKS = /[⟦⟧⟪⟫⟨]/g;

/** What a template and its data compose to. */
export function toLine(parts: readonly Part[]): Line {
  return parts.map(toInline);
}

function toInline(part: Part): Inline {
  if (typeof part === 'string') return { type: 'text', text: part.replace(MARKS, '') };
  const children = toLine(part.of);
  switch (part.kind) {
    case 'bold':
      return { type: 'strong', children };
    case 'superscript':
      return { type: 'superscript', children };
    case 'link':
      return { type: 'link', href: part.href, children };
    case 'value':
      return { type: 'isolate', direction: 'auto', children };
  }
}

/** The same for a browser. */
export function toHtml(parts: readonly Part[]): string {
  return parts.map(partHtml).join('');
}

function partHtml(part: Part): string {
  if (typeof part === 'string') return isolateMarked(part);
  const inner = toHtml(part.of);
  switch (part.kind) {
    case 'bold':
      return `<b>${inner}</b>`;
    case 'superscript':
      return `<sup>${inner}</sup>`;
    case 'link':
      return `<a href="${part.href}">${inner}</a>`;
    case 'value':
      return `<bdi dir="${part.direction}">${inner}</bdi>`;
  }
}

function isolateMarked(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replaceAll('⟦', '<bdi dir="ltr">')
    .replaceAll('⟨', '\u200E')
    .replaceAll('⟪', '<bdi dir="rtl">')
    .replace(/[⟧⟫]/g, '</bdi>');
}

/** The text alone, as a reader would read it out. */
export function plain(parts: readonly Part[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part.replace(MARKS, '') : plain(part.of)))
    .join('');
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const INVISIBLE = /[\p{Cf}\s]/gu;

/**
 * What the eye sees from left to right, without spaces and invisible characters: words as they are
 * read, put down from left to right; a word with right-to-left letters has its last one leftmost.
 * Marks follow their letter, in the order of their codes.
 */
export function seen(words: readonly string[]): string {
  return words.map(seenWord).join('');
}

function seenWord(word: string): string {
  const letters = [...graphemes.segment(word.replace(INVISIBLE, ''))].map(({ segment }) => {
    const [base = '', ...marks] = segment;
    return base + marks.sort().join('');
  });
  const rtl = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word);
  return (rtl ? letters.reverse() : letters).join('');
}
