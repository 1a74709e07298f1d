/** What is said about a column that a letter prints as it stands, and that spreadsheets have written. */
import type { Problems } from '../../diagnostic.ts';
import type { RawCell, RawCells, Stakeholder } from '../../model.ts';

const HELPERS = { date: 'date', number: 'number', amount: 'money' } as const;

/** The columns of a list that have been reported, by the cells that all its rows share. */
const reported = new WeakMap<Problems, Map<RawCells, Set<string>>>();

/** Warns of such cells of a column, at the first of each kind; once for all letters whose problems are collected here. */
export function reportRawCells(
  { rawCells, list }: Stakeholder,
  column: string,
  problems: Problems,
): void {
  if (!rawCells) return;
  const lists = reported.get(problems) ?? new Map<RawCells, Set<string>>();
  reported.set(problems, lists);
  const columns = lists.get(rawCells) ?? new Set();
  lists.set(rawCells, columns);
  if (columns.has(column)) return;
  columns.add(column);
  for (const cell of rawCells[column] ?? []) {
    const message = `"${cell.text.value}" looks like ${cell.look}, and is printed as it stands`;
    problems.warning('raw-value', cell.text.span, message, remedy(cell, column, list));
  }
}

function remedy({ type }: RawCell, column: string, list: string): string {
  if (!type) return 'write in the list what the letter is to print';
  const setting = `lists: - {file: ${list}, columns: {${column}: {type: ${type}}}}`;
  return `give the column a type, ${setting}, and print it with {{${HELPERS[type]} recipient.extra.${column}}}`;
}
