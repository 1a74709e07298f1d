/** The end of a letter: signatories (first in protocol at the reading side), enclosures, copies. */
import type { Labelled, Line, SignatoryBlock } from '../model.ts';
import type { Alignment } from '../text/justify.ts';
import { type Builder, imageNode, stack } from './builder.ts';
import type { Node } from './nodes.ts';

/** Most signatories in a row. */
const COLUMNS = 5;
/** Points. */
const SIGNATURE_WIDTH = 120;

export function signatoryBlocks(builder: Builder): Node[] {
  const { signatories } = builder.letter;
  const [only] = signatories;
  if (signatories.length === 1 && only) return [singleSignatory(builder, only)];
  const small = columnCount(signatories.length) > 3;
  const cells = signatories.map((block) => signatoryColumn(builder, block, 'center', small));
  return signatoryRows(builder, cells);
}

function singleSignatory(builder: Builder, block: SignatoryBlock): Node {
  const children = [signatoryColumn(builder, block, 'start', false)];
  return { type: 'columns', children, shares: [1], gap: 0, before: builder.style.partGap };
}

/** Cells in rows of equal columns; what the last row lacks stays empty. */
export function signatoryRows(
  builder: Builder,
  cells: readonly Node[],
  direction = builder.letter.direction,
): Node[] {
  const columns = columnCount(cells.length);
  const rows: Node[] = [];
  for (let i = 0; i < cells.length; i += columns) {
    const row = cells.slice(i, i + columns);
    const empty = Array.from({ length: columns - row.length }, () => stack([]));
    rows.push({
      type: 'columns',
      children: [...row, ...empty],
      shares: Array.from({ length: columns }, () => 1),
      gap: 10,
      direction,
      before: builder.style.partGap,
    });
  }
  return rows;
}

/** Six are set as 3 + 3 rather than 5 + 1. */
function columnCount(count: number): number {
  return Math.max(1, Math.ceil(count / Math.ceil(count / COLUMNS)));
}

export function signatoryColumn(
  builder: Builder,
  block: SignatoryBlock,
  align: Alignment,
  small: boolean,
): Node {
  const lines = nameAndTitle(builder, block, align, small);
  return stack([markNode(builder, block, align, small), ...lines], { tag: 'Div' });
}

export function nameAndTitle(
  builder: Builder,
  { above = [], name, lines }: SignatoryBlock,
  align: Alignment,
  small: boolean,
): Node[] {
  const title = (line: Line) => builder.text(line, { align, small, breaking: 'title' });
  return [
    ...above.map(title),
    builder.text(name, { align, small, breaking: 'name' }),
    ...lines.map(title),
  ];
}

/** Above the name: a mark, a picture of the signature, room for ink, or a line's distance. */
function markNode(builder: Builder, block: SignatoryBlock, align: Alignment, small: boolean): Node {
  const { style } = builder;
  const { mark } = block;
  if (mark === undefined) return { type: 'space', height: style.leading };
  const after = style.paragraphGap / 2;
  const room = style.signatureHeight;
  if (mark === 'ink') return { type: 'space', height: room + after };
  if ('text' in mark) return builder.text(mark.text, { align, small, after: style.paragraphGap });
  return {
    type: 'stack',
    children: [{ ...imageNode(mark.image, align, SIGNATURE_WIDTH, room), room }],
    after,
  };
}

/** Labels with their lines: enclosures, copies. */
export function labelledBlocks(builder: Builder, parts: readonly (Labelled | undefined)[]): Node[] {
  const rows = parts.filter((part) => part !== undefined);
  if (rows.length === 0) return [];
  return [
    {
      type: 'rows',
      rows: rows.map(({ label, lines }) => ({
        label: builder.text(label, { small: true }),
        value: stack(lines.map((line) => builder.text(line, { small: true }))),
      })),
      gap: 8,
      before: builder.style.partGap * 1.5,
    },
  ];
}
