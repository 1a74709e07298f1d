/** What a letter prints, as the typesetter has it: every text in the style and the fonts that draw it. */
import type { Span } from '../../diagnostic.ts';
import type { Letter } from '../../model.ts';
import { type TextStyle, visitStyledTexts } from '../../text/style.ts';
import { typesetLetter } from '../../typeset/document.ts';
import { paragraphsOf } from '../../typeset/walk.ts';
import { lettersIn } from '../../walk-letter.ts';

/** A text of a paragraph, with its place in the edition. */
export interface PrintedText {
  readonly text: string;
  readonly style: TextStyle;
  readonly span: Span | undefined;
}

/** A letter, or its companion in the same file, and the texts that its fonts draw. */
export interface PrintedLetter {
  readonly letter: Letter;
  readonly texts: readonly PrintedText[];
}

/** Page numbers may have any digit. */
const ALL_DIGITS = 1_234_567_890;

/** The texts of a letter, then those of its companion; at the foot of pages and across drafts, too. */
export function printedTexts(letter: Letter): PrintedLetter[] {
  const printed = lettersIn(letter).map((one) => ({ letter: one, texts: [] as PrintedText[] }));
  const typeset = typesetLetter(letter);
  // Side by side, both languages are at the foot of each page.
  const leading = letter.companion?.layout === 'sequential' ? lettersIn(letter) : [letter];
  const feet = leading.flatMap(
    ({ language }) => typeset.footer(ALL_DIGITS, ALL_DIGITS, language) ?? [],
  );
  for (const paragraph of [
    ...paragraphsOf(typeset.content),
    ...paragraphsOf(feet),
    ...typeset.watermark,
  ]) {
    const own = printed.find((one) => one.letter.language === paragraph.language);
    visitStyledTexts(paragraph, (text, style, span) => own?.texts.push({ text, style, span }));
  }
  return printed;
}
