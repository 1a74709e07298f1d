/** Chromium as another writer of PDFs, in the fonts of the letters. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { family } from '../support/fonts.ts';

export interface Printer {
  /** A tagged PDF of the body of a page. */
  print(html: string, style?: string): Promise<Buffer>;
  stop(): Promise<void>;
}

const FACES = ['Amiri', 'Tinos'].map(
  (name) => `@font-face { font-family: ${name}; src: url("file://${family(name).regular}") }`,
);
const STYLE = `${FACES.join('\n')}
  p { margin: 0 0 6px; text-align: justify; font: 12px Tinos, Amiri }
  p[lang=ar] { font: 13px/1.4 Amiri, Tinos }`;

export async function startPrinter(): Promise<Printer> {
  const folder = mkdtempSync(join(tmpdir(), 'wsis-letters-printer-'));
  const options = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] };
  const browser = await chromium.launch(options);
  return {
    async print(html, style = '') {
      const file = join(folder, 'page.html');
      // A file, not a string: a page without an address may not read fonts.
      writeFileSync(
        file,
        `<!doctype html><meta charset="utf-8"><style>${STYLE}${style}</style>${html}`,
      );
      const page = await browser.newPage();
      await page.goto(`file://${file}`);
      const pdf = await page.pdf({ format: 'A4', tagged: true });
      await page.close();
      return pdf;
    },
    async stop() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
