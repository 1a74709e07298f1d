import { expect, test } from 'vitest';
import { linesOf, newLines } from '../../../src/preview/page/viewer/lines.ts';

const piece = (str: string, x: number, y: number) => ({
  str,
  transform: [11, 0, 0, 11, x, y],
  width: 40,
  height: 11,
});

test('pieces on one base line are one line; places count from the upper left corner', () => {
  const pieces = [piece('Tel.:', 50, 700), piece('+41', 100, 700.5), piece('Fax:', 50, 680)];
  expect(linesOf(pieces, 0, 842)).toEqual([
    { page: 0, text: 'Tel.: +41', x: 50, y: 132.7, width: 90, height: 11.5 },
    { page: 0, text: 'Fax:', x: 50, y: 153.2, width: 40, height: 11 },
  ]);
});

test('blank pieces are no lines', () => {
  expect(linesOf([piece(' ', 0, 0), piece('', 0, 20)], 0, 842)).toEqual([]);
});

const lines = (text: string) =>
  [...text].flatMap((letter, index) => linesOf([piece(letter, 50, 700 - 20 * index)], 0, 842));

test.each([
  ['nothing', 'abc', 'abc', ''],
  ['one line is other words', 'abc', 'axc', 'x'],
  ['a line came in: those below only moved', 'abc', 'axbc', 'x'],
  ['a line went', 'abc', 'ac', ''],
  ['the last ones', 'abc', 'abxy', 'xy'],
  ['two lines changed places', 'abc', 'acb', 'b'],
  ['all', 'abc', 'xyz', 'xyz'],
  ['there was nothing', '', 'ab', 'ab'],
])('what is new: %s', (_, before, after, expected) => {
  const found = newLines(lines(before), lines(after));
  expect(found.map(({ text }) => text).join('')).toBe(expected);
});
