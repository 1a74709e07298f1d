/** Texts of the interface: the language chosen, and the text of a key in it. */
import { signal } from '@preact/signals';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** A text by CLDR plural category; `other` serves those that are missing. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };
export type MessageKey = keyof typeof en;
export type Messages = {
  readonly [Key in MessageKey]: (typeof en)[Key] extends string ? string : Plural;
};

export const INTERFACE_LANGUAGES = ['en', 'fr', 'ar'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

const CATALOGUES: Readonly<Record<InterfaceLanguage, Messages>> = { en, fr, ar };

/** The language of the interface, not of the letter. */
export const interfaceLanguage = signal<InterfaceLanguage>('en');

/** Whether a BCP 47 tag or its first part is a language of the interface. */
export function asInterfaceLanguage(tag: string | null | undefined): InterfaceLanguage | undefined {
  const primary = tag?.split('-')[0];
  return INTERFACE_LANGUAGES.find((language) => language === primary);
}

/** The text of `key` with its `{name}` filled in; `n` chooses the plural form. */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const language = interfaceLanguage.value;
  const message = CATALOGUES[language][key];
  const text = typeof message === 'string' ? message : plural(message, language, Number(values.n));
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => printed(values[name] ?? whole));
}

function plural(message: Plural, language: InterfaceLanguage, n: number): string {
  return message[new Intl.PluralRules(language).select(n)] ?? message.other;
}

/** European digits in Arabic too, as in the letters of ITU. */
function printed(value: string | number): string {
  if (typeof value === 'string') return value;
  return value.toLocaleString(`${interfaceLanguage.value}-u-nu-latn`);
}

/** The text of `<prefix>.<name>`, or the name itself where it has no text: an edition may bring its own. */
export function named(prefix: 'category' | 'kind' | 'layout', name: string): string {
  const key = `${prefix}.${name}`;
  return key in en ? t(key as MessageKey) : name;
}
