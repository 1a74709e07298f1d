/** Words and signs of a passage that look like slips of the pen. */
import type { Diagnostic } from '../diagnostic.ts';
import { findAddresses } from '../language/addresses.ts';
import type { Language } from '../model.ts';
import { type Passage, warnAt } from './passages.ts';

/** All that can be found by looking at one passage alone. */
export function lintWords(passage: Passage): Diagnostic[] {
  return [doubledWords, latinPunctuation, unbalanced, hyphenInRange].flatMap((rule) =>
    rule(passage),
  );
}

/** Pronouns that stand twice by grammar: « nous nous réjouissons ». */
const MAY_REPEAT: Readonly<Partial<Record<Language, readonly string[]>>> = {
  fr: ['nous', 'vous'],
};
const TWICE = /(?<![\p{L}\p{M}\p{N}-])([\p{L}\p{M}]+)[ \u00a0\n]+\1(?![\p{L}\p{M}\p{N}-])/giu;
/** Chinese writes no blanks; of these particles none stands twice. */
const TWICE_CHINESE = /([的了在是和与及])\1/gu;

function doubledWords(passage: Passage): Diagnostic[] {
  const { text, language } = passage;
  const found = [...text.matchAll(language === 'zh' ? TWICE_CHINESE : TWICE)];
  return found
    .filter(([, word = '']) => !MAY_REPEAT[language]?.includes(word.toLowerCase()))
    .map(({ 0: whole, 1: word, index }) =>
      warnAt(
        passage,
        { index, length: whole.length },
        { code: 'doubled-word', message: `“${word}” stands twice` },
      ),
    );
}

const ARABIC_SIGNS: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };
/** After an Arabic letter, or before a blank and an Arabic letter; `14,000` is neither. */
const LATIN_SIGN =
  /(?<=[\p{Script=Arabic}\p{M}][\u00a0 ]?)[,;?]|[,;?](?=[\u00a0 \n]+\p{Script=Arabic})/gu;

function latinPunctuation(passage: Passage): Diagnostic[] {
  if (passage.language !== 'ar') return [];
  return [...passage.text.matchAll(LATIN_SIGN)].map(({ 0: sign, index }) => {
    const message = `“${sign}” is a Latin sign in Arabic text`;
    const hint = `write ${ARABIC_SIGNS[sign]}`;
    return warnAt(passage, { index, length: 1 }, { code: 'latin-punctuation', message, hint });
  });
}

const PAIRS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '«': '»',
  '“': '”',
  '（': '）',
  '《': '》',
  '「': '」',
};
const CLOSING = new Set(Object.values(PAIRS));
/** What stands before the bracket of a list's mark within a sentence: `a)`, `2)`. */
const LIST_MARK = /(?:^|\s)(?:\d{1,2}|\p{L})$/u;

function unbalanced(passage: Passage): Diagnostic[] {
  // Offsets must stay, so what does not count is replaced and not taken out. Russian quotes within quotes: „…“.
  const text = passage.text.replace(/„[^“”]*[“”]/gu, (quote) => ' '.repeat(quote.length));
  const open: { readonly sign: string; readonly index: number }[] = [];
  const lonely: { readonly sign: string; readonly index: number }[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()[\]{}«»“”（）《》「」]/gu)) {
    const last = open.at(-1);
    if (!CLOSING.has(sign)) open.push({ sign, index });
    else if (last && PAIRS[last.sign] === sign) open.pop();
    else if (!LIST_MARK.test(text.slice(0, index))) lonely.push({ sign, index });
  }
  const straight = oddQuote(text);
  return [...lonely, ...open, ...straight]
    .sort((a, b) => a.index - b.index)
    .map(({ sign, index }) => {
      const message = `“${sign}” has no counterpart in its paragraph`;
      return warnAt(passage, { index, length: 1 }, { code: 'unbalanced', message });
    });
}

/** The last of an odd number of straight quotation marks. */
function oddQuote(text: string): { readonly sign: string; readonly index: number }[] {
  const quotes = [...text.matchAll(/"/g)];
  const last = quotes.at(-1);
  return last && quotes.length % 2 === 1 ? [{ sign: '"', index: last.index }] : [];
}

/** Two numbers, neither part of a longer code, a date in figures or a telephone number. */
const RANGE =
  /(?<![\p{L}\p{N}/+.-]|[\p{N}][ \u00a0\u202f])(\d{1,4})-(\d{1,4})(?![\p{L}\p{N}/-]|[.,]\d)/gu;

function hyphenInRange(passage: Passage): Diagnostic[] {
  const { text, language } = passage;
  if (language !== 'en' && language !== 'ru') return [];
  const addresses = findAddresses(text);
  return [...text.matchAll(RANGE)]
    .filter(({ 1: from, 2: to }) => Number(from) < Number(to))
    .filter(({ index }) => !addresses.some(({ start, end }) => index >= start && index < end))
    .map(({ 0: range, index }) => {
      const message = `the range ${range} is written with a hyphen`;
      const hint = `write ${range.replace('-', '–')}, or print it with {{range …}}`;
      return warnAt(
        passage,
        { index, length: range.length },
        { code: 'hyphen-in-range', message, hint },
      );
    });
}
