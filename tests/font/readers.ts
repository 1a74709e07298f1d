/** What independent programs find in a PDF. */
import { execFileSync } from 'node:child_process';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import * as mupdf from 'mupdf';
import { readText } from '../../src/pdf/readback/reader.ts';

export type Reader = (pdf: Buffer) => Promise<string>;

/** Poppler's `pdftotext`. */
export const poppler: Reader = async (pdf) =>
  execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' });

export const mupdfText: Reader = async (pdf) => {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  const pages = Array.from({ length: document.countPages() }, (_, page) =>
    document.loadPage(page).toStructuredText('preserve-whitespace').asText(),
  );
  return pages.join('\n');
};

export const pdfjs: Reader = readText;

/** The library with which Chrome and Edge show PDFs. */
export const pdfium: Reader = async (pdf) => {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  return pages.join('\n');
};

let library: Promise<PDFiumLibrary> | undefined;

const CONTROLS = /[\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g;

/** Lines without invisible controls, in Unicode's composed form, blanks at their ends and empty ones dropped. */
export function strictLines(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(CONTROLS, '')
    .split(/\s*\n\s*/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
