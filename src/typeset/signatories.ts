/** The block of signatories: up to five columns a row, first in protocol at the reading side. */
import type { SignatoryBlock } from '../model.ts';
import { type Builder, imageNode, stack } from './builder.ts';
import type { Alignment, Node } from './nodes.ts';

const COLUMNS = 5;
/** Share of the width that a single signatory's column takes. */
const SINGLE = 0.62;

export function signatoryBlocks(builder: Builder): Node[] {
  const { signatories } = builder.letter;
  const rows: Node[] = [];
  const columns = columnCount(signatories.length);
  for (let i = 0; i < signatories.length; i += columns) {
    rows.push(signatoryRow(builder, signatories.slice(i, i + columns), columns));
  }
  return rows;
}

/** Six are set as 3 + 3 rather than 5 + 1. */
function columnCount(count: number): number {
  const rows = Math.ceil(count / COLUMNS);
  return Math.max(1, Math.ceil(count / Math.max(1, rows)));
}

function signatoryRow(builder: Builder, blocks: readonly SignatoryBlock[], columns: number): Node {
  const before = builder.style.partGap;
  const [only] = blocks;
  if (columns === 1 && only) {
    const children = [signatoryColumn(builder, only, 'start', false), stack([])];
    return { type: 'columns', children, shares: [SINGLE, 1 - SINGLE], gap: 0, before };
  }
  const cells = blocks.map((block) => signatoryColumn(builder, block, 'center', columns > 3));
  const empty = Array.from({ length: columns - cells.length }, () => stack([]));
  return {
    type: 'columns',
    children: [...cells, ...empty],
    shares: Array.from({ length: columns }, () => 1),
    gap: 10,
    before,
  };
}

function signatoryColumn(
  builder: Builder,
  block: SignatoryBlock,
  align: Alignment,
  small: boolean,
): Node {
  return stack(
    [
      markNode(builder, block, align, small),
      builder.text(block.name, { align, small }),
      ...block.lines.map((line) => builder.text(line, { align, small })),
    ],
    { tag: 'Div' },
  );
}

/** Above the name: a mark, a picture of the signature, room for ink, or a line's distance. */
function markNode(builder: Builder, block: SignatoryBlock, align: Alignment, small: boolean): Node {
  const { style } = builder;
  const { mark } = block;
  if (mark === undefined) return { type: 'space', height: style.leading };
  if (mark === 'ink') return { type: 'space', height: style.signatureHeight };
  if ('text' in mark) return builder.text(mark.text, { align, small, after: style.paragraphGap });
  return {
    type: 'stack',
    children: [imageNode(mark.image, align, 120, style.signatureHeight)],
    after: style.paragraphGap / 2,
  };
}
