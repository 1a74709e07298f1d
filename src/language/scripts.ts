/** The script of each language's names. */
import type { ByLanguage, Language } from '../model.ts';

const SCRIPTS: ByLanguage<RegExp> = {
  ar: /\p{Script=Arabic}/u,
  en: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  es: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};

/** Whether a name has a letter of the language's script, or no letters at all. */
export function isInScript(name: string, language: Language): boolean {
  return SCRIPTS[language].test(name) || !/\p{L}/u.test(name);
}
