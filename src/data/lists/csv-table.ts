/** The fields of a CSV file under the names of their columns. */
import type { Problems, Span } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';
import { Csv, type CsvRecord } from '../source/csv.ts';
import { placedValue } from '../source/placed.ts';
import { isReserved, reportReserved } from '../source/reserved.ts';
import type { Source } from '../source/source.ts';
import { columnName, type Row, type Table } from './table.ts';

/** A CSV file whose first row names the columns. */
export function tableOfCsv(source: Source, problems: Problems): Table {
  const csv = new Csv(source);
  const records = csv.records(problems);
  const header = records.next().value as CsvRecord | undefined;
  if (!header) {
    problems.error('empty-value', source.span(0), 'the list has no row of column names');
    return { columns: [], rows: [] };
  }
  const names = columnNames(header, csv, problems);
  const columns = names.filter((name) => name.value !== '');
  return { columns, rows: rowsOf(records, names, csv, problems) };
}

function* rowsOf(
  records: Iterable<CsvRecord>,
  names: readonly Text[],
  csv: Csv,
  problems: Problems,
): Generator<Row> {
  const places = new Map(names.map((name, index) => [name.value, index]));
  for (const record of records) {
    if (fits(record, names, csv, problems)) yield new CsvRow(record, places, csv);
  }
}

/** Makes a cell when asked for it. */
class CsvRow implements Row {
  readonly record: CsvRecord;
  readonly csv: Csv;
  readonly #places: ReadonlyMap<string, number>;

  constructor(record: CsvRecord, places: ReadonlyMap<string, number>, csv: Csv) {
    this.record = record;
    this.csv = csv;
    this.#places = places;
  }

  get span(): Span {
    return this.csv.span(this.record, 0);
  }

  cell(column: string): Text | undefined {
    const field = this.#places.get(column) ?? -1;
    const value = this.record.values[field]?.trim();
    return value ? new CsvCell(value, this, field) : undefined;
  }
}

class CsvCell implements Text {
  readonly value: string;
  readonly #row: Pick<CsvRow, 'record' | 'csv'>;
  readonly #field: number;

  constructor(value: string, row: Pick<CsvRow, 'record' | 'csv'>, field: number) {
    this.value = value;
    this.#row = row;
    this.#field = field;
  }

  get span(): Span {
    const { csv, record } = this.#row;
    return csv.span(record, this.#field, this.value.length || 1);
  }
}

/** One for each field of the header; a name that occurs twice counts once, and is reported. */
function columnNames(record: CsvRecord, csv: Csv, problems: Problems): Text[] {
  const seen = new Set<string>();
  return record.values.map((value, field) => {
    const place = new CsvCell(value.trim(), { record, csv }, field);
    const name = columnName(value);
    if (isReserved(place.value) || isReserved(name)) {
      reportReserved(place, problems);
      return placedValue('', place);
    }
    if (name !== '' && seen.has(name)) {
      problems.error('duplicate-column', place.span, `two columns are named "${name}"`);
      return placedValue('', place);
    }
    seen.add(name);
    return placedValue(name, place);
  });
}

/** Whether a row has as many fields as the header; empty ones at its end do not count. */
function fits(record: CsvRecord, names: readonly Text[], csv: Csv, problems: Problems): boolean {
  const { values } = record;
  const surplus = values.findIndex((value, at) => at >= names.length && value.trim() !== '');
  if (values.length >= names.length && surplus < 0) return true;
  const message = `the row has ${values.length} fields, the header has ${names.length}`;
  const hint = 'a value that holds the delimiter must stand in quotation marks';
  problems.error('ragged-row', csv.span(record, Math.max(surplus, 0)), message, hint);
  return false;
}
