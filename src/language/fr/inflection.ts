/** Proper names in French sentences. */
import {
  type Completed,
  type Inflected,
  type Inflection,
  type NameKind,
  type NameParts,
  withArticle,
} from '../names.ts';
import { completeEvent } from './events.ts';

function inflect(form: NameParts, wanted: Inflected, kind: NameKind): string {
  if (wanted === 'the') return withArticle(form);
  if (wanted === 'by') return `par ${withArticle(form)}`;
  if (kind === 'country' && wanted === 'in') return inCountry(form);
  return contracted(kind === 'place' ? ofPlace(form) : form, wanted === 'of' ? 'of' : 'to');
}

/** « au Caire », but « à La Haye »: only le and les contract, and la and l' stay capital. */
function ofPlace(form: NameParts): NameParts {
  const article = form.article?.toLowerCase();
  if (article === undefined) return form;
  const contracts = article === 'le' || article === 'les';
  return {
    ...form,
    article: contracts ? article : article.charAt(0).toUpperCase() + article.slice(1),
  };
}

/** Le Caire, Les Abymes: the article that begins a place's name; an event's own, or its noun's. */
function complete(name: string, kind: NameKind): Completed | undefined {
  if (kind === 'event') return completeEvent(name);
  const [, article, rest] = /^(Les?) (\p{Lu}.*)$/u.exec(name) ?? [];
  return kind === 'place' && article && rest ? { article, name: rest } : undefined;
}

/** de + le = du, de + les = des, à + le = au, à + les = aux. */
function contracted(form: NameParts, wanted: 'of' | 'to'): string {
  const of = wanted === 'of';
  if (form.article === 'le') return `${of ? 'du' : 'au'} ${form.name}`;
  if (form.article === 'les') return `${of ? 'des' : 'aux'} ${form.name}`;
  if (!of) return `à ${withArticle(form)}`;
  const named = withArticle(form);
  return form.article ? `de ${named}` : elided('de', named);
}

/** "in" a country: en for a feminine name or one in a vowel, au and aux for the rest. */
function inCountry(form: NameParts): string {
  if (form.article === 'la' || /^l['’]$/.test(form.article ?? '')) return `en ${form.name}`;
  return contracted(form, 'to');
}

/** "d'" before a vowel. An initial h is left alone: most in names of countries are aspirate. */
function elided(preposition: 'de', name: string): string {
  const first = name.normalize('NFD').charAt(0).toLowerCase();
  return 'aeiouœæ'.includes(first) ? `d'${name}` : `${preposition} ${name}`;
}

/** The article of the full name, elided before a vowel of the acronym and there alone. */
function acronymArticle(article: string, acronym: string): string {
  if (article === 'les') return article;
  if (/^[AEIOU]/.test(acronym)) return "l'";
  return /^l['’]$/.test(article) ? 'la' : article;
}

/** French. */
export const inflection: Inflection = { inflect, complete, acronymArticle };
