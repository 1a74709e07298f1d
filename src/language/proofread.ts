/** What texts are looked through for, by language; apart from the packs, for only those who look through texts need it. */
import type { ByLanguage, Language } from '../model.ts';
import { proofreading as arabic } from './ar/proofreading.ts';
import { proofreading as english } from './en/proofreading.ts';
import { proofreading as spanish } from './es/proofreading.ts';
import { proofreading as french } from './fr/proofreading.ts';
import type { Proofreading } from './proofreading.ts';
import { proofreading as russian } from './ru/proofreading.ts';
import { proofreading as chinese } from './zh/proofreading.ts';

const PROOFREADING: ByLanguage<Proofreading> = {
  ar: arabic,
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
};

/** What a text in the language is looked through for. */
export function proofreadingOf(language: Language): Proofreading {
  return PROOFREADING[language];
}
