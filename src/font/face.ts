/** A font file as HarfBuzz sees it: what characters it has, and how it shapes a run of text. */
import { realpathSync } from 'node:fs';
import { MOST_FONT_BYTES } from '../data/limits.ts';
import { readFileWithin } from '../data/source/read-file.ts';
import type { Direction } from '../model.ts';
import { copyInFeatures, fillBuffer, type Glyph, readGlyphs, type ShapeOptions } from './buffer.ts';
import { BoundedCache } from './cache.ts';
import { FontError } from './error.ts';
import { assertEmbeddable, type FontInfo, readInfo, readTables, type Tables } from './sfnt.ts';
import { copyIn, type HarfBuzz, harfbuzz, tag } from './wasm.ts';

/** Text of one face, direction and language as glyphs, from left to right whatever the direction. */
export interface ShapedRun {
  readonly text: string;
  readonly direction: Direction;
  readonly glyphs: readonly Glyph[];
  /** Sum of the advances, font units. */
  readonly advance: number;
}

/** Font units, y upwards. */
export interface GlyphBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Values of variation axes by tag, e.g. `{wght: 700}`; an axis that is not named stays at its default. */
export type AxisValues = Readonly<Record<string, number>>;

/** Enough for the distinct words of some thousand personal letters. */
const RUNS_KEPT = 20_000;

/** White space that no font has a glyph for. */
const CONTROL_SPACE = /[\t-\r\u0085\u2028\u2029]/g;

const MEMORY_MODE_WRITABLE = 2;

export class Face {
  readonly family: string;
  /** Real path of the file. */
  readonly path: string;
  readonly unitsPerEm: number;
  /** Font units; the descender is negative. */
  readonly ascender: number;
  readonly descender: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number | undefined;
  readonly info: FontInfo;
  readonly tables: Tables;
  /** HarfBuzz's font, for whoever draws its outlines. */
  readonly pointer: number;
  /** The place of the face on the axes of a variable font; empty for the font as its tables have it. */
  readonly axes: AxisValues;
  readonly spaceAdvance: number;

  readonly #hb: HarfBuzz = harfbuzz();
  readonly #buffer: number;
  readonly #memory: FaceMemory;
  readonly #characters: Uint8Array;
  readonly #boxes = new Map<number, GlyphBox>();
  readonly #runs = new BoundedCache<ShapedRun>(RUNS_KEPT);

  /** Use {@link loadFace}, which shares a face in the process. */
  constructor(path: string, family: string, data: Buffer, axes: AxisValues) {
    this.path = path;
    this.family = family;
    this.tables = readTables(data, path);
    assertEmbeddable(this.tables, path);
    const info = readInfo(this.tables);
    this.info = { ...info, weight: axes.wght ?? info.weight };
    this.axes = axes;
    this.#memory = createFace(this.#hb, data);
    const { face } = this.#memory;
    this.unitsPerEm = this.#hb.hb_face_get_upem(face);
    this.#characters = characterMap(this.#hb, face);
    this.pointer = this.#hb.hb_font_create(face);
    setAxes(this.#hb, this.pointer, axes);
    [this.ascender, this.descender, this.lineGap] = extents(this.#hb, this.pointer);
    this.capHeight = this.info.capHeight ?? this.ascender;
    this.xHeight = this.info.xHeight;
    this.#buffer = this.#hb.hb_buffer_create();
    this.spaceAdvance = this.shape(' ', 'ltr').advance;
  }

  /** Whether the font's character map holds the code point itself. */
  has(codePoint: number): boolean {
    return (((this.#characters[codePoint >> 3] ?? 0) >> (codePoint & 7)) & 1) === 1;
  }

  /** Advance of a glyph as the font file has it, before any positioning. */
  advanceOf(gid: number): number {
    return this.#hb.hb_font_get_glyph_h_advance(this.pointer, gid);
  }

  /** The box of a glyph's ink; of a space it has no extent. */
  boxOf(gid: number): GlyphBox {
    let box = this.#boxes.get(gid);
    if (!box) {
      box = glyphBox(this.#hb, this.pointer, gid);
      this.#boxes.set(gid, box);
    }
    return box;
  }

  /** Shapes text of one level, style and face. The result is shared: the same arguments return the same object. */
  shape(text: string, direction: Direction, options: ShapeOptions = {}): ShapedRun {
    const { language = '', script = '', features = '', before = '', after = '' } = options;
    const beside = before === '' && after === '' ? '' : `${before}|${after}`;
    const key = `${direction};${language};${script};${features};${beside};${text}`;
    let run = this.#runs.get(key);
    if (!run) {
      run = this.#shape(text, direction, options);
      this.#runs.set(key, run);
    }
    return run;
  }

  /** Gives HarfBuzz's memory back; the face must not be used any more. */
  release(): void {
    const hb = this.#hb;
    hb.hb_buffer_destroy(this.#buffer);
    hb.hb_font_destroy(this.pointer);
    hb.hb_face_destroy(this.#memory.face);
    hb.free(this.#memory.bytes);
  }

  #shape(source: string, direction: Direction, options: ShapeOptions): ShapedRun {
    const hb = this.#hb;
    const text = source.replace(CONTROL_SPACE, ' ');
    fillBuffer(hb, this.#buffer, text, direction, options);
    const features = copyInFeatures(hb, options.features);
    hb.hb_shape(this.pointer, this.#buffer, features.pointer, features.count);
    hb.free(features.pointer);
    const glyphs = readGlyphs(hb, this.#buffer, options.before?.length);
    const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
    return { text, direction, glyphs, advance };
  }
}

const faces = new Map<string, Face>();

/**
 * The face of a font file, one per process for each file and axis setting.
 * Throws {@link FontError} where the file cannot be read, is no font, or may not be embedded.
 */
export function loadFace(path: string, family: string, axes: AxisValues = {}): Face {
  const known = faces.get(faceKey(path, family, axes));
  if (known) return known;
  const [real, data] = readFont(path);
  const face = faces.get(faceKey(real, family, axes)) ?? new Face(real, family, data, axes);
  for (const name of [path, real]) faces.set(faceKey(name, family, axes), face);
  return face;
}

/** Real path and bytes of a file. */
function readFont(path: string): [string, Buffer] {
  try {
    const real = realpathSync(path);
    return [real, readFileWithin(real, MOST_FONT_BYTES)];
  } catch (cause) {
    throw new FontError('unreadable', path, `it cannot be read: ${(cause as Error).message}`);
  }
}

/**
 * Forgets the faces of a font file that has changed, so that it is read again. Call it between two
 * letters: nothing may be held that a face has returned.
 */
export function forgetFaces(path: string): void {
  for (const [key, face] of faces) {
    if (face.path !== path) continue;
    faces.delete(key);
    face.release();
  }
}

function faceKey(path: string, family: string, axes: AxisValues): string {
  return [path, family, ...Object.entries(axes).flat()].join('\n');
}

/** Pointers; the bytes stay in HarfBuzz's memory for as long as the face does. */
interface FaceMemory {
  readonly face: number;
  readonly bytes: number;
}

function createFace(hb: HarfBuzz, data: Buffer): FaceMemory {
  const bytes = copyIn(hb, data);
  const blob = hb.hb_blob_create(bytes, data.length, MEMORY_MODE_WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  return { face, bytes };
}

/** One bit per code point that the font has. */
function characterMap(hb: HarfBuzz, face: number): Uint8Array {
  const set = hb.hb_set_create();
  hb.hb_face_collect_unicodes(face, set);
  const count = hb.hb_set_get_population(set);
  const pointer = hb.malloc(4 * count + 4);
  hb.hb_set_next_many(set, -1, pointer, count);
  const map = new Uint8Array(0x110000 / 8);
  for (const codePoint of new Uint32Array(hb.memory.buffer, pointer, count)) {
    map[codePoint >> 3] = (map[codePoint >> 3] ?? 0) | (1 << (codePoint & 7));
  }
  hb.free(pointer);
  hb.hb_set_destroy(set);
  return map;
}

function setAxes(hb: HarfBuzz, font: number, axes: AxisValues): void {
  const entries = Object.entries(axes);
  if (entries.length === 0) return;
  const pointer = hb.malloc(8 * entries.length);
  const view = new DataView(hb.memory.buffer, pointer);
  entries.forEach(([name, value], index) => {
    view.setInt32(8 * index, tag(name), true);
    view.setFloat32(8 * index + 4, value, true);
  });
  hb.hb_font_set_variations(font, pointer, entries.length);
  hb.free(pointer);
}

/** Ascender, descender and line gap, from OS/2 or hhea as the font asks for. */
function extents(hb: HarfBuzz, font: number): [number, number, number] {
  const pointer = hb.malloc(48);
  hb.hb_font_get_h_extents(font, pointer);
  const [ascender = 0, descender = 0, lineGap = 0] = new Int32Array(hb.memory.buffer, pointer, 3);
  hb.free(pointer);
  return [ascender, descender, lineGap];
}

function glyphBox(hb: HarfBuzz, font: number, gid: number): GlyphBox {
  const pointer = hb.malloc(16);
  hb.hb_font_get_glyph_extents(font, gid, pointer);
  const [left = 0, top = 0, width = 0, height = 0] = new Int32Array(hb.memory.buffer, pointer, 4);
  hb.free(pointer);
  return { left, right: left + width, top, bottom: top + height };
}
