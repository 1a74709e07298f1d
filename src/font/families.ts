/** Which of its font families a letter has to load. */
import type { FontFamily, Letter } from '../model.ts';
import { visitTexts } from '../walk-letter.ts';

/** Scripts that share the punctuation of full width. */
const EAST_ASIAN = new Set(['Hani', 'Bopo', 'Hira', 'Kana', 'Hang']);
/** Much of it is of no script (UAX #24): CJK symbols, vertical and small forms, full-width forms. */
const FULL_WIDTH = '\\u3000-\\u33FF\\uFE30-\\uFE6F\\uFF00-\\uFFEF';

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

/** Whether a text of the letter, but for its companion, has such a character. */
function holds(letter: Letter, character: RegExp): boolean {
  let found = character.test(letter.footer.page);
  visitTexts(letter, ({ text }) => {
    found ||= character.test(text);
  });
  return found;
}
