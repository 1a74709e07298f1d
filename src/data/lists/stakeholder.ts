/** A row of a list → a stakeholder. */
import type { Problems } from '../../diagnostic.ts';
import { LANGUAGES } from '../../language/languages.ts';
import type {
  Country,
  DativeForms,
  Language,
  Localized,
  Located,
  Stakeholder,
  Text,
  UnrecognisedColumns,
} from '../../model.ts';
import { CATEGORIES, GENDERS, RANKS } from '../../vocabulary.ts';
import { email, emailList } from '../schema/addresses.ts';
import { country } from '../schema/countries.ts';
import { fold, type Parser } from '../schema/reader.ts';
import { id, oneOf } from '../schema/values.ts';
import { printable } from '../source/characters.ts';
import { PlacedPart, placed, placedValue } from '../source/placed.ts';
import { type Cell, columnName, type Row } from './table.ts';

/** Columns that each list has. */
export const REQUIRED_COLUMNS = ['id', 'category', 'language'] as const;
const SINGLE = ['gender', 'rank', 'country', 'email', 'cc', 'address', 'salutation'] as const;
/** These have a column for all languages, and one for each: `name`, `name-ar` … */
const LOCALIZED = ['name', 'style', 'courtesy', 'title', 'organisation'] as const;
type LocalizedColumn = (typeof LOCALIZED)[number];
/** Of these, Russian addresses have the dative: `name-dative`. */
const DATIVE = [
  'name',
  'style',
  'courtesy',
  'title',
] as const satisfies readonly (keyof DativeForms)[];
/** After a title a Russian address has the organisation in the genitive. */
const GENITIVE = 'organisation-genitive';

/** Every column that has a meaning of its own. */
export const COLUMNS: readonly string[] = [
  ...REQUIRED_COLUMNS,
  ...SINGLE,
  ...LOCALIZED.flatMap((name) => variantsOf(name).map(([, column]) => column)),
  ...DATIVE.map((name) => `${name}-dative`),
  GENITIVE,
];

type Variant = Language | 'all';

/** The keys of a localized text, and the columns that fill them. */
function variantsOf(name: LocalizedColumn): (readonly [key: Variant, column: string])[] {
  return [
    ['all', name],
    ...LANGUAGES.map((language) => [language, `${name}-${language}`] as const),
  ];
}

/** Closed words may be written with capitals and spaces in a spreadsheet: `Private sector`. */
function word<T>(parse: Parser<T>): Parser<T> {
  // A list repeats few words many times; one that is wrong is reported each time.
  const known = new Map<string, T>();
  return (text, problems) => {
    const { value } = text;
    const before = known.get(value);
    if (before !== undefined) return before;
    const own = problems.fork();
    const found = parse(placedValue(columnName(value), text), own);
    if (found !== undefined && own.isEmpty) known.set(value, found);
    return found;
  };
}

const PARSERS = {
  category: word(oneOf(CATEGORIES, 'unknown-category', 'category')),
  language: word(oneOf(LANGUAGES, 'unknown-language', 'language of letters')),
  gender: word(oneOf(GENDERS, 'unknown-gender', 'gender', 'female')),
  rank: word(oneOf(RANKS, 'unknown-rank', 'rank', 'none')),
};

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
  private readonly unrecognisedColumns: UnrecognisedColumns | undefined;

  constructor(
    list: string,
    columns: readonly Text[],
    problems: Problems,
    unrecognisedColumns: UnrecognisedColumns | undefined,
  ) {
    this.unrecognisedColumns = unrecognisedColumns;
    this.list = list;
    this.problems = problems;
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
    const found: Further = {
      cc: cc ? emailList(cc, this.problems) : [],
      extra: this.others(row),
    };
    for (const name of LOCALIZED) set(found, name, this.localized(row, name));
    set(found, 'gender', this.located(row, 'gender', PARSERS.gender));
    set(found, 'rank', this.located(row, 'rank', PARSERS.rank));
    set(found, 'country', this.country(row));
    set(found, 'email', this.located(row, 'email', email));
    set(found, 'dative', this.dative(row));
    set(found, 'organisationGenitive', this.line(row, GENITIVE));
    set(found, 'addressLines', this.addressLines(row));
    set(found, 'salutation', this.line(row, 'salutation'));
    set(found, 'unrecognisedColumns', this.unrecognisedColumns);
    return found;
  }

  private others(row: Row): Record<string, Text> {
    const found: Record<string, Text> = {};
    for (const column of this.extra) set(found, column, this.line(row, column));
    return found;
  }

  /** The text of a cell in one line. */
  private line(row: Row, column: string): Text | undefined {
    const cell = row.cell(column);
    return cell && printable(foldText(cell), this.problems);
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
    const found = country(text, this.problems);
    const { code, name } = found;
    if (code) this.countries.set(text.value, { code, name });
    return found;
  }

  /** Lines of the cell, or parts between `|`. */
  private addressLines(row: Row): readonly Text[] | undefined {
    const cell = row.cell('address');
    const parts = cell && linesOf(cell).flatMap((line) => split(line, '|'));
    return parts?.map((part) => printable(part, this.problems));
  }
}

function foldText(text: Text): Text {
  return placedValue(fold(text.value), text);
}

function linesOf(cell: Cell): readonly Text[] {
  // A line end within quotation marks is a line end of the file.
  const place = (index: number) => new PlacedPart(cell, index, 0);
  const lines = cell.value.split(/\r\n?|\n/);
  return cell.lines ?? lines.map((value, index) => placedValue(value, place(index)));
}

/** The parts of a line that are not empty, trimmed, each with its place. */
function split(text: Text, separator: string): Text[] {
  let before = 0;
  return text.value.split(separator).flatMap((part) => {
    const place = new PlacedPart(text, 0, before + part.search(/\S|$/));
    before += [...part].length + separator.length;
    const trimmed = fold(part);
    return trimmed === '' ? [] : [placedValue(trimmed, place)];
  });
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Required = 'id' | 'span' | 'list' | 'category' | 'language';
type Further = Writable<Omit<Stakeholder, Required>>;

/** Sets a key if there is a value for it. */
function set<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}
