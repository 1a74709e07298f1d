/** Numbers of lists stand clear of their texts, whatever their width. */
import { describe, expect, test } from 'vitest';
import type { Block, Direction, Letter } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { bareLetter, text } from './letter.ts';
import { linesOf, readPages } from './read-page.ts';
import type { Boxed } from './visual.ts';

const item = (...blocks: Block[]): Block[] => [
  { type: 'paragraph', children: text('XX') },
  ...blocks,
];

function list(start: number, count: number, inner: Block[] = []): Block {
  const items = Array.from({ length: count }, (_, index) => item(...(index === 0 ? inner : [])));
  return { type: 'list', ordered: true, start, items };
}

interface Row {
  /** Digits of the number from left to right. */
  readonly number: string;
  /** Between number with its dot and text; points. */
  readonly gap: number;
  /** Distance of the text's and of the number's inner edge from the reading side. */
  readonly text: number;
  readonly inner: number;
}

async function rowsOf(
  direction: Direction,
  body: Block[],
  parts: Partial<Letter> = {},
): Promise<Row[]> {
  const { pdf } = await renderLetter(bareLetter(direction, { body, ...parts }));
  const [page] = readPages(pdf);
  return linesOf(page?.characters ?? []).map((line) => rowOf(line, direction));
}

function rowOf(line: readonly Boxed[], direction: Direction): Row {
  const seen = line.filter(({ text: character }) => /[\p{L}\p{N}.•–]/u.test(character));
  const marker = seen.filter(({ text: character }) => !/\p{L}/u.test(character));
  const letters = seen.filter(({ text: character }) => /\p{L}/u.test(character));
  const edges = (boxes: readonly Boxed[]) => ({
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
  });
  const [outside, inside] = [edges(marker), edges(letters)];
  const rtl = direction === 'rtl';
  const digits = marker.filter(({ text: character }) => /\p{N}/u.test(character));
  return {
    number: digits
      .sort((a, b) => a.left - b.left)
      .map(({ text: digit }) => digit)
      .join(''),
    gap: rtl ? outside.left - inside.right : inside.left - outside.right,
    text: Math.round(rtl ? -inside.right : inside.left),
    inner: Math.round(rtl ? -outside.left : outside.right),
  };
}

const distinct = (values: readonly number[]) => new Set(values).size;

describe.each(['ltr', 'rtl'] satisfies Direction[])('%s', (direction) => {
  test.each([
    [1, 3],
    [9, 2],
    [10, 3],
    [1, 12],
    [99, 3],
    [998, 4],
    [12345, 2],
  ])('from %d, %d items', async (start, count) => {
    const rows = await rowsOf(direction, [list(start, count)]);
    expect(rows.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: count }, (_, index) => start + index),
    );
    for (const { gap } of rows) expect(gap).toBeGreaterThan(3);
    expect(distinct(rows.map((row) => row.text))).toBe(1);
    expect(distinct(rows.map((row) => row.inner))).toBe(1);
  });

  test('a list in an item of a wide number', async () => {
    const rows = await rowsOf(direction, [list(100, 2, [list(9, 2)])]);
    expect(rows.map(({ number }) => number)).toEqual(['100', '9', '10', '101']);
    for (const { gap } of rows) expect(gap).toBeGreaterThan(3);
    expect(rows[1]?.text).toBe(rows[2]?.text);
    expect(rows[1]?.text).toBeGreaterThan(rows[0]?.text ?? 0);
  });

  test('narrow numbers and bullets stand as they do without it', async () => {
    const bullets: Block = { type: 'list', ordered: false, start: 1, items: [item(), item()] };
    const [number, bullet] = await rowsOf(direction, [list(1, 1), bullets]);
    // To the rounding.
    expect(Math.abs((number?.text ?? 0) - (bullet?.text ?? 99))).toBeLessThanOrEqual(1);
  });
});

test('numbers have the digits of the letter', async () => {
  const { settings } = bareLetter('rtl');
  const rows = await rowsOf('rtl', [list(9, 2)], { settings: { ...settings, digits: 'arab' } });
  expect(rows.map(({ number }) => number)).toEqual(['٩', '١٠']);
});

test('a letter in another language keeps its digits', async () => {
  const { settings } = bareLetter('ltr');
  const rows = await rowsOf('ltr', [list(9, 2)], { settings: { ...settings, digits: 'arab' } });
  expect(rows.map(({ number }) => number)).toEqual(['9', '10']);
});
