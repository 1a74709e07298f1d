/**
 * CSV text → values with places (RFC 4180, with the delimiters and line ends that spreadsheets
 * write). csv-parse reads the values; csv-layout.ts finds where they are.
 */
import { CsvError, parse } from 'csv-parse/sync';
import type { Problems, Span } from '../../diagnostic.ts';
import { type Layout, locateRows } from './csv-layout.ts';
import type { Source } from './source.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** CRLF before its parts: csv-parse takes the first that fits. */
const LINE_ENDS = ['\r\n', '\n', '\r'] as const;

/** csv-parse lets a value that is empty begin again after its closing quotation mark. */
const BEGUN_AGAIN = /""[^\S\r\n]+"/;

/** A row of values. */
export interface CsvRecord {
  /** As csv-parse returns them: quoted ones with the spaces at their ends. */
  readonly values: readonly string[];
  /** Among the rows that can be read, those that are blank included. */
  readonly index: number;
}

/** A CSV text. */
export class Csv {
  readonly #source: Source;
  readonly #delimiter: string;
  /** Where the first row starts. */
  readonly #start: number;
  #found: Layout | undefined;

  constructor(source: Source) {
    const { text } = source;
    const declared = /^sep=([,;\t])(?:\r\n?|\n)/.exec(text);
    this.#source = source;
    this.#delimiter = declared?.[1] ?? sniffDelimiter(text);
    this.#start = declared?.[0].length ?? 0;
  }

  /** Reads the rows that are not blank. One that breaks the rules is reported and left out. */
  *records(problems: Problems): Generator<CsvRecord> {
    const all = this.#parse(this.#source.text.slice(this.#start)) ?? this.#recover(problems);
    for (const [index, values] of all.entries()) {
      // A lone empty field is a blank line; many are what a spreadsheet writes for one.
      if (values.some((value) => value.trim() !== '')) yield { values, index };
    }
  }

  /** The place of a field, `length` in code units. */
  span({ index }: CsvRecord, field: number, length?: number): Span {
    const source = this.#source;
    const offset = this.#layout.rows[index]?.offsets[field] ?? this.#start;
    return source.span(offset, length && source.points(offset, offset + length));
  }

  /** Nobody asks for places as long as there is nothing to report. */
  get #layout(): Layout {
    this.#found ??= locateRows(this.#source.text, this.#delimiter, this.#start);
    return this.#found;
  }

  /** Undefined if a row breaks the rules: csv-parse stops at the first. */
  #parse(text: string): string[][] | undefined {
    if (BEGUN_AGAIN.test(text) && this.#layout.faults.length > 0) return undefined;
    return parseStrictly(text, this.#delimiter);
  }

  /** Reports the rows that break the rules, and reads the others. */
  #recover(problems: Problems): string[][] {
    const { rows, faults } = this.#layout;
    for (const { offset, message, hint } of faults) {
      problems.error('csv-syntax', this.#source.span(offset, 1), message, hint);
    }
    const sound = rows.map(({ start, end }) => this.#source.text.slice(start, end)).join('');
    const values = parseStrictly(sound, this.#delimiter);
    if (values) return values;
    problems.error('csv-syntax', this.#source.span(this.#start), 'the list is not sound CSV');
    return [];
  }
}

function parseStrictly(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      // Each costs time at every character.
      record_delimiter: LINE_ENDS.filter((end) => text.includes(end)),
      trim: true,
      // The header is not known yet; csv-table.ts compares, and says where.
      relax_column_count: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** Code units; a file without line ends must not be searched as a whole. */
const LONGEST_HEADER = 65_536;

/** The delimiter found most often in the header, outside of quotation marks. */
function sniffDelimiter(text: string): string {
  const [header = ''] = /^\s*(?:[^"\r\n]+|"[^"]*")*/.exec(text.slice(0, LONGEST_HEADER)) ?? [];
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}
