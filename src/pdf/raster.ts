/** PDF → pictures of its pages, by pdf.js on a canvas that needs no browser. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Canvas } from '@napi-rs/canvas';

/** A page as pixels. */
export interface Picture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, row by row from the top. */
  readonly pixels: Uint8ClampedArray;
}

/** An opened PDF; `close` it. */
export interface PageSource {
  readonly pages: number;
  /** Points. */
  size(page: number): Promise<{ readonly width: number; readonly height: number }>;
  /** @param page from 1 @param scale 1 is 72 dpi @throws Error if there is no such page */
  picture(page: number, scale: number): Promise<Picture>;
  /** The same as PNG. */
  png(page: number, scale: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** @throws Error where the file is no PDF, is damaged or encrypted */
export async function openPages(pdf: Uint8Array): Promise<PageSource> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // A copy: pdf.js takes possession of the bytes.
    data: new Uint8Array(pdf),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    standardFontDataUrl: join(root, 'standard_fonts') + sep,
    cMapUrl: join(root, 'cmaps') + sep,
    wasmUrl: join(root, 'wasm') + sep,
  });
  const document = await task.promise;
  const draw = async (number: number, scale: number): Promise<Canvas> => {
    const { createCanvas } = await import('@napi-rs/canvas');
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // The two canvases do the same and differ in their declarations.
    await page.render({ canvas: canvas as never, viewport }).promise;
    return canvas;
  };
  return {
    pages: document.numPages,
    async size(number) {
      const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    },
    async picture(page, scale) {
      const canvas = await draw(page, scale);
      const { width, height } = canvas;
      return {
        width,
        height,
        pixels: canvas.getContext('2d').getImageData(0, 0, width, height).data,
      };
    },
    png: async (page, scale) => (await draw(page, scale)).encode('png'),
    close: () => task.destroy(),
  };
}
