/** A bilingual letter: two languages side by side, paragraph by paragraph. */
import type { Letter } from '../model.ts';
import { bodyBlocks } from './body.ts';
import { type Builder, createBuilder, inLanguage, stack } from './builder.ts';
import { headBlocks, letterheadItems, salutationBlocks, subjectBlocks } from './head.ts';
import type { ColumnsNode, Node } from './nodes.ts';
import { labelledBlocks, signatoryColumn, signatoryRows } from './signatories.ts';

const GAP = 20;

/**
 * The language that is written from left to right stands at the left, the other at the right, so
 * that both start at their own margin. The last paragraphs stay with closing and signatures.
 */
export function pairedBlocks(first: Builder, second: Builder): Node[] {
  const builders =
    first.letter.direction === 'rtl' ? ([second, first] as const) : ([first, second] as const);
  const pair = (blocks: (builder: Builder) => readonly Node[]): ColumnsNode =>
    pairOf(builders, builders.map(blocks));
  const bodies = builders.map((builder) => bodyBlocks(builder, builder.letter.body));
  const paragraphs = zip(bodies).map((blocks) => pairOf(builders, blocks));
  const { partGap } = first.style;
  return [
    pair((builder) => letterheadItems(builder, 'start')),
    { type: 'rule', before: 6, after: partGap },
    pair((builder) => headBlocks(narrow(builder))),
    pair(subjectBlocks),
    pair(salutationBlocks),
    ...paragraphs.slice(0, -1),
    stack(
      [
        ...paragraphs.slice(-1),
        pair(({ letter, text }) => [text(letter.closing)]),
        ...pairedSignatories(first, second),
      ],
      { unbreakable: true },
    ),
    pair((builder) => labelledBlocks(builder, [builder.letter.enclosures, builder.letter.copies])),
  ];
}

function pairOf(builders: readonly Builder[], sides: readonly (readonly Node[])[]): ColumnsNode {
  const children = builders.map((builder, index) => inLanguage(builder, sides[index] ?? []));
  return { type: 'columns', children, shares: [1, 1], gap: GAP, direction: 'ltr' };
}

/** nth blocks of each side; where one language has more paragraphs, the other leaves room. */
function zip(sides: readonly (readonly Node[])[]): Node[][][] {
  const length = Math.max(0, ...sides.map((side) => side.length));
  return Array.from({ length }, (_, index) => sides.map((side) => side.slice(index, index + 1)));
}

/** In half the width of a page the parts of the head stand one below the other. */
function narrow(builder: Builder): Builder {
  const letter: Letter = { ...builder.letter, head: 'stacked' };
  return createBuilder(letter);
}

/** Each signatory once, with mark, name and title in the first language above those in the second. */
function pairedSignatories(first: Builder, second: Builder): Node[] {
  const cells = first.letter.signatories.map((block, index) => {
    const other = second.letter.signatories[index] ?? block;
    const below = { name: other.name, lines: other.lines };
    return stack([
      signatoryColumn(first, block, 'center', true),
      inLanguage(second, [signatoryColumn(second, below, 'center', true)]),
    ]);
  });
  return signatoryRows(first, cells);
}
