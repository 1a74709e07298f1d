import { expect, test } from 'vitest';
import { Source } from '../../src/data/source/source.ts';
import type { Node } from '../../src/data/source/tree.ts';
import { parseYaml } from '../../src/data/source/yaml.ts';
import { Problems } from '../../src/diagnostic.ts';

function parse(text: string): { node: Node | undefined; problems: string[] } {
  const problems = new Problems();
  const node = parseYaml(new Source('f', text), problems);
  return {
    node,
    problems: problems.all.map(({ code, span }) => `${code} ${span?.line}:${span?.column}`),
  };
}

/** Every scalar of a tree with its place. */
function scalars(node: Node | undefined): unknown[] {
  if (!node) return [];
  if (node.type === 'scalar') return [[node.value, node.span.line, node.span.column]];
  if (node.type === 'list') return node.items.flatMap(scalars);
  return node.entries.flatMap((entry) => scalars(entry.node));
}

test.each([
  [
    'what looks like numbers, dates and truth is text',
    '[1e3, 0x1F, +41 22, 2026-07-06, yes, ~, 1_000]',
    [
      ['1e3', 1, 2],
      ['0x1F', 1, 7],
      ['+41 22', 1, 13],
      ['2026-07-06', 1, 21],
      ['yes', 1, 33],
      ['~', 1, 38],
      ['1_000', 1, 41],
    ],
  ],
  [
    'quotes: the place is that of the first character',
    'a: "x"\nb: \'y\'\nc: ""\n',
    [
      ['x', 1, 5],
      ['y', 2, 5],
      ['', 3, 4],
    ],
  ],
  [
    'columns are code points',
    '😀: 😀😀\nجنيف: {x: 1}\n',
    [
      ['😀😀', 1, 4],
      ['1', 2, 11],
    ],
  ],
  [
    'CRLF',
    'a:\r\n  b: 1\r\n  c: 2\r\n',
    [
      ['1', 2, 6],
      ['2', 3, 6],
    ],
  ],
  [
    'no value: the place is that of the key',
    'a:\n  b:\n  c: 1\n',
    [
      ['', 2, 3],
      ['1', 3, 6],
    ],
  ],
  [
    'an alias gives the place of its anchor',
    'a: &x 1\nb: *x\n',
    [
      ['1', 1, 7],
      ['1', 1, 7],
    ],
  ],
  [
    'comments',
    'a: 1 # one\n# two\nb: 2\n',
    [
      ['1', 1, 4],
      ['2', 3, 4],
    ],
  ],
])('%s', (_, text, expected) => {
  const { node, problems } = parse(text);
  expect(problems).toEqual([]);
  expect(scalars(node)).toEqual(expected);
});

test.each([
  [
    'literal',
    'a: |\n  one\n\n   two\n',
    [
      ['one', 2, 3],
      ['', 3, 1],
      [' two', 4, 3],
    ],
  ],
  [
    'literal with CRLF',
    'a: |-\r\n    one\r\n    two\r\n',
    [
      ['one', 2, 5],
      ['two', 3, 5],
    ],
  ],
  ['literal with a comment after its sign', 'a: | # why\n  one\n', [['one', 2, 3]]],
  ['folded', 'a: >\n  one\n  two\n', [['one two', 2, 3]]],
  ['plain over two lines', 'a: one\n  two\n', [['one two', 1, 4]]],
])('lines of a scalar: %s', (_, text, expected) => {
  const { node } = parse(text);
  const scalar = node?.type === 'map' ? node.entries[0]?.node : undefined;
  const lines = scalar?.type === 'scalar' ? scalar.lines : [];
  expect(lines.map(({ value, span }) => [value, span.line, span.column])).toEqual(expected);
});

test.each([
  ['faults of values are all told', 'a: @x\nb: `y\n', ['yaml-syntax 1:4', 'yaml-syntax 2:4']],
  ['after a fault of structure the rest is not trusted', '- a\nb: 1\nc: @x\n', ['yaml-syntax 2:1']],
  ['a key twice', 'a: 1\nb: 2\na: 3\n', ['duplicate-key 3:1']],
  ['an alias inside an anchor', 'a: &a [1]\nb: &b [*a]\n', ['yaml-syntax 2:8']],
  ['brackets without end', '['.repeat(20_000), ['yaml-syntax 1:101']],
  ['braces and brackets', '{a: ['.repeat(5000), ['yaml-syntax 1:251']],
  ['lists in lists', '- '.repeat(5000), ['yaml-syntax 1:1']],
  [
    'maps in maps',
    Array.from({ length: 5000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    ['yaml-syntax 201:1'],
  ],
])('%s', (_, text, expected) => {
  expect(parse(text).problems).toEqual(expected);
});
