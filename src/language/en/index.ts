/** English: British spelling with -ize, as the United Nations writes it. */
import {
  clock,
  commaList,
  groupDigits,
  type LanguagePack,
  NAME_FIRST,
  SPACED_SIGNS,
} from '../pack.ts';
import { dates } from './dates.ts';
import { inflection } from './inflection.ts';
import { ordinal } from './ordinals.ts';
import { placeholders } from './placeholders.ts';
import { RANKS, STYLES } from './ranks.ts';
import { typography } from './typography.ts';

const COURTESY = { female: 'Ms', male: 'Mr' };

/** English. */
export const english: LanguagePack = {
  ...dates,
  language: 'en',
  name: 'English',
  direction: 'ltr',
  labels: {
    reference: 'Ref.:',
    contact: 'Contact:',
    telephone: 'Tel.:',
    fax: 'Fax:',
    email: 'E-mail:',
    to: 'To:',
    subject: 'Subject:',
    copies: 'Copy to:',
  },
  enclosures: (count) => (count === 1 ? 'Enclosure:' : `Enclosures (${count}):`),
  confidential: 'Confidential',
  draft: 'Draft',
  page: 'Page {page} of {pages}',
  categories: {
    government: 'Governments',
    'private-sector': 'Private sector',
    'civil-society': 'Civil society',
    'academia-technical': 'Academia/technical community',
    'international-organization': 'International organizations',
  },
  marks: { 'original-signed': '[Original signed]', signed: '(Signed)' },
  quotes: ['“', '”'],
  signs: SPACED_SIGNS,
  order: NAME_FIRST,
  dateline: { withPlace: '{place}, {date}', alone: '{date}' },
  time: (time) => [{ ltr: clock(time) }],
  timeRange: (from, until) => [{ ltr: `${clock(from)}–${clock(until)}` }],
  number: (value) => groupDigits(value, ',', '.'),
  currencyFirst: true,
  ordinal,
  separators: (items) => commaList(items.length, ' and '),
  ranks: RANKS,
  styles: STYLES,
  acting: {
    said: /\bacting\b|officer-in-charge|interim|\ba\. ?i\./i,
    pattern: '{title} a.i.',
  },
  courtesy: COURTESY,
  courtesyAfterStyle: COURTESY,
  salutations: {
    stakeholders: 'Dear Sir/Madam,',
    ministers: 'Excellencies,',
    excellencies: 'Excellencies,',
  },
  closing: (formula, { signatories, addressees, vocative = 'Sir/Madam' }) => {
    if (formula === 'standard')
      return `Yours ${addressees === 'one' ? 'sincerely' : 'faithfully'},`;
    const our = signatories === 'many' ? 'our' : 'my';
    return `Accept, ${vocative}, the assurances of ${our} highest consideration.`;
  },
  typography,
  inflection,
  placeholders,
};
