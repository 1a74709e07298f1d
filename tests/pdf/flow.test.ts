import { describe, expect, test } from 'vitest';
import { lastPart, maySplitBefore, type TextFlow } from '../../src/pdf/layout/flow.ts';
import { keepWithClosing } from '../../src/pdf/layout/keep-with-closing.ts';
import type { TextNode } from '../../src/typeset/nodes.ts';

test.each([
  [1, [0]],
  [2, [0]],
  [3, [0]],
  [4, [0, 2]],
  [5, [0, 2, 3]],
  [7, [0, 2, 3, 4, 5]],
])('a paragraph of %i lines may be split before %j: no widow, no orphan', (count, expected) => {
  const lines = Array.from({ length: count }, (_, index) => index);
  expect(lines.filter((index) => maySplitBefore(index, count))).toEqual(expected);
});

test.each([
  [1, 2, 0],
  [2, 2, 0],
  [3, 2, 0],
  [4, 2, 2],
  [5, 2, 3],
  [10, 2, 8],
  [10, 4, 6],
  [10, 9, 0],
  [10, 1, 8],
])('of %i lines the last part of at least %i begins at %i', (count, lines, expected) => {
  expect(lastPart(count, lines)).toBe(expected);
});

/** A block of `lines` lines; headings and announcements stay with what follows. */
interface Block {
  readonly lines: number;
  readonly node: TextNode;
}

const block = (lines: number, options: Partial<TextNode> = {}): Block => ({
  lines,
  node: { tag: 'P', ...options } as TextNode,
});
const heading = block(1, { tag: 'H2', keepWithNext: true });
const announcement = block(1, { keepWithNext: true });

describe('what stays with the closing, of blocks in reading order', () => {
  test.each([
    ['a long paragraph', [block(5), block(10)], 1, 8],
    ['three lines', [block(5), block(3)], 1, 0],
    ['one line', [block(5), block(1)], 2, 3],
    ['one line after one', [block(5), block(1), block(1)], 2, 0],
    ['one line after four', [block(4), block(1)], 2, 2],
    ['a heading over all of it', [block(5), heading, block(2)], 2, 0],
    ['a heading over more', [block(5), heading, block(6)], 1, 4],
    ['a heading and one line', [block(5), heading, block(1)], 3, 3],
    ['an announced list', [block(9), announcement, block(1), block(1)], 3, 0],
    ['nothing', [], 0, 0],
    ['a single line', [block(1)], 1, 0],
  ] satisfies [string, Block[], number, number][])('%s', (_, blocks, count, split) => {
    const flowOf = ({ node, lines }: Block) =>
      ({ node, lines: () => Array(lines) }) as unknown as TextFlow;
    const kept = keepWithClosing([...blocks].reverse(), 2, 100, flowOf);
    expect([kept.flows.length, kept.split]).toEqual([count, split]);
    expect(kept.flows.map(({ node }) => node)).toEqual(
      blocks.slice(blocks.length - count).map(({ node }) => node),
    );
  });
});
