/** Kashida: a justified line of Arabic takes up part of its slack by longer joins of letters. */

import type { ShapedRun } from '../font/face.ts';
import { type Join, joinsOf } from './joins.ts';
import type { TextPiece } from './shape.ts';

/** Spaces that would be widened by less than this share of their width are widened, and nothing else. */
const SMALL_SLACK = 0.25;
/** By how much spaces are still widened beside kashidas. */
const LEFT_TO_SPACES = 0.1;
/** Limits of a line, and the words that each kashida needs. */
const MOST = 4;
const WORDS_EACH = 3;
/** Lengths in tatweels: of one kashida at most, and the one aimed at. */
const LONGEST = 3;
const USUAL = 2;
/** A join is flat if the tatweel is all that the word grows by; else a stack of letters would be taken apart; em. */
const FLAT = 0.06;
const TATWEEL = '\u0640';

/** A word of a line that may be made longer. */
interface Candidate {
  /** Index of its piece. */
  readonly index: number;
  /** Its place among the words of the line. */
  readonly word: number;
  readonly join: Join;
  /** Width of a tatweel, points. */
  readonly unit: number;
}

/**
 * The pieces of a justified line, some words of it longer.
 *
 * @param slack points that are left on the line
 * @param language of the paragraph, BCP 47
 */
export function extendLine(
  pieces: readonly TextPiece[],
  slack: number,
  language: string,
): readonly TextPiece[] {
  const spaces = pieces.reduce((sum, { space, width }) => sum + (space ? width : 0), 0);
  if (slack <= spaces * SMALL_SLACK) return pieces;
  const words = candidatesOf(pieces, language);
  const limit = Math.min(MOST, Math.floor(wordCount(pieces) / WORDS_EACH));
  const chosen = choose(words, slack - spaces * LEFT_TO_SPACES, limit);
  return pieces.map((piece, index) => {
    const found = chosen.get(index);
    return found ? extendPiece(piece, found.join.at, found.length, language) : piece;
  });
}

function wordCount(pieces: readonly TextPiece[]): number {
  return pieces.filter(({ space }) => !space).length;
}

/** The words with a join that can be made longer, best first. */
function candidatesOf(pieces: readonly TextPiece[], language: string): Candidate[] {
  const candidates: Candidate[] = [];
  let word = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.space) word += 1;
    else candidates.push(...candidateOf(piece, index, word, language));
  }
  return candidates.sort((a, b) => a.join.rank - b.join.rank || a.index - b.index);
}

function candidateOf(piece: TextPiece, index: number, word: number, language: string): Candidate[] {
  const { face, shaped, size, parted } = piece;
  if (parted || shaped.direction === 'ltr' || !face.has(0x640)) return [];
  const unit = face.shape(TATWEEL, 'rtl').advance;
  const join = joinsOf(shaped.text).find(({ at }) => {
    const growth = extendedRun(piece, at, 1, language).advance - shaped.advance;
    return Math.abs(growth - unit) <= FLAT * face.unitsPerEm;
  });
  return join ? [{ index, word, join, unit: (unit * size) / face.unitsPerEm }] : [];
}

/** Lengths in tatweels by index of the piece; never in two words side by side. */
function choose(
  candidates: readonly Candidate[],
  wanted: number,
  limit: number,
): Map<number, { readonly join: Join; readonly length: number }> {
  const unit = candidates[0]?.unit ?? Number.POSITIVE_INFINITY;
  const total = Math.floor(wanted / unit);
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= Math.min(limit, Math.ceil(total / USUAL))) break;
    if (chosen.every(({ word }) => Math.abs(word - candidate.word) > 1)) chosen.push(candidate);
  }
  let rest = total;
  return new Map(
    chosen.map(({ index, join }, at) => {
      const length = Math.min(LONGEST, Math.ceil(rest / (chosen.length - at)));
      rest -= length;
      return [index, { join, length }];
    }),
  );
}

function extendPiece(piece: TextPiece, at: number, length: number, language: string): TextPiece {
  const shaped = extendedRun(piece, at, length, language);
  return { ...piece, shaped, width: (shaped.advance * piece.size) / piece.face.unitsPerEm };
}

/**
 * The piece shaped with tatweels before the character at `at`. They belong to the cluster of that
 * character: the font gets one glyph of letter and extension, which says the letter alone.
 */
function extendedRun(
  { face, shaped, style }: TextPiece,
  at: number,
  length: number,
  language: string,
): ShapedRun {
  const text = shaped.text.slice(0, at) + TATWEEL.repeat(length) + shaped.text.slice(at);
  const run = face.shape(text, 'rtl', { language: style.language ?? language });
  const glyphs = run.glyphs.map((glyph) => {
    const cluster = glyph.cluster <= at ? glyph.cluster : Math.max(at, glyph.cluster - length);
    return { ...glyph, cluster };
  });
  return { ...shaped, glyphs, advance: run.advance };
}
