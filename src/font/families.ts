/** Which of its font families a letter has to load. */
import type { FontFamily, Letter } from '../model.ts';

/** Scripts that share the punctuation of full width. */
const EAST_ASIAN = new Set(['Hani', 'Bopo', 'Hira', 'Kana', 'Hang']);
/** Much of it is of no script (UAX #24): CJK symbols, vertical and small forms, full-width forms. */
const FULL_WIDTH = '\\u3000-\\u33FF\\uFE30-\\uFE6F\\uFF00-\\uFFEF';
/** Parts of a letter that are not drawn. */
const NOT_DRAWN = new Set(['fonts', 'settings', 'span', 'href', 'title', 'author', 'companion']);

/** A letter is asked when it is checked, and again when it is rendered. */
const known = new WeakMap<Letter, readonly FontFamily[]>();

/** The families in their order; the large ones only where the letter has a character for them. */
export function familiesOf(letter: Letter): readonly FontFamily[] {
  const found = known.get(letter) ?? neededBy(letter);
  known.set(letter, found);
  return found;
}

function neededBy(letter: Letter): readonly FontFamily[] {
  return letter.fonts.filter(
    ({ large, scripts = [] }) => !large || holds(letter, charactersOf(scripts)),
  );
}

const patterns = new Map<string, RegExp>();

/** A character of one of the scripts. */
function charactersOf(scripts: readonly string[]): RegExp {
  const key = scripts.join();
  const pattern = patterns.get(key) ?? compile(scripts);
  patterns.set(key, pattern);
  return pattern;
}

function compile(scripts: readonly string[]): RegExp {
  const classes = scripts.map((script) => `\\p{sc=${script}}`);
  const wide = scripts.some((script) => EAST_ASIAN.has(script)) ? FULL_WIDTH : '';
  return new RegExp(`[${classes.join('')}${wide}]`, 'u');
}

function holds(value: unknown, character: RegExp): boolean {
  if (typeof value === 'string') return character.test(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => holds(item, character));
  const parts = value as Record<string, unknown>;
  for (const key in parts) {
    if (!NOT_DRAWN.has(key) && holds(parts[key], character)) return true;
  }
  return false;
}
