/** How a proper name enters a sentence: its article, its preposition, its grammatical case. */
import type { Language } from '../model.ts';
import { languagePack } from './languages.ts';
import type { Case, NameKind, NameParts } from './names.ts';

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
  if (wanted === 'plain') return form.name;
  return form[wanted] ?? languagePack(language).inflection.inflect(form, wanted, kind);
}
