/** The head of a letter: letterhead, date, reference block, address, subject. */
import type { Labelled, Line, PlacedImage } from '../model.ts';
import { type Builder, imageNode, isImage, stack } from './builder.ts';
import type { Node, RowsNode, TextNode } from './nodes.ts';

const LOGO = { width: 170, height: 40 };

export function letterhead(builder: Builder): Node[] {
  const { start, end } = builder.letter.letterhead;
  if (start.length + end.length === 0) return [];
  const side = (name: 'start' | 'end') => stack(letterheadItems(builder, name));
  return [
    {
      type: 'columns',
      children: [side('start'), side('end')],
      shares: [1, 1],
      gap: 18,
    },
    { type: 'rule', before: 6, after: builder.style.partGap },
  ];
}

/** What is at a side of the letterhead. */
export function letterheadItems(builder: Builder, side: 'start' | 'end'): Node[] {
  return builder.letter.letterhead[side].map((item) => letterheadItem(builder, item, side));
}

function letterheadItem(builder: Builder, item: Line | PlacedImage, align: 'start' | 'end'): Node {
  if (isImage(item)) return { ...imageNode(item, align, LOGO.width, LOGO.height), after: 3 };
  return builder.text(item, { align, small: true });
}

/** Date, reference block and address, in the layout that the letter asks for. */
export function headBlocks(builder: Builder): Node[] {
  const { letter, style } = builder;
  const unit = letter.unit
    ? [builder.text(letter.unit, { bold: true, after: style.paragraphGap })]
    : [];
  const date = builder.text(letter.dateline, { after: style.paragraphGap });
  const address = letter.address.position === 'head' ? [...addressBlocks(builder)] : [];
  return [...unit, ...arrange(builder, date, address)];
}

function arrange(builder: Builder, date: Node, address: readonly Node[]): Node[] {
  const { letter, style } = builder;
  const reference = referenceBlocks(builder, letter.rows);
  if (letter.head === 'stacked') {
    const labelled = letter.address.label !== undefined && letter.address.position === 'head';
    const rows = labelled ? [...letter.rows.map(row(builder)), addressRow(builder)] : undefined;
    if (rows) return [date, rowsNode(rows, style.partGap), ...confidential(builder)];
    return [date, ...reference, ...confidential(builder), stack(address, { after: style.partGap })];
  }
  const addressSide = stack([date, ...address]);
  const rowsSide = stack([...reference, ...confidential(builder)]);
  const children = letter.head === 'rows-first' ? [rowsSide, addressSide] : [addressSide, rowsSide];
  return [{ type: 'columns', children, shares: [1, 1], gap: 22, after: style.partGap }];
}

function referenceBlocks(builder: Builder, rows: readonly Labelled[]): Node[] {
  if (rows.length === 0) return [];
  return [rowsNode(rows.map(row(builder)), builder.style.paragraphGap)];
}

function rowsNode(rows: RowsNode['rows'], after: number): RowsNode {
  return { type: 'rows', rows, gap: 8, after };
}

function row(builder: Builder) {
  return ({ label, lines, bold = false }: Labelled) => ({
    label: builder.text(label),
    value: stack(lines.map((line) => builder.text(line, { bold }))),
  });
}

function addressRow(builder: Builder): RowsNode['rows'][number] {
  return {
    label: builder.text(builder.letter.address.label ?? []),
    value: stack(addressLines(builder)),
  };
}

function confidential({ letter, style, text }: Builder): Node[] {
  return letter.confidential
    ? [text(letter.confidential, { bold: true, after: style.paragraphGap })]
    : [];
}

/** The address with its label above or before it. */
export function addressBlocks(builder: Builder): Node[] {
  const { label } = builder.letter.address;
  if (label === undefined) return addressLines(builder);
  return [rowsNode([{ label: builder.text(label), value: stack(addressLines(builder)) }], 0)];
}

function addressLines({ letter, style, text }: Builder): Node[] {
  const { lines, bullets } = letter.address;
  const marker: Line = [{ type: 'text', text: '–' }];
  const items = bullets.map((line) => [text(line, { indent: style.indent * 0.7, marker })]);
  return [
    ...lines.map((line) => text(line)),
    ...(bullets.length > 0 ? [{ type: 'list', items } as const] : []),
  ];
}

/** Without a label the subject is a centred title; with one it is set beside its label. */
export function subjectBlocks(builder: Builder): Node[] {
  const { style, text } = builder;
  const { label, lines } = builder.letter.subject;
  const after = style.partGap;
  if (label) {
    const value = stack(
      lines.map((line) => text(line, { bold: true, tag: null, breaking: 'title' })),
      { tag: 'H1' },
    );
    return [rowsNode([{ label: text(label), value }], after)];
  }
  return [
    stack(
      lines.map((line) =>
        text(line, { bold: true, align: 'center', tag: null, breaking: 'title' }),
      ),
      { tag: 'H1', before: style.paragraphGap, after },
    ),
  ];
}

export function salutationBlocks({ letter, style, text }: Builder): TextNode[] {
  return letter.salutation.map((line) =>
    text(line, { after: style.paragraphGap, keepWithNext: true }),
  );
}
