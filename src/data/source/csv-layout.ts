/**
 * Where the rows and fields of a CSV text are. The values are read by csv-parse, which does not
 * say where it found them; this follows its rules (RFC 4180, spaces around fields dropped) closely
 * enough to find the same rows and fields, and looks at no value.
 */

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/** A row that can be read. Offsets are in code units of the whole text. */
interface RowPlace {
  readonly start: number;
  /** Where the next row starts. */
  readonly end: number;
  /** Of the first character of each field's value, within its quotation marks if it has any. */
  readonly offsets: readonly number[];
}

/** The place where a row breaks the rules. */
interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

export interface Layout {
  readonly rows: readonly RowPlace[];
  /** One for each row that is not in `rows`. */
  readonly faults: readonly Fault[];
}

/** Finds the rows of a text from an offset on. */
export function locateRows(text: string, delimiter: string, start: number): Layout {
  const scanner = new Scanner(text, delimiter.charCodeAt(0));
  const rows: RowPlace[] = [];
  const faults: Fault[] = [];
  for (let at = start; at < text.length; ) {
    const offsets: number[] = [];
    const found = scanner.row(at, offsets);
    const isWhole = typeof found === 'number';
    const end = scanner.afterLineEnd(isWhole ? found : scanner.lineEnd(found.resume));
    if (isWhole) rows.push({ start: at, end, offsets });
    else faults.push(found);
    at = end;
  }
  return { rows, faults };
}

/** `resume`: where to look for the end of the broken row. */
interface Break extends Fault {
  readonly resume: number;
}

class Scanner {
  private readonly text: string;
  private readonly delimiter: number;

  constructor(text: string, delimiter: number) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /** Notes the offsets of a row's fields; returns the offset of its line end. */
  row(start: number, offsets: number[]): number | Break {
    let at = start;
    for (;;) {
      const first = this.skipSpaces(at);
      const isQuoted = this.text.charCodeAt(first) === QUOTE;
      offsets.push(isQuoted ? this.insideQuotes(first) : first);
      const end = isQuoted ? this.quoted(first) : this.bare(first);
      if (typeof end !== 'number' || this.text.charCodeAt(end) !== this.delimiter) return end;
      at = end + 1;
    }
  }

  private bare(first: number): number | Break {
    let at = first;
    for (; !this.endsField(at); at++) {
      if (this.text.charCodeAt(at) !== QUOTE) continue;
      const message = 'a quotation mark stands inside a value without quotes';
      const hint =
        'put the whole value in quotation marks and double those inside: "the ""X"" fund"';
      return { offset: at, resume: at, message, hint };
    }
    return at;
  }

  private quoted(first: number): number | Break {
    const close = this.closingQuote(first);
    if (close === undefined) {
      const message = 'this quotation mark is never closed';
      const resume = this.text.length;
      return { offset: first, resume, message, hint: 'close it, or double it' };
    }
    // csv-parse takes no other spaces after a value in quotes, unless the value is empty.
    const spaces = close === first + 1 ? isSpace : isAsciiSpace;
    const end = this.skipSpaces(close + 1, spaces);
    if (this.endsField(end)) return end;
    const message = 'the value goes on after its closing quotation mark';
    const hint = 'double the quotation marks that belong to the value: ""';
    return { offset: end, resume: end, message, hint };
  }

  /** A doubled quotation mark does not close. */
  private closingQuote(open: number): number | undefined {
    let at = this.text.indexOf('"', open + 1);
    while (this.text.charCodeAt(at + 1) === QUOTE && at >= 0) at = this.text.indexOf('"', at + 2);
    return at < 0 ? undefined : at;
  }

  /** The first character of a quoted value that is no space; of one without, its first. */
  private insideQuotes(open: number): number {
    let at = open + 1;
    while (isSpace(this.text.charCodeAt(at)) || this.endsLine(at)) at++;
    return this.text.charCodeAt(at) === QUOTE && this.text.charCodeAt(at + 1) !== QUOTE
      ? open + 1
      : at;
  }

  private skipSpaces(start: number, spaces = isSpace): number {
    let at = start;
    for (;;) {
      const code = this.text.charCodeAt(at);
      if (code === this.delimiter || !spaces(code)) return at;
      at++;
    }
  }

  private endsField(at: number): boolean {
    return (
      this.text.charCodeAt(at) === this.delimiter || at >= this.text.length || this.endsLine(at)
    );
  }

  private endsLine(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === LF || code === CR;
  }

  lineEnd(start: number): number {
    let at = start;
    while (at < this.text.length && !this.endsLine(at)) at++;
    return at;
  }

  afterLineEnd(at: number): number {
    const crlf = this.text.charCodeAt(at) === CR && this.text.charCodeAt(at + 1) === LF;
    return at + (crlf ? 2 : 1);
  }
}

/** What `String.prototype.trim` and csv-parse drop at the ends of a field, but for line ends. */
function isSpace(code: number): boolean {
  if (code > SPACE && code < NO_BREAK_SPACE) return false;
  return code !== LF && code !== CR && /\s/.test(String.fromCharCode(code));
}

function isAsciiSpace(code: number): boolean {
  return code <= SPACE && isSpace(code);
}
