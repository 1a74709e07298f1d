/** Paragraphs as tests write them. */
import type { Direction, Line } from '../../src/model.ts';
import { isolate } from '../../src/text/isolate.ts';
import { type Paragraph, resolveLevels } from '../../src/text/levels.ts';

export function buildParagraph(
  line: Line,
  base: Direction,
  language: string,
  bold = false,
): Paragraph {
  return resolveLevels(isolate({ line, base, language, bold }));
}
