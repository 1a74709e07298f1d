/** The section `lists`: files with lists of stakeholders, and what their columns mean. */
import type { Text } from '../../model.ts';
import { COLUMN_TYPES, DATE_ORDERS, DECIMAL_SIGNS } from '../../vocabulary.ts';
import type { Node } from '../source/tree.ts';
import {
  type Context,
  object,
  optional,
  type Parser,
  plain,
  type Reader,
  required,
  scalar,
  text,
} from './reader.ts';
import { oneOf } from './values.ts';

export type ColumnType = (typeof COLUMN_TYPES)[number];

/** What an edition says of one column of a list. */
export interface ColumnSetting {
  /** The heading in the file. */
  readonly heading: Text;
  /** The column of ours that it fills, or `extra.<name>`; none: the heading names it. */
  readonly as?: Text;
  readonly type?: ColumnType;
  readonly order?: (typeof DATE_ORDERS)[number];
  readonly decimal?: (typeof DECIMAL_SIGNS)[number];
  /** ISO 4217 code of amounts that bring none. */
  readonly currency?: string;
}

/** A list that the edition names: its file, with `#Sheet` for a sheet of a workbook. */
export interface ListEntry {
  readonly file: Text;
  readonly columns: readonly ColumnSetting[];
}

const currency: Parser<string> = ({ value, span }, problems) => {
  if (/^[A-Z]{3}$/.test(value)) return value;
  const hint = 'write its code of three letters (ISO 4217), like CHF';
  problems.error('bad-currency', span, `"${value}" is not a currency`, hint);
  return undefined;
};

const details = object({
  as: optional(text),
  type: optional(plain(oneOf(COLUMN_TYPES, 'unknown-type', 'type of columns'))),
  order: optional(plain(oneOf(DATE_ORDERS, 'unknown-type', 'order of dates'))),
  decimal: optional(plain(oneOf(DECIMAL_SIGNS, 'unknown-type', 'decimal sign'))),
  currency: optional(plain(currency)),
});

/** Keys that say how cells of a type are written, and the types that have them. */
const FOR_TYPES = {
  order: ['date'],
  decimal: ['number', 'amount'],
  currency: ['amount'],
} as const satisfies Partial<Record<keyof ColumnSetting, readonly ColumnType[]>>;

function columnSetting(heading: Text, node: Node, context: Context): ColumnSetting | undefined {
  if (node.type !== 'map') {
    const as = text(node, context);
    return as && { heading, as };
  }
  const found = details(node, context);
  if (!found) return undefined;
  const { span, ...setting } = found;
  for (const [key, types] of Object.entries(FOR_TYPES)) {
    const isForIt = (types as readonly unknown[]).includes(setting.type);
    if (!(key in setting) || isForIt) continue;
    const message = `${key} belongs to columns of the type ${types.join(' or ')}`;
    context.problems.error('unknown-type', span, message, `add type: ${types[types.length - 1]}`);
  }
  return { heading, ...setting };
}

/** A map of headings, which are as the file has them. */
const columns: Reader<readonly ColumnSetting[]> = (node, context) => {
  if (node.type !== 'map') {
    const message = `${context.path} must be a map of headings: {Last Name: family-name}`;
    context.problems.error('wrong-type', node.span, message);
    return undefined;
  }
  return node.entries.flatMap(({ key, node: value }) => {
    const path = `${context.path}.${key.value}`;
    return columnSetting(key, value, { ...context, path }) ?? [];
  });
};

const entry = object({ file: required(scalar(({ value }) => value)), columns: optional(columns) });

/** Each a file name, or a map with `file` and `columns`. */
export const listEntries: Reader<readonly ListEntry[]> = (node, context) => {
  const items = node.type === 'list' ? node.items : [node];
  const seen = new Set<string>();
  return items.flatMap((item, index): ListEntry[] => {
    const path = node.type === 'list' ? `${context.path}[${index + 1}]` : context.path;
    const found = listEntry(item, { ...context, path });
    if (!found) return [];
    const { value, span } = found.file;
    if (seen.has(value)) {
      const message = `"${value}" stands twice in ${context.path}`;
      context.problems.error('duplicate-entry', span, message);
    }
    seen.add(value);
    return [found];
  });
};

function listEntry(node: Node, context: Context): ListEntry | undefined {
  if (node.type === 'map') {
    const found = entry(node, context);
    return found && { file: found.file, columns: found.columns ?? [] };
  }
  const file = text(node, context);
  return file && { file, columns: [] };
}
