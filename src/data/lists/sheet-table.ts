/** The cells of a sheet as rows under the names of its columns. */
import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import type { Problems, Span } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';
import { isReserved, reportReserved } from '../source/reserved.ts';
import { type Cell, columnName, type Row, type Table } from './table.ts';

/** Where a sheet is, and how it shows dates. */
interface SheetPlace {
  readonly file: string;
  readonly name: string;
  /** Undefined where a cell is no date. */
  readonly dateShown: (cell: CellObject) => string | undefined;
}

/** The first row that is not empty names the columns. Hidden rows are rows, which is said; merged ones are refused. */
export function tableOfSheet(sheet: WorkSheet, place: SheetPlace, problems: Problems): Table {
  const rows: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const filled = rows.flatMap((row, line) =>
    columnsIn(row).some((column) => textOf(row[column], line, column, place)) ? [line] : [],
  );
  const [header] = filled;
  if (header === undefined) {
    problems.error('empty-value', spanOf(place, 0, 0), 'the sheet has no row of column names');
    return { columns: [], rows: [] };
  }
  const lines = filled.slice(1);
  const columns = columnsOf(rows[header] ?? [], header, place, problems);
  reportMerged(sheet['!merges'] ?? [], lines, place, problems);
  reportHidden(sheet, lines, place, problems);
  reportNameless(rows, header, lines, place, problems);
  const places = new Map([...columns].map(([column, { value }]) => [value, column]));
  return {
    columns: [...columns.values()],
    rows: lines.map((line): Row => {
      const cells = rows[line] ?? [];
      const [first = 0] = places.values();
      return {
        get span() {
          return spanOf(place, line, first);
        },
        cell(column) {
          const at = places.get(column);
          return at === undefined ? undefined : textOf(cells[at], line, at, place);
        },
      };
    }),
  };
}

/** The numbers of columns that have a cell: a row may be as wide as a sheet, and hold two. */
function columnsIn(cells: readonly unknown[]): number[] {
  return Object.keys(cells).map(Number);
}

/** The columns by their number, each name once. */
function columnsOf(
  cells: readonly (CellObject | undefined)[],
  line: number,
  place: SheetPlace,
  problems: Problems,
): Map<number, Text> {
  const columns = new Map<number, Text>();
  const seen = new Set<string>();
  for (const column of columnsIn(cells)) {
    const cell = textOf(cells[column], line, column, place);
    if (!cell) continue;
    const value = columnName(cell.value);
    if (isReserved(value)) reportReserved(cell, problems);
    else if (seen.has(value)) {
      problems.error('duplicate-column', cell.span, `two columns are named "${value}"`);
    } else columns.set(column, { value, span: cell.span });
    seen.add(value);
  }
  return columns;
}

/** Letters of a column: A, Z, AA. */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}

function spanOf({ file, name }: SheetPlace, line: number, column: number): Span {
  const cell = `${name}!${columnLetters(column)}${line + 1}`;
  return { file, line: line + 1, column: column + 1, cell };
}

/** A cell as the sheet shows it, but dates in ISO 8601 and numbers with all their digits. */
function textOf(
  cell: CellObject | undefined,
  line: number,
  column: number,
  place: SheetPlace,
): Cell | undefined {
  if (!cell || cell.t === 'z') return undefined;
  const fault = faultOf(cell);
  const value = fault ? (cell.w ?? '') : shownOf(cell, place).trim();
  if (value === '' && !fault) return undefined;
  return {
    value,
    get span() {
      return spanOf(place, line, column);
    },
    ...(fault && { fault }),
    ...(typeof cell.v === 'number' && !place.dateShown(cell) && { number: cell.v }),
  };
}

const NO_VALUE = 'correct its formula, or put in the value itself';

function faultOf({ t, v, w, f }: CellObject): Cell['fault'] {
  if (t === 'e' && v !== undefined) {
    return { message: `the cell holds the error ${w ?? v}`, hint: NO_VALUE };
  }
  if (f === undefined || (v !== undefined && t !== 'e')) return undefined;
  const message = 'the cell has a formula, but the file does not have its value';
  return { message, hint: 'open the file in a spreadsheet program and save it again' };
}

function shownOf(cell: CellObject, { dateShown }: SheetPlace): string {
  const { t, v, w, z } = cell;
  if (t === 'b') return v ? 'TRUE' : 'FALSE';
  if (t !== 'n' || typeof v !== 'number') return String(v ?? '');
  const date = dateShown(cell);
  if (date !== undefined) return date;
  return z === undefined || z === 'General' || z === '@' || w === undefined ? digits(v) : w;
}

/** Spreadsheets keep fifteen digits of a number, and show fewer where it is long. */
const DIGITS = 15;

function digits(value: number): string {
  const rounded = Number(value.toPrecision(DIGITS));
  if (Number.isInteger(rounded)) return BigInt(rounded).toString();
  const plain = String(rounded);
  return plain.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : plain;
}

/** Of cells that are merged, the first alone has a value: the rows below would be without it. */
function reportMerged(
  merges: readonly Range[],
  lines: readonly number[],
  place: SheetPlace,
  problems: Problems,
): void {
  for (const { s, e } of merges) {
    if (!lines.some((line) => line >= s.r && line <= e.r)) continue;
    const range = `${columnLetters(s.c)}${s.r + 1}:${columnLetters(e.c)}${e.r + 1}`;
    const message = `the cells ${range} are merged: only the first of them holds the value`;
    const hint = 'unmerge them, and fill each';
    problems.error('bad-cell', spanOf(place, s.r, s.c), message, hint);
  }
}

/** A filter hides rows, which are recipients nevertheless. */
function reportHidden(
  sheet: WorkSheet,
  lines: readonly number[],
  place: SheetPlace,
  problems: Problems,
): void {
  const hidden = lines.filter((line) => sheet['!rows']?.[line]?.hidden === true);
  const [first] = hidden;
  if (first === undefined) return;
  const count =
    hidden.length === 1 ? 'a row is hidden, and is' : `${hidden.length} rows are hidden, and are`;
  const message = `${count} read like the others`;
  const hint = 'delete those that are not meant, or show them (Data, Clear filter)';
  problems.warning('hidden-rows', spanOf(place, first, 0), message, hint);
}

/** A value in a column without a heading belongs to nothing. */
function reportNameless(
  rows: readonly (readonly (CellObject | undefined)[])[],
  header: number,
  lines: readonly number[],
  place: SheetPlace,
  problems: Problems,
): void {
  const width = Math.max(0, ...columnsIn(rows[header] ?? [])) + 1;
  const reported = new Set<number>();
  for (const line of lines) {
    for (const column of columnsIn(rows[line] ?? [])) {
      if (column < width || reported.has(column)) continue;
      if (!textOf(rows[line]?.[column], line, column, place)) continue;
      reported.add(column);
      const message = 'the cell stands in a column without a name';
      problems.error(
        'ragged-row',
        spanOf(place, line, column),
        message,
        'name it in the first row',
      );
    }
  }
}
