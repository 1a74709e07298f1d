/** axe-core finds nothing in any view, theme and language of the interface. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { AXE, violations } from './axe.ts';
import { copyOfExample, drawn, edit, openPreview, until, useBrowser } from './open.ts';

const browser = useBrowser();

/** Goes through the views; `look` is called in each with its name. */
async function visitViews(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  await look('letter');
  for (const view of ['languages', 'changes']) {
    await page.locator(`input[value="${view}"]`).check();
    await page.locator('.panel .compare table, .panel .muted, .panel .changes').first().waitFor();
    await look(view);
  }
  for (const tab of ['mail', 'data', 'problems']) {
    await page.locator(`#tab-${tab}`).click();
    await until(() => page.locator(`#panel-${tab}`).innerText()).not.toMatch(/…$/);
    await look(tab);
  }
}

describe.each(['en', 'fr', 'ar'])('interface in %s', (locale) => {
  test.each(['light', 'dark'] as const)('%s', async (colorScheme) => {
    const page = await openPreview(browser(), copyOfExample(), { locale, colorScheme });
    await drawn(page);
    await page.getByRole('listbox').getByRole('option').nth(1).click();
    await page.locator('.recipient[aria-selected="true"]').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    await page.evaluate(AXE);
    await visitViews(page, async (view) => {
      expect(await violations(page), view).toEqual([]);
    });
  });
});

test.each(['light', 'dark'] as const)(
  'an error over the letter, the help: %s',
  async (colorScheme) => {
    const edition = copyOfExample();
    const page = await openPreview(browser(), edition, { colorScheme });
    await drawn(page);
    await page.evaluate(AXE);
    edit(edition, 'edition.yaml', 'signatories:', 'signatores:');
    await page.getByRole('alert').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keyboard' }).click();
    expect(await violations(page)).toEqual([]);
  },
);

test('the interface is mirrored in Arabic: the side with the recipients stands at the right', async () => {
  const page = await openPreview(browser(), copyOfExample(), { locale: 'ar' });
  await drawn(page);
  const side = await page.getByRole('navigation').boundingBox();
  const letter = await page.locator('main').boundingBox();
  expect(side?.x).toBeGreaterThan((letter?.x ?? 0) + (letter?.width ?? 0) - 1);
});

test('the interface changes its language and theme without a reload', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await page.getByLabel('Interface').selectOption('fr');
  await page.getByRole('tab', { name: 'Courriel' }).waitFor();
  const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const light = await background();
  await page.getByLabel('Thème').selectOption('dark');
  expect(await background()).not.toBe(light);
});

test('nothing is lost in a window of 320 pixels, as at 400 %', async () => {
  const page = await openPreview(browser(), copyOfExample(), {
    viewport: { width: 320, height: 640 },
  });
  await drawn(page);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(320);
});

test('whoever prefers no motion sees none', async () => {
  const edition = copyOfExample();
  const page = await openPreview(browser(), edition, { reducedMotion: 'reduce' });
  await drawn(page);
  edit(edition, 'edition.yaml', '+41 22 730 6240', '+41 22 999 1234');
  await page.locator('.mark').first().waitFor();
  const style = `getComputedStyle(document.querySelector('.mark'))`;
  expect(await page.evaluate(`${style}.animationName`)).toBe('none');
});

test.each(['en', 'ar'])(
  'in a narrow window nothing lies over the recipients: %s',
  async (locale) => {
    const viewport = { width: 760, height: 700 };
    const page = await openPreview(browser(), copyOfExample(), { locale, viewport });
    await drawn(page);
    const list = await page.getByRole('listbox').boundingBox();
    const letter = await page.locator('main').boundingBox();
    expect((list?.y ?? 0) + (list?.height ?? Infinity)).toBeLessThanOrEqual(letter?.y ?? 0);
    expect(list?.height).toBeGreaterThan(150);
  },
);

test('the tag of a language keeps its distance from the longest name', async () => {
  const edition = copyOfExample();
  const name = 'سلمى بنت خلفان الحارثية';
  edit(edition, 'stakeholders.csv', name, `${name} ${name} ${name}`);
  const page = await openPreview(browser(), edition);
  const row = page.getByRole('option').filter({ hasText: name });
  await row.waitFor();
  const box = async (part: string) => row.locator(part).boundingBox();
  const [text, tag] = [await box('.recipient-name'), await box('.recipient-language')];
  expect((tag?.x ?? 0) - (text?.x ?? 0) - (text?.width ?? 0)).toBeGreaterThanOrEqual(8);
});
