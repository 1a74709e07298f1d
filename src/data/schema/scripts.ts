/** Whether the letters of a word belong together (UTS #39, 5.2: highly restrictive). */

/** Scripts in everyday use (UAX #31, table 5); others serve mostly to imitate these. */
const SCRIPTS = [
  'Latin',
  'Arabic',
  'Armenian',
  'Bengali',
  'Cyrillic',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Gujarati',
  'Gurmukhi',
  'Hebrew',
  'Kannada',
  'Khmer',
  'Lao',
  'Malayalam',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
];
/** Chinese, Japanese and Korean mix their scripts with each other and with Latin. */
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

const PATTERNS = [...SCRIPTS.map((script) => [script]), ...TOGETHER].map((scripts) => {
  const classes = [...scripts, 'Common', 'Inherited'].map((script) => `\\p{scx=${script}}`);
  return new RegExp(`^[${classes.join('')}]*$`, 'u');
});

/** False for a word that mixes scripts, as one does that imitates another: `pаypal` with a Cyrillic а. */
export function isOneScript(word: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(word));
}
