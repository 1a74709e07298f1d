/** Scripts of the languages that write foreign names in their own. */
import type { Language } from '../model.ts';

/** Matches a text that has a letter of the language's script; others take a name as it is. */
export const SCRIPTS: Readonly<Partial<Record<Language, RegExp>>> = {
  ar: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};
