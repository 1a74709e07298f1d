/** Stakeholder lists: rows → stakeholders. */
import { extname } from 'node:path';
import type { Problems, Span } from '../../diagnostic.ts';
import type { Stakeholder, UnrecognisedColumns } from '../../model.ts';
import { MOST_LIST_BYTES } from '../limits.ts';
import type { ColumnSetting } from '../schema/lists.ts';
import { checkRow } from '../sense/rows.ts';
import { checkSamePerson } from '../sense/same-person.ts';
import { rowOf } from '../source/placed.ts';
import { readBytes, sourceOf } from '../source/source.ts';
import { parseYaml } from '../source/yaml.ts';
import { editDistance } from '../suggest.ts';
import { COLUMNS, isKnownColumn, REQUIRED_COLUMNS } from './columns.ts';
import { tableOfCsv } from './csv-table.ts';
import { NAME_PARTS } from './headings.ts';
import { isWorkbook, NOT_READ, reportFormat, WORKBOOKS } from './list-formats.ts';
import { type MappedTable, mappedTable } from './mapped-table.ts';
import { StakeholderReader } from './stakeholder.ts';
import { type Table, tableOfNode } from './table.ts';
import { tableOfWorkbook } from './workbook.ts';

/** A stakeholder list: where it lies, and by what name the edition knows it. */
export interface ListFile {
  readonly name: string;
  /** As shown in spans. */
  readonly file: string;
  /** To open. */
  readonly path: string;
  readonly namedAt?: Span;
  /** What the edition says of its columns. */
  readonly columns?: readonly ColumnSetting[];
  /** Of a workbook; its first by default. */
  readonly sheet?: string;
}

/** Reads lists, in their order. */
export type ListReader = (files: readonly ListFile[], problems: Problems) => Stakeholder[];

/** The stakeholders of several lists; an id stands for one of them only, whichever list it is in. */
export function readLists(files: readonly ListFile[], problems: Problems): Stakeholder[] {
  const seen = new Map<string, Stakeholder>();
  const isNew = (stakeholder: Stakeholder): boolean => {
    const { value } = stakeholder.id;
    const first = seen.get(value);
    if (!first) {
      seen.set(value, stakeholder);
      return true;
    }
    const message = `two stakeholders have the id "${value}"`;
    const hint = `the first stands in ${rowOf(first.id.span, first.list)}`;
    problems.error('duplicate-id', stakeholder.id.span, message, hint);
    return false;
  };
  const stakeholders = files.flatMap((list) => readList(list, problems).filter(isNew));
  checkSamePerson(stakeholders, problems);
  return stakeholders;
}

function readList(list: ListFile, problems: Problems): Stakeholder[] {
  const table = readTable(list, problems);
  if (!table) return [];
  const known = { isColumn: isKnownColumn, columns: [...COLUMNS, ...NAME_PARTS] };
  const mapped = mappedTable(table, list.columns ?? [], known, problems);
  checkColumns(mapped, problems);
  const unrecognised = unrecognisedColumns(mapped);
  const reader = new StakeholderReader(list.name, mapped, problems, unrecognised);
  const found = mapped.rows.flatMap((row) => reader.read(row) ?? []);
  for (const stakeholder of found) checkRow(stakeholder, problems);
  const [first] = table.columns;
  if (first && mapped.rows.length === 0) {
    problems.warning('empty-list', first.span, 'the list has no rows');
  }
  return found;
}

function readTable(list: ListFile, problems: Problems): Table | undefined {
  const { file, path, namedAt } = list;
  const extension = extname(file).toLowerCase();
  if (extension in NOT_READ) return reportFormat(list, extension, problems);
  if (WORKBOOKS.includes(extension)) return tableOfWorkbook(list, problems);
  const bytes = readBytes(file, problems, { namedAt, path, most: MOST_LIST_BYTES });
  if (!bytes || isWorkbook(list, bytes, problems)) return undefined;
  const source = sourceOf(file, bytes, problems);
  if (!source) return undefined;
  const isYaml = ['.yaml', '.yml'].includes(extension);
  const node = isYaml ? parseYaml(source, problems) : undefined;
  return isYaml ? node && tableOfNode(node, problems) : tableOfCsv(source, problems);
}

/** Columns that a hint lists. */
const NAMED = 12;

/** Reports columns that are missing, and those that are probably misspelt. */
function checkColumns({ columns, aliases }: MappedTable, problems: Problems): void {
  const [first] = columns;
  if (!first) return;
  const present = new Set(columns.map(({ value }) => value));
  const meant = new Set<string>();
  for (const column of columns) {
    const near = aliases.has(column.value) ? undefined : misspelt(column.value, present);
    if (near === undefined) continue;
    meant.add(near);
    const message = `unknown column "${column.value}"`;
    problems.error('unknown-column', column.span, message, `did you mean "${near}"?`);
  }
  for (const name of REQUIRED_COLUMNS) {
    if (present.has(name) || meant.has(name)) continue;
    const hint = `name it in the first line: that has ${[...present].slice(0, NAMED).join(', ')}`;
    problems.error('missing-column', first.span, `the column "${name}" is missing`, hint);
  }
}

/** The column of ours, not in the list, that a column of the list is one slip away from. */
function misspelt(column: string, present: ReadonlySet<string>): string | undefined {
  if (isKnownColumn(column) || column.length < 4 || /\d$/.test(column)) return undefined;
  return COLUMNS.find((known) => !present.has(known) && editDistance(column, known) === 1);
}

/** Without these a letter is poorer, and nothing is reported: a row may well be without them. */
const USUAL = ['name', 'gender', 'title', 'organisation', 'country'];

/** What is to be said of columns, unless a template asks for them: a list that has the usual ones may have others. */
function unrecognisedColumns({
  columns,
  settings,
  aliases,
}: MappedTable): UnrecognisedColumns | undefined {
  const present = new Set(columns.map(({ value }) => value));
  const has = (name: string) => [...present].some((one) => one === name || isVariant(one, name));
  const missing = USUAL.filter((name) => !has(name));
  const unknown = columns.filter(
    ({ value }) =>
      !isKnownColumn(value) &&
      !settings.has(value) &&
      !aliases.has(value) &&
      misspelt(value, present) === undefined,
  );
  return missing.length > 0 && unknown.length > 0 ? { unknown, missing } : undefined;
}

/** `title-en` fills in for `title`. */
function isVariant(column: string, name: string): boolean {
  return column.startsWith(`${name}-`) && COLUMNS.includes(column);
}
