/** HarfBuzz's buffer: text goes in with its direction, script and language, glyphs come out. */
import type { Direction } from '../model.ts';
import { copyIn, copyInAscii, type HarfBuzz } from './wasm.ts';

/** A glyph in its place. Lengths in font units. */
export interface Glyph {
  /** Glyph index in the font file. */
  readonly gid: number;
  /** UTF-16 index into the run's text of the first unit of its cluster. */
  readonly cluster: number;
  readonly advance: number;
  /** Offset from the pen at which the glyph is drawn; it does not move the pen. */
  readonly dx: number;
  readonly dy: number;
}

/** What a run is shaped with beside its text and direction. */
export interface ShapeOptions {
  /** BCP 47 tag: some fonts have forms of a language's own. */
  readonly language?: string;
  /** ISO 15924 code; default: the script of the first letter that has one. */
  readonly script?: string;
  /** OpenType features in CSS notation, separated by commas: `-liga,ss01`. */
  readonly features?: string;
  /** Letters beside the text, which join it and are not shaped. */
  readonly before?: string;
  readonly after?: string;
}

const DIRECTION = { ltr: 4, rtl: 5 } as const;
/** Level 1: characters are merged only where the font or a reordering of marks joins them. */
const MONOTONE_CHARACTERS = 1;
/** Joiners, selectors and bidi controls have done their work once the run is shaped. */
const REMOVE_DEFAULT_IGNORABLES = 8;
/** Size of hb_glyph_info_t, hb_glyph_position_t and hb_feature_t in 32-bit words. */
const RECORD = 5;
const FEATURE = 4;

/** Puts text into the buffer, in place of what was there. */
export function fillBuffer(
  hb: HarfBuzz,
  buffer: number,
  text: string,
  direction: Direction,
  { language, script, before = '', after = '' }: ShapeOptions,
): void {
  hb.hb_buffer_clear_contents(buffer);
  hb.hb_buffer_set_flags(buffer, REMOVE_DEFAULT_IGNORABLES);
  hb.hb_buffer_set_cluster_level(buffer, MONOTONE_CHARACTERS);
  const whole = before + text + after;
  const utf16 = copyIn(hb, Buffer.from(whole, 'utf16le'));
  hb.hb_buffer_add_utf16(buffer, utf16, whole.length, before.length, text.length);
  hb.free(utf16);
  hb.hb_buffer_set_direction(buffer, DIRECTION[direction]);
  if (script) hb.hb_buffer_set_script(buffer, withString(hb, script, hb.hb_script_from_string));
  hb.hb_buffer_set_language(buffer, withString(hb, language ?? 'und', hb.hb_language_from_string));
  hb.hb_buffer_guess_segment_properties(buffer);
}

function withString(
  hb: HarfBuzz,
  text: string,
  read: (pointer: number, length: number) => number,
): number {
  const pointer = copyInAscii(hb, text);
  const result = read(pointer, -1);
  hb.free(pointer);
  return result;
}

/** Copies features in for HarfBuzz; the caller frees them. Throws where one is none. */
export function copyInFeatures(hb: HarfBuzz, features = ''): { pointer: number; count: number } {
  const wanted = features.split(',').filter(Boolean);
  if (wanted.length === 0) return { pointer: 0, count: 0 };
  const pointer = hb.malloc(4 * FEATURE * wanted.length);
  wanted.forEach((feature, index) => {
    const known = withString(hb, feature, (string) =>
      hb.hb_feature_from_string(string, -1, pointer + 4 * FEATURE * index),
    );
    if (!known) throw new Error(`not an OpenType feature: ${feature}`);
  });
  return { pointer, count: wanted.length };
}

/** The shaped glyphs in the buffer, from left to right. @param offset of the text in what was added */
export function readGlyphs(hb: HarfBuzz, buffer: number, offset = 0): Glyph[] {
  const count = hb.hb_buffer_get_length(buffer);
  const infos = hb.hb_buffer_get_glyph_infos(buffer, 0);
  const positions = hb.hb_buffer_get_glyph_positions(buffer, 0);
  const info = new Uint32Array(hb.memory.buffer, infos, RECORD * count);
  const position = new Int32Array(hb.memory.buffer, positions, RECORD * count);
  return Array.from({ length: count }, (_, index) => ({
    gid: info[RECORD * index] ?? 0,
    cluster: (info[RECORD * index + 2] ?? 0) - offset,
    advance: position[RECORD * index] ?? 0,
    dx: position[RECORD * index + 2] ?? 0,
    dy: position[RECORD * index + 3] ?? 0,
  }));
}
