/**
 * The languages of the letters. A new one has its code in the list of model.ts, a folder here, a chain in fonts.yaml and
 * templates; the compiler and tests/language/languages.test.ts name what is missing.
 */
import { type ByLanguage, LANGUAGES, type Language } from '../model.ts';
import { arabic } from './ar/index.ts';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { french } from './fr/index.ts';
import type { LanguagePack } from './pack.ts';
import { russian } from './ru/index.ts';
import { chinese } from './zh/index.ts';

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

/** One of each language. */
export function byLanguage<T>(make: (language: Language) => T): ByLanguage<T> {
  const entries = LANGUAGES.map((language) => [language, make(language)]);
  return Object.fromEntries(entries) as ByLanguage<T>;
}

/** What the tool knows about a language. */
export function languagePack(language: Language): LanguagePack {
  return PACKS[language];
}
