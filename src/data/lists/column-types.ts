/** Columns with a type: their cells as dates, numbers and amounts. */
import type { Problems } from '../../diagnostic.ts';
import type { CalendarDate, ColumnValue } from '../../model.ts';
import type { ColumnSetting, ColumnType } from '../schema/lists.ts';
import { dayOfSerial, isoDate } from '../schema/values.ts';
import { placedValue } from '../source/placed.ts';
import { type DateReading, type NumberReading, readDate, readNumber } from './readings.ts';
import type { Cell } from './table.ts';

/** Makes a value of a cell. Where it cannot, that is reported, and a substitute is not reported as well. */
export type CellReader = (cell: Cell) => ColumnValue;
type Attempt = (cell: Cell) => ColumnValue | undefined;

/** A setting that gives a type. */
type Typed = ColumnSetting & { readonly type: ColumnType };

/**
 * A reader of the cells of a column. Where a cell has two readings, the edition tells which is meant, or else the other
 * cells of the column; if neither does, that is asked once.
 * @param column its heading
 * @param cells all those of the column
 */
export function cellReader(
  column: string,
  setting: Typed,
  cells: readonly Cell[],
  problems: Problems,
): CellReader {
  const attempt = reader(column, setting, cells, problems);
  return (cell) => attempt(cell) ?? substitute(setting.type, cell);
}

function substitute(type: ColumnType, cell: Cell): ColumnValue {
  switch (type) {
    case 'date':
      return { type, date: placedValue({ year: 9999, month: 12, day: 31 }, cell) };
    case 'number':
      return { type, number: placedValue(0, cell) };
    default:
      return { type, amount: placedValue(0, cell), currency: 'XXX' };
  }
}

function reader(
  column: string,
  setting: Typed,
  cells: readonly Cell[],
  problems: Problems,
): Attempt {
  const { type } = setting;
  if (type === 'date') return dateReader(column, setting, cells, problems);
  const read = numberReader(column, setting, cells, problems);
  if (type === 'amount') return (cell) => amountOf(cell, setting, read, problems);
  return (cell) => {
    const number = read(cell);
    return number === undefined ? undefined : { type, number: placedValue(number, cell) };
  };
}

function dateReader(
  column: string,
  { order: given }: ColumnSetting,
  cells: readonly Cell[],
  problems: Problems,
): Attempt {
  const orders = new Set<string>();
  for (const { value } of given ? [] : cells) {
    const reading = readDate(value);
    if (reading.kind === 'ordered') orders.add(reading.order);
  }
  const [only] = orders;
  const order = given ?? (orders.size === 1 ? only : undefined);
  const ask = askOnce((cell) => {
    const message = `"${cell.value}" may begin with its day or with its month`;
    const hint = `say which under lists: columns: {${column}: {type: date, order: day-first}}, or month-first`;
    problems.error('ambiguous-value', cell.span, message, hint);
  });
  const dated = (date: CalendarDate, cell: Cell): ColumnValue => {
    return { type: 'date', date: placedValue(date, cell) };
  };
  return (cell) => {
    const reading = readDate(cell.value);
    switch (reading.kind) {
      case 'day':
        return dated(reading.date, cell);
      case 'ordered':
        if (order === undefined || order === reading.order) return dated(reading.date, cell);
        problems.error('bad-date', cell.span, `"${cell.value}" is no date that is ${order}`);
        return undefined;
      case 'two':
        if (order === undefined) return ask(cell);
        return dated(order === 'day-first' ? reading.dayFirst : reading.monthFirst, cell);
      default:
        return reportDate(cell, reading, problems);
    }
  };
}

const WHY_NO_DATE = {
  'no-date': 'write a date as year-month-day, like 2026-07-06',
  'short-year': 'write the year with four digits',
  time: 'it has a time of day, which may belong to another time zone: write the day alone',
  'no-such-day': 'the calendar has no such day',
} as const;

function reportDate(
  cell: Cell,
  { why }: Extract<DateReading, { kind: 'none' }>,
  problems: Problems,
): undefined {
  const hint =
    why === 'serial'
      ? `spreadsheets count days: did you mean ${isoDate(dayOfSerial(Number(cell.value)))}?`
      : WHY_NO_DATE[why];
  problems.error('bad-date', cell.span, `"${cell.value}" is not a date`, hint);
}

/** Reports the first of many cells, and never returns a value. */
function askOnce(report: (cell: Cell) => void): (cell: Cell) => undefined {
  let asked = false;
  return (cell) => {
    if (!asked) report(cell);
    asked = true;
  };
}

const SIGNS = { point: '.', comma: ',' } as const;

function numberReader(
  column: string,
  { decimal: given, type }: ColumnSetting,
  cells: readonly Cell[],
  problems: Problems,
): (cell: Cell, text?: string) => number | undefined {
  const found = new Set<string>();
  for (const { value, number } of given ? [] : cells) {
    const reading = number === undefined ? readNumber(splitCurrency(value).amount) : undefined;
    if (reading?.kind === 'number' && reading.decimal) found.add(reading.decimal);
  }
  const [only] = found;
  const sign = given ? SIGNS[given] : found.size === 1 ? only : undefined;
  const ask = askOnce((cell) => {
    const message = `"${cell.value}" may be in thousands, or have three decimals`;
    const hint = `say which sign its decimals have under lists: columns: {${column}: {type: ${type}, decimal: point}}, or comma`;
    problems.error('ambiguous-value', cell.span, message, hint);
  });
  return (cell, text = cell.value) => {
    if (cell.number !== undefined) return cell.number;
    const reading = readNumber(text);
    if (reading.kind === 'two') return ofTwo(reading, sign, given !== undefined) ?? ask(cell);
    const fits =
      reading.kind === 'number' && (reading.decimal ?? sign) === (sign ?? reading.decimal);
    return fits ? reading.value : reportNumber(cell, reading, problems);
  };
}

/** The meant one of two readings; that another cell has the sign for its decimals is not enough: three of them are rare. */
function ofTwo(
  { sign, grouped, decimal }: Extract<NumberReading, { kind: 'two' }>,
  ofColumn: string | undefined,
  isGiven: boolean,
): number | undefined {
  if (ofColumn === undefined) return undefined;
  if (ofColumn !== sign) return grouped;
  return isGiven ? decimal : undefined;
}

function reportNumber(cell: Cell, reading: NumberReading, problems: Problems): undefined {
  const isCut = reading.kind === 'none' && reading.why === 'exponent';
  const hint = isCut
    ? 'the spreadsheet has cut it short: format the column as a number, and save the list again'
    : 'write digits alone, like 14000 or 2.5';
  problems.error('bad-number', cell.span, `"${cell.value}" is not a number`, hint);
}

const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₽': 'RUB' };

/** `CHF 1,000.50`, `1 000,50 €`: an amount, and its currency where it brings one. */
function splitCurrency(value: string): { readonly amount: string; readonly currency?: string } {
  const match = /^(?:([A-Z]{3}|[€£₽])\s*)?(.*?)(?:\s*([A-Z]{3}|[€£₽]))?$/su.exec(value.trim());
  const [, before, amount = value, after] = match ?? [];
  const code = before ?? after;
  return code === undefined ? { amount: value } : { amount, currency: SYMBOLS[code] ?? code };
}

function amountOf(
  cell: Cell,
  { currency: given }: ColumnSetting,
  read: (cell: Cell, text?: string) => number | undefined,
  problems: Problems,
): ColumnValue | undefined {
  const { amount, currency = given } = splitCurrency(cell.value);
  const value = read(cell, amount);
  if (value === undefined) return undefined;
  if (given && currency !== given) {
    const message = `"${cell.value}" is not in ${given}, as its column says`;
    problems.error('bad-number', cell.span, message);
    return undefined;
  }
  return { type: 'amount', amount: placedValue(value, cell), ...(currency && { currency }) };
}
