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
import { badFont, type StyledText, textsOf } from './coverage.ts';
import { firstInvisible } from './invisible.ts';

/** One `bad-font` error for each file of an edition's family whose glyphs cannot be drawn. */
export function checkOwnFonts(letters: readonly Letter[]): Diagnostic[] {
  const problems = new Map<string, Diagnostic>();
  for (const letter of letters.flatMap(withCompanion)) {
    const own = familiesOf(letter).filter((family) => !family.scripts);
    if (own.length === 0) continue;
    for (const text of textsOf(letter)) {
      for (const family of own) lookAt(family, text, problems);
    }
  }
  return [...problems.values()];
}

function withCompanion(letter: Letter): Letter[] {
  return letter.companion ? [letter, letter.companion.letter] : [letter];
}

function lookAt(
  family: FontFamily,
  { text, style }: StyledText,
  problems: Map<string, Diagnostic>,
): void {
  const path = styleFile(family, style);
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
