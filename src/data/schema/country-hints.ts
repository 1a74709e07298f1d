/** Which country a misspelt name means: said only where no other comes near. */
import { countryKey, knownKeys, type Spelling } from '../../language/country-search.ts';
import { editDistance } from '../suggest.ts';

/** What a name is close to: one country alone, or names of which the writer alone knows which is meant. */
export type Near = { readonly meant: Spelling } | 'unclear' | undefined;

/** Another country must be so many slips further away than the one that is proposed. */
const MARGIN = 2;
/** In a shorter word one slip makes another word: Iran and Iraq, Mali and Malta. */
const SHORTEST = 5;
/** From this length one slip leaves no doubt; in five letters Siria and Sipria, Syria and Cyprus, are as near. */
const CLEAR = 6;
/** From this length two slips are a misspelling too, though not a clear one: Griekenland is not Greenland. */
const LONG = 9;

/** A long list repeats its slips. */
const found = new Map<string, Near>();

/** The country that a name, which is none of the known ones, is a misspelling of. */
export function nearestCountry(name: string): Near {
  if (!found.has(name)) found.set(name, search(countryKey(name)));
  return found.get(name);
}

function search(key: string): Near {
  const candidates = nearby(key);
  if (!candidates.some(({ slip }) => slip)) return undefined;
  const [first, second] = candidates;
  if (!first?.slip || !first.means || first.distance > 1) return 'unclear';
  const isAlone = (second?.distance ?? Infinity) >= first.distance + MARGIN;
  return isAlone && first.slip.length >= CLEAR ? { meant: first.means } : 'unclear';
}

interface Known {
  readonly known: string;
  readonly means: Spelling | undefined;
}

interface Candidate {
  readonly means: Spelling | undefined;
  readonly distance: number;
  /** The one word in which the names differ, if only by a slip, in the shorter of its two spellings. */
  readonly slip: string | undefined;
}

/** The nearest name of each country that is near enough to matter, the nearest first. */
function nearby(key: string): Candidate[] {
  const reach = allowed(key) + MARGIN;
  const own = lettersOf(key);
  const best = new Map<string, Candidate>();
  for (const { known, means, letters } of knownLetters()) {
    if (Math.abs(known.length - key.length) >= reach) continue;
    // A slip takes one letter away and brings another at most.
    if (count(letters ^ own) > 2 * (reach - 1)) continue;
    const pair = differingWords(key, known);
    const distance = pair ? editDistance(...pair) : editDistance(key, known);
    const whose = means?.code ?? known;
    if (distance >= (best.get(whose)?.distance ?? reach)) continue;
    best.set(whose, { means, distance, slip: pair && slippedWord(pair, distance) });
  }
  return [...best.values()].sort((a, b) => a.distance - b.distance);
}

let names: readonly (Known & { readonly letters: number })[] | undefined;

function knownLetters(): NonNullable<typeof names> {
  names ??= [...knownKeys()].map(([known, means]) => ({ known, means, letters: lettersOf(known) }));
  return names;
}

/** Which letters a word has, one bit for those that are alike by 31: enough to pass over most names in no time. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 31);
  return letters;
}

function count(bits: number): number {
  let ones = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) ones++;
  return ones;
}

function allowed(word: string): number {
  if (word.length < SHORTEST || /\p{Script=Han}/u.test(word)) return 0;
  return word.length < LONG ? 1 : 2;
}

/** The words that two names of as many words do not share, if that is one of each; their order says nothing. */
function differingWords(key: string, known: string): [word: string, other: string] | undefined {
  const [words, others] = [key.split(' '), known.split(' ')];
  if (words.length !== others.length) return undefined;
  const [word, ...more] = words.filter((one) => !others.includes(one));
  const other = others.find((one) => !words.includes(one));
  return word !== undefined && other !== undefined && more.length === 0 ? [word, other] : undefined;
}

/** The shorter of the two where they are one word by a slip. Hands seldom slip on the first letter. */
function slippedWord([word, other]: [string, string], distance: number): string | undefined {
  const shorter = word.length < other.length ? word : other;
  return word[0] === other[0] && distance <= allowed(shorter) ? shorter : undefined;
}
