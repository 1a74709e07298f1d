/** What happens on the page when files are saved. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { milliseconds } from '../../support/limits.ts';
import {
  copyOfExample,
  drawn,
  edit,
  letterText,
  openPreview,
  revisionOf,
  until,
  useBrowser,
} from './open.ts';

const browser = useBrowser();
const TELEPHONE = '+41 22 730 6240';

/** The attribute or property of the scrolled pages. */
const scrolled = (page: Page) =>
  page.locator('.pages').evaluate((pages: { scrollTop: number }) => pages.scrollTop);

test('a saved file is drawn at once, where the reader is, and what changed is marked', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition);
  await drawn(page);
  await page.getByRole('button', { name: 'Larger' }).click();
  await page.locator('.pages').hover();
  await page.mouse.wheel(0, 150);
  await until(() => scrolled(page)).toBe(150);
  const zoom = await page.locator('.zoom').innerText();
  const revision = await revisionOf(page);

  edit(edition, 'edition.yaml', TELEPHONE, '+41 22 999 1234');
  await drawn(page, revision + 1);
  expect(await letterText(page)).toContain('999 1234');
  expect(await scrolled(page)).toBe(150);
  expect(await page.locator('.zoom').innerText()).toBe(zoom);
  expect(await page.locator('.mark').count()).toBe(1);
  await page.getByText('The letter was redrawn. 1 place changed').waitFor({ state: 'attached' });

  const mark = await page.locator('.mark').boundingBox();
  const telephone = await page.getByText('999 1234').first().boundingBox();
  expect(Math.abs((mark?.y ?? 0) - (telephone?.y ?? 999))).toBeLessThan(30);
});

test('an error lies over the last good page, and goes with its cause', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition);
  await drawn(page);
  const shown = await letterText(page);

  edit(edition, 'edition.yaml', 'signatories:', 'signatores:');
  const overlay = page.getByRole('alert', { name: 'This letter cannot be made' });
  await overlay.waitFor();
  expect(await overlay.innerText()).toContain('unknown-key');
  expect(await overlay.innerText()).toMatch(/did you mean "signatories"\?/);
  expect(await letterText(page)).toBe(shown);
  expect(await page.locator('.sheet canvas').first().isVisible()).toBe(true);

  edit(edition, 'edition.yaml', 'signatores:', 'signatories:');
  await overlay.waitFor({ state: 'detached' });
  expect(await letterText(page)).toBe(shown);
});

test('a file that cannot even be read leaves the last good page', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition);
  await drawn(page);
  writeFileSync(join(edition, 'edition.yaml'), 'event: [');
  await page.getByRole('alert').getByText('yaml-syntax').first().waitFor();
  expect(await page.locator('.sheet canvas').first().isVisible()).toBe(true);
});

test('another image is marked where it stands, though no word has changed', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition);
  await drawn(page);
  const revision = await revisionOf(page);
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
  writeFileSync(join(edition, 'logo.svg'), logo);
  await drawn(page, revision + 1);
  await page.locator('.mark').first().waitFor();
  const mark = await page.locator('.mark').last().boundingBox();
  const sheet = await page.locator('.sheet').first().boundingBox();
  expect((mark?.y ?? 0) - (sheet?.y ?? 0)).toBeLessThan(250);
});

test('what was saved while there was no connection is drawn when there is one again', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition);
  await drawn(page);
  await page.route('**/api/events', (route) => route.abort());
  await page.reload();
  await drawn(page);
  await page.locator('.connection.offline').waitFor();
  edit(edition, 'edition.yaml', TELEPHONE, '+41 22 999 1234');
  await page.unroute('**/api/events');
  await until(() => letterText(page)).toContain('999 1234');
  await page.locator('.connection.live').waitFor();
});

test('lists are followed too', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition);
  await page.getByRole('option', { name: 'Bellavista' }).click();
  await until(() => letterText(page)).toContain('Bellavista');
  edit(edition, 'stakeholders.csv', 'Lorenzo Bellavista', 'Leonardo Bellavista');
  await until(() => letterText(page)).toContain('Leonardo');
  await page.getByRole('option', { name: 'Leonardo' }).waitFor();
});

test('a saved letter of one page is drawn within half a second in a warm process', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition);
  await page.getByRole('radio', { name: 'English' }).check();
  await until(() => letterText(page)).toContain('Tel.:');
  await page.evaluate(RECORD_DRAWINGS);
  const times: number[] = [];
  let before = TELEPHONE;
  for (let round = 0; round < 8; round += 1) {
    const revision = await revisionOf(page);
    const next = `+41 22 730 70${10 + round}`;
    const saved = Date.now();
    edit(edition, 'edition.yaml', before, next);
    before = next;
    await drawn(page, revision + 1);
    times.push(((await page.evaluate('drawnAt')) as number) - saved);
  }
  // The best of them is what the tool takes; the others may have waited for other work of the machine.
  expect(Math.min(...times), `milliseconds: ${times.join(', ')}`).toBeLessThanOrEqual(
    milliseconds(500),
  );
});

/** Runs in the browser: the time at which a revision stood on all pages. */
const RECORD_DRAWINGS = `new MutationObserver(() => { globalThis.drawnAt = Date.now(); })
  .observe(document.querySelector('.pages'), { attributeFilter: ['data-drawn'] })`;
