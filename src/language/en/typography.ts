/** How English is set. */
import { ALPHABETIC, type Typography } from '../typography.ts';

/** English. */
export const typography: Typography = { ...ALPHABETIC, printsApostrophes: true };
