/** Which fonts a letter is set in. */
import type { Edition, FontFamily, Language } from '../model.ts';
import { dependencyFile, packageFile } from '../package.ts';

const STYLES = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const;

/** A family that comes with the tool: `fonts/amiri/Amiri-Regular.ttf` and so on. */
function builtIn(name: string): FontFamily {
  const [regular, bold, italic, boldItalic] = STYLES.map((style) =>
    packageFile('fonts', name.toLowerCase(), `${name}-${style}.ttf`),
  ) as [string, string, string, string];
  return { name, regular, bold, italic, boldItalic };
}

let noto: FontFamily | undefined;

/** Found where npm has installed it: with 15 MB for each weight it stays a package of its own. */
function notoSerif(): FontFamily {
  noto ??= resolveNoto();
  return noto;
}

function resolveNoto(): FontFamily {
  const file = (weight: string) => dependencyFile(`@expo-google-fonts/noto-serif-sc/${weight}.ttf`);
  return {
    name: 'Noto Serif SC',
    eastAsian: true,
    regular: file('400Regular/NotoSerifSC_400Regular'),
    bold: file('700Bold/NotoSerifSC_700Bold'),
  };
}

const WESTERN = ['Tinos', 'Amiri', 'Noto Serif SC'];

/** Chinese letters take their Latin words and digits from Tinos, so it stands first there too. */
const DEFAULTS: Readonly<Record<Language, readonly string[]>> = {
  ar: ['Amiri', 'Tinos', 'Noto Serif SC'],
  en: WESTERN,
  fr: WESTERN,
  es: WESTERN,
  ru: WESTERN,
  zh: ['Tinos', 'Noto Serif SC', 'Amiri'],
};

/** The fallback chain of a language; an edition's family hides a built-in one of the same name. */
export function fontChain(edition: Edition, language: Language): FontFamily[] {
  const families = [...edition.families, builtIn('Amiri'), builtIn('Tinos'), notoSerif()];
  const names = edition.settings.fonts[language] ?? DEFAULTS[language];
  return names.flatMap((name) => families.find((family) => family.name === name) ?? []);
}
