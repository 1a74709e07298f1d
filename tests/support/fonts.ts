/** The fonts that come with the tool, as `fonts/fonts.yaml` has them. */
import { readFonts } from '../../src/data/schema/fonts.ts';
import { Problems } from '../../src/diagnostic.ts';
import type { FontFamily } from '../../src/model.ts';
import { packageFile } from '../../src/package.ts';

function load(): readonly FontFamily[] {
  const problems = new Problems();
  const fonts = readFonts(packageFile('fonts'), problems);
  if (!fonts) throw new Error(problems.all.map(({ message }) => message).join('\n'));
  return fonts.families;
}

export const FAMILIES = load();

export function family(name: string): FontFamily {
  const found = FAMILIES.find((one) => one.name === name);
  if (!found) throw new Error(`there is no family ${name}`);
  return found;
}

/** The styles that a family has a file for, and the files. */
export function stylesOf({ regular, bold, italic, boldItalic }: FontFamily): [string, string][] {
  const files = { Regular: regular, Bold: bold, Italic: italic, BoldItalic: boldItalic };
  return Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** The file of a style; not every family has all of them. */
export function fontFile(name: string, style = 'Regular'): string {
  const found = stylesOf(family(name)).find(([one]) => one === style);
  if (!found) throw new Error(`${name} has no ${style}`);
  return found[1];
}
