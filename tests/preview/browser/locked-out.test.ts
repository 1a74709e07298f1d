/** The address of the preview, opened a second time. */
import { expect, test } from 'vitest';
import { AXE, violations } from './axe.ts';
import { copyOfExample, drawn, openTab, startCommand, until, useBrowser } from './open.ts';

const browser = useBrowser();

test.each([
  ['en', 'light', 'The preview is not open in this browser'],
  ['fr', 'dark', 'L’aperçu n’est pas ouvert dans ce navigateur'],
  ['ar', 'light', 'المعاينة غير مفتوحة في هذا المتصفح'],
] as const)(
  'says what to do in %s, and the new address works',
  async (locale, colorScheme, title) => {
    const { address, output } = await startCommand(copyOfExample());
    const first = await openTab(browser());
    await first.goto(address);
    await drawn(first);

    const second = await openTab(browser(), { locale, colorScheme });
    await second.goto(address);
    expect(await second.title()).toBe(title);
    expect(await second.getByRole('main').innerText()).toContain('wsis-letters preview');
    await second.evaluate(AXE);
    expect(await violations(second)).toEqual([]);

    await until(() => output().match(/http:\/\/\S+/g)?.length).toBe(2);
    await second.reload();
    const addresses = output().match(/http:\/\/\S+/g) ?? [];
    expect(addresses, 'no address is printed while there is one to use').toHaveLength(2);
    await second.goto(addresses[1] ?? '');
    await drawn(second);
    await first.reload();
    await drawn(first);
  },
);
