/** Proper names in Russian sentences. */
import type { Inflected, Inflection, NameParts } from '../names.ts';

/** МСЭ, ЮНЕСКО: abbreviations in capitals do not decline. */
const INDECLINABLE = /^[\p{Lu}\p{Nd}\p{P} ]+$/u;

/** Cases are stored, for no rule gives them; abbreviations do without. */
function inflect({ name }: NameParts, wanted: Inflected): string | undefined {
  if (wanted === 'the') return name;
  if (!INDECLINABLE.test(name)) return undefined;
  return wanted === 'in' ? `в ${name}` : name;
}

/** Russian. */
export const inflection: Inflection = { inflect };
