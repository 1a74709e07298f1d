/** A bilingual letter: two languages side by side, paragraph by paragraph. */
import type { Block, Letter } from '../model.ts';
import { lineText } from '../walk-letter.ts';
import { bodyBlocks } from './body.ts';
import { type Builder, createBuilder, inLanguage, stack } from './builder.ts';
import {
  addressBlocks,
  headBlocks,
  letterheadItems,
  salutationBlocks,
  subjectBlocks,
} from './head.ts';
import type { ColumnsNode, Node } from './nodes.ts';
import { labelledBlocks, nameAndTitle, signatoryColumn, signatoryRows } from './signatories.ts';

const GAP = 20;

/**
 * The language that is written from left to right is at the left, the other at the right, so
 * that both start at their own margin. The last paragraphs stay with closing and signatures.
 */
export function pairedBlocks(first: Builder, second: Builder): Node[] {
  const builders = fromTheLeft(first, second);
  const pair = (blocks: (builder: Builder) => readonly Node[]) => sideBySide(first, second, blocks);
  const bodies = builders.map((builder) => bodyBlocks(builder, builder.letter.body));
  const paragraphs = zip(bodies).map((blocks) => pairOf(builders, blocks));
  const { partGap } = first.style;
  return [
    pair((builder) => letterheadColumn(builder, builder === first)),
    { type: 'rule', before: 6, after: partGap },
    pair((builder) => headBlocks(narrow(builder))),
    pair(subjectBlocks),
    pair(salutationBlocks),
    ...closingBlocks(first, second, paragraphs, pair),
    pair((builder) => labelledBlocks(builder, [builder.letter.enclosures, builder.letter.copies])),
    ...(first.letter.address.position === 'foot' ? [pair(addressBlocks)] : []),
  ];
}

/** More signatories, or longer paragraphs, would not fit on a page together. */
const SIGNATORIES_KEPT = 10;
const CHARACTERS_KEPT = 900;

/** The body and its end: the last paragraphs stay with closing and signatures as far as there is room. */
function closingBlocks(
  first: Builder,
  second: Builder,
  paragraphs: readonly Node[],
  pair: (blocks: (builder: Builder) => readonly Node[]) => Node,
): Node[] {
  const short = [first, second].every(({ letter }) => lastLength(letter) <= CHARACTERS_KEPT);
  const kept = short ? paragraphs.slice(-1) : [];
  const before = paragraphs.slice(0, paragraphs.length - kept.length);
  const closing = pair(({ letter, text }) => [text(letter.closing)]);
  const rows = pairedSignatories(first, second);
  return first.letter.signatories.length <= SIGNATORIES_KEPT
    ? [...before, stack([...kept, closing, ...rows], { unbreakable: true })]
    : [...before, stack([...kept, closing], { unbreakable: true }), ...rows];
}

/** Characters of the last block of the body. */
function lastLength({ body }: Letter): number {
  return sumOf(body.slice(-1), lengthOf);
}

function lengthOf(block: Block): number {
  if (block.type === 'list') return sumOf(block.items.flat(), lengthOf);
  if (block.type === 'quote') return sumOf(block.children, lengthOf);
  return lineText(block.children).length;
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

/** Blocks of both languages in two columns. */
export function sideBySide(
  first: Builder,
  second: Builder,
  blocks: (builder: Builder) => readonly Node[],
): ColumnsNode {
  const builders = fromTheLeft(first, second);
  return pairOf(builders, builders.map(blocks));
}

function fromTheLeft(first: Builder, second: Builder): readonly [Builder, Builder] {
  return first.letter.direction === 'rtl' ? [second, first] : [first, second];
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

/** In half the width of a page the parts of the head are set one below the other. */
function narrow(builder: Builder): Builder {
  const letter: Letter = { ...builder.letter, head: 'stacked' };
  return createBuilder(letter);
}

/**
 * Marks, names and titles in the first language, and level below them those in the second. A signature is there once: it is the
 * mark in words that each language has.
 */
function pairedSignatories(first: Builder, second: Builder): Node[] {
  const above = first.letter.signatories.map((block) =>
    signatoryColumn(first, block, 'center', true),
  );
  const below = second.letter.signatories.map((block) => {
    const { mark } = block;
    if (typeof mark === 'object' && 'text' in mark)
      return signatoryColumn(second, block, 'center', true);
    return stack(nameAndTitle(second, block, 'center', true), { tag: 'Div' });
  });
  // The columns follow each other as above, whatever the direction of the second language.
  const rows = signatoryRows(second, below, first.letter.direction);
  return [
    inLanguage(first, signatoryRows(first, above).map(whole)),
    inLanguage(second, rows.map(whole)),
  ];
}

/** Both sides of the letterhead in one column; pictures are there once. */
function letterheadColumn(builder: Builder, pictures: boolean): Node[] {
  const items = [...letterheadItems(builder, 'start'), ...letterheadItems(builder, 'end')];
  return items
    .filter((item) => pictures || item.type !== 'image')
    .map((item) => (item.type === 'text' ? { ...item, align: 'start' as const } : item));
}

/** A row of signatories is never split over two pages. */
function whole(row: Node): Node {
  return stack([row], { unbreakable: true });
}
