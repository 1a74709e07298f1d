/** The fields of a CSV file under the names of their columns. */
import type { Problems, Span } from '../diagnostic.ts';
import type { Text } from '../model.ts';
import { type Field, parseCsv } from './csv.ts';
import type { Source } from './source.ts';
import { columnName, type Row, type Table } from './table.ts';

/** A CSV file whose first row names the columns. */
export function tableOfCsv(source: Source, problems: Problems): Table {
  const records = parseCsv(source, problems);
  const header = records.next().value as Field[] | undefined;
  if (!header) {
    problems.error('empty-value', source.span(0), 'the list has no row of column names');
    return { columns: [], rows: [] };
  }
  const names = columnNames(header, source, problems);
  const columns = names.filter((name) => name.value !== '');
  return { columns, rows: rowsOf(records, names, source, problems) };
}

function* rowsOf(
  records: Iterable<Field[]>,
  names: readonly Text[],
  source: Source,
  problems: Problems,
): Generator<Row> {
  const places = new Map(names.map((name, index) => [name.value, index]));
  for (const fields of records) {
    if (fits(fields, names, source, problems)) yield new CsvRow(fields, places, source);
  }
}

/** Makes a cell when asked for it. */
class CsvRow implements Row {
  readonly span: Span;
  private readonly fields: readonly Field[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly source: Source;

  constructor(fields: readonly Field[], places: ReadonlyMap<string, number>, source: Source) {
    this.span = rowSpan(fields, source);
    this.fields = fields;
    this.places = places;
    this.source = source;
  }

  cell(column: string): Text | undefined {
    const field = this.fields[this.places.get(column) ?? -1];
    if (!field || field.value === '') return undefined;
    const { value, offset } = field;
    const length = this.source.points(offset, offset + value.length);
    return { value, span: this.source.span(offset, length) };
  }
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

function rowSpan([first]: readonly Field[], source: Source): Span {
  return source.span(first?.offset ?? 0);
}
