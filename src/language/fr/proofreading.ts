/** What French texts are looked through for. */
import type { Proofreading } from '../proofreading.ts';

/** French. */
export const proofreading: Proofreading = {
  script: undefined,
  genderWords: {
    female: /(?<!\p{L})(?:Madame|Mme|Mademoiselle)(?!\p{L})/u,
    male: /(?<!\p{L})(?:Monsieur|M\.)(?!\p{L})/u,
  },
  honours:
    /excellence|altesse|majesté|sainteté|saint-père|éminence|béatitude|cardinal|monseigneur|\bsire\b|secrétaire d['’]état|ministre|président|ambassad/i,
  events: 'forum|sommet|conférence|smsi',
  weekdayArticles: ['le '],
  dashInRanges: false,
  // « nous nous réjouissons ».
  mayRepeat: ['nous', 'vous'],
};
