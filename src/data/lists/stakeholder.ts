/** A row of a list → a stakeholder. */

import type { Problems } from '../../diagnostic.ts';
import { findCountry } from '../../language/country-search.ts';
import type {
  ColumnValue,
  Country,
  DativeForms,
  Localized,
  Located,
  Stakeholder,
  Text,
  UnrecognisedColumns,
} from '../../model.ts';
import { email, emailList } from '../schema/addresses.ts';
import { country } from '../schema/countries.ts';
import type { Parser } from '../schema/reader.ts';
import { id } from '../schema/values.ts';
import { findResidue } from '../sense/residues.ts';
import { reportSlip } from '../sense/slip.ts';
import { printable } from '../source/characters.ts';
import { placed, placedValue } from '../source/placed.ts';
import { cellsOf, foldText, linesOf, split } from './cells.ts';
import { type CellReader, cellReader } from './column-types.ts';
import {
  COLUMNS,
  DATIVE,
  GENITIVE,
  isKnownColumn,
  LOCALIZED,
  type LocalizedColumn,
  type Variant,
  variantsOf,
} from './columns.ts';
import { isWholeAddress, settleCourtesies } from './foreign.ts';
import type { MappedTable } from './mapped-table.ts';
import { rawCells } from './raw-cells.ts';
import type { Cell, Row } from './table.ts';
import { PARSERS } from './words.ts';

/** Reads the rows of one list. */
export class StakeholderReader {
  private readonly list: string;
  private readonly problems: Problems;
  private readonly present: ReadonlySet<string>;
  /** Columns without a meaning of their own. */
  private readonly extra: readonly string[];
  /** Of the columns for a localized text, those that the list has. */
  private readonly variants: Readonly<Record<LocalizedColumn, ReturnType<typeof variantsOf>>>;
  private readonly datives: readonly (readonly [keyof DativeForms, column: string])[];
  /** Countries by what the list calls them: there are few, and rows are many. */
  private readonly countries = new Map<string, Omit<Country, 'span'>>();
  private readonly settings: MappedTable['settings'];
  private readonly shared: Pick<Stakeholder, 'unrecognisedColumns' | 'rawCells'>;
  private readonly typed: ReadonlyMap<string, CellReader>;

  constructor(
    list: string,
    mapped: MappedTable,
    problems: Problems,
    unrecognisedColumns: UnrecognisedColumns | undefined,
  ) {
    this.list = list;
    this.problems = problems;
    const { columns, settings } = mapped;
    this.settings = settings;
    this.present = new Set(columns.map(({ value }) => value));
    const variants = (name: LocalizedColumn) =>
      variantsOf(name).filter(([, column]) => this.present.has(column));
    this.variants = {
      name: variants('name'),
      style: variants('style'),
      courtesy: variants('courtesy'),
      title: variants('title'),
      organisation: variants('organisation'),
    };
    const datives = DATIVE.map((name) => [name, `${name}-dative`] as const);
    this.datives = datives.filter(([, column]) => this.present.has(column));
    this.extra = [...this.present].filter((column) => !COLUMNS.includes(column));
    this.typed = this.readersOf(mapped);
    this.shared = { ...(unrecognisedColumns && { unrecognisedColumns }), ...this.rawCells(mapped) };
  }

  /** Of the columns that have a type. */
  private readersOf({ rows, settings }: MappedTable): Map<string, CellReader> {
    const readers = this.extra.flatMap((column) => {
      const { heading, type, ...setting } = settings.get(column) ?? {};
      if (!heading || !type) return [];
      const cells = rows.flatMap((row) => row.cell(column) ?? []);
      const typed = { ...setting, heading, type };
      return [[column, cellReader(heading.value, typed, cells, this.problems)] as const];
    });
    return new Map(readers);
  }

  private rawCells({ rows }: MappedTable): Pick<Stakeholder, 'rawCells'> {
    const untyped = this.extra.filter((name) => !this.typed.has(name) && !isKnownColumn(name));
    const found = rawCells(untyped, (column) => cellsOf(rows, column));
    return found ? { rawCells: found } : {};
  }

  /** Returns nothing for a row that cannot be identified, placed in a category or written to. */
  read(row: Row): Stakeholder | undefined {
    const key = this.required(row, 'id', id);
    const category = this.required(row, 'category', PARSERS.category);
    const language = this.required(row, 'language', PARSERS.language);
    const further = this.further(row);
    if (!key || !category || !language) return undefined;
    return placed({ id: key, list: this.list, category, language, ...further }, row);
  }

  private further(row: Row): Further {
    const cc = this.line(row, 'cc');
    const extra = this.others(row);
    const found: Further = { ...this.shared, cc: cc ? emailList(cc, this.problems) : [], extra };
    for (const name of LOCALIZED) set(found, name, this.localized(row, name));
    set(found, 'gender', this.located(row, 'gender', PARSERS.gender));
    set(found, 'rank', this.located(row, 'rank', PARSERS.rank));
    set(found, 'country', this.country(row));
    set(found, 'email', this.located(row, 'email', email));
    set(found, 'dative', this.dative(row));
    set(found, 'organisationGenitive', this.line(row, GENITIVE));
    set(found, 'salutation', this.line(row, 'salutation'));
    set(found, 'street', this.lines(row, 'street'));
    set(found, 'typed', this.typedCells(row));
    settleCourtesies(found, (column) => this.settings.has(column), this.problems);
    this.settleAddress(row, found);
    return found;
  }

  private others(row: Row): Record<string, Text> {
    const found: Record<string, Text> = {};
    for (const column of this.extra) set(found, column, this.line(row, column));
    return found;
  }

  private typedCells(row: Row): Record<string, ColumnValue> | undefined {
    if (this.typed.size === 0) return undefined;
    const found: Record<string, ColumnValue> = {};
    for (const [column, read] of this.typed) {
      const cell = row.cell(column);
      if (cell && !cell.fault) found[column] = read(cell);
    }
    return found;
  }

  /** What other programs call an address is a street: it stands with the rest of the inside address, not for all of it. */
  private settleAddress(row: Row, found: Further): void {
    const lines = this.lines(row, 'address');
    if (!lines) return;
    const cell = row.cell('address');
    // A list in YAML was written for us.
    const isDivided = cell?.lines !== undefined || cell?.value.includes('|');
    if (isWholeAddress(lines, isDivided || this.settings.has('address'), found))
      found.addressLines = lines;
    else found.street ??= lines;
  }

  /** The text of a cell in one line. */
  private line(row: Row, column: string): Text | undefined {
    const cell = row.cell(column);
    if (cell?.fault) return this.faulty(cell, column);
    return cell && printable(foldText(cell), this.problems);
  }

  /** A cell that the spreadsheet itself could not fill; in a column that only templates may ask for, it counts as empty. */
  private faulty({ fault, span }: Cell, column: string): undefined {
    const { message, hint } = fault ?? { message: '', hint: '' };
    if (isKnownColumn(column)) this.problems.error('bad-cell', span, message, hint);
    else this.problems.warning('bad-cell', span, message, hint);
  }

  private located<T>(row: Row, column: string, parse: Parser<T>): Located<T> | undefined {
    const text = this.line(row, column);
    const value = text && parse(text, this.problems);
    return text && value !== undefined ? placedValue(value, text) : undefined;
  }

  /** A column that the list does not have was reported once; a cell of it that is empty is reported here. */
  private required<T>(row: Row, column: string, parse: Parser<T>): Located<T> | undefined {
    const found = this.located(row, column, parse);
    if (!found && this.present.has(column) && !row.cell(column)) {
      this.problems.error('empty-value', row.span, `the row has no "${column}"`);
    }
    return found;
  }

  private localized(row: Row, name: LocalizedColumn): Localized | undefined {
    const texts: Partial<Record<Variant, Text>> = {};
    let first: Text | undefined;
    for (const [key, column] of this.variants[name]) {
      const text = this.line(row, column);
      if (!text) continue;
      texts[key] = text;
      first ??= text;
    }
    return first && placed(texts, first);
  }

  private dative(row: Row): DativeForms | undefined {
    if (this.datives.length === 0) return undefined;
    const forms: Writable<DativeForms> = {};
    for (const [name, column] of this.datives) set(forms, name, this.line(row, column));
    return Object.keys(forms).length > 0 ? forms : undefined;
  }

  private country(row: Row): Country | undefined {
    const text = this.line(row, 'country');
    if (!text) return undefined;
    const known = this.countries.get(text.value);
    if (known) return placed(known, text);
    // NA is Namibia.
    const slip = findCountry(text.value) ? undefined : findResidue(text.value, 'text');
    if (slip) {
      reportSlip(slip, text, this.problems);
      return undefined;
    }
    const found = country(text, this.problems);
    const { code, name } = found;
    if (code) this.countries.set(text.value, { code, name });
    return found;
  }

  /** Lines of the cell, or parts between `|`. */
  private lines(row: Row, column: string): readonly Text[] | undefined {
    const cell = row.cell(column);
    if (cell?.fault) return this.faulty(cell, column);
    const parts = cell && linesOf(cell).flatMap((line) => split(line, '|'));
    return parts?.map((part) => printable(part, this.problems));
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Required = 'id' | 'span' | 'list' | 'category' | 'language';
type Further = Writable<Omit<Stakeholder, Required>>;

/** Sets a key if there is a value for it. */
function set<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}
