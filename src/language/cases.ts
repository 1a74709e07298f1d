/** How a proper name enters a sentence: its article, its preposition, its grammatical case. */
import type { Language } from '../model.ts';
import { languagePack } from './languages.ts';
import { type Case, type NameKind, type NameParts, withArticle } from './names.ts';

export type { Case, NameKind, NameParts } from './names.ts';

/**
 * Prints a name in a case. A form that the data gives wins over the computed one; undefined where
 * the language has no rule for it.
 */
export function inflect(
  language: Language,
  form: NameParts,
  wanted: Case,
  kind: NameKind = 'organisation',
): string | undefined {
  if (kind === 'place') return inflectPlace(language, form, wanted);
  if (wanted === 'plain') return form.name;
  const { inflection } = languagePack(language);
  return form[wanted] ?? inflection.inflect(completed(language, form, kind), wanted, kind);
}

/** The article of a place belongs to its name and is capital, but where it contracts: The Hague, Le Caire, au Caire. */
function inflectPlace(language: Language, form: NameParts, wanted: Case): string | undefined {
  const parts = completed(language, form, 'place');
  const { article } = parts;
  const named = article && {
    ...parts,
    article: article.charAt(0).toUpperCase() + article.slice(1),
  };
  if (wanted === 'plain' || wanted === 'the') return form.the ?? withArticle(named || parts);
  return form[wanted] ?? languagePack(language).inflection.inflect(parts, wanted, 'place');
}

function completed(language: Language, form: NameParts, kind: NameKind): NameParts {
  if (form.article !== undefined) return form;
  return { ...form, ...languagePack(language).inflection.complete?.(form.name, kind) };
}

/** The article that is put before a name for want of a better one; undefined where the name or the data tells it. */
export function assumedArticle(
  language: Language,
  form: NameParts,
  wanted: Case,
  kind: NameKind,
): string | undefined {
  if (wanted === 'plain' || form.article !== undefined || form[wanted] !== undefined)
    return undefined;
  const found = languagePack(language).inflection.complete?.(form.name, kind);
  return found?.assumed ? found.article : undefined;
}
