/** Proper names in French sentences. */
import {
  type Inflected,
  type Inflection,
  type NameKind,
  type NameParts,
  withArticle,
} from '../names.ts';

function inflect(form: NameParts, wanted: Inflected, kind: NameKind): string {
  if (wanted === 'the') return withArticle(form);
  if (wanted === 'by') return `par ${withArticle(form)}`;
  if (kind === 'country' && wanted === 'in') return inCountry(form);
  return contracted(form, wanted === 'of' ? 'of' : 'to');
}

/** de + le = du, de + les = des, à + le = au, à + les = aux. */
function contracted(form: NameParts, wanted: 'of' | 'to'): string {
  const of = wanted === 'of';
  if (form.article === 'le') return `${of ? 'du' : 'au'} ${form.name}`;
  if (form.article === 'les') return `${of ? 'des' : 'aux'} ${form.name}`;
  if (!of) return `à ${withArticle(form)}`;
  return form.article ? `de ${withArticle(form)}` : elided('de', form.name);
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
export const inflection: Inflection = { inflect, acronymArticle };
