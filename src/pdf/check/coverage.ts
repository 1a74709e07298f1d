/** Finds, before anything is drawn, the characters of a letter that none of its fonts has. */
import { basename } from 'node:path';
import { grouped, MOST_PRINTED } from '../../data/limits.ts';
import type { Diagnostic, Span } from '../../diagnostic.ts';
import { BoundedCache } from '../../font/cache.ts';
import { covers } from '../../font/chain.ts';
import { FontError } from '../../font/error.ts';
import { type Face, loadFace } from '../../font/face.ts';
import { type FaceStyle, styleFile } from '../../font/faces.ts';
import { familiesOf } from '../../font/families.ts';
import type { FontFamily, Letter } from '../../model.ts';
import { describeGlyphs, groupGlyphs, type MissingGlyph, PRIVATE } from './missing-glyphs.ts';

/** A text of the letter and how it is set. */
export interface StyledText {
  readonly text: string;
  readonly style: FaceStyle;
  readonly span: Span | undefined;
}

/**
 * One `missing-glyph` error for each character of a text that no face of the letter's chain has, at the text's place;
 * `private-character` for one that no font may draw, `bad-font` where a font file cannot be used.
 */
export function checkGlyphs(letter: Letter): Diagnostic[] {
  const { problems, missing } = inspect(letter);
  return [...problems, ...missing.map((one) => describeGlyphs([one]))];
}

/** The same of many letters, with one `missing-glyph` error for all that the fonts of a letter lack in a language. */
export function checkGlyphsOf(letters: readonly Letter[]): Diagnostic[] {
  const found = letters.map(inspect);
  return [
    ...found.flatMap(({ problems }) => problems),
    ...groupGlyphs(found.flatMap(({ missing }) => missing)),
  ];
}

function inspect(letter: Letter): { problems: Diagnostic[]; missing: MissingGlyph[] } {
  const fonts = new LetterFonts(familiesOf(letter));
  const { id, language } = letter;
  const families = letter.fonts.map((family) => family.name).join(', ');
  const texts = textsOf(letter);
  const missing = texts.flatMap(({ text, style, span }) =>
    missingIn(fonts.chain(style), text).map((character) => {
      return { character, letter: id, language, families, ...(span && { span }) };
    }),
  );
  const companion = letter.companion && inspect(letter.companion.letter);
  return {
    problems: [...fonts.problems(), ...excessOf(letter, texts), ...(companion?.problems ?? [])],
    missing: [...missing, ...(companion?.missing ?? [])],
  };
}

/** More than can be set in reasonable time, told where it becomes too much. */
function excessOf({ id, language }: Letter, texts: readonly StyledText[]): Diagnostic[] {
  let printed = 0;
  for (const { text, span } of texts) {
    printed += text.length;
    if (printed <= MOST_PRINTED) continue;
    const message = `the letter "${id}" (${language}) has more than ${grouped(MOST_PRINTED)} characters`;
    const hint = 'divide it, or put a part into an annex';
    return [{ severity: 'error', code: 'too-large', message, ...(span && { span }), hint }];
  }
  return [];
}

/** The faces of the letter's families in each style, as far as their files can be used. */
class LetterFonts {
  readonly #families: readonly FontFamily[];
  readonly #chains = new Map<string, readonly Face[]>();
  readonly #problems = new Map<string, Diagnostic>();

  constructor(families: readonly FontFamily[]) {
    this.#families = families;
  }

  chain(style: FaceStyle): readonly Face[] {
    const key = `${style.bold}${style.italic}`;
    let chain = this.#chains.get(key);
    if (!chain) {
      chain = this.#families.flatMap((family) => this.#load(family, style));
      this.#chains.set(key, chain);
    }
    return chain;
  }

  problems(): Diagnostic[] {
    return [...this.#problems.values()];
  }

  #load(family: FontFamily, style: FaceStyle): Face[] {
    try {
      return [loadFace(styleFile(family, style), family.name)];
    } catch (error) {
      if (!(error instanceof FontError)) throw error;
      this.#problems.set(error.path, badFont(family, error));
      return [];
    }
  }
}

/** Parts of a letter that are set in bold whatever their text says. */
const BOLD_PARTS = new Set(['subject', 'unit', 'confidential', 'heading', 'draft']);
/** Parts that hold no text to be drawn. */
const OTHER_PARTS = new Set(['companion', 'fonts', 'settings', 'title', 'author', 'href', 'span']);
const PLAIN: FaceStyle = { bold: false, italic: false };

/** All texts of a letter but those of its companion, and how they are set. */
export function textsOf(letter: Letter): StyledText[] {
  const texts: StyledText[] = [{ text: letter.footer.page, style: PLAIN, span: undefined }];
  collect(letter, PLAIN, texts);
  return texts;
}

/** Walks over the letter as data, so that no part that carries text can be forgotten here. */
function collect(value: unknown, style: FaceStyle, texts: StyledText[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, style, texts);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const node = value as Record<string, unknown>;
  if (node.type === 'text' && typeof node.text === 'string') {
    texts.push({ text: node.text, style, span: node.span as Span | undefined });
    return;
  }
  const own = styleInside(String(node.type), style);
  for (const [key, part] of Object.entries(node)) {
    if (!OTHER_PARTS.has(key)) collect(part, styleInside(key, own), texts);
  }
}

function styleInside(name: string, style: FaceStyle): FaceStyle {
  if (name === 'strong' || BOLD_PARTS.has(name)) return { ...style, bold: true };
  return name === 'emphasis' ? { ...style, italic: true } : style;
}

/** Texts of a few editions: those of circulars come again in every personal letter. */
const TEXTS_KEPT = 5_000;
const caches = new WeakMap<Face, BoundedCache<readonly string[]>>();
const PLAIN_ASCII = /^[ -~]*$/;
const segmenter = new Intl.Segmenter();

function missingIn(chain: readonly Face[], text: string): readonly string[] {
  const [first] = chain;
  if (!first || (PLAIN_ASCII.test(text) && covers(first, text))) return [];
  const cache = caches.get(first) ?? new BoundedCache<readonly string[]>(TEXTS_KEPT);
  caches.set(first, cache);
  const key = [...chain.map((face) => face.path), text].join('\n');
  const known = cache.get(key) ?? findMissing(chain, text);
  cache.set(key, known);
  return known;
}

function findMissing(chain: readonly Face[], text: string): string[] {
  const found = new Set(text.match(PRIVATE));
  if (chain.some((face) => covers(face, text))) return [...found];
  for (const { segment } of segmenter.segment(text)) {
    if (!chain.some((face) => covers(face, segment))) found.add(missingPart(chain, segment));
  }
  return [...found];
}

/** The character of a cluster that its base's face lacks: a base and its marks have to be of one face. */
function missingPart(chain: readonly Face[], cluster: string): string {
  const [base = '', ...marks] = cluster;
  const face = chain.find((candidate) => covers(candidate, base));
  if (!face) return base;
  return marks.find((mark) => !covers(face, mark)) ?? base;
}

const FORBIDDEN =
  'choose another font, or ask its maker for a file that may be embedded in documents';

/** A font file that cannot be used, where the family is described. */
export function badFont(family: FontFamily, error: FontError): Diagnostic {
  return {
    severity: 'error',
    code: 'bad-font',
    message: `the file ${basename(error.path)} of the font "${family.name}" cannot be used: ${error.message}`,
    ...(family.span && { span: family.span }),
    ...(error.code.endsWith('-forbidden') && { hint: FORBIDDEN }),
  };
}
