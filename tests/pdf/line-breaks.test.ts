/** Pieces of words that line ends have cut, put together where the text has the whole. */
import { describe, expect, test } from 'vitest';
import { joinBroken } from '../../src/pdf/readback/line-breaks.ts';
import { measureLines, measureOrder, strictWords } from '../../src/pdf/readback/measure.ts';

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  [
    'two pieces',
    ['see www.itu.int/', 'forum now'],
    ['www.itu.int/forum'],
    ['see', 'www.itu.int/forum', 'now'],
  ],
  [
    'a line of its own',
    ['a well-', 'known-', 'to-all b'],
    ['well-known-to-all'],
    ['a', 'well-known-to-all', 'b'],
  ],
  ['across an empty line', ['a co-', '', 'host'], ['co-host'], ['a', 'co-host']],
  ['the longer of two', ['x-', 'y-', 'z'], ['x-y-', 'x-y-z'], ['x-y-z']],
  ['nothing that is not sought', ['go in', 'to it'], [], ['go', 'in', 'to', 'it']],
  ['not within a line', ['co- host'], ['co-host'], ['co-', 'host']],
  ['not where words stand between', ['co-', 'a host'], ['co-host'], ['co-', 'a', 'host']],
])('%s', (_, lines, sought, expected) => {
  const words = lines.map((line) => strictWords(line));
  expect(joinBroken(words, new Set(sought))).toEqual(expected);
});

describe('measured across lines', () => {
  const measured = (source: string, found: string) => measureLines([source], found, strictWords);

  test('a cut word counts as found, a lost piece does not', () => {
    const source = 'see www.itu.int/forum/2027 for more';
    expect(measureOrder([source], 'see www.itu.int/\nforum/2027 for more', strictWords).found).toBe(
      3,
    );
    expect(measured(source, 'see www.itu.int/\nforum/2027 for more').missing).toEqual([]);
    expect(measured(source, 'see www.itu.int/\n/2027 for more')).toMatchObject({
      missing: ['www.itu.int/forum/2027'],
      places: [1],
    });
  });

  test('joining one word does not make up for another', () => {
    expect(measured('go into it, come in to us', 'go it, come in\nto us').found).toBeLessThan(7);
  });
});
