/** What French authors write where something is missing. */
import type { PlaceholderWords } from '../pack.ts';

/** French. */
export const placeholders: PlaceholderWords = {
  pending: '[àa] (?:confirmer|préciser|compléter|déterminer|définir|venir|insérer|remplir).*',
  fields: 'insérer .*|nom(?: d.*)?|titre|date|lieu|adresse',
};
