/** Lists as long, and names as hostile, as they come. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { milliseconds } from '../../support/limits.ts';
import { copyOfExample, drawn, letterText, openPreview, until, useBrowser } from './open.ts';

const browser = useBrowser();
const HEADER = 'id,category,language,name,gender,rank,title,organisation,country,email';

function withRecipients(edition: string, names: readonly string[]): void {
  const rows = names.map(
    (name, index) =>
      `r${index},private-sector,en,${name},female,none,Director,Example Ltd,CH,r${index}@example.org`,
  );
  writeFileSync(join(edition, 'stakeholders.csv'), `${[HEADER, ...rows].join('\n')}\n`);
}

test('50,000 recipients: a few rows in the document, and any place of the list at once', async () => {
  const edition = copyOfExample();
  const names = Array.from({ length: 50_000 }, (_, index) => `Person ${index}`);
  withRecipients(edition, names);
  const page = await openPreview(browser(), edition);
  await page.getByText('50,000 recipients').waitFor();
  const list = page.getByRole('listbox');
  const rows = list.getByRole('option');
  await rows.filter({ hasText: 'Person 0' }).waitFor();
  expect(await rows.count()).toBeLessThan(60);

  await page.evaluate(`${LIST}.scrollTo({ top: ${LIST}.scrollHeight / 2 })`);
  await rows.filter({ hasText: 'Person 25000' }).waitFor();
  expect(await rows.count()).toBeLessThan(60);

  const frames = (await page.evaluate(SCROLL_SMOOTHLY)) as number[];
  const median = frames.sort((a, b) => a - b)[Math.floor(frames.length / 2)];
  expect(median, 'milliseconds a frame').toBeLessThan(milliseconds(50));

  await page.getByRole('searchbox', { name: 'Search' }).fill('person 49999');
  await page.getByText('1 recipient', { exact: true }).waitFor();
  await rows.filter({ hasText: 'Person 49999' }).click();
  await until(() => letterText(page)).toContain('Person 49999');
});

const LIST = `document.querySelector('[role=listbox]')`;

/** Runs in the browser: scrolls by 40 frames and gives how long each took. */
const SCROLL_SMOOTHLY = `new Promise((done) => {
  const list = ${LIST};
  const times = [];
  let last = performance.now();
  const step = (now) => {
    times.push(now - last);
    last = now;
    list.scrollTop += 180;
    if (times.length < 40) requestAnimationFrame(step);
    else done(times.slice(1));
  };
  requestAnimationFrame(step);
})`;

test('what looks like HTML in a name stays text', async () => {
  const edition = copyOfExample();
  const name =
    '<script>globalThis.harmed = true</script><img src=x onerror=globalThis.harmed=true>';
  withRecipients(edition, [name]);
  const page = await openPreview(browser(), edition);
  await drawn(page);
  const row = page.getByRole('listbox').getByRole('option').first();
  expect(await row.innerText()).toContain(name);
  await row.click();
  for (const tab of ['Mail', 'Data', 'Problems']) {
    await page.getByRole('tab', { name: tab }).click();
    await until(() => page.getByRole('tabpanel').innerText()).not.toBe('Loading…');
  }
  // It is no name, and the letter is not drawn; what is said of it is text as well.
  await until(() => page.getByRole('tabpanel').innerText()).toContain('<script>');
  expect(await page.evaluate('globalThis.harmed === undefined')).toBe(true);
  expect(await page.locator('#app script, #app img').count()).toBe(0);
});
