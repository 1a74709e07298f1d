/** Proper names in Spanish sentences. */
import { type Inflected, type Inflection, type NameParts, withArticle } from '../names.ts';

/** de + el = del, a + el = al; an El that belongs to the name (El Salvador) stays. */
function inflect(form: NameParts, wanted: Inflected): string {
  if (wanted === 'the') return withArticle(form);
  if (wanted === 'in') return `en ${withArticle(form)}`;
  if (wanted === 'by') return `por ${withArticle(form)}`;
  const preposition = wanted === 'of' ? 'de' : 'a';
  return form.article === 'el'
    ? `${preposition}l ${form.name}`
    : `${preposition} ${withArticle(form)}`;
}

/** Spanish: an acronym has the article of its name. */
export const inflection: Inflection = { inflect, acronymArticle: (article) => article };
