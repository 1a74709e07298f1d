/** What Chinese texts are looked through for. */
import type { Proofreading } from '../proofreading.ts';

/** Chinese. */
export const proofreading: Proofreading = {
  script: /\p{Script=Han}/u,
  genderWords: { female: /女士|小姐/u, male: /先生/u },
  honours: /阁下|殿下|陛下|部长|总统|总理|主席|大使|圣座/u,
  events: '论坛|峰会',
  weekdayArticles: [],
  dashInRanges: false,
  // Chinese writes no blanks; of these particles none stands twice.
  doubled: /([的了在是和与及])\1/gu,
};
