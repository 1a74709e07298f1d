/** How the texts of a line are set. */
import type { Span } from '../diagnostic.ts';
import type { FaceStyle } from '../font/faces.ts';
import type { Direction, Inline, Line } from '../model.ts';
import type { BreakStyle } from './break-costs.ts';

/** How a stretch of text is set: weight and slant, and what else is particular to it. */
export interface TextStyle extends FaceStyle {
  readonly superscript: boolean;
  readonly href?: string;
  /** BCP 47, where it differs from the paragraph's. */
  readonly language?: string;
}

/** A paragraph as the letter has it: all that its layout follows from, but for size and width. */
export interface ParagraphSource {
  readonly line: Line;
  readonly base: Direction;
  readonly language: string;
  /** Sets all of it bold. */
  readonly bold: boolean;
  /** Default: as running text. */
  readonly breaking?: BreakStyle;
}

const BOLD: TextStyle = { bold: true, italic: false, superscript: false };
const PLAIN: TextStyle = { bold: false, italic: false, superscript: false };

/** The style of a paragraph where its inlines say nothing else. */
export function outerStyle({ bold }: ParagraphSource): TextStyle {
  return bold ? BOLD : PLAIN;
}

type StyledInline = Exclude<Inline, { type: 'text' | 'break' }>;

/** The style inside an inline. */
export function innerStyle(inline: StyledInline, outer: TextStyle): TextStyle {
  switch (inline.type) {
    case 'strong':
      return { ...outer, bold: true };
    case 'emphasis':
      return { ...outer, italic: true };
    case 'superscript':
      return { ...outer, superscript: true };
    case 'link':
      return { ...outer, href: inline.href };
    case 'isolate':
      return inline.language ? { ...outer, language: inline.language } : outer;
  }
}

/** Calls for each text of a paragraph, in order; what the typesetter adds to them draws nothing. */
export function visitStyledTexts(
  source: ParagraphSource,
  visit: (text: string, style: TextStyle, span: Span | undefined) => void,
): void {
  const visitLine = (line: Line, style: TextStyle): void => {
    for (const inline of line) {
      if (inline.type === 'text') visit(inline.text, style, inline.span);
      else if (inline.type !== 'break') visitLine(inline.children, innerStyle(inline, style));
    }
  };
  visitLine(source.line, outerStyle(source));
}
