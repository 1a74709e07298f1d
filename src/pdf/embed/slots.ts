/**
 * From shaped glyphs to slots: one slot for each character of the source, in visual order, so that a reader that takes
 * the characters of a run from left to right and applies its own bidirectional algorithm gets the source back.
 *
 * HarfBuzz has no such pairing: a ligature is one glyph for several characters, a letter may be made of a base and
 * dots, a mark is moved from the pen. A slot therefore holds any number of outlines with their offsets (none, for the
 * second character of a ligature), one advance and one character.
 */

import type { Glyph } from '../../font/buffer.ts';
import { BoundedCache } from '../../font/cache.ts';
import type { Face, ShapedRun } from '../../font/face.ts';

/** An outline of the font file, moved; font units. */
export interface PlacedOutline {
  readonly gid: number;
  readonly dx: number;
  readonly dy: number;
}

/** What one code of the PDF font draws and means. Equal keys mean equal slots. */
export interface Slot {
  readonly key: string;
  readonly parts: readonly PlacedOutline[];
  /** Advance that the embedded font program gives the glyph; font units. */
  readonly width: number;
  /** Text that a reader shall find: one character; several only where a left-to-right font joins them. */
  readonly text: string;
}

/** A slot in its place in a run. */
export interface PlacedSlot {
  readonly slot: Slot;
  /** Wanted advance, font units; it differs from the slot's width by small kerning, or where it is negative. */
  readonly advance: number;
  /** UTF-16 index into the run's text. */
  readonly cluster: number;
}

/** Code points that have no picture and that readers drop: joiners, selectors, bidi controls, soft hyphens. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const MARK = /^\p{M}$/u;

/**
 * Kerning of up to this part of an em is left to the show string. More is built into the glyph's own width: readers take
 * a larger step for the border of a word, and poppler one that leaves a glyph less than a tenth of an em (Amiri Italic).
 */
const SMALL_KERN = 0.03;

const cache = new WeakMap<ShapedRun, readonly PlacedSlot[]>();

/** The slots of a run, from left to right. Shared: do not change. */
export function slotsOf(face: Face, run: ShapedRun): readonly PlacedSlot[] {
  let placed = cache.get(run);
  if (!placed) {
    placed = clustersOf(run).flatMap((cluster) => clusterSlots(face, run, cluster));
    cache.set(run, placed);
  }
  return placed;
}

/** Neighbouring glyphs of one cluster, with the characters that they stand for in logical order. */
interface Cluster {
  readonly start: number;
  readonly glyphs: Glyph[];
  readonly characters: readonly string[];
}

function clustersOf(run: ShapedRun): Cluster[] {
  const starts = [...new Set(run.glyphs.map((glyph) => glyph.cluster))].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? run.text.length]));
  const clusters: Cluster[] = [];
  for (const glyph of run.glyphs) {
    const start = glyph.cluster;
    const open = clusters.at(-1);
    if (open?.start === start) open.glyphs.push(glyph);
    else {
      const text = run.text.slice(start, ends.get(start));
      clusters.push({ start, glyphs: [glyph], characters: charactersOf(text) });
    }
  }
  return clusters;
}

/** Characters to be found again; a letter and its mark are one where Unicode has them as one. */
function charactersOf(text: string): string[] {
  const composed = [...text.normalize('NFC')];
  const characters = composed.length === 1 ? composed : [...text];
  return characters.filter((character) => !IGNORABLE.test(character));
}

function clusterSlots(face: Face, run: ShapedRun, cluster: Cluster): PlacedSlot[] {
  const [glyph] = cluster.glyphs;
  if (glyph && cluster.glyphs.length === 1 && cluster.characters.length === 1) {
    return [singleSlot(face, glyph, cluster.characters[0] ?? '')];
  }
  return sharedSlots(run, cluster);
}

function singleSlot(face: Face, glyph: Glyph, text: string): PlacedSlot {
  const { gid, dx, dy, advance, cluster } = glyph;
  const nominal = face.advanceOf(gid);
  const kept = advance !== 0 && Math.abs(advance - nominal) <= SMALL_KERN * face.unitsPerEm;
  const slot = makeSlot([{ gid, dx, dy }], kept ? nominal : Math.max(0, advance), text);
  return { slot, advance, cluster };
}

/**
 * The leftmost character carries all outlines of the cluster; the advance is shared by the characters that are not
 * marks, so that a reader's cursor can stand between the letters of a ligature.
 */
function sharedSlots(run: ShapedRun, cluster: Cluster): PlacedSlot[] {
  const visual = run.direction === 'rtl' ? cluster.characters.toReversed() : cluster.characters;
  const spacing = visual.filter((character) => !MARK.test(character)).length;
  const total = cluster.glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  const share = Math.floor(total / Math.max(spacing, 1));
  let rest = total;
  let spacingLeft = spacing;
  return visual.map((text, index) => {
    const width = MARK.test(text) ? 0 : --spacingLeft === 0 ? rest : share;
    rest -= width;
    const parts = index === 0 ? partsOf(cluster.glyphs) : [];
    const slot = makeSlot(parts, Math.max(0, width), text);
    return { slot, advance: width, cluster: cluster.start };
  });
}

function partsOf(glyphs: readonly Glyph[]): PlacedOutline[] {
  let pen = 0;
  return glyphs.map(({ gid, dx, dy, advance }) => {
    const part = { gid, dx: pen + dx, dy };
    pen += advance;
    return part;
  });
}

/** The slot with more room after its outlines; font units. */
export function widenedSlot(slot: Slot, extra: number): Slot {
  return makeSlot(slot.parts, slot.width + extra, slot.text);
}

/** A code that draws nothing; width in font units. */
export function emptySlot(text: string, width: number): Slot {
  return makeSlot([], width, text);
}

const SLOTS_KEPT = 20_000;
const slots = new BoundedCache<Slot>(SLOTS_KEPT);

function makeSlot(parts: readonly PlacedOutline[], width: number, text: string): Slot {
  const drawn = parts.map(({ gid, dx, dy }) => `${gid},${dx},${dy}`).join(' ');
  const key = `${drawn};${width};${text}`;
  // The same slot is the same object, so that what is worked out about it can be kept beside it.
  let slot = slots.get(key);
  if (!slot) {
    slot = { key, parts, width, text };
    slots.set(key, slot);
  }
  return slot;
}
