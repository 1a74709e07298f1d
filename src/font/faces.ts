/** The faces that draw a style, from the files that a letter's families have. */
import type { FontFamily, Letter } from '../model.ts';
import { type Face, loadFace } from './face.ts';
import { familiesOf } from './families.ts';

/** Weight and slant. */
export interface FaceStyle {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** The faces of a style, first choice first; `language` (BCP 47) is that of the paragraph. */
export type FaceChain = (style: FaceStyle, language: string) => readonly Face[];

/** The file of a style; a style that the family lacks is drawn by a simpler one, its weight kept before its slant. */
export function styleFile(family: FontFamily, { bold, italic }: FaceStyle): string {
  const { regular } = family;
  if (bold && italic) return family.boldItalic ?? family.bold ?? family.italic ?? regular;
  if (bold) return family.bold ?? regular;
  return italic ? (family.italic ?? regular) : regular;
}

/**
 * The faces of a letter's families in each style, loaded when first asked for; those of its
 * companion for text in the companion's language.
 */
export function faceChain(letter: Letter): FaceChain {
  const chains = new Map<string, readonly Face[]>();
  const companion = letter.companion?.letter;
  const own = familiesOf(letter);
  const second = companion && familiesOf(companion);
  return (style, language) => {
    const fonts = companion?.language === language ? (second ?? own) : own;
    const key = `${language} ${style.bold} ${style.italic}`;
    const known = chains.get(key);
    if (known) return known;
    const chain = fonts.map((family) => loadFace(styleFile(family, style), family.name));
    chains.set(key, chain);
    return chain;
  };
}
