/** The page by keyboard alone, and to a screen reader. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { copyOfExample, drawn, edit, letterText, openPreview, until, useBrowser } from './open.ts';

const browser = useBrowser();

/** The recipients that are listed. */
const rows = (page: Page) => page.getByRole('listbox').getByRole('option');

/** Name of what has the focus, as assistive technology hears it. */
const focused = (page: Page) => page.locator(':focus').ariaSnapshot();

/** Presses Tab until the focus is on something of this name. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    if ((await page.locator(':focus').count()) > 0 && name.test(await focused(page))) return;
  }
  throw new Error(`the Tab key does not lead to ${name}`);
}

test('everything is reached with Tab, and what has the focus shows it', async () => {
  const edition = copyOfExample();
  edit(edition, 'edition.yaml', '{date: 2026-03-31, over: true}', '2026-03-31');
  const page = await openPreview(browser(), edition);
  await drawn(page);
  await rows(page).first().waitFor();
  for (const name of [
    /Skip to the letter/,
    /warning/,
    /Interface/,
    /Theme/,
    /Keyboard/,
    /invitation/,
    /Circular/,
    /searchbox/,
    /Category/,
    /Recipients/,
    /Next recipient/,
    /radio/,
    /Layout/,
    /PDF of this letter/,
    /tab "Letter"/,
    /The letter/,
    /Larger/,
    /Pages/,
  ]) {
    await tabTo(page, name);
    const outline = await page.evaluate(OUTLINE);
    expect(outline, String(name)).toBeGreaterThanOrEqual(2);
  }
});

/** Runs in the browser: the width of the focus ring, which a radio button draws around its label. */
const OUTLINE = `(() => {
  const focus = document.activeElement;
  const shown = focus.type === 'radio' ? focus.nextElementSibling : focus;
  const style = getComputedStyle(shown);
  return style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);
})()`;

test('search, next and previous recipient without a mouse', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await drawn(page);
  await page.keyboard.press('Control+k');
  expect(await focused(page)).toContain('searchbox');
  await page.keyboard.type('bellavista');
  await page.getByText('1 recipient', { exact: true }).waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await until(() => letterText(page)).toContain('Bellavista');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await until(() => rows(page).count()).toBeGreaterThan(5);
  await page.keyboard.press('Alt+ArrowDown');
  await until(() => letterText(page)).toContain('Ndiaye');
  await page.keyboard.press('Alt+ArrowUp');
  await until(() => letterText(page)).toContain('Bellavista');
});

test('arrow keys in the list open letters; the active row is named', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await rows(page).first().waitFor();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await until(() => letterText(page)).toContain('Bellavista');
  const active = await page.getByRole('listbox').getAttribute('aria-activedescendant');
  const row = page.locator(`#${active}`);
  expect(await row.getAttribute('aria-selected')).toBe('true');
  expect(await row.getAttribute('aria-posinset')).toBe('2');
  const size = Number(await row.getAttribute('aria-setsize'));
  await page.keyboard.press('End');
  const last = page.locator(`[aria-posinset="${size}"]`);
  await until(() => last.getAttribute('aria-selected')).toBe('true');
});

test('tabs by arrow keys; in Arabic the left arrow leads on', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await drawn(page);
  await page.getByRole('tab', { name: 'Letter' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toContain('tab "Mail" [selected]');
  await page.getByLabel('Interface').selectOption('ar');
  await page.getByRole('tab', { name: 'البريد' }).focus();
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toContain('tab "البيانات" [selected]');
});

test('keys of the pages act on the pages alone', async () => {
  const page = await openPreview(browser(), copyOfExample('forum-2019'));
  await drawn(page);
  const zoom = page.locator('.zoom');
  const before = await zoom.innerText();
  await page.locator('.pages').focus();
  await page.keyboard.press('-');
  await until(() => zoom.innerText()).not.toBe(before);
  await page.keyboard.press('0');
  await until(() => zoom.innerText()).toBe(before);
  await page.getByRole('searchbox', { name: 'Search' }).focus();
  await page.keyboard.type('-0');
  expect(await zoom.innerText()).toBe(before);
});

test('the help is a dialog that Escape closes', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await page.getByRole('button', { name: 'Keyboard' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(await dialog.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await dialog.isVisible()).toBe(false);
  expect(await focused(page)).toContain('Keyboard');
});
