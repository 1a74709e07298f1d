/** Proper names in Spanish sentences. */
import {
  type Inflected,
  type Inflection,
  type NameKind,
  type NameParts,
  withArticle,
} from '../names.ts';
import { completeEvent } from './events.ts';

/** The article of a place is part of its name and stays whole: en El Cairo, a La Haya. */
function ofPlace(form: NameParts): NameParts {
  const { article } = form;
  return article ? { ...form, article: article.charAt(0).toUpperCase() + article.slice(1) } : form;
}

/** de + el = del, a + el = al; an El that belongs to the name (El Salvador) stays. */
function inflect(given: NameParts, wanted: Inflected, kind: NameKind): string {
  const form = kind === 'place' ? ofPlace(given) : given;
  if (wanted === 'the') return withArticle(form);
  if (wanted === 'in') return `en ${withArticle(form)}`;
  if (wanted === 'by') return `por ${withArticle(form)}`;
  const preposition = wanted === 'of' ? 'de' : 'a';
  return form.article === 'el'
    ? `${preposition}l ${form.name}`
    : `${preposition} ${withArticle(form)}`;
}

/** Spanish: an acronym has the article of its name. */
export const inflection: Inflection = {
  inflect,
  complete: (name, kind) => (kind === 'event' ? completeEvent(name) : undefined),
  acronymArticle: (article) => article,
};
