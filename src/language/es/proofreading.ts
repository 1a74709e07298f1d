/** What Spanish texts are looked through for. */
import type { Proofreading } from '../proofreading.ts';

/** Spanish. */
export const proofreading: Proofreading = {
  slips: [
    {
      pattern: /(?<!\p{L})(?:de|a) el(?= \p{L})/gu,
      message: (found) => `“${found}” is not contracted`,
      hint: 'write del or al; {{inflect … case="of"}} and {{org … case="of"}} do so',
    },
  ],
  script: undefined,
  genderWords: {
    female: /(?<!\p{L})(?:Señora|Sra\.?|Estimada|Excelentísima|Doctora|Dra\.)(?!\p{L})/u,
    male: /(?<!\p{L})(?:Señor|Sr\.?|Estimado|Excelentísimo|Doctor|Dr\.)(?!\p{L})/u,
  },
  honours: /excelen|alteza|majestad|santidad|eminencia|beatitud|ministr|president|embajador/i,
  events: 'cumbre|foro|conferencia|cmsi',
  weekdayArticles: ['de ', 'el '],
  dashInRanges: false,
};
