/** What Spanish authors write where something is missing. */
import type { PlaceholderWords } from '../pack.ts';

/** Spanish. */
export const placeholders: PlaceholderWords = {
  pending:
    '(?:por|a|pendiente de) (?:confirmar|determinar|definir|precisar|completar|anunciar).*|pendiente.*',
  fields: 'insertar .*|nombre(?: d.*)?|título|fecha|lugar|dirección',
  // «TODO» is Spanish for all.
  toDo: /(?<!\p{L})TODO(?=\s*:)/gu,
};
