/** Where the characters of a PDF stand, as MuPDF reads them; points, y downwards. */
import * as mupdf from 'mupdf';
import type { Boxed } from './visual.ts';

export interface ReadPage {
  readonly characters: readonly Boxed[];
  readonly links: readonly { readonly href: string; readonly box: readonly number[] }[];
  /** Grey values, `SCALE` pixels to a point. */
  readonly picture: Picture;
}

export interface Picture {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** 0 black … 255 white, row by row. */
  readonly pixels: Uint8ClampedArray;
}

const SCALE = 6;

export function readPages(pdf: Uint8Array): ReadPage[] {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, index) => {
    const page = document.loadPage(index);
    return {
      characters: readCharacters(page),
      links: page.getLinks().map((link) => ({ href: link.getURI(), box: link.getBounds() })),
      get picture() {
        return drawPage(page);
      },
    };
  });
}

function readCharacters(page: mupdf.Page): Boxed[] {
  const found: Boxed[] = [];
  page.toStructuredText('preserve-whitespace,preserve-ligatures').walk({
    onChar(text, [, baseline], _font, size, [left, , right]) {
      found.push({ text, left, right, top: baseline - size, bottom: baseline + size * 0.4 });
    },
  });
  return withoutDirectionMarks(found);
}

/**
 * A glyph may stand for a character and an invisible direction mark, on either side of it; MuPDF
 * gives the box to the mark. Takes out the marks and gives their boxes back.
 */
function withoutDirectionMarks(characters: readonly Boxed[]): Boxed[] {
  const kept = [...characters];
  for (const [index, mark] of characters.entries()) {
    if (!INVISIBLE.test(mark.text)) continue;
    const owner = [index - 1, index + 1].find((at) => isBoxless(kept[at]));
    if (owner !== undefined) kept[owner] = { ...mark, text: kept[owner]?.text ?? '' };
  }
  return kept.filter(({ text }) => !INVISIBLE.test(text));
}

const INVISIBLE = /^\p{Cf}$/u;

function isBoxless(character: Boxed | undefined): boolean {
  if (!character || character.right > character.left) return false;
  return !/^[\p{M}\p{Cf}]$/u.test(character.text);
}

function drawPage(page: mupdf.Page): Picture {
  const matrix = mupdf.Matrix.scale(SCALE, SCALE);
  const pixmap = page.toPixmap(matrix, mupdf.ColorSpace.DeviceGray, false);
  return {
    scale: SCALE,
    width: pixmap.getWidth(),
    height: pixmap.getHeight(),
    pixels: pixmap.getPixels(),
  };
}

/** A picture file as grey values. */
export function readPicture(png: Uint8Array, scale: number): Picture {
  const source = new mupdf.Image(png).toPixmap();
  const channels = source.getNumberOfComponents();
  const all = source.getPixels();
  const pixels = new Uint8ClampedArray(source.getWidth() * source.getHeight());
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = all[i * channels] ?? 255;
  return { scale, width: source.getWidth(), height: source.getHeight(), pixels };
}

/** The middle of a superscript or a mark is this near to that of its line, points. */
const SAME_LINE = 7;

/** Characters by line, from the top; white space is left out. */
export function linesOf(characters: readonly Boxed[]): Boxed[][] {
  const middle = (character: Boxed) => (character.top + character.bottom) / 2;
  const lines: Boxed[][] = [];
  const visible = characters.filter(({ text }) => text.trim() !== '');
  for (const character of [...visible].sort((a, b) => middle(a) - middle(b))) {
    const [first] = lines.at(-1) ?? [];
    if (first && middle(character) - middle(first) < SAME_LINE) lines.at(-1)?.push(character);
    else lines.push([character]);
  }
  return lines;
}
