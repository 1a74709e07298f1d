/** Columns that have a type in one list, and another or none in a second. */
import type { Problems, Span } from '../../diagnostic.ts';
import type { Stakeholder } from '../../model.ts';
import type { ColumnSetting, ColumnType, ListEntry } from '../schema/lists.ts';
import { columnName } from './table.ts';

interface Typed {
  readonly column: string;
  readonly type: ColumnType;
  readonly list: string;
  readonly span: Span;
}

function typedColumn({ heading, as, type }: ColumnSetting, { file }: ListEntry): Typed[] {
  const column = columnName((as ?? heading).value).replace(/^extra\./, '');
  return type ? [{ column, type, list: file.value, span: heading.span }] : [];
}

/** A template knows one type of a column of its recipients, whichever list they are in: reports those of several. */
export function checkTypes(
  lists: readonly ListEntry[],
  stakeholders: readonly Stakeholder[],
  problems: Problems,
): void {
  const typed = lists.flatMap((list) => list.columns.flatMap((one) => typedColumn(one, list)));
  const first = new Map(typed.toReversed().map((one) => [one.column, one]));
  for (const other of typed) {
    const one = first.get(other.column);
    if (one && one.type !== other.type) report(one, other.span, problems);
  }
  const known = new Set(typed.map(({ list, column }) => JSON.stringify([list, column])));
  for (const one of first.values()) {
    for (const { list, extra } of stakeholders) {
      const key = JSON.stringify([list, one.column]);
      const cell = extra[one.column];
      if (!cell || known.has(key)) continue;
      known.add(key);
      report(one, cell.span, problems);
    }
  }
}

function report({ column, type, list }: Typed, span: Span, problems: Problems): void {
  const message = `the column "${column}" has the type ${type} in ${list}, and another or none here`;
  const hint = `give it the same type for each list under lists: columns: {${column}: {type: ${type}}}`;
  problems.error('mixed-types', span, message, hint);
}
