/** Page breaks: what must stay together does, however long the body is. */
import { describe, expect, test } from 'vitest';
import type { Block, Direction, Inline, Letter, Line } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { bareLetter, text } from '../position/letter.ts';
import { linesOf, readPages } from '../position/read-page.ts';

const LENGTHS = Array.from({ length: 80 }, (_, index) => index + 1);
const SIGNATORIES = ['Alpha', 'Bravo', 'Charlie'];

/** The lines of each page, without spaces. */
async function pagesOf(direction: Direction, parts: Partial<Letter>): Promise<string[][]> {
  const { pdf, pages } = await renderLetter(bareLetter(direction, parts));
  const read = readPages(pdf).map(({ characters }) =>
    linesOf(characters).map((line) =>
      line
        .sort((a, b) => a.left - b.left)
        .map((character) => character.text)
        .join(''),
    ),
  );
  expect(read).toHaveLength(pages);
  return read;
}

function signed(body: readonly Block[]): Partial<Letter> {
  return {
    body,
    closing: text('Closing'),
    signatories: SIGNATORIES.map((name) => ({
      mark: 'ink',
      name: text(name),
      lines: [text(`${name}Title`), text(`${name}House`)],
    })),
    footer: { page: 'Page{page}of{pages}', reference: text('Reference') },
  };
}

const name = (index: number): string => `Line${index}`;

/** One paragraph of `count` lines. */
function lines(count: number, first = 1): Line {
  return Array.from({ length: count }, (_, index): Inline[] => {
    const line: Inline = { type: 'text', text: name(first + index) };
    return index === 0 ? [line] : [{ type: 'break' }, line];
  }).flat();
}

const paragraph = (children: Line): Block => ({ type: 'paragraph', children });

const SHAPES: readonly (readonly [string, (count: number) => readonly Block[]])[] = [
  ['one paragraph', (count) => [paragraph(lines(count))]],
  [
    'paragraphs of one line',
    (count) => Array.from({ length: count }, (_, index) => paragraph(lines(1, index + 1))),
  ],
  [
    'a paragraph, then one of one line',
    (count) => [paragraph(lines(count)), paragraph(lines(1, count + 1))],
  ],
  [
    'a paragraph, then a list',
    (count) => {
      const items = [1, 2, 3].map((index) => [paragraph(lines(1, count + index))]);
      return [paragraph(lines(count)), { type: 'list', ordered: false, start: 1, items }];
    },
  ],
  [
    'a paragraph, a heading, one of two lines',
    (count) => {
      const heading: Block = { type: 'heading', level: 2, children: text('Heading') };
      return [paragraph(lines(count)), heading, paragraph(lines(2, count + 1))];
    },
  ],
];

describe.each(['ltr', 'rtl'] as const)('%s', (direction) => {
  describe.each(SHAPES)('%s', (_, bodyOf) => {
    test('closing and signatories stay together with two lines of the body', async () => {
      const broken: string[] = [];
      for (const count of LENGTHS) {
        const pages = await pagesOf(direction, signed(bodyOf(count)));
        const problem = closingProblem(pages);
        if (problem) broken.push(`${count} lines: ${problem}`);
      }
      expect(broken).toEqual([]);
    });
  });

  test('no line of a paragraph stands alone on a page', async () => {
    const alone: number[] = [];
    for (const count of LENGTHS.filter((length) => length > 3)) {
      const body = [paragraph(lines(20)), paragraph(lines(count, 21))];
      const pages = await pagesOf(direction, signed(body));
      const second = pages.map((page) => page.filter((line) => numberOf(line) > 20).length);
      if (second.includes(1)) alone.push(count);
    }
    expect(alone).toEqual([]);
  });

  test('a heading is followed by two lines of its text', async () => {
    const orphaned: number[] = [];
    for (const count of LENGTHS) {
      const heading: Block = { type: 'heading', level: 2, children: text('Heading') };
      const body = [paragraph(lines(count)), heading, paragraph(lines(4, 101))];
      const page = (await pagesOf(direction, signed(body))).find((lines) =>
        lines.includes('Heading'),
      );
      const follows = page?.slice(page.indexOf('Heading') + 1, page.indexOf('Heading') + 3);
      if (follows?.join() !== 'Line101,Line102') orphaned.push(count);
    }
    expect(orphaned).toEqual([]);
  });

  test('a paragraph that announces a list stands with its first item', async () => {
    const parted: number[] = [];
    for (const count of LENGTHS) {
      const items = [1, 2, 3].map((index) => [paragraph(text(`Item${index}`))]);
      const list: Block = { type: 'list', ordered: false, start: 1, items };
      const body = [paragraph(lines(count)), paragraph(text('Announced')), list];
      const page = (await pagesOf(direction, signed(body))).find((lines) =>
        lines.includes('Announced'),
      );
      if (!page?.some((line) => line.includes('Item1'))) parted.push(count);
    }
    expect(parted).toEqual([]);
  });

  test.each([12, 40, 64])(
    '%i signatories are all printed, none split over pages',
    async (count) => {
      const signatories = Array.from({ length: count }, (_, index) => ({
        mark: 'ink' as const,
        name: text(`Name${index}N`),
        lines: [text(`Title${index}T`), text(`House${index}H`)],
      }));
      const pages = await pagesOf(direction, { ...signed([paragraph(lines(30))]), signatories });
      for (const index of signatories.keys()) {
        const page = pages
          .map((found) => found.join(' '))
          .find((all) => all.includes(`Name${index}N`));
        expect(page).toContain(`Title${index}T`);
        expect(page).toContain(`House${index}H`);
      }
    },
  );

  test('every line is printed once, in order, and pages count from 2 on', async () => {
    for (const count of [1, 30, 45, 80]) {
      const pages = await pagesOf(direction, signed([paragraph(lines(count))]));
      const body = pages.flat().filter((line) => line.startsWith('Line'));
      expect(body).toEqual(Array.from({ length: count }, (_, index) => name(index + 1)));
      const feet = pages.map((page) => page.at(-1));
      const total = pages.length;
      expect(feet.slice(1)).toEqual(
        feet.slice(1).map((_, index) => {
          const number = `Page${index + 2}of${total}`;
          return direction === 'ltr' ? `Reference${number}` : `${number}Reference`;
        }),
      );
      expect(pages[0]?.some((line) => line.includes('Page'))).toBe(false);
    }
  });
});

/** Number of a line of the body, 0 for any other. */
function numberOf(line: string): number {
  return Number(/Line(\d+)/.exec(line)?.[1] ?? 0);
}

function closingProblem(pages: readonly (readonly string[])[]): string | undefined {
  const page = pages.find((lines) => lines.includes('Closing'));
  if (!page) return 'no closing';
  const at = page.indexOf('Closing');
  const below = page.slice(at + 1).join(' ');
  const parts = SIGNATORIES.flatMap((name) => [name, `${name}Title`, `${name}House`]);
  const missing = parts.filter((part) => !below.includes(part));
  if (missing.length > 0) return `${missing.join(', ')} on another page`;
  const body = page.slice(0, at).filter((line) => numberOf(line) > 0);
  const all = pages.flat().filter((line) => numberOf(line) > 0);
  if (pages.some((lines) => lines.includes('Heading') && !lines.includes('Closing'))) {
    return 'the heading on another page';
  }
  if (body.length < Math.min(2, all.length)) return `${body.length} lines of the body before it`;
  return undefined;
}
