/** All that the bytes of a letter depend on, in one text. */

import { familiesOf } from '../font/families.ts';
import type { Letter } from '../model.ts';
import { mapFiles } from '../walk-letter.ts';

/**
 * The letter as text, equal for letters whose PDFs are equal. Spans do not count, so that a moved or
 * commented edition stays as it is; of files counts what `content` makes of their path.
 */
export function letterSource(letter: Letter, content: (path: string) => string): string {
  const source = mapFiles(withFontsDrawn(letter), content);
  return JSON.stringify(source, (key: string, value: unknown) =>
    key === 'span' ? undefined : value,
  );
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
