/** Spaces that French puts before high punctuation and inside guillemets. */
import { findAddresses } from '../addresses.ts';

/** `open`: no-break spaces, as the United Nations prints; `closed`: none. */
export type FrenchSpacing = 'open' | 'closed';

const NO_BREAK = '\u00A0';
const NARROW = '\u202F';
/** What may stand, or be missing, where a French space belongs. */
const SPACE = '[ \\u00A0\\u202F\\u2009]*';
/** After the mark the sentence pauses; so 14:30, mailto:x and x?y=1 are left alone. */
const PAUSE = '(?=[\\s»”’")\\]!?…]|$)';

const HIGH = new RegExp(`${SPACE}([:;]|[!?]+)${PAUSE}`, 'gu');
const OPENING = new RegExp(`«${SPACE}`, 'gu');
const CLOSING = new RegExp(`${SPACE}»`, 'gu');

/**
 * A French text with its spacing. `before` is the text that stands before it on the line and `after`
 * the one that follows, for texts that are cut by bold or links. Twice gives the same as once.
 */
export function spaceFrench(text: string, spacing: FrenchSpacing, before = '', after = ''): string {
  if (!/[:;!?«»]/.test(text)) return text;
  const pieces = splitAtAddresses(text);
  return pieces
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      const previous = index === 0 ? before : (pieces[index - 1] ?? '');
      const next = index === pieces.length - 1 ? after : (pieces[index + 1] ?? '');
      return spacePiece(piece, spacing, previous, next);
    })
    .join('');
}

/** Text and addresses in turn; the odd entries are addresses. */
function splitAtAddresses(text: string): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of findAddresses(text)) {
    pieces.push(text.slice(at, start), text.slice(start, end));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

function spacePiece(text: string, spacing: FrenchSpacing, before: string, after: string): string {
  const open = spacing === 'open';
  const inside = open ? NO_BREAK : '';
  const high = text.replace(HIGH, (match, marks: string, offset: number) => {
    const left = offset === 0 ? before : text.slice(0, offset);
    const pauses = offset + match.length < text.length || /^$|^[\s»”’")\]!?…]/.test(after);
    if (!pauses || left === '' || /[\s!?(«“"]$/u.test(left)) return match;
    return (open ? (marks === ':' ? NO_BREAK : NARROW) : '') + marks;
  });
  return high.replace(OPENING, `«${inside}`).replace(CLOSING, `${inside}»`);
}
