/** How Chinese is set. */
import type { Typography } from '../typography.ts';

/** Ideographs fill their squares: lines need more air between them. Paragraphs are indented by two characters. */
export const typography: Typography = {
  scale: 1,
  leading: 1.38,
  firstLine: '\u3000\u3000',
  density: 3,
  printsApostrophes: false,
};
