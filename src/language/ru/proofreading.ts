/** What Russian texts are looked through for. */
import type { Proofreading } from '../proofreading.ts';

/** Russian. */
export const proofreading: Proofreading = {
  script: /\p{Script=Cyrillic}/u,
  genderWords: {
    female: /(?<!\p{L})(?:госпожа|госпоже|уважаемая|г-жа|г-же)(?!\p{L})/iu,
    male: /(?<!\p{L})(?:господин|господину|уважаемый|г-н|г-ну)(?!\p{L})/iu,
  },
  honours:
    /превосходительств|высочеств|величеств|святейшеств|преосвященств|блаженств|светлост|министр|президент|посол/i,
  events: 'форум\\p{L}*|саммит\\p{L}*|ввуио',
  weekdayArticles: [],
  dashInRanges: true,
  // е and ё are one letter to most writers.
  sameTerm: (word) => word.replace(/ё/gu, 'е'),
};
