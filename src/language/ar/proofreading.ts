/** What Arabic texts are looked through for. */
import type { Proofreading, Slip } from '../proofreading.ts';

/** Without vowel signs and tatweel; hamza on alef, final ya and ta marbuta as they are often mistaken. */
function sameTerm(word: string): string {
  return word
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/ى$/u, 'ي')
    .replace(/ة$/u, 'ه');
}

const SLIPS: readonly Slip[] = [
  {
    // A word may begin with ال that is no article, and then mostly with الت: لالتزام. Two letters may be a foreign name.
    pattern: /(?<![\p{L}\p{M}])[وف]?لال(?!ت|ا(?!\p{L}{3}))\p{L}{3,}/gu,
    message: (found) => `“${found}” keeps the alef of the article after ل`,
    hint: 'ل and ال make لل: للاتحاد; {{org … case="to"}} writes it so',
  },
  {
    pattern: /(?<!\p{L})في الفترة في(?!\p{L})/gu,
    message: (found) => `“${found}” says twice when something is`,
    hint: 'print the period with {{range … style="during"}}, without «في الفترة» before it',
  },
];

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
  slips: SLIPS,
  sameTerm,
};
