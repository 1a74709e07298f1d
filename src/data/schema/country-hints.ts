/** Which country a misspelt name means: said only where no other comes near. */
import { countryKey, knownKeys, type Spelling } from '../../language/country-search.ts';
import { editDistance } from '../suggest.ts';

/** What a name is close to: one country alone, or names of which the writer alone knows which is meant. */
export type Near = { readonly meant: Spelling } | 'unclear' | undefined;

/** Another country must be so many slips further away than the one that is proposed. */
const MARGIN = 2;
/** In a shorter word one slip makes another word: Iran and Iraq, Mali and Malta. */
const SHORTEST = 5;
/** From this length one slip leaves no doubt: Siria is five letters, Sipria another island. */
const CLEAR = 6;
/** From this length two slips are a slip still, if not one that tells Greenland from Griekenland. */
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
  if (!candidates.some(({ known }) => slippedWord(key, known))) return undefined;
  const [first, second] = candidates;
  if (!first?.means || first.distance > 1) return 'unclear';
  const shorter = slippedWord(key, first.known)?.length ?? 0;
  const isAlone = (second?.distance ?? Infinity) >= first.distance + MARGIN;
  return isAlone && shorter >= CLEAR ? { meant: first.means } : 'unclear';
}

interface Known {
  readonly known: string;
  readonly means: Spelling | undefined;
}

interface Candidate extends Known {
  readonly distance: number;
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
    const distance = editDistance(key, known);
    const whose = means?.code ?? known;
    if (distance < (best.get(whose)?.distance ?? reach))
      best.set(whose, { known, means, distance });
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

/**
 * The one word in which two names differ, by a slip, in the shorter of its spellings; undefined where they differ
 * otherwise. Hands seldom slip on the first letter.
 */
function slippedWord(key: string, known: string): string | undefined {
  const [words, others] = [key.split(' '), known.split(' ')];
  if (words.length !== others.length) return undefined;
  const [differing, ...more] = words.flatMap((word, at) => (word === others[at] ? [] : [at]));
  if (differing === undefined || more.length > 0) return undefined;
  const [word = '', other = ''] = [words[differing], others[differing]];
  const shorter = word.length < other.length ? word : other;
  const isSlip = word[0] === other[0] && editDistance(word, other) <= allowed(shorter);
  return isSlip ? shorter : undefined;
}
