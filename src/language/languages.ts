/** The languages of the letters. */
import type { Language } from '../model.ts';
import { arabic } from './ar.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { LanguagePack } from './pack.ts';
import { russian } from './ru.ts';
import { chinese } from './zh.ts';

const PACKS: Readonly<Record<Language, LanguagePack>> = {
  ar: arabic,
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
};

/** In the order in which they are listed to users. */
export const LANGUAGES: readonly Language[] = ['ar', 'en', 'fr', 'es', 'ru', 'zh'];

/** What the tool knows about a language. */
export function languagePack(language: Language): LanguagePack {
  return PACKS[language];
}
