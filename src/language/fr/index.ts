/** French, as the United Nations writes it. Its spacing is in spacing.ts. */
import { commaList, groupDigits, type LanguagePack, NAME_FIRST, SPACED_SIGNS } from '../pack.ts';
import { dates } from './dates.ts';
import { inflection } from './inflection.ts';
import { ordinal } from './ordinals.ts';
import { placeholders } from './placeholders.ts';
import { RANKS, STYLES, salutationByTitle } from './ranks.ts';
import { typography } from './typography.ts';

/** 14 h 30, 9 h; both spaces are no-break ones. */
function time({ hour, minute }: { hour: number; minute: number }): string {
  const minutes = minute === 0 ? '' : `\u00A0${String(minute).padStart(2, '0')}`;
  return `${hour}\u00A0h${minutes}`;
}

/** French. */
export const french: LanguagePack = {
  ...dates,
  language: 'fr',
  name: 'French',
  direction: 'ltr',
  labels: {
    reference: 'Réf. :',
    contact: 'Contact :',
    telephone: 'Tél. :',
    fax: 'Fax :',
    email: 'Courriel :',
    to: 'À :',
    subject: 'Objet :',
    copies: 'Copie :',
  },
  enclosures: (count) => (count === 1 ? 'Pièce jointe :' : `Pièces jointes (${count}) :`),
  confidential: 'Confidentiel',
  draft: 'Projet',
  page: 'Page {page} sur {pages}',
  categories: {
    government: 'Gouvernements',
    'private-sector': 'Secteur privé',
    'civil-society': 'Société civile',
    'academia-technical': 'Milieux universitaires/communauté technique',
    'international-organization': 'Organisations internationales',
  },
  marks: { 'original-signed': '[Original signé]', signed: '(Signé)' },
  quotes: ['«', '»'],
  signs: SPACED_SIGNS,
  order: NAME_FIRST,
  dateline: { withPlace: '{place}, le {date}', alone: 'Le {date}' },
  time: (value) => [{ ltr: time(value) }],
  timeRange: (start, end) => [{ ltr: `${time(start)}-${time(end)}` }],
  number: (value) => groupDigits(value, '\u202F', ','),
  ordinal,
  separators: (items) => commaList(items.length, ' et '),
  ranks: RANKS,
  styles: STYLES,
  salutationByTitle,
  acting: { said: /intérim|\b[ap]\. ?i\.|chargée? des fonctions/i, pattern: '{title} par intérim' },
  courtesy: { female: 'Mme', male: 'M.' },
  courtesyAfterStyle: { female: 'Madame', male: 'Monsieur' },
  salutations: {
    stakeholders: 'Madame, Monsieur,',
    ministers: 'Excellences,',
    excellencies: 'Excellences,',
  },
  closing: (formula, { signatories, vocative = 'Madame, Monsieur' }) => {
    const many = signatories === 'many';
    const our = many ? 'notre' : 'ma';
    if (formula === 'ministers') {
      return `Veuillez agréer, ${vocative}, l'assurance de ${our} très haute considération.`;
    }
    const esteem =
      formula === 'high' ? `${our} haute considération` : `${our} considération distinguée`;
    const pray = many ? 'Nous vous prions' : 'Je vous prie';
    return `${pray} d'agréer, ${vocative}, l'assurance de ${esteem}.`;
  },
  typography,
  inflection,
  placeholders,
};
