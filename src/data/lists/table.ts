/** Rows of named cells with places: what a stakeholder list is, whether written as CSV or YAML. */
import type { Problems, Span } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';
import type { Context } from '../schema/reader.ts';
import { text, wrongType } from '../schema/reader.ts';
import type { Entry, Node } from '../source/tree.ts';

/** A stakeholder list, before anything is made of its cells. */
export interface Table {
  /** Normalised names, each once. */
  readonly columns: readonly Text[];
  /** To be gone through once: a long list is not held in memory twice. */
  readonly rows: Iterable<Row>;
}

/** A stakeholder, as the list has it. */
export interface Row {
  readonly span: Span;
  /** The cell of a column, if it is not empty. */
  cell(column: string): Cell | undefined;
}

/** A cell; `lines` where the places of its lines do not follow from its own. */
export interface Cell extends Text {
  /** What a workbook holds, where it shows a number in a form of its own: 1,000.50. */
  readonly number?: number;
  /** Why a workbook has no value here: the cell is nevertheless not empty. */
  readonly fault?: { readonly message: string; readonly hint: string };
  readonly lines?: readonly Text[];
}

/** A header as templates and the schema name it: small letters, hyphens, one spelling. */
export function columnName(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/^e-mail$/, 'email')
    .replace(/^organization(?=-|$)/, 'organisation');
}

/** A YAML list of maps. A map of languages fills the columns `name-ar`, `name-en` …; a list fills lines. */
export function tableOfNode(node: Node, problems: Problems): Table {
  const columns = new Map<string, Text>();
  const items = node.type === 'list' ? node.items : [];
  if (node.type !== 'list') wrongType(node, 'a list of stakeholders', { problems, path: '' });
  const rows = items.flatMap((item, index): Row[] => {
    const context = { problems, path: `[${index + 1}]` };
    if (item.type !== 'map') return wrongType(item, 'a map of keys', context) ?? [];
    const cells = new Map(item.entries.flatMap((entry) => cellsOf(entry, '', context)));
    for (const [value, { span }] of cells) {
      if (!columns.has(value)) columns.set(value, { value, span });
    }
    return [{ span: item.span, cell: (column) => cells.get(column) }];
  });
  return { columns: [...columns.values()], rows };
}

function cellsOf({ key, node }: Entry, prefix: string, context: Context): [string, Cell][] {
  const name = columnName(prefix + key.value);
  if (node.type === 'scalar') {
    const { value, span, lines } = node;
    return value.trim() === '' ? [] : [[name, { value, span, lines }]];
  }
  if (node.type === 'map' && prefix === '') {
    return node.entries.flatMap((entry) => cellsOf(entry, `${name}-`, context));
  }
  if (node.type === 'map') return wrongType(node, 'a text', context) ?? [];
  const lines = node.items.flatMap((item) => text(item, context) ?? []);
  const value = lines.map((line) => line.value).join('\n');
  return lines.length === 0 ? [] : [[name, { value, span: node.span, lines }]];
}
