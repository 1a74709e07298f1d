/** The text that lies over a drawn letter: its structure to a screen reader, its links, and what is selected, copied and found. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { LanguageComparison } from '../../../src/preview/api.ts';
import { KEY_HEADER } from '../../../src/preview/keys.ts';
import {
  copyOfExample,
  drawn,
  drawnIn,
  edit,
  keyOf,
  letterText,
  openPreview,
  until,
  useBrowser,
} from './open.ts';

const browser = useBrowser();

/** As the page names them. */
const LANGUAGES = {
  ar: 'العربية',
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ru: 'Русский',
  zh: '中文',
} as const;
type Language = keyof typeof LANGUAGES;

async function openIn(language: Language, edition = copyOfExample()): Promise<Page> {
  const page = await openPreview(browser(), edition);
  await drawn(page);
  await page.getByRole('radio', { name: LANGUAGES[language] }).check();
  await drawnIn(page, language);
  return page;
}

describe('to a screen reader', () => {
  test('the letter has a heading, paragraphs, a list and links', async () => {
    const nodes = await accessible(await openIn('en'));
    const named = (role: string) => nodes.filter((node) => node.role === role);
    expect(named('heading')[0]?.name).toMatch(/^Invitation to participate in .* Forum 6–10 July/);
    expect(named('listitem').map(({ text }) => text)).toEqual([
      'Governments;',
      'Private sector;',
      'Civil society;',
      'Academia/technical community;',
      'International organizations',
    ]);
    expect(named('link').map(({ name, url }) => [name, url])).toEqual([
      ['wsis-info@itu.int', 'mailto:wsis-info@itu.int'],
      [expect.stringMatching(/^resolution A\/RES/), 'https://docs.un.org/en/A/RES/80/173'],
      ['open consultation process', expect.stringMatching(/^https:\/\/www\.itu\.int\//)],
      ['www.wsis.org/forum', 'https://www.wsis.org/forum'],
    ]);
    expect(named('image')[0]?.name).toBe('Emblem of the Forum: five points around a globe');
    expect(named('paragraph').map(({ text }) => text)).toContain('Dear Sir/Madam,');
    expect(named('paragraph').map(({ text }) => text)).toContain('Ms Doreen Bogdan-Martin');
  });

  test('each part of a letter in two languages has its own language and direction', async () => {
    const page = await openPreview(browser(), copyOfExample());
    await page.getByRole('button', { name: 'bilingual' }).click();
    const partOf = (text: string) =>
      page.locator(`.textLayer [lang]:has(> p, > div, > h3)`).filter({ hasText: text }).last();
    for (const [text, language, direction] of [
      ['Dear Sir/Madam', 'en', 'ltr'],
      ['تحية طيبة', 'ar', 'rtl'],
    ] as const) {
      await until(() => partOf(text).count()).toBe(1);
      expect(await partOf(text).getAttribute('lang'), text).toBe(language);
      expect(await partOf(text).getAttribute('dir'), text).toBe(direction);
    }
  });
});

describe('a link of the letter', () => {
  test('opens beside the preview, which it is told nothing of', async () => {
    const page = await openIn('en');
    const links = page.locator('.textLayer a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('rel')))).toEqual(
      Array(4).fill('noopener noreferrer'),
    );
    await page.context().route(/wsis\.org/, (route) => route.fulfill({ body: 'the site' }));
    await links.last().scrollIntoViewIfNeeded();
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      click(page, 'wsis.org'),
    ]);
    await until(() => opened.url()).toBe('https://www.wsis.org/forum');
    expect(await opened.evaluate('window.opener === null')).toBe(true);
    expect(await letterText(page)).toContain('Geneva');
  });

  test('is reached by keyboard, shows where it leads, and keeps the focus when the letter is drawn anew', async () => {
    const edition = copyOfExample();
    const page = await openIn('en', edition);
    await page.locator('.pages').focus();
    for (const address of ['mailto:wsis-info@itu.int', 'https://docs.un.org/en/A/RES/80/173']) {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').getAttribute('href')).toBe(address);
      await until(() => page.locator('.link-address').innerText()).toBe(address);
    }
    expect(await page.evaluate(OUTLINE)).toBe('solid');
    edit(edition, 'edition.yaml', '+41 22 730 6240', '+41 22 999 1234');
    await until(() => letterText(page)).toContain('999 1234');
    expect(await page.locator(':focus').getAttribute('href')).toMatch('/A/RES/80/173');
  });
});

describe.each(Object.keys(LANGUAGES) as Language[])('the letter in %s', (language) => {
  test('is copied in the words of its source', async () => {
    const page = await openIn(language);
    const other = language === 'en' ? 'fr' : 'en';
    const query = `letter=invitation&recipient=-&a=${language}&b=${other}`;
    const answer = await page.request.get(
      new URL(`/api/compare/languages?${query}`, page.url()).href,
      { headers: { [KEY_HEADER]: await keyOf(page) } },
    );
    const { pairs } = (await answer.json()) as LanguageComparison;
    const paragraphs = pairs.flatMap(([source]) => (source === null ? [] : [plain(source)]));
    expect(paragraphs.length).toBeGreaterThan(20);
    const copied = plain(await copyAll(page));
    for (const paragraph of paragraphs) expect(copied).toContain(paragraph);
  });
});

test.each([
  ['ar', '10 أبريل 2026', 'a date: numbers and words are pieces of their own'],
  ['ar', 'القمة العالمية لمجتمع المعلومات (WSIS)', 'two directions, from line to line'],
  ['ar', 'دورين بوغدان-مارتن', 'a name broken at its hyphen'],
  [
    'en',
    'International Telecommunication Union (ITU) and the Swiss Confederation',
    'a long phrase',
  ],
  ['en', 'hosted jointly by the International', 'from line to line'],
  ['zh', '信息社会世界峰会', 'Chinese'],
] as const)('the browser finds in %s: %s (%s)', async (language, phrase, _) => {
  const page = await openIn(language);
  await page.evaluate('getSelection().removeAllRanges()');
  const found = await page.evaluate(`[find(${JSON.stringify(phrase)}), String(getSelection())]`);
  expect(found).toEqual([true, phrase]);
});

test('dragging the mouse selects what lies between, from the margin too', async () => {
  const page = await openIn('en');
  const start = await boxOf(page, 'Dear Sir/Madam');
  const end = await boxOf(page, 'It is our pleasure');
  const from = { x: start.x - 30, y: start.y + start.height / 2 };
  const to = { x: end.x + end.width + 20, y: end.y + end.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  expect(plain(await page.evaluate(SELECTED))).toMatch(
    /^Dear Sir\/Madam, It is our pleasure to invite you to attend .*\(WSIS\) Forum( 2026,)?$/,
  );
});

test('text lies where the picture has it, at every zoom', async () => {
  const page = await openIn('ar');
  for (const zoom of ['Larger', 'Smaller', 'Smaller', 'Fit page']) {
    await page.getByRole('button', { name: zoom }).click();
    const sheet = await page.locator('.sheet').first().boundingBox();
    const telephone = await boxOf(page, '+41 22 730 6240');
    const scale = (sheet?.width ?? 0) / 595.28;
    // Measured in the PDF: it ends 170 points left of the right edge of the paper.
    expect((telephone.x - (sheet?.x ?? 0)) / scale).toBeCloseTo(364, -1);
    expect(telephone.width / scale).toBeCloseTo(90, -1);
  }
});

interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly url: string | undefined;
  /** Of the node and all below it. */
  readonly text: string;
}

/** Chromium's accessibility tree of the pages, in order. */
async function accessible(page: Page): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  type Node = (typeof nodes)[number];
  const children = ({ childIds = [] }: Node) => childIds.flatMap((id) => byId.get(id) ?? []);
  const textOf = (node: Node): string =>
    node.role?.value === 'StaticText' ? node.name?.value : children(node).map(textOf).join('');
  const walk = (node: Node): AccessibleNode[] => [
    ...(node.ignored ? [] : [describeNode(node)]),
    ...children(node).flatMap(walk),
  ];
  const describeNode = (node: Node) => ({
    role: String(node.role?.value),
    name: plain(String(node.name?.value ?? '')),
    url: node.properties?.find(({ name }) => name === 'url')?.value.value,
    text: plain(textOf(node)),
  });
  const pages = nodes.find(({ role, name }) => role?.value === 'region' && name?.value === 'Pages');
  return pages ? walk(pages) : [];
}

/** Selects the pages and presses Ctrl C. */
async function copyAll(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(`getSelection().selectAllChildren(document.querySelector('.pages'))`);
  await page.keyboard.press('Control+c');
  return page.evaluate('navigator.clipboard.readText()');
}

/** Without marks that are not seen, with single spaces. */
function plain(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const SELECTED = 'String(getSelection())';
const OUTLINE = `getComputedStyle(document.activeElement.querySelector('.piece')).outlineStyle`;

async function boxOf(page: Page, text: string) {
  const box = await page
    .locator('.textLayer .piece')
    .filter({ hasText: text })
    .first()
    .boundingBox();
  if (!box) throw new Error(`no ${text} on the page`);
  return box;
}

async function click(page: Page, text: string): Promise<void> {
  const { x, y, width, height } = await boxOf(page, text);
  await page.mouse.click(x + width / 2, y + height / 2);
}
