/** Blocks of the body → text nodes. Lists become indented paragraphs with a marker. */
import { languagePack } from '../language/languages.ts';
import type { Block, Line } from '../model.ts';
import { lineText } from '../walk-letter.ts';
import type { Builder, TextOptions } from './builder.ts';
import type { Node, TextNode } from './nodes.ts';

type List = Extract<Block, { type: 'list' }>;
const BULLETS = ['•', '–', '·'];
const HEADINGS = { 1: 'H2', 2: 'H2', 3: 'H3' } as const;

/** The subject is the letter's first heading, so headings in the body start at the second level. */
export function bodyBlocks(builder: Builder, blocks: readonly Block[], depth = 0): Node[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    return bodyBlock(builder, block, depth, next?.type === 'list' || announces(block));
  });
}

/** A paragraph that ends in a colon announces what follows. */
function announces(block: Block): boolean {
  return block.type === 'paragraph' && /[:：]\s*$/u.test(lineText(block.children));
}

function bodyBlock(builder: Builder, block: Block, depth: number, keepWithNext: boolean): Node {
  const { style } = builder;
  const indent = depth * style.indent;
  switch (block.type) {
    case 'paragraph':
      return bodyText(builder, indented(builder, block.children, depth), { indent, keepWithNext });
    case 'heading':
      return builder.text(block.children, {
        bold: true,
        tag: HEADINGS[block.level],
        indent,
        before: style.paragraphGap,
        after: style.paragraphGap / 2,
        keepWithNext: true,
      });
    case 'quote':
      return {
        type: 'stack',
        tag: 'BlockQuote',
        children: bodyBlocks(builder, block.children, depth + 1),
      };
    case 'list':
      return { type: 'list', items: listItems(builder, block, depth + 1) };
  }
}

/** The first line of a paragraph that is in no list, as the language has it. */
function indented({ style }: Builder, line: Line, depth: number): Line {
  if (depth > 0 || style.firstLine === '') return line;
  return [{ type: 'text', text: style.firstLine }, ...line];
}

function bodyText(builder: Builder, line: Line, options: TextOptions): TextNode {
  const { justify } = builder.letter.settings;
  return builder.text(line, {
    align: justify === 'none' ? 'start' : 'justify',
    kashida: justify === 'kashida',
    after: builder.style.paragraphGap,
    ...options,
  });
}

function listItems(builder: Builder, list: List, depth: number): Node[][] {
  return list.items.map((item, index) => {
    const number = () => printedNumber(builder, list.start + index);
    const marker = list.ordered ? `${number()}.` : (BULLETS[depth - 1] ?? '·');
    const isLast = index === list.items.length - 1;
    const after = builder.style.paragraphGap / (isLast ? 1 : 2);
    return marked(builder, bodyBlocks(builder, item, depth), marker, after);
  });
}

/** In the digits that the letter's words have. */
function printedNumber({ letter: { language, settings } }: Builder, value: number): string {
  const { digits } = languagePack(language).typography;
  return digits && settings.digits === 'arab' ? digits(`${value}`) : `${value}`;
}

/** Sets the marker beside the item's first block. */
function marked(builder: Builder, blocks: readonly Node[], marker: string, after: number): Node[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'text') return [...blocks];
  const { paragraph } = builder.text([{ type: 'text', text: marker }]);
  return [{ ...first, marker: paragraph, after }, ...rest];
}
