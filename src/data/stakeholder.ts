/** A row of a list → a stakeholder. */
import type { Problems } from '../diagnostic.ts';
import { LANGUAGES } from '../language/languages.ts';
import type { Country, Localized, Located, Stakeholder, Text } from '../model.ts';
import { email, emailList } from './addresses.ts';
import { checkCharacters } from './characters.ts';
import { country } from './countries.ts';
import { fold, type Parser } from './reader.ts';
import { type Cell, columnName, type Row } from './table.ts';
import { id, oneOf } from './values.ts';
import { CATEGORIES, GENDERS, RANKS } from './vocabulary.ts';

/** Columns that each list has. */
export const REQUIRED_COLUMNS = ['id', 'category', 'language'] as const;
const SINGLE = ['gender', 'rank', 'country', 'email', 'cc', 'address', 'salutation'] as const;
/** These have a column for all languages, and one for each: `name`, `name-ar` … */
const LOCALIZED = ['name', 'style', 'courtesy', 'title', 'organisation'] as const;

/** Every column that has a meaning of its own. */
export const COLUMNS: readonly string[] = [
  ...REQUIRED_COLUMNS,
  ...SINGLE,
  ...LOCALIZED.flatMap((name) => [name, ...LANGUAGES.map((language) => `${name}-${language}`)]),
];

/** Closed words may be written with capitals and spaces in a spreadsheet: `Private sector`. */
function word<T>(parse: Parser<T>): Parser<T> {
  return ({ value, span }, problems) => parse({ value: columnName(value), span }, problems);
}

const PARSERS = {
  category: word(oneOf(CATEGORIES, 'unknown-category', 'category')),
  language: word(oneOf(LANGUAGES, 'unknown-language', 'language of letters')),
  gender: word(oneOf(GENDERS, 'unknown-gender', 'gender')),
  rank: word(oneOf(RANKS, 'unknown-rank', 'rank')),
};

/** Reads the rows of one list. */
export class StakeholderReader {
  private readonly list: string;
  private readonly problems: Problems;
  private readonly present: ReadonlySet<string>;
  /** Columns without a meaning of their own. */
  private readonly extra: readonly string[];
  /** Countries by what the list calls them: there are few, and rows are many. */
  private readonly countries = new Map<string, Country>();

  constructor(list: string, columns: readonly Text[], problems: Problems) {
    this.list = list;
    this.problems = problems;
    this.present = new Set(columns.map(({ value }) => value));
    this.extra = [...this.present].filter((column) => !COLUMNS.includes(column));
  }

  /** Gives nothing for a row that cannot be told apart, placed in a category or written to. */
  read(row: Row): Stakeholder | undefined {
    const key = this.required(row, 'id', id);
    const category = this.required(row, 'category', PARSERS.category);
    const language = this.required(row, 'language', PARSERS.language);
    const further = this.further(row);
    if (!key || !category || !language) return undefined;
    return { id: key, span: row.span, list: this.list, category, language, ...further };
  }

  private further(row: Row) {
    const cc = this.line(row, 'cc');
    return {
      ...defined({
        name: this.localized(row, 'name'),
        style: this.localized(row, 'style'),
        courtesy: this.localized(row, 'courtesy'),
        title: this.localized(row, 'title'),
        organisation: this.localized(row, 'organisation'),
        gender: this.located(row, 'gender', PARSERS.gender),
        rank: this.located(row, 'rank', PARSERS.rank),
        country: this.country(row),
        email: this.located(row, 'email', email),
        addressLines: this.addressLines(row),
        salutation: this.line(row, 'salutation'),
      }),
      cc: cc ? emailList(cc, this.problems) : [],
      extra: this.others(row),
    };
  }

  private others(row: Row): Record<string, Text> {
    const entries = this.extra.map((column) => [column, this.line(row, column)] as const);
    return Object.fromEntries(
      entries.filter((entry): entry is [string, Text] => entry[1] !== undefined),
    );
  }

  /** The text of a cell in one line. */
  private line(row: Row, column: string): Text | undefined {
    const cell = row.cells.get(column);
    return cell && this.checked({ value: fold(cell.value), span: cell.span });
  }

  private checked(text: Text): Text | undefined {
    return checkCharacters(text, this.problems) ? text : undefined;
  }

  private located<T>(row: Row, column: string, parse: Parser<T>): Located<T> | undefined {
    const text = this.line(row, column);
    const value = text && parse(text, this.problems);
    return text && value !== undefined ? { value, span: text.span } : undefined;
  }

  /** A column that the list does not have was reported once; a cell of it that is empty is reported here. */
  private required<T>(row: Row, column: string, parse: Parser<T>): Located<T> | undefined {
    if (this.present.has(column) && !row.cells.has(column)) {
      this.problems.error('empty-value', row.span, `the row has no "${column}"`);
    }
    return this.located(row, column, parse);
  }

  private localized(row: Row, column: (typeof LOCALIZED)[number]): Localized | undefined {
    const texts = [
      ['all', this.line(row, column)] as const,
      ...LANGUAGES.map((language) => [language, this.line(row, `${column}-${language}`)] as const),
    ].filter(([, text]) => text !== undefined);
    const span = texts[0]?.[1]?.span;
    return span && { span, ...Object.fromEntries(texts) };
  }

  private country(row: Row): Country | undefined {
    const text = this.line(row, 'country');
    if (!text) return undefined;
    const known = this.countries.get(text.value);
    if (known) return { ...known, span: text.span };
    const found = country(text, this.problems);
    if (found?.code) this.countries.set(text.value, found);
    return found;
  }

  /** Lines of the cell, or parts between `|`. */
  private addressLines(row: Row): readonly Text[] | undefined {
    const cell = row.cells.get('address');
    const parts = cell && linesOf(cell).flatMap((line) => split(line, '|'));
    return parts?.flatMap((part) => this.checked(part) ?? []);
  }
}

function linesOf(cell: Cell): readonly Text[] {
  if (cell.lines) return cell.lines;
  const { file, line, column } = cell.span;
  return cell.value.split(/\r\n?|\n/).map((value, index) => ({
    value,
    // A line end within quotation marks is a line end of the file.
    span: { file, line: line + index, column: index === 0 ? column : 1 },
  }));
}

/** The parts of a line that are not empty, trimmed, each with its place. */
function split({ value, span }: Text, separator: string): Text[] {
  let column = span.column;
  return value.split(separator).flatMap((part) => {
    const start = column + part.search(/\S|$/);
    column += [...part].length + separator.length;
    const trimmed = fold(part);
    return trimmed === '' ? [] : [{ value: trimmed, span: { ...span, column: start } }];
  });
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the keys that have no value. */
function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
