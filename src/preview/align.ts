/** Lines up the paragraphs of two languages. */
import { languagePack } from '../language/languages.ts';
import type { Part, Passage } from '../lint/passages.ts';
import type { Fact } from './facts.ts';

/** A passage with its facts. */
export interface Side {
  readonly passage: Passage;
  readonly facts: readonly Fact[];
}

export type SidePair = readonly [Side | undefined, Side | undefined];

const PARTS: readonly Part[] = [
  'head',
  'address',
  'subject',
  'salutation',
  'body',
  'closing',
  'signatories',
  'foot',
];

/** Part by part, in reading order: one by one where both have as many, else by what they share. */
export function align(a: readonly Side[], b: readonly Side[]): SidePair[] {
  return PARTS.flatMap((part) => {
    const left = a.filter(({ passage }) => passage.part === part);
    const right = b.filter(({ passage }) => passage.part === part);
    if (left.length === right.length)
      return left.map((side, index): SidePair => [side, right[index]]);
    return bestAlignment(left, right);
  });
}

/** What a passage costs that stands alone. */
const ALONE = -0.4;

/** The best way to pair what is left, as a list of pairs. */
interface Alignment {
  readonly score: number;
  readonly pair?: SidePair;
  readonly next?: Alignment;
}

/** The alignment of highest score that keeps both orders (Needleman and Wunsch, 1970). */
function bestAlignment(a: readonly Side[], b: readonly Side[]): SidePair[] {
  const known = new Map<number, Alignment>();
  const best = (i: number, j: number): Alignment => {
    const key = i * (b.length + 1) + j;
    const found = known.get(key) ?? choose(i, j);
    known.set(key, found);
    return found;
  };
  const choose = (i: number, j: number): Alignment => {
    const [left, right] = [a[i], b[j]];
    const choices: Alignment[] = [];
    if (left && right)
      choices.push(before(best(i + 1, j + 1), [left, right], likeness(left, right)));
    if (left) choices.push(before(best(i + 1, j), [left, undefined], ALONE));
    if (right) choices.push(before(best(i, j + 1), [undefined, right], ALONE));
    return choices.reduce((one, other) => (other.score > one.score ? other : one), END);
  };
  const pairs: SidePair[] = [];
  for (let at: Alignment | undefined = best(0, 0); at?.pair; at = at.next) pairs.push(at.pair);
  return pairs;
}

/** Nothing left; worse than any choice where there is one. */
const END: Alignment = { score: Number.NEGATIVE_INFINITY };

function before(next: Alignment, pair: SidePair, score: number): Alignment {
  return { score: score + (next.pair ? next.score : 0), pair, next };
}

/** From 0 to 2: by facts in common, and by length, of which Chinese needs a third. */
function likeness(a: Side, b: Side): number {
  const keys = new Set(b.facts.map(({ key }) => key));
  const common = a.facts.filter(({ key }) => keys.has(key)).length;
  const most = Math.max(a.facts.length, b.facts.length);
  const [short, long] = [lengthOf(a), lengthOf(b)].sort((one, other) => one - other);
  return (most === 0 ? 0.3 : common / most) + (short ?? 0) / Math.max(1, long ?? 1);
}

function lengthOf({ passage: { text, language } }: Side): number {
  return text.length * languagePack(language).typography.density;
}
