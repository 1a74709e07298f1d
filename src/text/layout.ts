/** Shaped pieces and broken lines of texts, kept from letter to letter: those of an edition share most of theirs. */

import { BoundedCache } from '../font/cache.ts';
import type { Face } from '../font/face.ts';
import type { FaceChain } from '../font/faces.ts';
import { breakLines, naturalWidth, type TextLine, withKashidas } from './lines.ts';
import { buildParagraph, type Paragraph } from './paragraph.ts';
import { cutPieces, type Piece } from './pieces.ts';
import type { ParagraphSource, TextStyle } from './style.ts';

/** How lines are filled. */
export interface Filling {
  readonly justified: boolean;
  readonly kashida: boolean;
}

export class TextLayout {
  readonly paragraph: Paragraph;
  readonly pieces: readonly Piece[];
  /** Of the widest line if only forced breaks are taken, points. */
  readonly naturalWidth: number;
  private readonly known = new Map<string, readonly TextLine[]>();

  constructor(paragraph: Paragraph, size: number, chain: FaceChain) {
    this.paragraph = paragraph;
    this.pieces = cutPieces(paragraph, size, chain);
    this.naturalWidth = naturalWidth(paragraph, this.pieces);
  }

  /** @param width points */
  lines(width: number, { justified, kashida }: Filling): readonly TextLine[] {
    const key = `${width} ${justified} ${kashida}`;
    const known = this.known.get(key);
    if (known) return known;
    const broken = breakLines(this.paragraph, this.pieces, width, justified);
    const lines = kashida ? withKashidas(broken, width, this.paragraph) : broken;
    this.known.set(key, lines);
    return lines;
  }
}

/** The texts of a few editions; a long one takes some tens of kilobytes. */
const LAYOUTS_KEPT = 400;
const layouts = new BoundedCache<TextLayout>(LAYOUTS_KEPT);

/**
 * The layout of a text, which is shared: equal texts in equal faces and sizes give the same object.
 *
 * @param size points
 */
export function layoutOf(source: ParagraphSource, size: number, chain: FaceChain): TextLayout {
  const paragraph = buildParagraph(source);
  const key = layoutKey(paragraph, size, chain);
  const layout = layouts.get(key) ?? new TextLayout(paragraph, size, chain);
  layouts.set(key, layout);
  return layout;
}

/** All that pieces and lines depend on; levels follow from the text and its base direction. */
function layoutKey(paragraph: Paragraph, size: number, chain: FaceChain): string {
  const { text, base, language, spans, solids } = paragraph;
  const styles = spans.map(({ end, style }) => {
    const faces = chain(style, language).map(numberOf).join();
    return `${end} ${styleKey(style)} ${faces}`;
  });
  const fixed = solids.map(({ start, end }) => `${start}-${end}`).join();
  return [base, language, size, fixed, ...styles, text].join('\n');
}

function styleKey({ bold, italic, superscript, href, language }: TextStyle): string {
  return `${bold} ${italic} ${superscript} ${language} ${href}`;
}

const numbers = new WeakMap<Face, number>();
let lastNumber = 0;

/** A number of the face's own. */
function numberOf(face: Face): number {
  const known = numbers.get(face);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(face, lastNumber);
  return lastNumber;
}
