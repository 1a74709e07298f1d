/** The structure tree as pdf.js reads it: what a screen reader says, in its order and languages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Letter } from '../../src/model.ts';
import { measureOrder, share, softWords } from '../../src/pdf/readback/measure.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { lineText } from '../../src/walk-letter.ts';
import { EDITIONS, exampleLetters, fullLetter } from './letters.ts';

const folder = mkdtempSync(join(tmpdir(), 'tree-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Node {
  readonly role?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** An element with the text of its own content. */
interface Spoken {
  readonly role: string;
  readonly lang: string | undefined;
  readonly alt: string | undefined;
  readonly text: string;
}

/** The elements of all pages that have content, in the order of the tree. */
async function spoken(pdf: Buffer): Promise<Spoken[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const found: Spoken[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const texts = markedTexts(await page.getTextContent({ includeMarkedContent: true }));
    collect((await page.getStructTree()) as Node, texts, found);
  }
  await task.destroy();
  return found;
}

/** Text of each marked-content sequence, by the identifier that the tree has for it. */
function markedTexts(content: { readonly items: readonly unknown[] }): Map<string, string> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of content.items as readonly { type?: string; id?: string; str?: string }[]) {
    if (item.type === 'endMarkedContent') open.pop();
    else if (item.type) open.push(item.id ?? '');
    else {
      const id = open.at(-1) ?? '';
      texts.set(id, `${texts.get(id) ?? ''}${item.str} `);
    }
  }
  return texts;
}

function collect(node: Node, texts: ReadonlyMap<string, string>, found: Spoken[]): void {
  const children = node.children ?? [];
  for (const child of children) {
    if (child.type === 'content') {
      const { role = '', lang, alt } = node;
      found.push({ role, lang, alt, text: texts.get(child.id ?? '') ?? '' });
    } else collect(child, texts, found);
  }
}

/** The words of the elements in their order, as `measureOrder` wants them. */
const textOf = (elements: readonly Spoken[]) => elements.map(({ text }) => text).join('\n');

async function read(letter: Letter) {
  const { pdf, text } = await renderLetter(letter);
  return { elements: await spoken(pdf), source: text };
}

/** pdf.js gives the tree page by page, which parts columns that go on over a page: not those of two languages. */
const inOneLanguage = (edition: string) =>
  exampleLetters(edition).filter(({ companion }) => companion === undefined);

describe.each(EDITIONS)('%s', (edition) => {
  test.each(inOneLanguage(edition).map((letter) => [letter.language, letter] as const))(
    'is read in the order of its source, %s',
    async (_, letter) => {
      const { elements, source } = await read(letter);
      expect(share(measureOrder(source, textOf(elements), softWords))).toBeGreaterThanOrEqual(0.99);
    },
  );

  test('names its signatories in the order of protocol in each language', async () => {
    for (const letter of inOneLanguage(edition)) {
      const { elements } = await read(letter);
      const words = softWords(textOf(elements)).join('');
      const places = letter.signatories.map(({ name }) =>
        words.lastIndexOf(softWords(lineText(name)).join('')),
      );
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });
});

test('lines of the letterhead in other languages say so', async () => {
  const [arabic] = exampleLetters('forum-2024');
  if (!arabic) throw new Error('no letter');
  const { elements } = await read(arabic);
  expect(elements.filter(({ role }) => role === 'Span').map(({ lang }) => lang)).toEqual(
    expect.arrayContaining(['de', 'it', 'rm']),
  );
});

describe.each(['ltr', 'rtl'] as const)('a letter that has everything, %s', (direction) => {
  const elements = read(fullLetter(direction, folder)).then((result) => result.elements);
  const ofRole = async (role: string) =>
    (await elements).filter((element) => element.role === role);

  test('has its headings in levels that follow each other', async () => {
    const roles = (await elements).map(({ role }) => role).filter((role) => /^H\d$/.test(role));
    expect(roles).toEqual(['H1', 'H2', 'H2', 'H3']);
  });

  test('has its images described, and the ornament left out', async () => {
    const alts = (await ofRole('Figure')).map(({ alt }) => alt);
    expect(alts).toEqual(['ITU', 'WSIS', 'Signature 1', 'Signature 2']);
  });

  test('has bullets and numbers as labels', async () => {
    const labels = (await ofRole('Lbl')).map(({ text }) => text.replace(/[\p{Cf}\s]/gu, ''));
    expect(labels).toEqual(['–', '1.', '2.', '•', '•']);
  });

  test('has links and words of other languages as elements of their own', async () => {
    const links = await ofRole('Link');
    expect(softWords(links[0]?.text ?? '').join(' ')).toBe('منتدى WSIS 2026');
    const spans = (await ofRole('Span')).map(
      ({ lang, text }) => `${lang} ${softWords(text).join(' ')}`,
    );
    expect(new Set(spans)).toEqual(new Set(['rm Confederaziun svizra', 'fr Genève']));
  });

  test('leaves page numbers and the reference at the foot out', async () => {
    expect(textOf(await elements)).not.toContain('2/2');
  });
});
