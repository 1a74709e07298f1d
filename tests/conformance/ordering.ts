/** Runs the code that orders our lines on a case of the conformance files. */
import { bidi } from '../../src/text/bidi.ts';
import { lineLevels, visualOrder } from '../../src/text/order.ts';
import { buildParagraph } from '../support/paragraph.ts';
import type { BidiCase } from './cases.ts';

export type Reorder = typeof visualOrder;

interface ResolvedLevels {
  readonly levels: Uint8Array;
  readonly paragraphLevel: number;
}

/** What went wrong, or undefined. */
export type Verdict = string | undefined;

/** The whole case on one line. */
export function checkWholeLine(sample: BidiCase, reorder: Reorder = visualOrder): Verdict {
  const resolved = resolve(sample);
  const { text } = sample;
  const levels = lineLevels(text, resolved.levels, 0, text.length, resolved.paragraphLevel);
  const wrong = sample.levels.findIndex((level, i) => level !== undefined && level !== levels[i]);
  if (wrong >= 0) return `${describe(sample)}: level ${levels[wrong]} at ${wrong}`;
  return compareOrder(sample, lineOrder(sample, levels, 0, reorder), sample.order);
}

/**
 * The case broken in two lines before `split`. The file's levels hold for the second line too: rule
 * L1 looks at what follows a character on its line, never at what precedes it.
 */
export function checkSecondLine(sample: BidiCase, split: number): Verdict {
  const resolved = resolve(sample);
  const { text } = sample;
  const levels = lineLevels(text, resolved.levels, split, text.length, resolved.paragraphLevel);
  const wrong = sample.levels.findIndex(
    (level, i) => i >= split && level !== undefined && level !== levels[i - split],
  );
  if (wrong >= 0) return `${describe(sample)} from ${split}: level ${levels[wrong - split]}`;
  const expected = orderByIntervals(sample.levels, split, text.length);
  return compareOrder(sample, lineOrder(sample, levels, split), expected);
}

/**
 * The first of two lines broken before `split`; the expected levels are the file's with rule L1
 * applied once more, as this file writes it below.
 */
export function checkFirstLine(sample: BidiCase, split: number): Verdict {
  const resolved = resolve(sample);
  const { text, levels: fileLevels } = sample;
  const levels = lineLevels(text, resolved.levels, 0, split, resolved.paragraphLevel);
  const kept = text.slice(0, split).replace(TRAILING, '').length;
  const expected = fileLevels
    .slice(0, split)
    .map((level, i) => (level === undefined || i < kept ? level : resolved.paragraphLevel));
  const wrong = expected.findIndex((level, i) => level !== undefined && level !== levels[i]);
  if (wrong >= 0) return `${describe(sample)} up to ${split}: level ${levels[wrong]} at ${wrong}`;
  const order = orderByIntervals(expected, 0, split);
  return compareOrder(sample, lineOrder(sample, levels, 0), order);
}

/**
 * What rule L1 resets at a line's end, as far as the files use it: white space and separators (a
 * no-break space is neither), isolate and embedding controls, invisible characters of class BN.
 */
const TRAILING = /[\t\n \u2003\u2028\u2029\u00AD\u200B\u202A-\u202E\u2066-\u2069]+$/;

/** Whether a paragraph of a letter gets the same levels; undefined where it gets controls of its own. */
export function checkParagraph(sample: BidiCase): boolean | undefined {
  if (sample.base === 'auto') return undefined;
  const { text, levels } = buildParagraph([{ type: 'text', text: sample.text }], sample.base, 'ar');
  if (text !== sample.text) return undefined;
  const expected = resolve(sample).levels;
  return levels.length === expected.length && levels.every((level, i) => level === expected[i]);
}

function resolve({ text, base }: BidiCase): ResolvedLevels {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, base);
  return { levels, paragraphLevel: paragraphs[0]?.level ?? 0 };
}

/** Removed characters take part in the ordering, as ours do, and are left out afterwards. */
function lineOrder(
  sample: BidiCase,
  levels: Uint8Array,
  start: number,
  reorder: Reorder = visualOrder,
): number[] {
  const items = [...levels].map((level, i) => ({ level, index: start + i }));
  return reorder(items)
    .map((item) => item.index)
    .filter((index) => sample.levels[index] !== undefined);
}

function compareOrder(
  sample: BidiCase,
  actual: readonly number[],
  expected: readonly number[],
): Verdict {
  const same = actual.length === expected.length && actual.every((n, i) => n === expected[i]);
  return same ? undefined : `${describe(sample)}: ${actual.join(' ')}, not ${expected.join(' ')}`;
}

/**
 * Rule L2 once more, from the inside out instead of level by level: what stands at `level` or above
 * is laid out by itself, and the parts are put down from right to left where `level` is odd.
 */
export function orderByIntervals(
  levels: readonly (number | undefined)[],
  start: number,
  end: number,
  level = 0,
): number[] {
  const parts: number[][] = [];
  for (let i = start; i < end; i += 1) {
    const own = levels[i];
    if (own === undefined) continue;
    if (own === level) {
      parts.push([i]);
      continue;
    }
    let to = i + 1;
    while (to < end && (levels[to] ?? own) > level) to += 1;
    parts.push(orderByIntervals(levels, i, to, level + 1));
    i = to - 1;
  }
  return (level % 2 === 1 ? parts.reverse() : parts).flat();
}

function describe({ place, text, base }: BidiCase): string {
  const codes = [...text].map((char) => char.codePointAt(0)?.toString(16).padStart(4, '0'));
  return `${place} ${base} ${codes.join(' ')}`;
}
