/** Where the pieces of a line stand: order, alignment, justification. Ten points a character. */
import { describe, expect, test } from 'vitest';
import type { Direction } from '../../src/model.ts';
import type { Alignment } from '../../src/text/justify.ts';
import { justify } from '../../src/text/justify.ts';
import { breakLines } from '../../src/text/lines.ts';
import { reorder } from '../../src/text/order.ts';

import { drawn, fixedWidth } from './fixed-width.ts';

const BOX = { x: 100, baseline: 50, width: 200 };

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

/** Drawn pieces of the first line from left to right. */
function place(text: string, align: Alignment, direction: Direction, width = BOX.width): Placed[] {
  const { paragraph, pieces } = fixedWidth(text, direction);
  const [line] = breakLines(paragraph, pieces, width);
  if (!line) throw new Error('no line');
  return reorder(paragraph, justify(line, align, direction, width), BOX.x)
    .map(({ piece, x, width: own }) => ({ text: drawn(paragraph, piece), x, width: own }))
    .filter((placed) => placed.text !== '');
}

const edges = (placed: readonly Placed[]): [number, number] => [
  placed[0]?.x ?? 0,
  (placed.at(-1)?.x ?? 0) + (placed.at(-1)?.width ?? 0),
];

describe('alignment', () => {
  test.each([
    ['start', 'ltr', 100],
    ['start', 'rtl', 230],
    ['end', 'ltr', 230],
    ['end', 'rtl', 100],
    ['center', 'ltr', 165],
    ['center', 'rtl', 165],
    ['justify', 'ltr', 100],
    ['justify', 'rtl', 230],
  ] as const)('%s %s: a last line of seven characters begins at %i', (align, direction, x) => {
    expect(edges(place('one two', align, direction))).toEqual([x, x + 70]);
  });
});

describe('a justified line', () => {
  test('of Chinese shares its slack between ideographs, none of it after the last', () => {
    const placed = place('甲乙丙丁戊己', 'justify', 'ltr', 52);
    expect(placed.map(({ text }) => text).join('')).toBe('甲乙丙丁戊');
    expect(edges(placed)).toEqual([100, 152]);
    expect(placed.map(({ width }) => width)).toEqual([10.5, 10.5, 10.5, 10.5, 10]);
  });

  test('of Chinese stays short where a gap would be read as a space', () => {
    const placed = place('甲乙丙丁戊己', 'justify', 'ltr', 58);
    expect(Math.max(...placed.map(({ width }) => width))).toBeLessThan(11);
  });

  test.each(['ltr', 'rtl'] as const)('fills its width evenly (%s)', (direction) => {
    const placed = place('aaa bbb ccc ddd eee ffff', 'justify', direction);
    expect(edges(placed)).toEqual([100, 300]);
    const spaces = placed.filter(({ text }) => text === ' ');
    expect(spaces.map(({ width }) => width)).toEqual(Array(4).fill(10 + 10 / 4));
    const words = placed.filter(({ text }) => text !== ' ');
    expect(words.every(({ text, width }) => width === text.length * 10)).toBe(true);
  });

  test('leaves no piece on another', () => {
    const placed = place('عربي (WSIS) قمة 2026 eee ffff', 'justify', 'rtl');
    for (const [index, { x }] of placed.slice(1).entries()) {
      expect(x).toBeCloseTo((placed[index]?.x ?? 0) + (placed[index]?.width ?? 0));
    }
  });

  test('does not stretch the spaces of a number', () => {
    const placed = place('aaa 14 000 bbb ccccc ddddddd', 'justify', 'ltr');
    const from = placed.findIndex(({ text }) => text === '14');
    expect(placed[from + 1]).toMatchObject({ text: ' ', width: 10 });
    expect(edges(placed)).toEqual([100, 300]);
  });

  test('without a space stands at the reading side', () => {
    expect(edges(place('aaaaaaaaaaaaaaa bbbbbbbbbb', 'justify', 'ltr'))[0]).toBe(100);
    expect(edges(place('aaaaaaaaaaaaaaa bbbbbbbbbb', 'justify', 'rtl'))[1]).toBe(300);
  });
});

describe('order', () => {
  test.each([
    // Brackets are mirrored by the font (rule L4), not here.
    ['rtl', 'قمة (WSIS) هنا', ['هنا', ' ', ')', 'WSIS', '(', ' ', 'قمة']],
    ['rtl', 'من 27-31 مايو', ['مايو', ' ', '31', '-', '27', ' ', 'من']],
    ['rtl', 'رقم 14 000.', ['.', '14', ' ', '000', ' ', 'رقم']],
    ['ltr', 'the قمة العالم end', ['the', ' ', 'العالم', ' ', 'قمة', ' ', 'end']],
    ['ltr', 'the قمة 26 end', ['the', ' ', '26', ' ', 'قمة', ' ', 'end']],
  ] as const)('%s «%s»', (direction, text, expected) => {
    const placed = place(text, 'start', direction, 400);
    expect(placed.map((piece) => piece.text)).toEqual(expected);
  });

  test('white space at the end of a line is dropped on either side', () => {
    const placed = place('قمة WSIS  ', 'start', 'rtl');
    expect(placed.map(({ text }) => text)).toEqual(['WSIS', ' ', 'قمة']);
    expect(edges(placed)[1]).toBe(300);
  });

  test('a second line is ordered by itself', () => {
    const { paragraph, pieces } = fixedWidth('قمة alpha bravo charlie قمة', 'rtl');
    const lines = breakLines(paragraph, pieces, 160);
    const seen = lines.map((line) =>
      reorder(paragraph, justify(line, 'start', 'rtl', 160), BOX.x)
        .map(({ piece }) => drawn(paragraph, piece))
        .join(''),
    );
    expect(seen).toEqual(['alpha bravo قمة', 'قمة charlie']);
  });
});
