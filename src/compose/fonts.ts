/** Which fonts a letter is set in. */
import type { Edition, FontFamily, Language } from '../model.ts';
import { packageFile } from '../package.ts';

const STYLES = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const;

/** A family that comes with the tool: `fonts/amiri/Amiri-Regular.ttf` and so on. */
function builtIn(name: string): FontFamily {
  const [regular, bold, italic, boldItalic] = STYLES.map((style) =>
    packageFile('fonts', name.toLowerCase(), `${name}-${style}.ttf`),
  ) as [string, string, string, string];
  return { name, regular, bold, italic, boldItalic };
}

const DEFAULTS: Readonly<Record<Language, readonly string[]>> = {
  ar: ['Amiri', 'Tinos'],
  en: ['Tinos', 'Amiri'],
  fr: ['Tinos', 'Amiri'],
  es: ['Tinos', 'Amiri'],
};

/** The fallback chain of a language; an edition's family hides a built-in one of the same name. */
export function fontChain(edition: Edition, language: Language): FontFamily[] {
  const families = [...edition.families, builtIn('Amiri'), builtIn('Tinos')];
  const names = edition.settings.fonts[language] ?? DEFAULTS[language];
  return names.flatMap((name) => families.find((family) => family.name === name) ?? []);
}
