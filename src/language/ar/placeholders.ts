/** What Arabic authors write where something is missing. */
import type { PlaceholderWords } from '../pack.ts';

/** Arabic. */
export const placeholders: PlaceholderWords = {
  // Without vowel signs, which are written or not.
  pending: '[يت]حدد(?: .*)?|[يت]ؤكد لاحقا.*|[يت]علن .*لاحقا|للتأكيد|قيد التأكيد',
  fields: 'يدرج .*|الاسم|التاريخ|المكان|العنوان',
};
