/** Which of its font families a letter has to load. */
import type { FontFamily, Letter } from '../model.ts';

/** Ideographs, kana, hangul, and their full-width punctuation. */
const EAST_ASIAN =
  /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
/** Parts of a letter that are not drawn. */
const NOT_DRAWN = new Set(['fonts', 'settings', 'span', 'href', 'title', 'author', 'companion']);

/** A letter is asked when it is checked, and again when it is rendered. */
const known = new WeakMap<Letter, readonly FontFamily[]>();

/** The families in their order; the large East Asian ones only where the letter has a character for them. */
export function familiesOf(letter: Letter): readonly FontFamily[] {
  const found = known.get(letter) ?? neededBy(letter);
  known.set(letter, found);
  return found;
}

function neededBy(letter: Letter): readonly FontFamily[] {
  const { fonts } = letter;
  if (!fonts.some((family) => family.eastAsian) || hasEastAsian(letter)) return fonts;
  return fonts.filter((family) => !family.eastAsian);
}

function hasEastAsian(value: unknown): boolean {
  if (typeof value === 'string') return EAST_ASIAN.test(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasEastAsian);
  const parts = value as Record<string, unknown>;
  for (const key in parts) {
    if (!NOT_DRAWN.has(key) && hasEastAsian(parts[key])) return true;
  }
  return false;
}
