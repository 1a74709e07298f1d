/** Characters that a font claims to have, and of which it draws nothing: a letter without them would be unreadable. */
import { BoundedCache } from './font/cache.ts';
import type { Face } from './font/face.ts';
import { outlineOf } from './font/outline.ts';

/** Letters, numbers, punctuation and signs leave a trace. */
const INKED = /^[\p{L}\p{N}\p{P}\p{S}]$/u;
/** Of these, fillers do not, nor does the empty cell of Braille. */
const BLANK = /^[\p{Default_Ignorable_Code_Point}\u2800]$/u;

/** Characters of some scripts. */
const KNOWN = 5_000;
const caches = new WeakMap<Face, BoundedCache<boolean>>();

/** The first character of a text that the first face to have it does not draw, and that face. */
export function firstInvisible(
  chain: readonly Face[],
  text: string,
): { readonly character: string; readonly face: Face } | undefined {
  for (const character of new Set(text)) {
    const face = chain.find((one) => one.has(character.codePointAt(0) ?? 0));
    if (face && !isDrawn(face, character)) return { character, face };
  }
  return undefined;
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
