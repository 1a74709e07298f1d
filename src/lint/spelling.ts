/** One term, two spellings, in one letter. */
import type { Diagnostic } from '../diagnostic.ts';
import { findAddresses } from '../language/addresses.ts';
import { proofreadingOf } from '../language/proofread.ts';
import type { Language } from '../model.ts';
import { type Passage, warnAt } from './passages.ts';

interface Occurrence {
  readonly passage: Passage;
  readonly word: string;
  readonly index: number;
}

/** Shorter words are too often different words. */
const SHORTEST = 5;
const WORD = /[\p{L}\p{M}]+(?:['’\u2010-][\p{L}\p{M}]+)*/gu;

/**
 * Warns at the first occurrence of the spelling that is met second. What is capital does not count, and
 * proper names are as their owners write them: `isName` tells which pieces are.
 */
export function lintSpelling(
  passages: readonly Passage[],
  isName: (passage: Passage, index: number) => boolean,
): Diagnostic[] {
  const first = new Map<string, Occurrence>();
  const told = new Set<string>();
  const found: Diagnostic[] = [];
  for (const passage of passages) {
    for (const occurrence of wordsOf(passage)) {
      const { word, index } = occurrence;
      const key = `${passage.language} ${sameTerm(word, passage.language)}`;
      const known = first.get(key);
      if (!known) first.set(key, occurrence);
      else if (isOther(known.word, word) && !told.has(key)) {
        if (isName(passage, index) || isName(known.passage, known.index)) continue;
        told.add(key);
        found.push(twoSpellings(known.word, occurrence));
      }
    }
  }
  return found;
}

function wordsOf(passage: Passage): Occurrence[] {
  const addresses = findAddresses(passage.text);
  return [...passage.text.matchAll(WORD)]
    .filter(({ 0: word }) => word.length >= SHORTEST)
    .filter(({ index }) => !addresses.some(({ start, end }) => index >= start && index < end))
    .map(({ 0: word, index }) => ({ passage, word, index }));
}

function isOther(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() !== b.normalize('NFC').toLowerCase();
}

function twoSpellings(before: string, { passage, word, index }: Occurrence): Diagnostic {
  const message = `“${word}” is spelled “${before}” elsewhere in the letter`;
  return warnAt(passage, { index, length: word.length }, { code: 'two-spellings', message });
}

/** What two spellings of one term have in common. Accents make other words of some: « pêché », «está». */
function sameTerm(word: string, language: Language): string {
  const plain = word.toLowerCase().replace(/['’\u2010-]/gu, '');
  return proofreadingOf(language).sameTerm?.(plain) ?? plain;
}
