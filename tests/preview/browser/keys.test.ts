/** What a browser keeps of the preview, and what it tells others. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ask } from '../open.ts';
import {
  copyOfExample,
  drawn,
  openPreview,
  openTab,
  startCommand,
  until,
  useBrowser,
} from './open.ts';

const browser = useBrowser();

/** A server of somebody else on this machine; gives its address and the cookies that it is sent. */
async function nosyServer(
  page = '',
): Promise<{ readonly address: string; readonly cookies: string[] }> {
  const cookies: string[] = [];
  const server: Server = createServer(({ headers }, response) => {
    cookies.push(headers.cookie ?? '');
    response.setHeader('Content-Type', 'text/html').end(page);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, cookies };
}

test('a server on another port that the browser visits gets the cookie, and can read nothing with it', async () => {
  const { address } = await startCommand(copyOfExample());
  const { origin, port } = new URL(address);
  const page = await openTab(browser());
  await page.goto(address);
  await drawn(page);
  const nosy = await nosyServer();
  await page.goto(nosy.address);
  const cookie = nosy.cookies.at(-1) ?? '';
  expect(cookie).toContain(`wsis-letters-${port}=`);
  const paths = ['edition', 'events', 'problems', 'recipients', 'letters/invitation/en/-/pdf'];
  for (const path of paths) {
    expect((await ask(Number(port), `/api/${path}`, { cookie })).status, path).toBe(403);
  }
  // Nor can its page, in the same browser, which has its own storage.
  const read = (url: string) =>
    page.evaluate(
      `fetch('${url}', { credentials: 'include' }).then((answer) => answer.text(), String)`,
    );
  expect(await read(`${origin}/api/edition`)).toMatch(/TypeError/);
  expect(await page.evaluate('localStorage.length')).toBe(0);
  await page.goto(origin);
  await drawn(page);
});

test('the address leaves nothing in the history, and a second tab opens without it', async () => {
  const { address } = await startCommand(copyOfExample());
  const page = await openTab(browser());
  await page.goto(address);
  await drawn(page);
  const { origin } = new URL(address);
  expect(page.url().replace(/#.*/, '')).toBe(`${origin}/`);
  expect(await page.evaluate('history.length')).toBe(2);
  const second = await page.context().newPage();
  await second.goto(origin);
  await drawn(second);
});

test('a page that has lost its keys says what to do, and another address opens it', async () => {
  const { address, output } = await startCommand(copyOfExample());
  const page = await openTab(browser());
  await page.goto(address);
  await drawn(page);
  await page.evaluate('localStorage.clear()');
  await page.reload();
  await until(() => page.title()).toBe('The preview is not open in this browser');
  await until(() => output().match(/http:\/\/\S+/g)?.length).toBe(2);
  await page.goto(output().match(/http:\/\/\S+/g)?.[1] ?? '');
  await drawn(page);
});

test('the message is shown in a frame that has the key for frames alone', async () => {
  const page = await openPreview(browser(), copyOfExample());
  await drawn(page);
  await page.getByRole('tab', { name: 'Mail' }).click();
  const frame = page.locator('iframe');
  await until(() => frame.contentFrame().locator('body').innerText()).toContain('2026');
  const [key, frameKey] = (await page.evaluate(
    "['wsis-letters-key', 'wsis-letters-frame-key'].map((name) => localStorage.getItem(name))",
  )) as string[];
  const source = (await frame.getAttribute('src')) ?? '';
  expect(new URL(source, page.url()).searchParams.get('key')).toBe(frameKey);
  expect(source).not.toContain(key);
});
