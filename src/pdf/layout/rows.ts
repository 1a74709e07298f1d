/** Rows of labels and values as a table of pdfmake, whose columns get their widths here. */

import type { FaceChain } from '../../font/faces.ts';
import type { Direction } from '../../model.ts';
import { layoutOf } from '../../text/layout.ts';
import type { RowsNode } from '../../typeset/nodes.ts';

/** Labels take at most so much of the width; a wider one breaks, so that its value keeps room. */
const LABEL_SHARE = 0.6;

export interface RowWidths {
  /** Points. */
  readonly label: number;
  readonly value: number;
}

/**
 * The widths of both columns, which together with the gap take `width` points, whatever is in
 * them. Left to itself pdfmake makes each column as wide as its longest word and runs off the page.
 */
export function rowWidths({ rows, gap }: RowsNode, width: number, chain: FaceChain): RowWidths {
  const room = Math.max(0, width - gap);
  const widest = rows.map(({ label }) => layoutOf(label.paragraph, label.size, chain).naturalWidth);
  const label = Math.min(Math.max(0, ...widest), room * LABEL_SHARE);
  return { label, value: room - label };
}

/** A table's layout without lines, and with `gap` points between its two columns. */
export function rowsLayout(gap: number, direction: Direction) {
  const rtl = direction === 'rtl';
  const none = () => 0;
  return {
    hLineWidth: none,
    vLineWidth: none,
    paddingTop: none,
    paddingBottom: none,
    paddingLeft: (column: number) => (column === 1 && !rtl ? gap : 0),
    paddingRight: (column: number) => (column === 0 && rtl ? gap : 0),
  };
}
