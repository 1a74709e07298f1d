/**
 * The fonts of an edition, looked at closer: those that come with the tool are sound. It is loaded only for an edition
 * that has its own.
 */
import type { Diagnostic } from '../../diagnostic.ts';
import { FontError } from '../../font/error.ts';
import { type Face, loadFace } from '../../font/face.ts';
import { styleFile } from '../../font/faces.ts';
import { familiesOf } from '../../font/families.ts';
import { assertSound } from '../../font/sound.ts';
import type { FontFamily, Letter } from '../../model.ts';
import { badFont } from './coverage.ts';
import { firstInvisible } from './invisible.ts';
import { printedTexts } from './printed-texts.ts';

/** One `bad-font` error for each file of an edition's family whose glyphs cannot be drawn. */
export function checkOwnFonts(letters: readonly Letter[]): Diagnostic[] {
  const problems = new Map<string, Diagnostic>();
  for (const letter of letters.filter(hasOwnFonts)) {
    for (const printed of printedTexts(letter)) {
      const own = ownFamilies(printed.letter);
      for (const { text, style } of printed.texts) {
        for (const family of own) lookAt(styleFile(family, style), family, text, problems);
      }
    }
  }
  return [...problems.values()];
}

function hasOwnFonts(letter: Letter): boolean {
  const { companion } = letter;
  return (
    ownFamilies(letter).length > 0 || (companion !== undefined && hasOwnFonts(companion.letter))
  );
}

function ownFamilies(letter: Letter): FontFamily[] {
  return familiesOf(letter).filter((family) => !family.scripts);
}

function lookAt(
  path: string,
  family: FontFamily,
  text: string,
  problems: Map<string, Diagnostic>,
): void {
  if (problems.has(path)) return;
  try {
    const face = soundFace(path, family);
    const character = firstInvisible(face, text);
    if (character === undefined) return;
    throw new FontError('damaged', path, `it draws nothing for “${character}”`);
  } catch (error) {
    if (!(error instanceof FontError)) throw error;
    problems.set(path, badFont(family, error));
  }
}

const sound = new WeakSet<Face>();

function soundFace(path: string, family: FontFamily): Face {
  const face = loadFace(path, family.name);
  if (!sound.has(face)) assertSound(face.tables, path);
  sound.add(face);
  return face;
}
