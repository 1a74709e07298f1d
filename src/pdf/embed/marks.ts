/**
 * Direction marks for readers that guess. A PDF holds glyphs in places; to make text of them, MuPDF works out each
 * character's level from its bidirectional class and from the character before it, and pdf.js forgets a space at the
 * border of two show strings or before a combining mark. Both take a character together with an invisible mark
 * (U+061C, U+200E) for what it is. The mark prints nothing and has no place of its own: it is in the ToUnicode
 * entry of the character's glyph. PDFium, which Chrome and Edge show PDFs with, turns the order of the words of a line
 * from right to left; a number whose groups are parted by no-break spaces is one word to it.
 */
import type { Direction } from '../../model.ts';
import { bidi } from '../../text/bidi.ts';
import { emptySlot, type PlacedSlot, type Slot } from './slots.ts';

const MARK = { rtl: '\u061c', ltr: '\u200e' } as const;
const COMBINING = /^\p{M}/u;
const SPACE = /^\p{Zs}$/u;
const NO_BREAK_SPACE = '\u00a0';
/** Bidirectional classes of what numbers are written with. */
const NUMERIC: ReadonlySet<string> = new Set(['EN', 'ES', 'ET', 'CS']);
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

/** What is around a run on its line. */
export interface RunContext {
  /** Whether the line holds text of both directions, or its paragraph runs from right to left. */
  readonly mixed: boolean;
  /** Whether the run drawn just before, on the same line, has the same direction: its style or face differs. */
  readonly continued: boolean;
  /** Whether the run is the last of its line in reading order. */
  readonly last?: boolean;
  /** Whether the run, from right to left, follows a number of a range that reads from the right: the dash, or what comes after. */
  readonly afterRange?: boolean;
}

/** Takes the slots of a run from left to right; `advance` in font units, `piece` is that of the run they belong to. */
export type Emit = (slot: Slot, advance: number, piece: number) => void;

/**
 * Emits the slots of a run from left to right, with a mark wherever a reader would take a character for one of the other
 * direction, or lose it. A run in a line of one direction, left to right, needs none.
 *
 * @param pieces the slots of each piece of the run, from left to right
 */
export function emitMarked(
  pieces: readonly (readonly PlacedSlot[])[],
  direction: Direction,
  context: RunContext,
  unitsPerEm: number,
  emit: Emit,
): void {
  const first = pieces.find((slots) => slots.length > 0)?.[0];
  if (!context.mixed || !first) {
    for (const [piece, slots] of pieces.entries()) {
      for (const { slot, advance } of slots) emit(slot, advance, piece);
    }
    return;
  }
  if (direction === 'rtl') emitLeadIn(first.slot, context, emit);
  const tail = direction === 'rtl' && context.afterRange ? TAIL * unitsPerEm : 0;
  markWrongGuesses(pieces, direction, WIDE_SPACE * unitsPerEm, emit, tail);
  if (tail > 0) emit(AFTER_RANGE, tail, pieces.length - 1);
  if (direction === 'ltr' && context.last) emit(LINE_END.ltr, HAIR, pieces.length - 1);
}

/** A space that ends a line, for each direction of the run at that end. */
const LINE_END = {
  ltr: emptySlot(`${MARK.ltr} `, HAIR),
  rtl: emptySlot(`${MARK.rtl} `, HAIR),
} as const;
const SEPARATOR = emptySlot(MARK.ltr, 0);
/** At the right of what follows a number of a range: poppler takes a dash or a space there for part of the number, and turns both around. */
const AFTER_RANGE = emptySlot(MARK.rtl, 0);
/** Room that the mark takes from what is before it, em: clear of the number at its right. */
const TAIL = 0.02;

function markWrongGuesses(
  pieces: readonly (readonly PlacedSlot[])[],
  direction: Direction,
  wide: number,
  emit: Emit,
  tail: number,
): void {
  // pdf.js takes a string without any letter for left to right: here each character has to say that it is not.
  const silent = direction === 'rtl' && !pieces.some(hasLetter);
  let state: Direction | undefined;
  let previous:
    | { readonly traits: Traits; readonly placed: PlacedSlot; readonly piece: number }
    | undefined;
  let before: Traits | undefined;
  let atStart = true;
  const settle = (next: Traits | undefined) => {
    if (!previous) return;
    const { traits, placed, piece } = previous;
    state = traits.guess ?? state;
    const fragile = traits.space && (atStart || !next || next.combining || placed.advance > wide);
    const kept = state === direction && !silent && !fragile;
    state = direction;
    atStart = false;
    const grouped = direction === 'ltr' && traits.space && before?.numeric && next?.numeric;
    before = traits;
    const marked = kept ? placed.slot : traits.marked[direction];
    const room = next ? 0 : tail;
    emit(grouped ? traits.noBreak : marked, placed.advance - room, piece);
  };
  for (const [piece, slots] of pieces.entries()) {
    for (const placed of slots) {
      const traits = traitsOf(placed.slot);
      settle(traits);
      previous = { traits, placed, piece };
    }
  }
  settle(undefined);
}

const lettered = new WeakMap<readonly PlacedSlot[], boolean>();

/** Whether a letter of a script that runs from right to left is among slots. */
function hasLetter(slots: readonly PlacedSlot[]): boolean {
  let found = lettered.get(slots);
  if (found === undefined) {
    found = slots.some(({ slot }) => traitsOf(slot).letter);
    lettered.set(slots, found);
  }
  return found;
}

/**
 * Codes that draw nothing and go before a run from right to left. A space ends each line, because MuPDF joins what
 * follows at the same height in the other direction, such as a value to its label. It goes before any combining mark
 * too: pdf.js adds the mark to what was shown before it, maybe on another line, unless something with a width comes
 * between; such a run ends its line, but for the rare one that another style goes on without a space.
 */
function emitLeadIn(first: Slot, { continued, last }: RunContext, emit: Emit): void {
  // MuPDF reverses neighbouring right-to-left runs as one: a left-to-right mark between them keeps their order.
  if (continued) emit(SEPARATOR, 0, 0);
  if (last || traitsOf(first).combining) emit(LINE_END.rtl, HAIR, 0);
}

/** What readers see in a slot. */
interface Traits {
  /** The direction that MuPDF takes the character's class for; undefined: that of the character before it. */
  readonly guess: Direction | undefined;
  /** A letter of a script that runs from right to left. */
  readonly letter: boolean;
  readonly space: boolean;
  readonly combining: boolean;
  /** A digit, or a sign that stands with digits. */
  readonly numeric: boolean;
  /** The slot as a no-break space. */
  readonly noBreak: Slot;
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
      numeric: NUMERIC.has(bidiClass),
      noBreak: { ...slot, text: NO_BREAK_SPACE, key: `${slot.key};nbsp` },
      marked: { ltr: withMark(slot, MARK.ltr), rtl: withMark(slot, MARK.rtl) },
    };
    known.set(slot, traits);
  }
  return traits;
}

function withMark(slot: Slot, mark: string): Slot {
  return { ...slot, text: mark + slot.text, key: `${slot.key};${mark}` };
}
