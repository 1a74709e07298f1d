/** What Spanish texts are looked through for. */
import type { Proofreading } from '../proofreading.ts';

/** Spanish. */
export const proofreading: Proofreading = {
  placeholders: {
    pending:
      '(?:por|a|pendiente de) (?:confirmar|determinar|definir|precisar|completar|anunciar).*|pendiente.*',
    fields: 'insertar .*|nombre(?: d.*)?|título|fecha|lugar|dirección',
    // «TODO» is Spanish for all.
    toDo: /(?<!\p{L})TODO(?=\s*:)/gu,
  },
  script: undefined,
  genderWords: {
    female: /(?<!\p{L})(?:Señora|Sra\.?|Estimada|Excelentísima|Doctora|Dra\.)(?!\p{L})/u,
    male: /(?<!\p{L})(?:Señor|Sr\.?|Estimado|Excelentísimo|Doctor|Dr\.)(?!\p{L})/u,
  },
  honours: /excelen|alteza|majestad|ministr|president|embajador/i,
  events: 'cumbre|foro|conferencia|cmsi',
  weekdayArticles: ['de ', 'el '],
  dashInRanges: false,
};
