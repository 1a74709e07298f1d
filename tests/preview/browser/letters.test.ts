import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  copyOfExample,
  drawn,
  drawnIn,
  letterText,
  openPreview,
  until,
  useBrowser,
} from './open.ts';

const browser = useBrowser();

test('opens the circular, drawn, with its text to select', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await drawn(page);
  expect(await page.locator('.sheet canvas').count()).toBeGreaterThan(0);
  await page.getByRole('radio', { name: 'English' }).check();
  await drawnIn(page, 'en');
  expect(await letterText(page)).toContain('Geneva, 10 April 2026');
  expect(await page.locator('.sheet-frame').first().getAttribute('aria-label')).toMatch(
    /^Page 1 of \d$/,
  );
});

test('finds recipients by what is typed, and opens the letter to one in that language', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await page.getByRole('searchbox', { name: 'Search' }).fill('ndiaye');
  await page.getByText('1 recipient', { exact: true }).waitFor();
  await page.getByRole('option', { name: 'Ndiaye-Diop' }).click();
  await drawnIn(page, 'fr');
  expect(await letterText(page)).toContain('Ndiaye-Diop');
  expect(await page.getByRole('radio', { name: 'Français' }).isChecked()).toBe(true);
});

test.each([
  ['Category', 'civil-society', /^[\w-]+,civil-society,/gm],
  ['Language', 'es', /^[\w-]+,[\w-]+,es,/gm],
])('filters recipients by %s', async (label, value, rows) => {
  const edition = copyOfExample();
  const list = readFileSync(join(edition, 'stakeholders.csv'), 'utf8');
  const count = list.match(rows)?.length;
  const page = await openPreview(browser(), edition);
  const found = page.locator('.found');
  await found.filter({ hasText: 'recipients' }).waitFor();
  await page.getByRole('search').getByLabel(label).selectOption(value);
  await until(() => found.innerText()).toBe(`${count} recipients`);
});

test('says that nobody matches', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await page.getByRole('searchbox', { name: 'Search' }).fill('nobody at all');
  await page.getByText('No recipient matches').waitFor();
});

test('page by page, and fitted to the window', async () => {
  const page = await openPreview(browser(), copyOfExample('forum-2019'));
  await drawn(page);
  await page.getByRole('radio', { name: 'Page by page' }).check();
  const sheets = page.locator('.page:visible');
  expect(await sheets.count()).toBe(1);
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByText('Page 2 of').waitFor();
  expect(await page.locator('.page').nth(1).isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Fit page' }).click();
  const height = async (selector: string) =>
    (await page.locator(selector).first().boundingBox())?.height ?? 0;
  const view = await height('.pages');
  await until(() => height('.page:visible')).toBeLessThan(view);
});

test('sets two languages in one letter', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await drawn(page);
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByLabel('Layout').selectOption('sequential');
  await page.getByLabel('Second language').selectOption('fr');
  await until(() => letterText(page)).toContain('Genève, le 10 avril 2026');
  expect(await letterText(page)).toContain('Geneva, 10 April 2026');
});

test('a reload keeps the letter that is open', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await page.getByRole('option', { name: 'Bellavista' }).click();
  await drawnIn(page, 'en');
  await page.reload();
  await drawn(page);
  expect(await letterText(page)).toContain('Bellavista');
});

test.each([
  ['PDF of this letter', 'forum-2026.invitation.ar.pdf', '%PDF-'],
  ['PNG of this page', 'forum-2026.invitation.ar.1.png', '\x89PNG'],
  ['Mail as EML', 'forum-2026-invitation-ar.eml', ''],
])('takes away: %s', async (name, file, start) => {
  const page = await openPreview(browser(), copyOfExample());
  await drawn(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(file);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  expect(bytes.length).toBeGreaterThan(1000);
  expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start);
});
