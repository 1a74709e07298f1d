/**
 * CSV text → fields with places (RFC 4180, with the delimiters and line ends that spreadsheets
 * write). A scanner of our own because every field must know its line and column; a parser that
 * gives records alone would have us find them by scanning a second time.
 */
import type { Problems } from '../diagnostic.ts';
import type { Source } from './source.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const DELIMITERS = [',', ';', '\t'] as const;

/** A field, trimmed and without its quotation marks. */
export interface Field {
  readonly value: string;
  /** Of its first character, in code units. */
  readonly offset: number;
}

interface Scanned extends Field {
  /** Where the delimiter or the end of the row stands. */
  readonly end: number;
}

/** Scans the rows of a CSV text one by one. A row that breaks the rules is reported and left out. */
export function parseCsv(source: Source, problems: Problems): Generator<Field[]> {
  const { text } = source;
  const declared = /^sep=([,;\t])(?:\r\n?|\n)/.exec(text);
  const delimiter = declared?.[1] ?? sniffDelimiter(text);
  const scanner = new Scanner(source, delimiter.charCodeAt(0), problems);
  return scanner.rows(declared?.[0].length ?? 0);
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

class Scanner {
  private readonly source: Source;
  private readonly text: string;
  private readonly delimiter: number;
  private readonly problems: Problems;

  constructor(source: Source, delimiter: number, problems: Problems) {
    this.source = source;
    this.text = source.text;
    this.delimiter = delimiter;
    this.problems = problems;
  }

  *rows(start: number): Generator<Field[]> {
    for (let at = start; at < this.text.length; ) {
      const row: Field[] = [];
      const end = this.row(at, row);
      // A lone empty field is a blank line; many are what a spreadsheet writes for one.
      if (row.some(({ value }) => value !== '')) yield row;
      at = this.afterLineEnd(end);
    }
  }

  /** Fills `row`, or empties it if it is broken; gives the offset where the row ends. */
  private row(start: number, row: Field[]): number {
    let at = start;
    for (;;) {
      const first = this.skipSpaces(at);
      const field = this.text.charCodeAt(first) === QUOTE ? this.quoted(first) : this.bare(first);
      if (typeof field === 'number') {
        row.length = 0;
        return this.lineEnd(field);
      }
      row.push(field);
      if (this.text.charCodeAt(field.end) !== this.delimiter) return field.end;
      at = field.end + 1;
    }
  }

  private bare(first: number): Scanned | number {
    let end = first;
    while (!this.endsField(end)) {
      if (this.text.charCodeAt(end) === QUOTE) {
        const hint =
          'put the whole value in quotation marks and double those inside: "the ""X"" fund"';
        return this.broken(end, 'a quotation mark stands inside a value without quotes', hint);
      }
      end++;
    }
    return { value: this.text.slice(first, end).trim(), offset: first, end };
  }

  private quoted(first: number): Scanned | number {
    const close = this.closingQuote(first);
    if (close === undefined) {
      this.broken(first, 'this quotation mark is never closed', 'close it, or double it');
      return this.text.length;
    }
    const end = this.skipSpaces(close + 1);
    if (!this.endsField(end)) {
      const hint = 'double the quotation marks that belong to the value: ""';
      return this.broken(end, 'the value goes on after its closing quotation mark', hint);
    }
    const inside = this.text.slice(first + 1, close).replaceAll('""', '"');
    const value = inside.trim();
    return { value, offset: first + 1 + (value === '' ? 0 : inside.indexOf(value)), end };
  }

  /** A doubled quotation mark does not close. */
  private closingQuote(open: number): number | undefined {
    let at = this.text.indexOf('"', open + 1);
    while (this.text.charCodeAt(at + 1) === QUOTE && at >= 0) at = this.text.indexOf('"', at + 2);
    return at < 0 ? undefined : at;
  }

  private broken(at: number, message: string, hint: string): number {
    this.problems.error('csv-syntax', this.source.span(at, 1), message, hint);
    return at;
  }

  private skipSpaces(start: number): number {
    let at = start;
    while (this.isSpace(this.text.charCodeAt(at))) at++;
    return at;
  }

  private isSpace(code: number): boolean {
    return (code === 0x20 || code === 0xa0 || code === 0x09) && code !== this.delimiter;
  }

  private endsField(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === this.delimiter || code === LF || code === CR || Number.isNaN(code);
  }

  private lineEnd(start: number): number {
    let at = start;
    while (
      at < this.text.length &&
      this.text.charCodeAt(at) !== LF &&
      this.text.charCodeAt(at) !== CR
    )
      at++;
    return at;
  }

  private afterLineEnd(at: number): number {
    const crlf = this.text.charCodeAt(at) === CR && this.text.charCodeAt(at + 1) === LF;
    return at + (crlf ? 2 : 1);
  }
}
