import type { ByLanguage, Language } from '../../../model.ts';

/** Languages by their own names, so that their readers find them whatever the interface's language is. */
const NAMES: ByLanguage<string> = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  zh: '中文',
};

/** The language's name in itself; its tag if it is none of ours. */
export function languageName(language: string): string {
  return Object.hasOwn(NAMES, language) ? NAMES[language as Language] : language;
}

const RIGHT_TO_LEFT: readonly string[] = ['ar', 'fa', 'he', 'ur'];

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
}
