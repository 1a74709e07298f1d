/** Letters that Arabic writes to the next word: ل، ب، ك. */
import type { JoinedPrefixes } from '../typography.ts';

/** One of them at the end of a text, a word of its own but for و or ف before it. */
const PREFIX = /(?<![\p{L}\p{M}\p{N}\u0640])[وف]?([لبك])$/u;

/** ل swallows the alef of ال, and one of three lams; to another script, and to a number, a tatweel ties the letter. */
function meet(before: string, value: string): readonly [string, string] {
  const prefix = PREFIX.exec(before)?.[1];
  if (prefix === undefined) return [before, value];
  if (/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}]/u.test(value))
    return [`${before}\u0640 `, value];
  if (prefix !== 'ل' || !value.startsWith('ال')) return [before, value];
  return [before, value.slice(value.startsWith('الل') ? 2 : 1)];
}

/** How they join what a template prints after them. */
export const prefixes: JoinedPrefixes = {
  // ArabicShaping.txt, dual-joining.
  joining: /[بتثجحخسشصضطظعغفقكلمنهيئـ]$/u,
  words: /^[\p{Script=Arabic}\p{Mn}]+(?: [\p{Script=Arabic}\p{Mn}]+)*/u,
  meet,
};
