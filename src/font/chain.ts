/** Which face of a fallback chain draws which part of a text. */
import type { Face } from './face.ts';

/** A stretch of text for one face; UTF-16 offsets. */
export interface FaceItem {
  readonly start: number;
  readonly end: number;
  readonly face: Face;
}

/**
 * What keeps together: a word in a joining script (its letters change with their neighbours), a number with its signs,
 * else a grapheme cluster.
 */
const UNIT =
  /(?:[\p{Script=Arabic}\p{Script=Syriac}\u0640\u200c\u200d]\p{M}*)+|[+\-−]?\p{Nd}(?:[\p{Nd}.,:/+\-–−]*\p{Nd})?%?/gu;
const segmenter = new Intl.Segmenter();

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const SPACE = /\p{White_Space}/u;
/** White space and common punctuation: they have no script and go with their neighbours. */
const NEUTRAL = /^[\p{Z}\p{P}\p{Cc}\p{Cf}]+$/u;
/** Opening punctuation goes with what follows, so that a pair of brackets is of one face. */
const OPENING = /^[\p{Ps}\p{Pi}]/u;

/** Cuts text into the parts that the faces of `chain` draw; the first face that can has precedence. `chain` must not be empty. */
export function itemizeFaces(text: string, chain: readonly Face[]): FaceItem[] {
  const [first] = chain;
  if (!first || text === '') return [];
  if (covers(first, text)) return [{ start: 0, end: text.length, face: first }];
  const units = unitsOf(text).flatMap((unit) => splitUnit(unit, chain));
  return joinItems(assignNeutrals(units, chain, first));
}

/** Whether the face can draw the text: itself, or in the composed or decomposed form of its characters. */
export function covers(face: Face, text: string): boolean {
  return (
    hasAll(face, text) || hasAll(face, text.normalize('NFC')) || hasAll(face, text.normalize('NFD'))
  );
}

function hasAll(face: Face, text: string): boolean {
  for (const character of text) {
    if (!hasCharacter(face, character)) return false;
  }
  return true;
}

const SPACE_CODE = 0x20;
const HYPHEN = 0x2010;
const NO_BREAK_HYPHEN = 0x2011;

/** As HarfBuzz has it: spaces of other widths and the no-break hyphen are drawn with their plain forms. */
function hasCharacter(face: Face, character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  if (face.has(codePoint)) return true;
  if (codePoint === NO_BREAK_HYPHEN) return face.has(HYPHEN);
  return IGNORABLE.test(character) || (SPACE.test(character) && face.has(SPACE_CODE));
}

interface Unit {
  readonly text: string;
  readonly start: number;
  /** Undefined for neutral text, whose neighbours decide. */
  readonly face?: Face | undefined;
}

function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let end = 0;
  for (const match of text.matchAll(UNIT)) {
    units.push(...graphemes(text.slice(end, match.index), end));
    units.push({ text: match[0], start: match.index });
    end = match.index + match[0].length;
  }
  return [...units, ...graphemes(text.slice(end), end)];
}

function graphemes(text: string, offset: number): Unit[] {
  return [...segmenter.segment(text)].map(({ segment, index }) => ({
    text: segment,
    start: offset + index,
  }));
}

/** The unit with its face; by grapheme clusters where no face can take the whole of it. */
function splitUnit(unit: Unit, chain: readonly Face[]): Unit[] {
  if (NEUTRAL.test(unit.text)) return [unit];
  const face = chain.find((candidate) => covers(candidate, unit.text));
  if (face) return [{ ...unit, face }];
  const parts = graphemes(unit.text, unit.start);
  // A character that no face has is drawn as missing by the first one; coverage.ts reports it.
  if (parts.length <= 1) return [{ ...unit, face: chain[0] }];
  return parts.flatMap((part) => splitUnit(part, chain));
}

function assignNeutrals(units: readonly Unit[], chain: readonly Face[], first: Face): FaceItem[] {
  const items: FaceItem[] = [];
  const following = followingFaces(units);
  for (const [index, unit] of units.entries()) {
    const before = items.at(-1)?.face;
    const after = following[index];
    const neighbours = OPENING.test(unit.text) ? [after, before] : [before, after];
    const face =
      unit.face ??
      [...neighbours, ...chain].find((candidate) => candidate && covers(candidate, unit.text)) ??
      first;
    items.push({ start: unit.start, end: unit.start + unit.text.length, face });
  }
  return items;
}

/** For each unit, the face of the next one, itself included, that has one. */
function followingFaces(units: readonly Unit[]): (Face | undefined)[] {
  let next: Face | undefined;
  return units
    .toReversed()
    .map((unit) => {
      next = unit.face ?? next;
      return next;
    })
    .reverse();
}

function joinItems(items: readonly FaceItem[]): FaceItem[] {
  const joined: FaceItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (last?.face === item.face) joined[joined.length - 1] = { ...last, end: item.end };
    else joined.push(item);
  }
  return joined;
}
