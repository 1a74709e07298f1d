/** Mail, data and problems of a letter, and comparisons. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { wsisLetters } from '../../support/cli.ts';
import { copyOfExample, drawn, drawnIn, edit, openPreview, until, useBrowser } from './open.ts';

const browser = useBrowser();
const PERMISSIONS = { permissions: ['clipboard-read', 'clipboard-write'] };
const clipboard = (page: Page) => page.evaluate('navigator.clipboard.readText()');

test('mail: head, HTML in a frame that runs nothing, text, headers', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await page.getByRole('listbox').getByRole('option', { name: 'Bellavista' }).click();
  await drawnIn(page, 'en');
  await page.getByRole('tab', { name: 'Mail' }).click();
  const panel = page.getByRole('tabpanel');
  await panel.getByText('regency@example.org').waitFor();
  expect(await panel.locator('.mail-head').innerText()).toContain('Invitation to participate');

  const frame = panel.locator('iframe');
  expect(await frame.getAttribute('sandbox')).toBe('');
  await until(() => frame.contentFrame().locator('body').innerText()).toContain('10 April 2026');

  await page.getByRole('radio', { name: 'As text' }).check();
  expect(await panel.locator('pre').innerText()).toContain('10 April 2026');
  await page.getByRole('radio', { name: 'Headers' }).check();
  expect(await panel.getByRole('row', { name: 'From' }).innerText()).toContain('@');
});

test('data: each value with its place, which a click copies', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition, PERMISSIONS);
  await drawn(page);
  await page.getByRole('tab', { name: 'Data' }).click();
  await page.getByLabel('Filter values').fill('contact.telephone');
  const row = page.getByRole('row', { name: 'contact.telephone' });
  expect(await row.innerText()).toContain('+41 22 730 6240');
  await row.getByRole('button').click();
  await until(() => clipboard(page)).toMatch(/edition\.yaml:\d+$/);
  await page
    .getByText(/^Copied: .*edition\.yaml:\d+$/)
    .first()
    .waitFor({ state: 'attached' });
});

test('problems: code, frame and hint, and a place to copy', async () => {
  const edition = copyOfExample();
  edit(edition, 'edition.yaml', 'signatories:', 'signatores:');
  const page = await openPreview(browser(), edition, PERMISSIONS);
  await page.getByRole('button', { name: /error/ }).click();
  const panel = page.getByRole('tabpanel', { name: 'Problems' });
  const problem = panel.getByRole('listitem').filter({ hasText: 'unknown-key' });
  expect(await problem.innerText()).toMatch(/signatores:\n +\| \^{10}/);
  expect(await problem.innerText()).toContain('did you mean "signatories"?');
  await problem.getByRole('button').click();
  await until(() => clipboard(page)).toMatch(/edition\.yaml:\d+$/);
});

test('two languages, paragraph by paragraph, with the facts in which they differ', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition);
  await drawn(page);
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('radio', { name: 'Compare languages' }).check();
  await page.getByText('Both languages give the same facts.').waitFor();
  const row = page.getByRole('row', { name: 'Geneva, 10 April 2026' });
  const [english, arabic] = await row.getByRole('cell').all();
  expect(await english?.getAttribute('dir')).toBe('ltr');
  expect(await arabic?.getAttribute('dir')).toBe('rtl');
  expect(await arabic?.innerText()).toContain('10 أبريل 2026');

  edit(
    edition,
    'edition.yaml',
    'en: World Summit on the Information Society Forum 2026',
    'en: WSIS 2027',
  );
  const difference = page.locator('.difference').filter({ hasText: '2027' });
  await difference.waitFor();
  await difference.click();
  expect(await page.locator('tr:focus').getAttribute('class')).toBe('differs');
});

test('what changed since the last render, page against page', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition);
  await drawn(page);
  await page.getByRole('radio', { name: 'Since last render' }).check();
  await page.getByText('This letter has not been rendered yet').waitFor();

  await wsisLetters(['render', edition, '--circular', '--language', 'ar']);
  edit(edition, 'edition.yaml', '+41 22 730 6240', '+41 22 999 1234');
  await page.getByText('1 page has changed').waitFor();
  const before = page.getByRole('figure').filter({ hasText: 'Last render' }).first();
  await until(() => before.locator('.textLayer').innerText()).toContain('730 6240');
  const after = page.getByRole('figure').filter({ hasText: 'Now: changed' });
  await until(() => after.locator('.textLayer').innerText()).toContain('999 1234');
  expect(await after.locator('.mark').count()).toBeGreaterThan(0);
  expect(await before.locator('.mark').count()).toBe(0);
});
