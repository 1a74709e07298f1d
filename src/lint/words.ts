/** Words and signs of a passage that look like slips of the pen. */
import type { Diagnostic } from '../diagnostic.ts';
import { findAddresses } from '../language/addresses.ts';
import { languagePack } from '../language/languages.ts';
import { proofreadingOf } from '../language/proofread.ts';
import { type Passage, warnAt } from './passages.ts';

/** All that can be found by looking at one passage alone. */
export function lintWords(passage: Passage): Diagnostic[] {
  return [doubledWords, latinPunctuation, unbalanced, hyphenInRange, slips].flatMap((rule) =>
    rule(passage),
  );
}

const TWICE = /(?<![\p{L}\p{M}\p{N}-])([\p{L}\p{M}]+)[ \u00a0\n]+\1(?![\p{L}\p{M}\p{N}-])/giu;

function doubledWords(passage: Passage): Diagnostic[] {
  const { doubled = TWICE, mayRepeat } = proofreadingOf(passage.language);
  return [...passage.text.matchAll(doubled)]
    .filter(([, word = '']) => !mayRepeat?.includes(word.toLowerCase()))
    .map(({ 0: whole, 1: word, index }) =>
      warnAt(
        passage,
        { index, length: whole.length },
        { code: 'doubled-word', message: `“${word}” stands twice` },
      ),
    );
}

function latinPunctuation(passage: Passage): Diagnostic[] {
  const { ownSigns } = proofreadingOf(passage.language);
  if (!ownSigns) return [];
  const { name } = languagePack(passage.language);
  const { pattern, own } = ownSigns;
  return [...passage.text.matchAll(pattern)].map(({ 0: sign, index }) => {
    const message = `“${sign}” is a Latin sign in ${name} text`;
    const hint = `write ${own[sign]}`;
    return warnAt(passage, { index, length: 1 }, { code: 'latin-punctuation', message, hint });
  });
}

function slips(passage: Passage): Diagnostic[] {
  const known = proofreadingOf(passage.language).slips ?? [];
  return known.flatMap(({ pattern, message, hint }) =>
    [...passage.text.matchAll(pattern)].map(({ 0: found, index }) =>
      warnAt(
        passage,
        { index, length: found.length },
        { code: 'grammar-slip', message: message(found), hint },
      ),
    ),
  );
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
  const { text, language, part } = passage;
  // "7-9 Bishop Road" is how a house is numbered.
  if (part === 'address' || !proofreadingOf(language).dashInRanges) return [];
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
