/**
 * The fonts of an edition, looked at closer: those that come with the tool are sound. It is loaded only for an edition
 * that has its own.
 */
import type { Diagnostic } from '../../diagnostic.ts';
import { BoundedCache } from '../../font/cache.ts';
import { FontError } from '../../font/error.ts';
import { type Face, loadFace } from '../../font/face.ts';
import { styleFile } from '../../font/faces.ts';
import { familiesOf } from '../../font/families.ts';
import { assertSound } from '../../font/sound.ts';
import type { FontFamily, Letter } from '../../model.ts';
import { lettersIn } from '../../walk-letter.ts';
import { outlineOf } from '../embed/outline.ts';
import { badFont } from './coverage.ts';
import { printedTexts } from './printed-texts.ts';

/** One `bad-font` error for each file of an edition's family whose glyphs cannot be drawn. */
export function checkOwnFonts(letters: readonly Letter[]): Diagnostic[] {
  const problems = new Map<string, Diagnostic>();
  const seen = new Set<string>();
  for (const letter of letters.filter(hasOwnFonts)) {
    for (const printed of printedTexts(letter)) {
      const own = ownFamilies(printed.letter);
      for (const { text, style } of printed.texts) {
        for (const family of own) {
          const path = styleFile(family, style);
          // Letters share most of their texts.
          const key = `${path}\n${text}`;
          if (!seen.has(key)) lookAt(path, family, text, problems);
          seen.add(key);
        }
      }
    }
  }
  return [...problems.values()];
}

function hasOwnFonts(letter: Letter): boolean {
  return lettersIn(letter).some((one) => ownFamilies(one).length > 0);
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

/** Letters, numbers, punctuation and signs leave a trace. */
const INKED = /^[\p{L}\p{N}\p{P}\p{S}]$/u;
/** Of these, fillers do not, nor does the empty cell of Braille. */
const BLANK = /^[\p{Default_Ignorable_Code_Point}\u2800]$/u;

/** Characters of some scripts. */
const CHARACTERS_KEPT = 5_000;
const drawnCharacters = new WeakMap<Face, BoundedCache<boolean>>();

/** The first character of a text that a face has, but does not draw. */
function firstInvisible(face: Face, text: string): string | undefined {
  return [...new Set(text)].find(
    (character) => face.has(character.codePointAt(0) ?? 0) && !isDrawn(face, character),
  );
}

function isDrawn(face: Face, character: string): boolean {
  if (!INKED.test(character) || BLANK.test(character)) return true;
  const cache = drawnCharacters.get(face) ?? new BoundedCache<boolean>(CHARACTERS_KEPT);
  drawnCharacters.set(face, cache);
  const known = cache.get(character);
  if (known !== undefined) return known;
  const { glyphs } = face.shape(character, 'ltr');
  const drawn = glyphs.some(({ gid }) => outlineOf(face, gid).length > 0);
  cache.set(character, drawn);
  return drawn;
}
