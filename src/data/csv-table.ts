/** The fields of a CSV file under the names of their columns. */
import type { Problems } from '../diagnostic.ts';
import type { Text } from '../model.ts';
import { type Field, parseCsv } from './csv.ts';
import type { Source } from './source.ts';
import { type Cell, columnName, type Row, type Table } from './table.ts';

/** A CSV file whose first row names the columns. */
export function tableOfCsv(source: Source, problems: Problems): Table {
  const [header, ...body] = parseCsv(source, problems);
  if (!header) {
    problems.error('empty-value', source.span(0), 'the list has no row of column names');
    return { columns: [], rows: [] };
  }
  const names = columnNames(header, source, problems);
  const rows = body.flatMap((fields): Row[] => {
    if (!fits(fields, names, source, problems)) return [];
    return [{ span: rowSpan(fields, source), cells: cellsOf(fields, names, source) }];
  });
  return { columns: names.filter((name) => name.value !== ''), rows };
}

/** One for each field of the header; a name given twice counts once, and is reported. */
function columnNames(header: readonly Field[], source: Source, problems: Problems): Text[] {
  const seen = new Map<string, Text>();
  return header.map(({ value, offset }) => {
    const name = { value: columnName(value), span: source.span(offset, value.length || 1) };
    if (name.value !== '' && seen.has(name.value)) {
      problems.error('duplicate-column', name.span, `two columns are named "${name.value}"`);
      return { ...name, value: '' };
    }
    seen.set(name.value, name);
    return name;
  });
}

/** Whether a row has as many fields as the header; empty ones at its end do not count. */
function fits(
  fields: readonly Field[],
  names: readonly Text[],
  source: Source,
  problems: Problems,
): boolean {
  const surplus = fields.slice(names.length).find(({ value }) => value !== '');
  if (fields.length >= names.length && !surplus) return true;
  const span = surplus ? source.span(surplus.offset) : rowSpan(fields, source);
  const message = `the row has ${fields.length} fields, the header has ${names.length}`;
  const hint = 'a value that holds the delimiter must stand in quotation marks';
  problems.error('ragged-row', span, message, hint);
  return false;
}

function rowSpan([first]: readonly Field[], source: Source) {
  return source.span(first?.offset ?? 0);
}

function cellsOf(
  fields: readonly Field[],
  names: readonly Text[],
  source: Source,
): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [index, { value, offset }] of fields.entries()) {
    const name = names[index]?.value;
    if (!name || value === '') continue;
    cells.set(name, {
      value,
      span: source.span(offset, source.points(offset, offset + value.length)),
    });
  }
  return cells;
}
