/** Characters that a font claims to have, and of which it draws nothing: a letter without them would be unreadable. */
import { BoundedCache } from '../../font/cache.ts';
import type { Face } from '../../font/face.ts';
import { outlineOf } from '../embed/outline.ts';

/** Letters, numbers, punctuation and signs leave a trace. */
const INKED = /^[\p{L}\p{N}\p{P}\p{S}]$/u;
/** Of these, fillers do not, nor does the empty cell of Braille. */
const BLANK = /^[\p{Default_Ignorable_Code_Point}\u2800]$/u;

/** Characters of some scripts. */
const KNOWN = 5_000;
const caches = new WeakMap<Face, BoundedCache<boolean>>();

/** The first character of a text that a face has, but does not draw. */
export function firstInvisible(face: Face, text: string): string | undefined {
  return [...new Set(text)].find(
    (character) => face.has(character.codePointAt(0) ?? 0) && !isDrawn(face, character),
  );
}

function isDrawn(face: Face, character: string): boolean {
  if (!INKED.test(character) || BLANK.test(character)) return true;
  const cache = caches.get(face) ?? new BoundedCache<boolean>(KNOWN);
  caches.set(face, cache);
  const known = cache.get(character);
  if (known !== undefined) return known;
  const { glyphs } = face.shape(character, 'ltr');
  const drawn = glyphs.some(({ gid }) => outlineOf(face, gid).length > 0);
  cache.set(character, drawn);
  return drawn;
}
