/** Lines as Chromium sets them: where each character stands, and a picture. CSS pixels are taken for points. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { FontFamily } from '../../src/model.ts';
import { family } from '../support/fonts.ts';
import { type Picture, readPicture } from './read-page.ts';
import type { Boxed } from './visual.ts';

export interface BrowserLine {
  /** Boxes relative to the block's left top corner. */
  readonly characters: readonly Boxed[];
  readonly picture: Picture;
}

export interface BrowserBlock {
  readonly direction: 'ltr' | 'rtl';
  readonly html: string;
  /** Font size, points. */
  readonly size: number;
  /** Width at which the text wraps, points. */
  readonly width: number;
}

const SCALE = 6;
const OPTIONS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Sets all blocks on one page and reads each back. */
export async function setInChromium(blocks: readonly BrowserBlock[]): Promise<BrowserLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wsis-letters-chromium-'));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: OPTIONS });
  try {
    const page = await openBlocks(browser, folder, blocks);
    const lines: BrowserLine[] = [];
    for (const index of blocks.keys()) lines.push(await readBlock(page, index));
    return lines;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function openBlocks(
  browser: Browser,
  folder: string,
  blocks: readonly BrowserBlock[],
): Promise<Page> {
  const file = join(folder, 'lines.html');
  writeFileSync(file, documentOf(blocks));
  const page = await browser.newPage({ deviceScaleFactor: SCALE });
  await page.goto(`file://${file}`);
  const loaded = await page.evaluate(LOADED_FONTS);
  if (loaded !== 2) throw new Error(`Chromium loaded ${loaded} of the fonts`);
  return page;
}

const LOADED_FONTS = `document.fonts.ready.then(async () => {
  await Promise.all(['Amiri', 'Tinos'].map((name) => document.fonts.load('12px ' + name)));
  return [...document.fonts].filter((font) => font.weight === '400' && font.status === 'loaded').length;
})`;

function documentOf(blocks: readonly BrowserBlock[]): string {
  const faces = (['Amiri', 'Tinos'] as const).map((name) => fontFaces(family(name))).join('');
  const paragraphs = blocks.map(blockHtml).join('');
  return `<!doctype html><meta charset="utf-8"><style>${faces}
    body { margin: 0 } p { margin: 0; padding: 12px 0; line-height: 1.9; text-rendering: geometricPrecision }
    a { color: inherit; text-decoration: none } sup { font-size: 60%; line-height: 0 }
  </style>${paragraphs}`;
}

function blockHtml({ direction, html, size, width }: BrowserBlock): string {
  const rtl = direction === 'rtl';
  const fonts = rtl ? 'Amiri, Tinos' : 'Tinos, Amiri';
  const style = `font-family: ${fonts}; font-size: ${size}px; width: ${width}px`;
  return `<p dir="${direction}" lang="${rtl ? 'ar' : 'en'}" style="${style}">${html}</p>\n`;
}

function fontFaces({ name, regular, bold = regular }: FontFamily): string {
  const face = (path: string, weight: number) =>
    `@font-face { font-family: ${name}; font-weight: ${weight}; src: url("file://${path}") }`;
  return face(regular, 400) + face(bold, 700);
}

async function readBlock(page: Page, index: number): Promise<BrowserLine> {
  const block = page.locator('p').nth(index);
  const characters = (await page.evaluate(`(${READ_CHARACTERS})(${index})`)) as Boxed[];
  return { characters, picture: readPicture(await block.screenshot(), SCALE) };
}

/** Runs in the browser, which has types of its own. */
const READ_CHARACTERS = `(index) => {
  const block = document.querySelectorAll('p')[index];
  const origin = block.getBoundingClientRect();
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    let start = 0;
    for (const text of node.data) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + text.length);
      start += text.length;
      const box = range.getClientRects()[0];
      if (!box) continue;
      found.push({ text, left: box.left - origin.left, right: box.right - origin.left,
        top: box.top - origin.top, bottom: box.bottom - origin.top });
    }
  }
  return found;
}`;
