/** Spanish, as the United Nations writes it. */
import {
  clock,
  commaList,
  groupDigits,
  type LanguagePack,
  NAME_FIRST,
  SPACED_SIGNS,
} from '../pack.ts';
import { ALPHABETIC } from '../typography.ts';
import { dates } from './dates.ts';
import { inflection } from './inflection.ts';
import { ordinal } from './ordinals.ts';
import { placeholders } from './placeholders.ts';
import { RANKS, STYLES, salutationByTitle } from './ranks.ts';

/** "y" turns into "e" before the sound i, but not before the diphthongs of hielo and iónico. */
function and(next: string): string {
  return /^h?[ií](?![aeoáéó])/i.test(next) ? ' e ' : ' y ';
}

/** "Excelencias"; but a circular may greet each of its readers alone: "Estimada Señora/Estimado Señor". */
const PLURAL = /^\p{L}+s(?!\p{L})/u;

/** Spanish. */
export const spanish: LanguagePack = {
  ...dates,
  language: 'es',
  name: 'Spanish',
  direction: 'ltr',
  labels: {
    reference: 'Ref.:',
    contact: 'Contacto:',
    telephone: 'Tel.:',
    fax: 'Fax:',
    email: 'Correo-e:',
    to: 'A:',
    subject: 'Asunto:',
    copies: 'Copia a:',
  },
  enclosures: (count) => (count === 1 ? 'Anexo:' : `Anexos (${count}):`),
  confidential: 'Confidencial',
  draft: 'Borrador',
  page: 'Página {page} de {pages}',
  categories: {
    government: 'Gobiernos',
    'private-sector': 'Sector privado',
    'civil-society': 'Sociedad civil',
    'academia-technical': 'Sector académico/comunidad técnica',
    'international-organization': 'Organizaciones internacionales',
  },
  marks: { 'original-signed': '[Original firmado]', signed: '(Firmado)' },
  quotes: ['«', '»'],
  signs: SPACED_SIGNS,
  order: NAME_FIRST,
  dateline: { withPlace: '{place}, {date}', alone: '{date}' },
  time: (time) => [{ ltr: clock(time) }],
  timeRange: (start, end) => [{ ltr: `${clock(start)}-${clock(end)}` }],
  // Four digits stay together: 1500, but 14 000.
  number: (value) => groupDigits(value, '\u00A0', ',', 4),
  ordinal,
  separators: (items) => commaList(items.length, and(items.at(-1) ?? '')),
  ranks: RANKS,
  styles: STYLES,
  salutationByTitle,
  acting: {
    said: /interin|encargad|en funciones|\ba\. ?i\./i,
    pattern: { female: '{title} interina', male: '{title} interino' },
  },
  courtesy: { female: 'Sra.', male: 'Sr.' },
  courtesyAfterStyle: { female: 'la Sra.', male: 'el Sr.' },
  salutations: {
    stakeholders: 'Estimada Señora/Estimado Señor:',
    ministers: 'Excelencias:',
    excellencies: 'Excelencias:',
  },
  closing: (formula, { signatories, addressees, vocative }) => {
    const many = signatories === 'many';
    const isPlural = addressees === 'many' && PLURAL.test(vocative ?? '');
    if (formula === 'standard')
      return `${isPlural ? 'Les' : 'Le'} ${many ? 'saludan' : 'saluda'} atentamente,`;
    const accept = isPlural ? 'Acepten' : 'Acepte';
    const called = vocative === undefined ? '' : `, ${vocative},`;
    const our = many ? 'nuestra' : 'mi';
    return `${accept}${called} las seguridades de ${our} más alta consideración.`;
  },
  typography: ALPHABETIC,
  inflection,
  placeholders,
};
