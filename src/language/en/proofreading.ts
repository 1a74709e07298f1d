/** What English texts are looked through for. */
import type { Proofreading } from '../proofreading.ts';

/** -ise and -ize, -our and -or, -re and -er, programme and program. */
function sameTerm(word: string): string {
  return word
    .replace(/is(?=(?:e[drs]?|ing|ations?|ational|ers?)$)/, 'iz')
    .replace(/our(?=(?:s|ed|ing|able|al|ite)?$)/, 'or')
    .replace(/tre(?=s?$)/, 'ter')
    .replace(/programme/, 'program');
}

/** English. */
export const proofreading: Proofreading = {
  script: undefined,
  genderWords: {
    female: /\b(?:Ms|Mrs|Miss|Madam|Her)\b/,
    male: /\b(?:Mr|Sir|His)\b/,
  },
  honours:
    /excellen|highness|majesty|holiness|eminence|beatitude|\bsire\b|minister|president|ambassador/i,
  events: 'forum|summit|conference|wsis',
  weekdayArticles: ['the '],
  dashInRanges: true,
  sameTerm,
};
