/** Sizes and distances of a letter, in points. */
import { languagePack } from '../language/languages.ts';
import type { Letter } from '../model.ts';
import type { PageFormat } from './nodes.ts';

const MILLIMETRE = 72 / 25.4;
const PAPER = {
  A4: { width: 210 * MILLIMETRE, height: 297 * MILLIMETRE },
  LETTER: { width: 612, height: 792 },
} as const;

export interface LetterStyle {
  readonly size: number;
  readonly leading: number;
  readonly small: number;
  readonly smallLeading: number;
  /** Between paragraphs. */
  readonly paragraphGap: number;
  /** Between the parts of the letter. */
  readonly partGap: number;
  /** Of a level of a list. */
  readonly indent: number;
  /** Put before a paragraph of the body: Chinese indents by two characters. */
  readonly firstLine: string;
  /** Room for a signature by hand or as an image. */
  readonly signatureHeight: number;
}

const SMALL = 0.87;

export function letterStyle(letter: Letter): LetterStyle {
  const { scale, leading, firstLine } = languagePack(letter.language).typography;
  const size = letter.settings.fontSize * scale;
  return {
    size,
    leading: size * leading,
    small: size * SMALL,
    smallLeading: size * SMALL * leading,
    paragraphGap: size * 0.45,
    partGap: size * 0.8,
    indent: size * 1.6,
    firstLine,
    signatureHeight: 16 * MILLIMETRE,
  };
}

export function pageFormat(letter: Letter): PageFormat {
  const side = 22 * MILLIMETRE;
  return {
    ...PAPER[letter.settings.paper],
    margins: { left: side, right: side, top: 14 * MILLIMETRE, bottom: 17 * MILLIMETRE },
  };
}
