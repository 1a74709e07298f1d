/** The container of TrueType and OpenType fonts, and the tables that say what a font is and allows (OpenType 1.9). */
import { FontError } from './error.ts';

/** Tables by tag; each a view of the file. */
export type Tables = ReadonlyMap<string, Buffer>;

const TRUETYPE = 0x00010000;
const APPLE_TRUETYPE = 0x74727565;
const OPENTYPE_CFF = 0x4f54544f;
const WEB_FONTS = new Set(['wOFF', 'wOF2']);

/** Reads the table directory; throws {@link FontError} where the file is no single TrueType or OpenType font. */
export function readTables(data: Buffer, path: string): Tables {
  assertSingleFont(data, path);
  const tables = new Map<string, Buffer>();
  const count = data.readUInt16BE(4);
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    if (entry + 16 > data.length) throw notAFont(path);
    const start = data.readUInt32BE(entry + 8);
    const end = start + data.readUInt32BE(entry + 12);
    if (end > data.length) throw notAFont(path);
    tables.set(data.toString('latin1', entry, entry + 4), data.subarray(start, end));
  }
  assertRequired(tables, path);
  return tables;
}

function assertSingleFont(data: Buffer, path: string): void {
  const signature = data.toString('latin1', 0, 4);
  if (signature === 'ttcf') {
    throw new FontError(
      'collection',
      path,
      'it is a collection of several fonts: take one of them out as a .ttf or .otf file',
    );
  }
  if (WEB_FONTS.has(signature)) {
    throw new FontError(
      'web-font',
      path,
      'it is compressed for the web (WOFF): use the .ttf or .otf file',
    );
  }
  const version = data.length < 12 ? 0 : data.readUInt32BE(0);
  if (![TRUETYPE, APPLE_TRUETYPE, OPENTYPE_CFF].includes(version)) throw notAFont(path);
}

function notAFont(path: string): FontError {
  return new FontError(
    'not-a-font',
    path,
    'it is not a TrueType or OpenType font, or it is damaged',
  );
}

/** Smallest sizes of the tables that are read below. */
const REQUIRED: Readonly<Record<string, number>> = {
  head: 54,
  hhea: 36,
  maxp: 6,
  hmtx: 4,
  cmap: 4,
  post: 32,
};

function assertRequired(tables: Tables, path: string): void {
  for (const [name, size] of Object.entries(REQUIRED)) {
    if ((tables.get(name)?.length ?? 0) < size) throw notAFont(path);
  }
  const outlines = ['glyf', 'CFF ', 'CFF2'].some((name) => (tables.get(name)?.length ?? 0) > 0);
  if (!outlines) {
    throw new FontError(
      'no-outlines',
      path,
      'it has no outlines (bitmaps or coloured pictures only)',
    );
  }
}

/** The table, which {@link readTables} has found to be there or which the caller has tested for. */
export function table(tables: Tables, name: string): Buffer {
  const found = tables.get(name);
  if (!found) throw new Error(`font table ${name} is missing`);
  return found;
}

/** OS/2.fsType, bits 0-3: usage permissions; 2 alone is "Restricted License embedding". */
const USAGE = 0x000f;
const RESTRICTED = 0x0002;
const NO_SUBSETTING = 0x0100;
const BITMAP_ONLY = 0x0200;

/** Throws where the font's own licence bits (OS/2.fsType) forbid what a PDF needs. */
export function assertEmbeddable(tables: Tables, path: string): void {
  const os2 = tables.get('OS/2');
  const bits = os2 && os2.length >= 10 ? os2.readUInt16BE(8) : 0;
  if ((bits & USAGE) === RESTRICTED || bits & BITMAP_ONLY) {
    throw new FontError(
      'embedding-forbidden',
      path,
      `its licence bits (fsType 0x${bits.toString(16).padStart(4, '0')}) forbid embedding it in a document`,
    );
  }
  if (bits & NO_SUBSETTING) {
    throw new FontError(
      'subsetting-forbidden',
      path,
      `its licence bits (fsType 0x${bits.toString(16).padStart(4, '0')}) forbid embedding a part of it`,
    );
  }
}

/** Properties that a PDF's font descriptor and a line's height need; lengths in font units. */
export interface FontInfo {
  readonly postscriptName: string;
  /** Lower left and upper right corner of the box that holds every glyph. */
  readonly bbox: readonly [number, number, number, number];
  /** Degrees, negative for a slant to the right. */
  readonly italicAngle: number;
  readonly fixedPitch: boolean;
  readonly italic: boolean;
  /** 100 to 900. */
  readonly weight: number;
  /** IBM font class, high byte of OS/2.sFamilyClass. */
  readonly familyClass: number;
  readonly capHeight: number | undefined;
  readonly xHeight: number | undefined;
}

/** Reads `head`, `post`, `OS/2` and `name`. */
export function readInfo(tables: Tables): FontInfo {
  const head = table(tables, 'head');
  const post = table(tables, 'post');
  const os2 = tables.get('OS/2');
  const heights = os2 && os2.length >= 90 && os2.readUInt16BE(0) >= 2 ? os2 : undefined;
  return {
    postscriptName: postscriptName(tables.get('name')),
    bbox: [36, 38, 40, 42].map((offset) => head.readInt16BE(offset)) as [
      number,
      number,
      number,
      number,
    ],
    italicAngle: post.readInt32BE(4) / 0x10000,
    fixedPitch: post.readUInt32BE(12) !== 0,
    italic: (head.readUInt16BE(44) & 2) !== 0,
    weight: os2 && os2.length >= 6 ? os2.readUInt16BE(4) : 400,
    familyClass: os2 && os2.length >= 32 ? os2.readUInt8(30) : 0,
    capHeight: heights?.readInt16BE(88) || undefined,
    xHeight: heights?.readInt16BE(86) || undefined,
  };
}

const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;

/** Name 6 of the naming table, reduced to what PostScript allows in a name; `Font` where there is none. */
function postscriptName(name: Buffer | undefined): string {
  if (!name || name.length < 6) return 'Font';
  const strings = name.readUInt16BE(4);
  for (let record = 6; record < 6 + 12 * name.readUInt16BE(2); record += 12) {
    if (record + 12 > name.length || name.readUInt16BE(record + 6) !== POSTSCRIPT_NAME) continue;
    const start = strings + name.readUInt16BE(record + 10);
    const bytes = Buffer.from(name.subarray(start, start + name.readUInt16BE(record + 8)));
    const wide = name.readUInt16BE(record) === WINDOWS && bytes.length % 2 === 0;
    const text = wide ? bytes.swap16().toString('utf16le') : bytes.toString('latin1');
    const safe = text.replace(/[^A-Za-z0-9_+.-]/g, '');
    if (safe) return safe;
  }
  return 'Font';
}
