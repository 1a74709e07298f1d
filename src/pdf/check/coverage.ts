/** Finds, before anything is drawn, the characters of a letter that none of its fonts has. */
import { basename } from 'node:path';
import { grouped, MOST_PRINTED } from '../../data/limits.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { BoundedCache } from '../../font/cache.ts';
import { covers } from '../../font/chain.ts';
import { FontError } from '../../font/error.ts';
import { type Face, loadFace } from '../../font/face.ts';
import { type FaceStyle, styleFile } from '../../font/faces.ts';
import { familiesOf } from '../../font/families.ts';
import type { FontFamily, Letter } from '../../model.ts';
import { visitTexts } from '../../walk-letter.ts';
import { describeGlyphs, groupGlyphs, type MissingGlyph, PRIVATE } from './missing-glyphs.ts';
import { type PrintedLetter, printedTexts } from './printed-texts.ts';

/**
 * One `missing-glyph` error for each character of a text that no face of the letter's chain has, at the text's place;
 * `private-character` for one that no font may draw, `bad-font` where a font file cannot be used.
 */
export function checkGlyphs(letter: Letter): Diagnostic[] {
  const { problems, missing } = inspect(letter);
  return [...problems, ...missing.map((one) => describeGlyphs([one]))];
}

/** The same of many letters, with one `missing-glyph` error for all that their fonts lack of a script. */
export function checkGlyphsOf(letters: readonly Letter[]): Diagnostic[] {
  const found = letters.map(inspect);
  return [
    ...found.flatMap(({ problems }) => problems),
    ...groupGlyphs(found.flatMap(({ missing }) => missing)),
  ];
}

interface Findings {
  readonly problems: readonly Diagnostic[];
  readonly missing: readonly MissingGlyph[];
}

/** The findings of a letter, then those of its companion. */
function inspect(letter: Letter): Findings {
  const found = printedTexts(letter).map(inspectTexts);
  return {
    problems: found.flatMap(({ problems }) => problems),
    missing: found.flatMap(({ missing }) => missing),
  };
}

function inspectTexts({ letter, texts }: PrintedLetter): Findings {
  const fonts = new LetterFonts(familiesOf(letter));
  const { id, language } = letter;
  const families = letter.fonts.map((family) => family.name).join(', ');
  const missing: MissingGlyph[] = [];
  for (const { text, style, span } of texts) {
    for (const character of missingIn(fonts.chain(style), text)) {
      missing.push({ character, letter: id, language, families, ...(span && { span }) });
    }
  }
  return { problems: [...fonts.problems(), ...excessOf(letter)], missing };
}

/** More than can be set in reasonable time, reported where it becomes too much. */
function excessOf(letter: Letter): Diagnostic[] {
  const { id, language, footer } = letter;
  let printed = footer.page.length;
  let excess: Diagnostic[] = [];
  visitTexts(letter, ({ text, span }) => {
    printed += text.length;
    if (printed <= MOST_PRINTED || excess.length > 0) return;
    const message = `the letter "${id}" (${language}) has more than ${grouped(MOST_PRINTED)} characters`;
    const hint = 'divide it, or put a part into an annex';
    excess = [{ severity: 'error', code: 'too-large', message, ...(span && { span }), hint }];
  });
  return excess;
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
