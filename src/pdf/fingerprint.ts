/** All that the bytes of a letter depend on, in one text. */

import { familiesOf } from '../font/families.ts';
import type { Letter } from '../model.ts';

/** The keys of a letter that hold paths: see FontFamily and PlacedImage. */
const FILE_KEYS = new Set(['regular', 'bold', 'italic', 'boldItalic', 'path']);

/**
 * The letter as text, equal for letters whose PDFs are equal. Spans do not count, so that a moved or
 * commented edition stays as it is; of files counts what `content` makes of their path.
 */
export function letterSource(letter: Letter, content: (path: string) => string): string {
  return JSON.stringify(withFontsDrawn(letter), (key: string, value: unknown): unknown => {
    if (key === 'span') return undefined;
    return typeof value === 'string' && FILE_KEYS.has(key) ? content(value) : value;
  });
}

/** A font that the letter does not load cannot change its bytes, and the large ones take long to read. */
function withFontsDrawn(letter: Letter): Letter {
  const { companion } = letter;
  const fonts = familiesOf(letter);
  if (!companion) return { ...letter, fonts };
  return {
    ...letter,
    fonts,
    companion: { ...companion, letter: withFontsDrawn(companion.letter) },
  };
}
