/**
 * Direction marks for readers that guess. A PDF holds glyphs in places; to make text of them, MuPDF gives each
 * character a level from its bidirectional class and from the character before it, and pdf.js forgets a space at the
 * border of two show strings or before a combining mark. Both take a character together with an invisible mark
 * (U+061C, U+200E) for what it is. The mark prints nothing and has no place of its own: it stands in the ToUnicode
 * entry of the character's glyph.
 */
import type { Direction } from '../../model.ts';
import { bidi } from '../../typeset/bidi.ts';
import { emptySlot, type PlacedSlot, type Slot } from './slots.ts';

const MARK = { rtl: '\u061c', ltr: '\u200e' } as const;
const COMBINING = /^\p{M}/u;
const SPACE = /^\p{Zs}$/u;
/** A wider space, in em, ends a string for pdf.js, which then puts words that run from right to left in visual order. */
const WIDE_SPACE = 0.5;

/** Smallest width that is not none; font units. */
const HAIR = 1;

/** Direction by bidirectional class, as MuPDF guesses it; a class that is missing keeps the direction before it. */
const GUESSES: Readonly<Record<string, Direction>> = {
  L: 'ltr',
  EN: 'ltr',
  ES: 'ltr',
  ET: 'ltr',
  R: 'rtl',
  AL: 'rtl',
  AN: 'rtl',
};

/** What stands around a run on its line. */
export interface RunContext {
  /** Whether the line holds text of both directions, or its paragraph runs from right to left. */
  readonly mixed: boolean;
  /** Whether the run drawn just before, on the same line, has the same direction: its style or face differs. */
  readonly continued: boolean;
  /** Whether the run is the last of its line in reading order. */
  readonly last?: boolean;
}

/**
 * The slots of a run from left to right, with a mark wherever a reader would take a character for one of the other
 * direction, or lose it. A run in a line of one direction, left to right, needs none.
 */
export function markedSlots<P extends PlacedSlot>(
  slots: readonly P[],
  direction: Direction,
  context: RunContext,
  unitsPerEm: number,
): readonly P[] {
  const [first] = slots;
  if (!context.mixed || !first) return slots;
  const marked = markWrongGuesses(slots, direction, WIDE_SPACE * unitsPerEm);
  if (direction === 'rtl') return [...leadIn(first, context), ...marked];
  return context.last
    ? [...marked, invisible(marked.at(-1) ?? first, `${MARK.ltr} `, HAIR)]
    : marked;
}

function markWrongGuesses<P extends PlacedSlot>(
  slots: readonly P[],
  direction: Direction,
  wide: number,
): P[] {
  const traits = slots.map(({ slot }) => traitsOf(slot));
  // pdf.js takes a string without any letter for left to right: here each character has to say that it is not.
  const silent = direction === 'rtl' && !traits.some(({ letter }) => letter);
  let state: Direction | undefined;
  return slots.map((placed, index) => {
    const { guess, space, marked } = traits[index] as Traits;
    state = guess ?? state;
    const next = traits[index + 1];
    const fragile = space && (index === 0 || !next || next.combining || placed.advance > wide);
    if (state === direction && !silent && !fragile) return placed;
    state = direction;
    return { ...placed, slot: marked[direction] };
  });
}

/**
 * Codes that draw nothing and go before a run from right to left. A space ends each line, because MuPDF joins what
 * follows at the same height in the other direction, such as a value to its label. It goes before any combining mark
 * too: pdf.js adds the mark to what was shown before it, maybe on another line, unless something with a width comes
 * between; such a run ends its line, but for the rare one that another style goes on without a space.
 */
function leadIn<P extends PlacedSlot>(first: P, { continued, last }: RunContext): P[] {
  // MuPDF reverses neighbouring right-to-left runs as one: a left-to-right mark between them keeps their order.
  const separator = continued ? [invisible(first, MARK.ltr, 0)] : [];
  const space = last || traitsOf(first.slot).combining;
  return space ? [...separator, invisible(first, `${MARK.rtl} `, HAIR)] : separator;
}

/** A code beside a slot that draws nothing. */
function invisible<P extends PlacedSlot>(beside: P, text: string, width: number): P {
  return { ...beside, slot: emptySlot(text, width), advance: width };
}

/** What readers see in a slot. */
interface Traits {
  /** The direction that MuPDF takes the character's class for; undefined: that of the character before it. */
  readonly guess: Direction | undefined;
  /** A letter of a script that runs from right to left. */
  readonly letter: boolean;
  readonly space: boolean;
  readonly combining: boolean;
  /** The slot with the mark of a direction. */
  readonly marked: Readonly<Record<Direction, Slot>>;
}

const known = new WeakMap<Slot, Traits>();

function traitsOf(slot: Slot): Traits {
  let traits = known.get(slot);
  if (!traits) {
    const bidiClass = bidi.getBidiCharTypeName(slot.text);
    traits = {
      guess: GUESSES[bidiClass],
      letter: bidiClass === 'R' || bidiClass === 'AL',
      space: SPACE.test(slot.text),
      combining: COMBINING.test(slot.text),
      marked: { ltr: withMark(slot, MARK.ltr), rtl: withMark(slot, MARK.rtl) },
    };
    known.set(slot, traits);
  }
  return traits;
}

function withMark(slot: Slot, mark: string): Slot {
  return { ...slot, text: mark + slot.text, key: `${slot.key};${mark}` };
}
