/** How Russian is set. */
import { ALPHABETIC, type Typography } from '../typography.ts';
import { joinPreposition } from './prepositions.ts';

/** Russian. */
export const typography: Typography = {
  ...ALPHABETIC,
  // А, в, и, к, о, с, у, я as words of their own: no line ends with one.
  holdsNext: /(?<![\p{L}\p{N}\p{M}.'’-])[авикосуя][ \u00A0]$/iu,
  spacing: {
    marks: /[свко][ \u00A0]$/i,
    space: (text, _spacing, _before, after) => joinPreposition(text, after),
  },
};
