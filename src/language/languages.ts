/** The languages of the letters. */
import { type ByLanguage, LANGUAGES, type Language } from '../model.ts';
import { arabic } from './ar.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { LanguagePack } from './pack.ts';
import { russian } from './ru.ts';
import { chinese } from './zh.ts';

export { LANGUAGES };

const PACKS: ByLanguage<LanguagePack> = {
  ar: arabic,
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
};

/** Under which a text of the data may stand: that of every language first, then those of each. */
export const LANGUAGE_KEYS = ['all', ...LANGUAGES] as const;

/** What the tool knows about a language. */
export function languagePack(language: Language): LanguagePack {
  return PACKS[language];
}
