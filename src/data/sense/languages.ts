/** What of a language decides how its texts are read; the key for all languages is none of them. */
import { LANGUAGES, languagePack } from '../../language/languages.ts';
import type { LanguagePack } from '../../language/pack.ts';

function packOf(key: string): LanguagePack | undefined {
  const language = LANGUAGES.find((one) => one === key);
  return language && languagePack(language);
}

/** Whether texts in the language are in Arabic letters. */
export function isArabic(key: string): boolean {
  return packOf(key)?.direction === 'rtl';
}

/** Whether "M." before a name is a courtesy, and not the first letter of a name. */
export function saysMonsieur(key: string): boolean {
  return packOf(key)?.courtesy.male === 'M.';
}
