/** Blocks of the body → text nodes. Lists become indented paragraphs with a marker. */
import type { Block, Line } from '../model.ts';
import type { Builder, TextOptions } from './builder.ts';
import type { TextNode } from './nodes.ts';

type List = Extract<Block, { type: 'list' }>;
const BULLETS = ['•', '–', '·'];

export function bodyBlocks(builder: Builder, blocks: readonly Block[]): TextNode[] {
  return blocks.flatMap((block, index) => {
    const introducesList = blocks[index + 1]?.type === 'list';
    return blockNodes(builder, block, 0, introducesList);
  });
}

function blockNodes(
  builder: Builder,
  block: Block,
  depth: number,
  keepWithNext: boolean,
): TextNode[] {
  const { style } = builder;
  const indent = depth * style.indent;
  switch (block.type) {
    case 'paragraph':
      return [bodyText(builder, block.children, { indent, keepWithNext })];
    case 'heading':
      return [
        builder.text(block.children, {
          bold: true,
          role: 'heading',
          indent,
          before: style.paragraphGap,
          after: style.paragraphGap / 2,
          keepWithNext: true,
        }),
      ];
    case 'quote':
      return block.children.flatMap((child) => blockNodes(builder, child, depth + 1, false));
    case 'list':
      return listNodes(builder, block, depth);
  }
}

function bodyText(builder: Builder, line: Line, options: TextOptions): TextNode {
  return builder.text(line, { align: 'justify', after: builder.style.paragraphGap, ...options });
}

function listNodes(builder: Builder, list: List, depth: number): TextNode[] {
  return list.items.flatMap((item, index) => {
    const marker = list.ordered ? `${list.start + index}.` : (BULLETS[depth] ?? '·');
    return itemNodes(builder, item, depth + 1, marker);
  });
}

function itemNodes(
  builder: Builder,
  item: readonly Block[],
  depth: number,
  marker: string,
): TextNode[] {
  const nodes = item.flatMap((block, index) =>
    blockNodes(builder, block, depth, item[index + 1]?.type === 'list'),
  );
  const [first, ...rest] = nodes;
  if (!first) return [];
  const marked = builder.text([{ type: 'text', text: marker }]).paragraph;
  const after = builder.style.paragraphGap / 2;
  return [{ ...first, marker: marked, after }, ...rest];
}
