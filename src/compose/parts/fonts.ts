/** Which fonts a letter is set in. */
import type { Edition, FontFamily, Language } from '../../model.ts';

/** The fallback chain of a language; an edition's family hides one of the tool's that has the same name. */
export function fontChain({ families, settings }: Edition, language: Language): FontFamily[] {
  const names = settings.fonts[language] ?? [];
  return names.flatMap((name) => families.find((family) => family.name === name) ?? []);
}
