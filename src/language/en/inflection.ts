/** Proper names in English sentences. */
import { type Inflection, withArticle } from '../names.ts';

/** English: the cases are called by its prepositions. */
export const inflection: Inflection = {
  inflect: (form, wanted) =>
    wanted === 'the' ? withArticle(form) : `${wanted} ${withArticle(form)}`,
};
