/** Breaks that UAX #14 allows and that a reader stumbles over: what each costs, or that it waits for a column too narrow. */
import { functionWords } from '../language/function-words.ts';
import { findMonthYears } from './day-month.ts';

/** A stretch of a text; UTF-16 offsets, `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Demerits of a break in the measure of line-ends.ts, where spaces that are widened by their whole width cost 100;
 * `withheld`: not taken unless what stands around it is wider than the column.
 */
export type BreakCost = number | 'withheld';

/** Demerits. */
const HYPHEN = 50;
const IN_BRACKETS = 40;
const IN_DATE = 150;
const IN_NAME = 120;
const IN_ADDRESS = 300;
const AFTER_FUNCTION_WORD = 30;

/** Shorter addresses are not broken, nor brackets torn apart. */
const SHORT_ADDRESS = 32;
const BRACKETS = /[(（][^()（）]{2,30}[)）]/gu;

/** Between capitals, or letters of a script without them, a hyphen is in a name: Bogdan-Martin, بوغدان-مارتن. */
const NAME_HYPHEN = /(?:(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’']*|[\p{Lo}\p{M}])[-‐]$/u;
const NAME_AFTER_HYPHEN = /^[\p{Lu}\p{Lo}]/u;
/** An acronym and what it is joined to: UNESCO-Chair; those of up to five letters are never parted (breaks.ts). */
const ACRONYM_HYPHEN = /(?<![\p{L}\p{M}])\p{Lu}{2,}[-‐]$/u;
const AFTER_HYPHEN = /\p{L}\p{M}*[-‐]$/u;
/** Before a name. */
const COURTESY =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Dr|Prof|Mr\.|Mrs\.|Ms\.|Dr\.|Prof\.|Mme|Mmes|MM?\.|Sr\.|Sra\.|Dra\.|г-н|г-жа|д-р)[ ]$/u;
/** Inside one: "Ursula von der Leyen", "Alexander De Croo", عبد الله. */
const PARTICLE =
  /(?:(?<![\p{L}\p{M}])(?:van|von|der|den|bin|bint|ibn|фон|ван|дер|бин|ибн)|\p{Lu}\p{Ll}+ (?:De|Del|Della|Den|Der|Di|Da|Dos|Du|La|Le|Al|El|Van|Von|Ben|Bin|Ibn|Abu|St\.?|San|Де|Ла|Ле|Ван|Фон|Аль|Эль))[ ]$/u;
const ARABIC_PARTICLE = /(?<![\p{L}\p{M}])[وبلك]?(?:عبد|أبو|أبي|بن|بنت|ابن|آل|دي|فان|فون)[ ]$/u;
const CAPITAL = /^\p{Lu}/u;
const CAPITAL_OR_PARTICLE = /^(?:\p{Lu}|(?:der|den|dem|de|la) )/u;
/** Chinese names: between ideographs only the dot parts their words. */
const BETWEEN_HAN = /[\p{Script=Han}-]$/u;
const HAN_NAME = /(?:·|•|‧)$/u;

/** How a paragraph is broken. */
export interface BreakStyle {
  /** A name: its words stay whole. */
  readonly name: boolean;
  /** Centred or of few lines: no line ends in a preposition or an article. */
  readonly balanced: boolean;
}

/** Says what a break before the character at `position` of the text costs. */
export function breakCosts(
  text: string,
  addresses: readonly Stretch[],
  language: string,
  style: BreakStyle,
): (position: number) => BreakCost {
  const dates = findMonthYears(text, language);
  const brackets = [...text.matchAll(BRACKETS)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const ending = style.balanced ? functionWords(language) : undefined;
  return (position) => {
    const address = around(addresses, position);
    if (address) return addressCost(text, address, position);
    const before = text.slice(Math.max(0, position - 40), position);
    const after = text.slice(position, position + 4);
    const cost = nameCost(before, after, style);
    if (cost === 'withheld') return cost;
    return (
      cost +
      (isInside(dates, position) ? IN_DATE : 0) +
      (isInside(brackets, position) ? IN_BRACKETS : 0) +
      (ending?.test(before) ? AFTER_FUNCTION_WORD : 0)
    );
  };
}

function nameCost(before: string, after: string, { name }: BreakStyle): BreakCost {
  if (AFTER_HYPHEN.test(before)) return hyphenCost(before, after, name);
  if (ARABIC_PARTICLE.test(before)) return 'withheld';
  if (CAPITAL.test(after) && COURTESY.test(before)) return 'withheld';
  if (CAPITAL_OR_PARTICLE.test(after) && PARTICLE.test(before)) return name ? 'withheld' : IN_NAME;
  if (name) return BETWEEN_HAN.test(before) ? 'withheld' : 0;
  return HAN_NAME.test(before) ? IN_NAME : 0;
}

function hyphenCost(before: string, after: string, name: boolean): BreakCost {
  const inName = NAME_HYPHEN.test(before) && NAME_AFTER_HYPHEN.test(after);
  return inName || name || ACRONYM_HYPHEN.test(before) ? 'withheld' : HYPHEN;
}

/** An address breaks after a slash; a short one does not. */
function addressCost(text: string, { start, end }: Stretch, position: number): BreakCost {
  if (end - start <= SHORT_ADDRESS) return 'withheld';
  return text.charAt(position - 1) === '/' ? 0 : IN_ADDRESS;
}

function isInside(stretches: readonly Stretch[], position: number): boolean {
  return around(stretches, position) !== undefined;
}

function around(stretches: readonly Stretch[], position: number): Stretch | undefined {
  return stretches.find(({ start, end }) => position > start && position < end);
}
