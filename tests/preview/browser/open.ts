/** Opens the preview of an edition in Chromium, as a user would: runs the command and goes to the address it prints. */
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { BIN } from '../../support/cli.ts';
import { mortal } from '../../support/mortal.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../../examples');
const OPTIONS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
/** A laptop's. */
const VIEWPORT = { width: 1366, height: 768 };

/** One Chromium for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: OPTIONS });
  });
  afterAll(() => browser.close());
  return () => browser;
}

/** A copy of an example, to be edited; it goes when the test has finished. */
export function copyOfExample(name = 'forum-2026'): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wsis letters منتدى ')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const edition = join(folder, name);
  cpSync(join(EXAMPLES, name), edition, {
    recursive: true,
    filter: (path) => !path.endsWith('/out'),
  });
  return edition;
}

/** Replaces a text that stands in a file of the edition. */
export function edit(edition: string, file: string, from: string, to: string): void {
  const path = join(edition, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

/**
 * The page of the preview with the first letter drawn. The test fails at its end if the page wrote an error
 * to the console (what the content security policy forbids comes there too) or asked another machine.
 */
export async function openPreview(
  browser: Browser,
  edition: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const { address } = await startCommand(edition);
  const page = await openTab(browser, options);
  watchForFaults(page, new URL(address).origin);
  await page.goto(address);
  return page;
}

/** What the page sends with each of its requests. */
export async function keyOf(page: Page): Promise<string> {
  return (await page.evaluate("localStorage.getItem('wsis-letters-key')")) as string;
}

/** An empty page of a browser that shares nothing with others. */
export async function openTab(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en', ...options });
  onTestFinished(() => context.close());
  return context.newPage();
}

export interface Command {
  /** That it has printed first. */
  readonly address: string;
  /** All that it has printed so far. */
  readonly output: () => string;
  readonly child: ChildProcess;
}

/** Runs `wsis-letters preview` until the test has finished. */
export async function startCommand(edition: string, ...options: string[]): Promise<Command> {
  const child = mortal([BIN, 'preview', edition, ...options]);
  let output = '';
  const address = await new Promise<string>((found, fail) => {
    const take = (text: string) => {
      output += text;
      const first = /http:\/\/\S+/.exec(output)?.[0];
      if (first) found(first);
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    child.on('close', () => fail(new Error(output)));
  });
  return { address, output: () => output, child };
}

/**
 * Answers 404 and 409 are part of the preview; Chromium writes them to the console all the same, and requests
 * that a test aborts.
 */
const EXPECTED = /status of (404|409)|net::ERR_FAILED/;

function watchForFaults(page: Page, origin: string): void {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error.stack)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`asked for ${request.url()}`);
  });
  onTestFinished(() => {
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
}

/** Waits until the letter is drawn at this revision of the edition, or a later one. */
export async function drawn(page: Page, revision = 0): Promise<void> {
  await until(() => revisionOf(page)).toBeGreaterThanOrEqual(revision);
}

/** The revision that is drawn; -1 if none is. */
export async function revisionOf(page: Page): Promise<number> {
  const pages = page.locator('.pages');
  if ((await pages.count()) === 0) return -1;
  return Number(await pages.getAttribute('data-drawn'));
}

/** Waits for letters in a language. */
export async function drawnIn(page: Page, language: string): Promise<void> {
  const layer = page.locator('.textLayer').first();
  await until(() => layer.getAttribute('lang')).toBe(language);
}

/** `expect` that asks again until it holds: the page's policy forbids what Playwright's own waiting does. */
export function until<T>(value: () => T | Promise<T>) {
  return expect.poll(value, { timeout: 20_000 });
}

/** The text of the pages, as one selects it. */
export async function letterText(page: Page): Promise<string> {
  return (await page.locator('.textLayer').allInnerTexts()).join('\n').replace(/\s+/g, ' ');
}
