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
const STRONG_RTL = new Set(['R', 'AL']);

/** What stands around a run on its line. */
export interface RunContext {
  /** Whether the line holds text of both directions, or its paragraph runs from right to left. */
  readonly mixed: boolean;
  /** Whether the run drawn just before, on the same line, has the same direction: its style or face differs. */
  readonly continued: boolean;
}

/**
 * The slots of a run from left to right, with a mark wherever a reader would take a character for one of the other
 * direction, or lose it. A run in a line of one direction, left to right, needs none.
 */
export function markedSlots<P extends PlacedSlot>(
  slots: readonly P[],
  direction: Direction,
  { mixed, continued }: RunContext,
): readonly P[] {
  const [first] = slots;
  if (!mixed || !first) return slots;
  const marked = markWrongGuesses(slots, direction);
  return continued && direction === 'rtl' ? [separator(first), ...marked] : marked;
}

function markWrongGuesses<P extends PlacedSlot>(slots: readonly P[], direction: Direction): P[] {
  // pdf.js takes a string without any letter for left to right: here each character has to say that it is not.
  const silent =
    direction === 'rtl' && !slots.some(({ slot }) => STRONG_RTL.has(bidiClass(slot.text)));
  let state: Direction | undefined;
  return slots.map((placed, index) => {
    state = guessedDirection(placed.slot.text, state);
    if (state === direction && !silent && !isFragileSpace(slots, index)) return placed;
    state = direction;
    return { ...placed, slot: withMark(placed.slot, MARK[direction]) };
  });
}

/** MuPDF reverses neighbouring right-to-left runs as one: a left-to-right mark between them keeps their order. */
function separator<P extends PlacedSlot>(first: P): P {
  return { ...first, slot: emptySlot(MARK.ltr), advance: 0 };
}

/** The direction that MuPDF gives a character: by its class, or else that of the character before it. */
function guessedDirection(text: string, before: Direction | undefined): Direction | undefined {
  switch (bidiClass(text)) {
    case 'L':
    case 'EN':
    case 'ES':
    case 'ET':
      return 'ltr';
    case 'R':
    case 'AL':
    case 'AN':
      return 'rtl';
    default:
      return before;
  }
}

function bidiClass(text: string): string {
  return bidi.getBidiCharTypeName(text);
}

function isFragileSpace(slots: readonly PlacedSlot[], index: number): boolean {
  if (!SPACE.test(slots[index]?.slot.text ?? '')) return false;
  const next = slots[index + 1];
  return index === 0 || !next || COMBINING.test(next.slot.text);
}

function withMark(slot: Slot, mark: string): Slot {
  return { ...slot, text: mark + slot.text, key: `${slot.key};${mark}` };
}
