/** Stakeholder lists: rows → stakeholders. */
import { extname } from 'node:path';
import type { Problems, Span } from '../../diagnostic.ts';
import type { Stakeholder, Text, UnrecognisedColumns } from '../../model.ts';
import { MOST_LIST_BYTES } from '../limits.ts';
import { checkRow } from '../sense/rows.ts';
import { checkSamePerson } from '../sense/same-person.ts';
import { readSource } from '../source/source.ts';
import { parseYaml } from '../source/yaml.ts';
import { editDistance } from '../suggest.ts';
import { tableOfCsv } from './csv-table.ts';
import { COLUMNS, REQUIRED_COLUMNS, StakeholderReader } from './stakeholder.ts';
import { type Table, tableOfNode } from './table.ts';

/** A stakeholder list: where it lies, and by what name the edition knows it. */
export interface ListFile {
  readonly name: string;
  /** As shown in spans. */
  readonly file: string;
  /** To open. */
  readonly path: string;
  readonly namedAt?: Span;
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
    const hint = `the first stands in line ${first.id.span.line} of ${first.list}`;
    problems.error('duplicate-id', stakeholder.id.span, message, hint);
    return false;
  };
  const stakeholders = files.flatMap((list) => readList(list, problems).filter(isNew));
  checkSamePerson(stakeholders, problems);
  return stakeholders;
}

function readList(list: ListFile, problems: Problems): Stakeholder[] {
  const { columns, rows } = readTable(list, problems);
  const reader = new StakeholderReader(list.name, columns, problems, unrecognisedColumns(columns));
  const found: Stakeholder[] = [];
  let count = 0;
  for (const row of rows) {
    const stakeholder = reader.read(row);
    if (stakeholder) {
      checkRow(stakeholder, problems);
      found.push(stakeholder);
    }
    count++;
  }
  const [first] = columns;
  if (first && count === 0) problems.warning('empty-list', first.span, 'the list has no rows');
  return found;
}

function readTable(list: ListFile, problems: Problems): Table {
  const empty = { columns: [], rows: [] };
  const { file, path, namedAt } = list;
  const source = readSource(file, problems, { namedAt, path, most: MOST_LIST_BYTES });
  if (!source) return empty;
  const isYaml = ['.yaml', '.yml'].includes(extname(file).toLowerCase());
  const node = isYaml ? parseYaml(source, problems) : undefined;
  const table = isYaml ? node && tableOfNode(node, problems) : tableOfCsv(source, problems);
  if (!table) return empty;
  checkColumns(table.columns, problems);
  return table;
}

/** Columns that a hint lists. */
const NAMED = 12;

/** Reports columns that are missing, and those that are probably misspelt. */
function checkColumns(columns: readonly Text[], problems: Problems): void {
  const [first] = columns;
  if (!first) return;
  const present = new Set(columns.map(({ value }) => value));
  const meant = new Set<string>();
  for (const column of columns) {
    const near = misspelt(column.value, present);
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
  if (COLUMNS.includes(column) || column.length < 4 || /\d$/.test(column)) return undefined;
  return COLUMNS.find((known) => !present.has(known) && editDistance(column, known) === 1);
}

/** Without these a letter is poorer, and nothing is reported: a row may well be without them. */
const USUAL = ['name', 'gender', 'title', 'organisation', 'country'];
/** Salutations look for these beside the columns of the schema. */
const FAMILY_NAME = /^family-name(?:-|$)/;

/** What is to be said of columns, unless a template asks for them: a list that has the usual ones may have others. */
function unrecognisedColumns(columns: readonly Text[]): UnrecognisedColumns | undefined {
  const present = new Set(columns.map(({ value }) => value));
  const has = (name: string) => [...present].some((one) => one === name || isVariant(one, name));
  const missing = USUAL.filter((name) => !has(name));
  const unknown = columns.filter(
    ({ value }) =>
      !COLUMNS.includes(value) &&
      !FAMILY_NAME.test(value) &&
      misspelt(value, present) === undefined,
  );
  return missing.length > 0 && unknown.length > 0 ? { unknown, missing } : undefined;
}

/** `title-en` fills in for `title`. */
function isVariant(column: string, name: string): boolean {
  return column.startsWith(`${name}-`) && COLUMNS.includes(column);
}
