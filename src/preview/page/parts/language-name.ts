/** The languages of letters, and of the other texts that may stand in one, as the page shows them. */
import type { ByLanguage, Direction, Language } from '../../../model.ts';

interface Shown {
  /** In itself, so that its readers find it whatever the interface's language is. */
  readonly name: string;
  readonly direction: Direction;
}

const SHOWN: ByLanguage<Shown> = {
  ar: { name: 'العربية', direction: 'rtl' },
  en: { name: 'English', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  ru: { name: 'Русский', direction: 'ltr' },
  zh: { name: '中文', direction: 'ltr' },
};

/** Of lines of a letterhead, which may be in any language. */
const OTHER_RIGHT_TO_LEFT: readonly string[] = ['fa', 'he', 'ur'];

function shown(language: string): Shown | undefined {
  return Object.hasOwn(SHOWN, language) ? SHOWN[language as Language] : undefined;
}

/** The language's name in itself; its tag if it is none of ours. */
export function languageName(language: string): string {
  return shown(language)?.name ?? language;
}

/** Which way a language is written. */
export function directionOf(language: string): Direction {
  const other = OTHER_RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
  return shown(language)?.direction ?? other;
}
