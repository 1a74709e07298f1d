/** Small printed phrases (dates, ranges, numbers) before they become running text. */

/**
 * A piece of a phrase: plain text; `ltr`, a token that reads from left to right whatever surrounds
 * it (`14:30` in Arabic); `rtl`, one that reads from right to left (`27-31` there: the first number is at
 * the right); `raised`, superscript letters (French 1er).
 */
export type Piece =
  | string
  | { readonly ltr: string }
  | { readonly rtl: string }
  | { readonly raised: string };
export type Phrase = readonly Piece[];

/** The characters of a phrase, without its marks. */
export function phraseText(phrase: Phrase): string {
  return phrase.map(pieceText).join('');
}

function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('rtl' in piece) return piece.rtl;
  return 'ltr' in piece ? piece.ltr : piece.raised;
}
