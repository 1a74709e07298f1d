/** Line breaking in a fixed width: ten points a character. */
import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../src/text/levels.ts';
import { breakLines, naturalWidth, type TextLine } from '../../src/text/lines.ts';
import { ADVANCE, drawn, fixedWidth } from './fixed-width.ts';

function textOf(paragraph: Paragraph, line: TextLine): string {
  return line.pieces.map((piece) => drawn(paragraph, piece)).join('');
}

/** @param room characters to a line */
function broken(text: string, room: number, justified = false, direction?: 'rtl'): string[] {
  const { paragraph, pieces } = fixedWidth(text, direction);
  const lines = breakLines(paragraph, pieces, room * ADVANCE, justified ? 'justified' : 'greedy');
  for (const line of lines) expect(line.width).toBe(textOf(paragraph, line).length * ADVANCE);
  return lines.map((line) => textOf(paragraph, line));
}

describe('first fit', () => {
  test.each([
    ['one two three', 20, ['one two three']],
    ['one two three', 13, ['one two three']],
    ['one two three', 12, ['one two', 'three']],
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 6, ['one', 'two', 'three']],
    ['one  two', 4, ['one', 'two']],
    ['one two   ', 7, ['one two']],
    ['one\ntwo three', 20, ['one', 'two three']],
    ['one\n\ntwo', 20, ['one', '', 'two']],
    ['one\u00A0two three', 9, ['one\u00A0two', 'three']],
    ['a 14 000 b', 6, ['a', '14 000', 'b']],
    ['a A/RES/80 b', 9, ['a', 'A/RES/80', 'b']],
    ['a https://itu.int/net/x', 18, ['a https://itu.int/', 'net/x']],
    ['', 10, ['']],
  ])('«%s» in %i', (text, room, lines) => {
    expect(broken(text, room)).toEqual(lines);
  });

  test('a word that is wider than the line is cut between characters', () => {
    expect(broken('a abcdefghij b', 4)).toEqual(['a ab', 'cdef', 'ghij', 'b']);
    expect(broken('e\u0301e\u0301e\u0301', 4)).toEqual(['e\u0301e\u0301', 'e\u0301']);
  });

  test('isolates take no room', () => {
    expect(broken('من 27-31 طالب', 13, false, 'rtl')).toEqual(['من 27-31 طالب']);
    expect(broken('من 27-31 طالب', 12, false, 'rtl')).toEqual(['من 27-31', 'طالب']);
  });
});

describe('Chinese', () => {
  test('breaks between ideographs, and keeps its indent', () => {
    expect(broken('\u3000\u3000我们邀请各方', 5, true)).toEqual(['\u3000\u3000我们邀', '请各方']);
    expect(broken('各方，各国。各界', 3, true)).toEqual(['各方，', '各国。', '各界']);
  });

  test('may widen the gaps between ideographs, but not the indent', () => {
    const { pieces } = fixedWidth('\u3000\u3000论坛（WSIS）开幕');
    const gaps = pieces.flatMap((piece) => (piece.stretchable ? piece.stretch.toFixed(1) : []));
    expect(gaps).toEqual([...'论坛）开幕'].map(() => '0.9'));
  });
});

describe('total fit', () => {
  test('leaves no word alone on a line, whatever the rest of the paragraph costs', () => {
    const long = [...'bcdefgh'].map((letter) => letter.repeat(10)).join(' ');
    const lines = broken(`aaaaaaa ${long}`, 25, true);
    expect(lines.filter((line) => !line.includes(' '))).toEqual([]);
  });

  test('spreads the words evenly where first fit does not', () => {
    const text = 'aaa bb cc ddddd eee';
    expect(broken(text, 9)).toEqual(['aaa bb cc', 'ddddd eee']);
    const uneven = 'aa bb cc dddddddd ee ffffff gg';
    const lines = broken(uneven, 12, true);
    const gaps = (all: string[]) => Math.max(...all.slice(0, -1).map((line) => 12 - line.length));
    expect(gaps(lines)).toBeLessThanOrEqual(gaps(broken(uneven, 12)));
  });

  test.each([10, 13, 17, 25, 40, 61])('keeps every word and never overfills in %i', (room) => {
    const text = Array.from({ length: 60 }, (_, i) => 'abcdefgh'.slice(0, 1 + ((i * 5) % 8))).join(
      ' ',
    );
    const lines = broken(text, room, true);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) {
      const spaces = line.split(' ').length - 1;
      expect(line.length - spaces * 0.15).toBeLessThanOrEqual(room);
    }
  });

  test('takes forced breaks as they come', () => {
    expect(broken('one\ntwo three\nfour', 30, true)).toEqual(['one', 'two three', 'four']);
  });

  test('has something for no text', () => {
    expect(broken('', 10, true)).toEqual(['']);
  });
});

test('only the last line and one before a forced break is not justified', () => {
  const { paragraph, pieces } = fixedWidth('one two\nthree four five');
  const lines = breakLines(paragraph, pieces, 100, 'justified');
  expect(lines.map((line) => [textOf(paragraph, line), line.last])).toEqual([
    ['one two', true],
    ['three four', false],
    ['five', true],
  ]);
});

test.each([
  ['one three two', 13],
  ['one\nthree two', 9],
  ['', 0],
  ['a 14 000 ', 8],
])('«%s» is %i characters wide', (text, width) => {
  const { paragraph, pieces } = fixedWidth(text);
  expect(naturalWidth(paragraph, pieces)).toBe(width * ADVANCE);
});

describe('balanced', () => {
  const balanced = (text: string, room: number): string[] => {
    const { paragraph, pieces } = fixedWidth(text);
    const lines = breakLines(paragraph, pieces, room * ADVANCE, 'balanced');
    return lines.map((line) => textOf(paragraph, line));
  };

  test.each([
    ['one line that fits', 40, ['one line that fits']],
    [
      'Invitation to the Forum of the Summit (WSIS)',
      38,
      ['Invitation to the Forum', 'of the Summit (WSIS)'],
    ],
    ['a b c d e f', 7, ['a b c', 'd e f']],
    ['Extraordinarily', 5, ['Extra', 'ordin', 'arily']],
  ])('«%s» in %d', (text, room, expected) => {
    expect(balanced(text, room)).toEqual(expected);
  });

  test('takes no line more than there has to be', () => {
    for (let room = 6; room < 60; room += 1) {
      const text = 'The quick brown fox jumps over the lazy dog and is gone again';
      expect(balanced(text, room).length).toBe(broken(text, room).length);
    }
  });
});

describe('what is withheld', () => {
  test('breaks where the column is too narrow for the whole', () => {
    expect(broken('Ms Doreen Bogdan-Martin', 20)).toEqual(['Ms Doreen', 'Bogdan-Martin']);
    expect(broken('Ms Doreen Bogdan-Martin', 9)).toEqual(['Ms Doreen', 'Bogdan-', 'Martin']);
    expect(broken('at www.wsis.org/forum now', 18)).toEqual(['at', 'www.wsis.org/forum', 'now']);
    expect(broken('at www.wsis.org/forum now', 14)).toEqual(['at', 'www.wsis.org/', 'forum now']);
  });

  test('a ragged line ends before a bracket rather than in it', () => {
    expect(broken('the Summit itself (the World Summit)', 28)).toEqual([
      'the Summit itself',
      '(the World Summit)',
    ]);
  });

  test('a justified paragraph does not end in a word alone', () => {
    const words = 'aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj k';
    expect(broken(words, 50, true).at(-1)).not.toBe('k');
  });
});
