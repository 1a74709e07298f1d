/** Scripts that no font of a letter may have, with a free family for each. */

/** How a group of characters is called in a message, and which family has it. */
export interface ScriptFont {
  /** Such as `the Thai script`. */
  readonly name: string;
  readonly family?: string;
}

/** Families of Noto by the names of scripts in Unicode (UAX #24). */
const SERIF = [
  'Armenian',
  'Bengali',
  'Devanagari',
  'Ethiopic',
  'Georgian',
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
  'Thai',
  'Tibetan',
].map((script) => [script, `Noto Serif ${script}`] as const);
const SANS = [
  'Adlam',
  'Canadian_Aboriginal',
  'Cherokee',
  'Coptic',
  'Javanese',
  'Mongolian',
  'Osmanya',
  'Syriac',
  'Thaana',
  'Tifinagh',
  'Vai',
  'Yi',
].map((script) => [script, `Noto Sans ${script.replace('_', ' ')}`] as const);
const OTHERS = [
  ['Arabic', 'Noto Naskh Arabic'],
  ['Cyrillic', 'Noto Serif'],
  ['Greek', 'Noto Serif'],
  ['Han', 'Noto Serif SC'],
  ['Hangul', 'Noto Serif KR'],
  ['Hiragana', 'Noto Serif JP'],
  ['Katakana', 'Noto Serif JP'],
  ['Latin', 'Noto Serif'],
  ['Nko', 'Noto Sans NKo'],
] as const;

const SCRIPTS = [...SERIF, ...SANS, ...OTHERS].map(([script, family]) => {
  const name = `the ${script.replace('_', ' ')} script`;
  return { pattern: new RegExp(`\\p{Script=${script}}`, 'u'), font: { name, family } };
});
const EMOJI: ScriptFont = { name: 'emoji', family: 'Noto Emoji' };
const MATHEMATICS: ScriptFont = { name: 'mathematics', family: 'Noto Sans Math' };
const SYMBOLS: ScriptFont = { name: 'symbols', family: 'Noto Sans Symbols 2' };
const OTHER: ScriptFont = { name: 'other scripts' };

/** The group that a character is told with. */
export function scriptFontOf(character: string): ScriptFont {
  if (/[\u{1d400}-\u{1d7ff}\u{1ee00}-\u{1eeff}]/u.test(character)) return MATHEMATICS;
  const script = SCRIPTS.find(({ pattern }) => pattern.test(character));
  if (script) return script.font;
  if (/\p{Extended_Pictographic}/u.test(character)) return EMOJI;
  if (/\p{Sm}/u.test(character)) return MATHEMATICS;
  return /\p{S}/u.test(character) ? SYMBOLS : OTHER;
}
