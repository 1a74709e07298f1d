/**
 * Cells that no letter should print as they stand: dates and numbers in the form that a spreadsheet or a database gives them.
 * Telephone and passport numbers, postal codes and the like are digits too, and none of these.
 */
import type { RawCell, RawCells, Text } from '../../model.ts';
import { headingKey } from './headings.ts';
import { isExponent, readDate } from './readings.ts';

type Look = Omit<RawCell, 'text'>;

const DATE: Look = { look: 'a date', type: 'date' };
const SERIAL: Look = { look: 'the number by which a spreadsheet keeps a date', type: 'date' };
const EXPONENT: Look = { look: 'a number that a spreadsheet has cut short', type: 'number' };
const NUMBER: Look = { look: 'a number with the decimals of a database', type: 'number' };
const AMOUNT: Look = { look: 'an amount in the form of one language', type: 'amount' };
const FLAG: Look = { look: 'the yes or no of a spreadsheet' };

/** Words of headings above dates. */
const DATE_WORDS =
  /(?:^|-)(?:dates?|dated|day|born|birth|birthday|birthdate|dob|arrival|departure|expiry|deadline|naissance|arrivee|depart|echeance|fecha|nacimiento|llegada|salida|vencimiento)(?:-|$)|дата|рожд|تاريخ|日期|生日/u;

const SPREADSHEET_MONTH = /^\d{1,2}-[A-Z][a-z]{2,3}-(?:\d{2}|\d{4})$/;

/** What a cell looks like; a number of days is a date only in a column of dates. */
function lookOf(value: string, isDateColumn: () => boolean): Look | undefined {
  if (value === 'TRUE' || value === 'FALSE') return FLAG;
  if (!/[\d٠-٩]/.test(value)) return undefined;
  if (isExponent(value)) return EXPONENT;
  if (/^-?\d+\.0+$/.test(value)) return NUMBER;
  if (/^-?\d{1,3}(?:,\d{3})*,\d{3}\.\d{2}$|^-?\d{1,3}(?:\.\d{3})+,\d{2}$/.test(value))
    return AMOUNT;
  if (SPREADSHEET_MONTH.test(value)) return DATE;
  if (/年/.test(value)) return undefined;
  const reading = readDate(value);
  if (reading.kind !== 'none' || reading.why === 'time') return DATE;
  if (reading.why === 'short-year') return value.includes('/') ? DATE : undefined;
  return reading.why === 'serial' && isDateColumn() ? SERIAL : undefined;
}

/** The first cell of each look, by column. */
export function rawCells(
  columns: readonly string[],
  cells: (column: string) => Iterable<Text>,
): RawCells | undefined {
  const found = columns.flatMap((column) => {
    const raw = rawCellsOf(column, () => cells(column));
    return raw.length > 0 ? [[column, raw] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function rawCellsOf(column: string, cells: () => Iterable<Text>): RawCell[] {
  let dates: boolean | undefined;
  const isDateColumn = () => {
    dates ??= DATE_WORDS.test(headingKey(column)) || hasDates(cells());
    return dates;
  };
  const found = new Map<Look, RawCell>();
  for (const text of cells()) {
    const look = lookOf(text.value, isDateColumn);
    if (look && !found.has(look)) found.set(look, { text, ...look });
  }
  return [...found.values()];
}

function hasDates(cells: Iterable<Text>): boolean {
  for (const { value } of cells) if (readDate(value).kind !== 'none') return true;
  return false;
}
