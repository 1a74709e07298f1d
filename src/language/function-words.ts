/** Short words that look to the next one: no line of a title ends in them. */
import type { Language } from '../model.ts';

const WORDS: Readonly<Record<Language, string>> = {
  ar: 'في من إلى على عن بين مع أن لدى عند منذ حتى خلال بشأن حول',
  en: 'a an the of to for in on at by with from and or as its',
  fr: 'le la les un une de du des à au aux en et ou par pour sur avec dans sous',
  es: 'el la los las un una de del a al en y e o u por para con sobre',
  ru: 'в во на к ко с со о об обо от до по для из за при над и а или не под про',
  zh: '',
};

const patterns = new Map<string, RegExp | undefined>();

/** Finds such a word, and the space after it, at the end of a text. */
export function functionWords(language: string): RegExp | undefined {
  if (!patterns.has(language)) {
    const words = WORDS[language as Language];
    const any = words.replaceAll(' ', '|');
    const pattern = words
      ? new RegExp(`(?<![\\p{L}\\p{M}])(?:${any})[ \\u00A0]$`, 'iu')
      : undefined;
    patterns.set(language, pattern);
  }
  return patterns.get(language);
}
