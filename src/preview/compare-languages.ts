/** Two languages of a letter side by side, and what one says and the other does not. */
import { type Passage, passagesOf } from '../lint/passages.ts';
import type { Letter, LetterSpec } from '../model.ts';
import { align, type Side, type SidePair } from './align.ts';
import type { LanguageComparison, ParityDifference, ParityKind } from './api.ts';
import { type Fact, factBase, factsOf } from './facts.ts';

export function compareLanguages(
  a: Letter,
  b: Letter,
  spec: LetterSpec,
  year: number,
): LanguageComparison {
  const base = factBase(spec, year);
  const sides = (letter: Letter) =>
    passagesOf(letter).map((passage): Side => ({ passage, facts: factsOf(passage, base) }));
  const pairs = align(sides(a), sides(b));
  return {
    a: a.language,
    b: b.language,
    pairs: pairs.map(([left, right]) => [textOf(left), textOf(right)]),
    differences: [...factDifferences(pairs, a, b), ...signatoryDifferences(pairs, a, b)],
  };
}

function textOf(side: Side | undefined): string | null {
  return side?.passage.text ?? null;
}

/**
 * What a paragraph says and its counterpart does not, unless the letters say it equally often: then it only
 * stands elsewhere.
 */
function factDifferences(pairs: readonly SidePair[], a: Letter, b: Letter): ParityDifference[] {
  const counts = [countFacts(pairs, 0), countFacts(pairs, 1)] as const;
  const isUneven = ({ key }: Fact) => counts[0].get(key) !== counts[1].get(key);
  return pairs.flatMap(([left, right], pair) => {
    const inA = missingIn(left, right).filter(isUneven);
    const inB = missingIn(right, left).filter(isUneven);
    return matched(inA, inB).map(([one, other]) => difference(one, other, pair, a, b));
  });
}

function countFacts(pairs: readonly SidePair[], side: 0 | 1): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) {
    for (const { key } of pair[side]?.facts ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Facts of one side that the other lacks, each once. */
function missingIn(side: Side | undefined, other: Side | undefined): Fact[] {
  const there = new Set(other?.facts.map(({ key }) => key));
  const facts = (side?.facts ?? []).filter(({ key }) => !there.has(key));
  return [...new Map(facts.map((fact) => [fact.key, fact])).values()];
}

/** Facts of one kind that stand against each other: 10 July here, 11 July there. */
function matched(a: readonly Fact[], b: readonly Fact[]): [Fact | undefined, Fact | undefined][] {
  const left = [...b];
  const pairs = a.map((fact): [Fact, Fact | undefined] => {
    const at = left.findIndex(({ kind }) => sameKind(kind, fact.kind));
    return [fact, at < 0 ? undefined : left.splice(at, 1)[0]];
  });
  return [...pairs, ...left.map((fact): [undefined, Fact] => [undefined, fact])];
}

function sameKind(a: ParityKind, b: ParityKind): boolean {
  const family = (kind: ParityKind) => (kind === 'deadline' ? 'date' : kind);
  return family(a) === family(b);
}

function difference(
  one: Fact | undefined,
  other: Fact | undefined,
  pair: number,
  a: Letter,
  b: Letter,
): ParityDifference {
  const isDeadline = one?.kind === 'deadline' || other?.kind === 'deadline';
  const kind = isDeadline ? 'deadline' : (one ?? other)?.kind;
  const says = (letter: Letter, fact: Fact | undefined) =>
    fact ? `${letter.language} says “${fact.text}”` : `${letter.language} does not say it`;
  return {
    kind: kind ?? 'number',
    a: one?.text ?? null,
    b: other?.text ?? null,
    pair,
    message: one ? `${says(a, one)}, ${says(b, other)}` : `${says(b, other)}, ${says(a, one)}`,
  };
}

/** Those who sign in one language and not in the other. */
function signatoryDifferences(
  pairs: readonly SidePair[],
  a: Letter,
  b: Letter,
): ParityDifference[] {
  const names = (letter: Letter) => signatoryNames(letter);
  const [left, right] = [names(a), names(b)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => index).flatMap(
    (index): ParityDifference[] => {
      const [one, other] = [left[index] ?? null, right[index] ?? null];
      if ((one === null) === (other === null)) return [];
      const pair = pairs.findIndex(([x, y]) => (x ?? y)?.passage.text === (one ?? other));
      const [has, lacks] = one === null ? [b, a] : [a, b];
      const message = `“${one ?? other}” signs in ${has.language}, not in ${lacks.language}`;
      return [{ kind: 'signatory', a: one, b: other, pair, message }];
    },
  );
}

function signatoryNames(letter: Letter): string[] {
  const named = letter.signatories.map(({ name }) => ({
    ...letter,
    signatories: [{ name, lines: [] }],
  }));
  const first = (one: Letter): Passage | undefined =>
    passagesOf(one).find(({ part }) => part === 'signatories');
  return named.flatMap((one) => first(one)?.text ?? []).filter((text) => text !== '');
}
