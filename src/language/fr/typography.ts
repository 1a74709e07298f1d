/** How French is set. */
import { ALPHABETIC, type Typography } from '../typography.ts';
import { spaceFrench } from './spacing.ts';

/** French. */
export const typography: Typography = {
  ...ALPHABETIC,
  spacesMarks: true,
  printsApostrophes: true,
  spacing: { marks: /[:;!?«»]/, space: spaceFrench },
};
