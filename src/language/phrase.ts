/** Small printed phrases (dates, ranges, numbers) before they become running text. */

/**
 * A piece of a phrase: plain text; `ltr`, a token that reads from left to right whatever surrounds
 * it (`27-31` in Arabic); `raised`, superscript letters (French 1er).
 */
export type Piece = string | { readonly ltr: string } | { readonly raised: string };
export type Phrase = readonly Piece[];

/** The characters of a phrase, without its marks. */
export function phraseText(phrase: Phrase): string {
  return phrase.map(pieceText).join('');
}

function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return 'ltr' in piece ? piece.ltr : piece.raised;
}
