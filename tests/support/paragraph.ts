/** Paragraphs as tests write them. */
import type { Direction, Line } from '../../src/model.ts';
import { buildParagraph as build, type Paragraph } from '../../src/text/paragraph.ts';

export function buildParagraph(
  line: Line,
  base: Direction,
  language: string,
  bold = false,
): Paragraph {
  return build({ line, base, language, bold });
}
