/** How Arabic is set. */
import { ALPHABETIC, type Typography } from '../typography.ts';
import { arabicDigits } from './digits.ts';
import { prefixes } from './prefixes.ts';

/** Naskh letters are drawn smaller on their em, and taller with their marks, than Latin ones. */
export const typography: Typography = {
  ...ALPHABETIC,
  scale: 1.13,
  leading: 1.38,
  prefixes,
  ranges: {
    named:
      /(?:^|[^\p{L}])(?:ال|بال|وال|لل|[بو])?(?:قاعة|غرفة|مكتب|شقة|مبنى|رقم|هاتف|فاكس|جوال|محمول|بريد|رمز|نموذج|وثيقة)(?: رقم)?[ \u00A0]*:?[ \u00A0]*$/u,
  },
  digits: arabicDigits,
};
