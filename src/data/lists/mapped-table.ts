/** A list under the names of our columns, by what the edition says of its headings and by what they mean of themselves. */
import type { Problems, Span } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';
import type { ColumnSetting } from '../schema/lists.ts';
import { placedValue } from '../source/placed.ts';
import { hintFor } from '../suggest.ts';
import { courtesiesIn } from './courtesies.ts';
import { knownHeadings, NAME_PARTS } from './headings.ts';
import { type Cell, columnName, type Row, type Table } from './table.ts';

/** A table whose columns mean what their names say. */
export interface MappedTable {
  readonly columns: readonly Text[];
  readonly rows: readonly Row[];
  /** What the edition says, by the column that it fills. */
  readonly settings: ReadonlyMap<string, ColumnSetting>;
  /** Headings of other programs that fill a column of ours, and stay open to templates under their own names. */
  readonly aliases: ReadonlySet<string>;
}

/** Of the columns of ours, those that a heading may be mapped to; others are `extra.<name>`. */
interface Known {
  readonly isColumn: (name: string) => boolean;
  readonly columns: readonly string[];
}

const EXTRA = 'extra.';

/** Reads the headings of a table; what is wrong with the settings is reported. */
export function mappedTable(
  table: Table,
  given: readonly ColumnSetting[],
  known: Known,
  problems: Problems,
): MappedTable {
  const rows = [...table.rows];
  const headings = new Map(table.columns.map((column) => [column.value, column]));
  const settings = settingsByColumn(given, headings, known, problems);
  const sources = new Map(
    [...settings].map(([column, { heading }]) => [column, columnName(heading.value)] as const),
  );
  const renamed = new Set(
    [...sources].flatMap(([column, heading]) => (column === heading ? [] : [heading])),
  );
  reportShadowed(settings, headings, renamed, problems);
  const aliases = aliasesOf({ headings, sources, rows }, problems);
  for (const [column, heading] of aliases) sources.set(column, heading);
  const own = [...headings.values()].filter(({ value }) => !renamed.has(value));
  const names = new Set(own.map(({ value }) => value));
  const filled = [...sources].flatMap(([column, heading]) => {
    const place = headings.get(heading);
    return place && !names.has(column) ? [placedValue(column, place)] : [];
  });
  const columns = [...own, ...filled];
  const family = columns.find(({ value }) => value === 'family-name');
  const isComposed = family !== undefined && columns.some(({ value }) => value === 'given-name');
  if (isComposed && !columns.some(({ value }) => value === 'name')) {
    columns.push(placedValue('name', family));
  }
  return {
    columns,
    rows:
      sources.size === 0 && !isComposed
        ? rows
        : rows.map((row) => new MappedRow(row, sources, renamed, isComposed)),
    settings,
    aliases: new Set(aliases.values()),
  };
}

/** What the edition says, by the column that it fills. */
function settingsByColumn(
  given: readonly ColumnSetting[],
  headings: ReadonlyMap<string, Text>,
  known: Known,
  problems: Problems,
): Map<string, ColumnSetting> {
  const settings = new Map<string, ColumnSetting>();
  const seen = new Set<string>();
  for (const setting of given) {
    const heading = columnName(setting.heading.value);
    const column = targetOf(setting, heading, known, problems);
    if (!headings.has(heading)) reportNoHeading(setting.heading, [...headings.keys()], problems);
    if (column === undefined || !headings.has(heading)) continue;
    const before = settings.get(column);
    if (before) reportTwice(setting.heading, before.heading.value, column, problems);
    else if (seen.has(heading)) reportHeadingTwice(setting.heading, problems);
    else settings.set(column, setting);
    seen.add(heading);
  }
  return settings;
}

function reportHeadingTwice({ value, span }: Text, problems: Problems): void {
  problems.error('duplicate-column', span, `the column "${value}" is mapped twice`);
}

/** A column that keeps its own name, while another is mapped to that name. */
function reportShadowed(
  settings: ReadonlyMap<string, ColumnSetting>,
  headings: ReadonlyMap<string, Text>,
  renamed: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const [column, { heading }] of settings) {
    if (columnName(heading.value) === column || !headings.has(column) || renamed.has(column)) {
      continue;
    }
    reportTwice(heading, column, column, problems);
  }
}

function reportNoHeading(heading: Text, all: readonly string[], problems: Problems): void {
  const message = `the list has no column "${heading.value}"`;
  problems.error('missing-column', heading.span, message, hintFor(columnName(heading.value), all));
}

function reportTwice(heading: Text, first: string, column: string, problems: Problems): void {
  const message = `"${heading.value}" and "${first}" are both to be the column "${column}"`;
  const hint = `map one of them to a column of your own: extra.${column}-2`;
  problems.error('duplicate-column', heading.span, message, hint);
}

/** The column that a setting fills; undefined if there is none of that name. */
function targetOf(
  { heading, as, type }: ColumnSetting,
  own: string,
  { isColumn, columns }: Known,
  problems: Problems,
): string | undefined {
  const name = as ? columnName(as.value) : own;
  const place = as ?? heading;
  if (name.startsWith(EXTRA) || (type !== undefined && !isColumn(name))) {
    return name.startsWith(EXTRA) ? name.slice(EXTRA.length) : name;
  }
  if (type !== undefined) {
    const message = `the column "${name}" has a meaning of its own, and takes no type`;
    problems.error('unknown-type', place.span, message);
    return undefined;
  }
  if (isColumn(name)) return name;
  const message = `there is no column "${place.value}"`;
  const further = `to give templates a column of your own, write extra.${name}`;
  const near = hintFor(name, columns);
  problems.error('unknown-column', place.span, message, near ? `${near} Or ${further}` : further);
  return undefined;
}

interface Headings {
  readonly headings: ReadonlyMap<string, Text>;
  /** What the edition says: the heading of each column that it names. */
  readonly sources: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
}

/** Headings of other programs by the column that they fill; two for one column are reported. */
function aliasesOf({ headings, sources, rows }: Headings, problems: Problems): Map<string, string> {
  const mapped = new Set(sources.values());
  const free = [...headings.keys()].filter((heading) => !mapped.has(heading));
  const isFilled = (heading: string) => rows.some((row) => row.cell(heading));
  const isTaken = (column: string) =>
    sources.has(column) || (free.includes(column) && isFilled(column));
  const titles = free.includes('title') && !sources.has('title') ? courtesyShare(rows) : 0;
  const candidates = new Map<string, string[]>();
  if (titles > 0 && titles < 1) candidates.set('title', ['title']);
  for (const [heading, column] of knownHeadings(free)) {
    if (isTaken(column) && (column !== 'title' || titles === 0)) continue;
    const before = candidates.get(column) ?? [];
    if (before.length === 0 || isFilled(heading)) candidates.set(column, [...before, heading]);
  }
  // `Title` beside `Job Title` is Ms. or Dr.
  const isCourtesy = titles === 1 && candidates.has('title') && !isTaken('courtesy');
  if (isCourtesy) candidates.set('courtesy', ['title']);
  return chosen(candidates, isFilled, headings, problems);
}

/** The one heading of each column that has cells; where there are two, nobody can say. */
function chosen(
  candidates: ReadonlyMap<string, readonly string[]>,
  isFilled: (heading: string) => boolean,
  headings: ReadonlyMap<string, Text>,
  problems: Problems,
): Map<string, string> {
  const found = [...candidates].map(([column, all]): [string, string] => {
    const [first = all[0] ?? '', second] = all.length === 1 ? all : all.filter(isFilled);
    if (second) reportEither(first, second, column, headings.get(second), problems);
    return [column, first];
  });
  return new Map(found);
}

/** Which part of the titles of a list are courtesies, from 0 to 1. */
function courtesyShare(rows: readonly Row[]): number {
  const values = rows.flatMap((row) => row.cell('title')?.value ?? []);
  return values.length === 0
    ? 0
    : values.filter((value) => courtesiesIn(value)).length / values.length;
}

function reportEither(
  first: string,
  heading: string,
  column: string,
  place: Text | undefined,
  problems: Problems,
): void {
  const message = `the columns "${first}" and "${heading}" may both be the ${column}`;
  const hint = `say which under lists: columns: {${heading}: ${column}, ${first}: ${column === 'title' ? 'courtesy' : `extra.${first}`}}`;
  problems.error('duplicate-column', place?.span, message, hint);
}

/** A row under the names of our columns. */
class MappedRow implements Row {
  readonly #row: Row;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #renamed: ReadonlySet<string>;
  readonly #isComposed: boolean;

  constructor(
    row: Row,
    sources: ReadonlyMap<string, string>,
    renamed: ReadonlySet<string>,
    isComposed: boolean,
  ) {
    this.#row = row;
    this.#sources = sources;
    this.#renamed = renamed;
    this.#isComposed = isComposed;
  }

  get span(): Span {
    return this.#row.span;
  }

  cell(column: string): Cell | undefined {
    const source = this.#sources.get(column);
    const own = source ?? (this.#renamed.has(column) ? undefined : column);
    const cell = own === undefined ? undefined : this.#row.cell(own);
    return cell ?? (column === 'name' && this.#isComposed ? this.#name() : undefined);
  }

  /** Of a given and a family name; half of them would be no name. */
  #name(): Cell | undefined {
    const [given, middle, family, suffix] = NAME_PARTS.map((part) => this.cell(part));
    if (!given || !family || given.fault || family.fault) return undefined;
    const isHan = (cell: Cell) => /^\p{Script=Han}+$/u.test(cell.value);
    if (isHan(given) && isHan(family)) return placedValue(family.value + given.value, family);
    const parts = [given, middle, family, suffix].flatMap((part) => part?.value ?? []);
    return placedValue(parts.join(' '), family);
  }
}
