/** Where the characters of a PDF stand, as MuPDF reads them; points, y downwards. */
import * as mupdf from 'mupdf';
import type { Boxed } from './visual.ts';

export interface PlacedCharacter extends Boxed {
  readonly baseline: number;
}

export interface ReadPage {
  readonly characters: readonly PlacedCharacter[];
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

function readCharacters(page: mupdf.Page): PlacedCharacter[] {
  const found: PlacedCharacter[] = [];
  page.toStructuredText('preserve-whitespace,preserve-ligatures').walk({
    onChar(text, [, baseline], _font, size, [left, , right]) {
      const [top, bottom] = [baseline - size, baseline + size * 0.4];
      const character = { text, left, right, top, bottom, baseline };
      const last = found.at(-1);
      // A glyph that stands for several characters gives its box to the last of them.
      if (last && /^\p{Cf}$/u.test(text))
        found[found.length - 1] = { ...character, text: last.text };
      else found.push(character);
    },
  });
  return found;
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

/** A superscript or a mark is drawn at a baseline of its own; points. */
const SAME_LINE = 7;

/** Characters by line, from the top; white space is left out. */
export function linesOf(characters: readonly PlacedCharacter[]): PlacedCharacter[][] {
  const lines: PlacedCharacter[][] = [];
  const visible = characters.filter(({ text }) => text.trim() !== '');
  for (const character of [...visible].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    const above = line?.[0]?.baseline ?? Number.NEGATIVE_INFINITY;
    if (line && character.baseline - above < SAME_LINE) line.push(character);
    else lines.push([character]);
  }
  return lines;
}
