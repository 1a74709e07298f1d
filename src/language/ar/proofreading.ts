/** What Arabic texts are looked through for. */
import type { Proofreading } from '../proofreading.ts';

/** Without vowel signs and tatweel; hamza on alef, final ya and ta marbuta as they are often mistaken. */
function sameTerm(word: string): string {
  return word
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/ى$/u, 'ي')
    .replace(/ة$/u, 'ه');
}

/** Arabic. */
export const proofreading: Proofreading = {
  script: /\p{Script=Arabic}/u,
  genderWords: {
    female: /(?<!\p{L})(?:ال)?(?:سيدة|دكتورة|مهندسة|سفيرة|وزيرة|أستاذة|أميرة|شيخة|صاحبة)(?!\p{L})/u,
    male: /(?<!\p{L})(?:ال)?(?:سيد|دكتور|مهندس|سفير|وزير|أستاذ|أمير|شيخ|صاحب)(?!\p{L})/u,
  },
  honours:
    /(?<!\p{L})(?:ال)?(?:معالي|سعادة|فخامة|دولة|سمو|جلالة|قداسة|نيافة|سماحة|غبطة|فضيلة|وزيرة?|سفيرة?|رئيسة?)(?!\p{L})/u,
  events: 'منتدى|المنتدى|القمة',
  weekdayArticles: [],
  weekdayVariants: { الاثنين: 'الإثنين' },
  dashInRanges: false,
  ownSigns: {
    // After an Arabic letter, or before a blank and an Arabic letter; `14,000` is neither.
    pattern:
      /(?<=[\p{Script=Arabic}\p{M}][\u00a0 ]?)[,;?]|[,;?](?=[\u00a0 \n]+\p{Script=Arabic})/gu,
    own: { ',': '،', ';': '؛', '?': '؟' },
  },
  sameTerm,
};
