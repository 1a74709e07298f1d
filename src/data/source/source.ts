/** The text of a file, with places in lines and code points. */
import type { Problems, Span } from '../../diagnostic.ts';
import { MOST_LIST_BYTES, MOST_TEXT_BYTES } from '../limits.ts';
import { decodeText } from './encoding.ts';
import { systemReason } from './files.ts';
import { readFileWithin, UnfitFile } from './read-file.ts';

const SURROGATE = /[\ud800-\udfff]/;

interface Lines {
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
  /** Without surrogates, code units are code points and need no counting. */
  readonly counted: boolean;
}

/** A file's text. Offsets are in UTF-16 code units of `text`, which holds no byte order mark. */
export class Source {
  readonly file: string;
  readonly text: string;
  private found: Lines | undefined;
  /** Index of the line found last: questions mostly come in order. */
  private current = 0;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** Looked for when somebody first asks for a place: nobody does for a long list without problems. */
  private get lines(): Lines {
    this.found ??= { starts: lineStarts(this.text), counted: SURROGATE.test(this.text) };
    return this.found;
  }

  /** The place of an offset; `length` in code points. */
  span(offset: number, length?: number): Span {
    const index = this.lineAt(offset);
    const start = this.lines.starts[index] ?? 0;
    const column = this.points(start, offset) + 1;
    const { file } = this;
    return length === undefined
      ? { file, line: index + 1, column }
      : { file, line: index + 1, column, length };
  }

  /** Code points between two offsets. */
  points(from: number, to: number): number {
    return this.lines.counted ? countPoints(this.text, from, to) : to - from;
  }

  /** The line with this 1-based number, without its end. */
  line(number: number): string | undefined {
    const { starts } = this.lines;
    const start = starts[number - 1];
    if (start === undefined) return undefined;
    return this.text.slice(start, starts[number]).replace(/[\r\n]+$/, '');
  }

  private lineAt(offset: number): number {
    const { starts } = this.lines;
    const inCurrent = (starts[this.current] ?? 0) <= offset;
    let low = inCurrent ? this.current : 0;
    if (offset < (starts[low + 1] ?? Infinity)) return low;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    this.current = low;
    return low;
  }
}

/** Code points of a text between two offsets in code units: each pair of surrogates is one. */
export function countPoints(text: string, from: number, to: number): number {
  let count = to - from;
  for (let at = from; at < to; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count--;
  }
  return count;
}

/** LF, CRLF and the lone CR of old spreadsheets each end a line. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** How a file is opened. */
interface Reading {
  /** The place of the value that names the file, for the case that it is not there. */
  readonly namedAt?: Span | undefined;
  /** To open, where it is not the path that spans show. */
  readonly path?: string;
  /** Bytes. */
  readonly most?: number;
}

/** Reads a text file; `file` is the path to show in spans. */
export function readSource(
  file: string,
  problems: Problems,
  reading: Reading = {},
): Source | undefined {
  const bytes = readBytes(file, problems, reading);
  return bytes && sourceOf(file, bytes, problems);
}

/** The text of a file's bytes, whose encoding is found out. */
export function sourceOf(file: string, bytes: Buffer, problems: Problems): Source | undefined {
  const decoded = decodeText(bytes);
  if ('text' in decoded) return new Source(file, decoded.text);
  const { place, message, hint } = decoded;
  problems.error('not-utf8', { file, ...place }, message, hint);
  return undefined;
}

/** Reads a file's bytes; a failure is reported at the value that names the file, else at the file itself. */
export function readBytes(
  file: string,
  problems: Problems,
  { namedAt, path = file, most = MOST_TEXT_BYTES }: Reading,
): Buffer | undefined {
  try {
    return readFileWithin(path, most);
  } catch (error) {
    const code = error instanceof UnfitFile ? error.code : 'missing-file';
    const span = namedAt ?? { file, line: 1, column: 1 };
    problems.error(code, span, `cannot read ${file}: ${systemReason(error)}`, hints[code]);
    return undefined;
  }
}

const hints = {
  'missing-file': undefined,
  'too-large': 'is it the right file? Make it smaller, or divide it',
} as const;

/** Returns single lines of files, for code frames; each file is read once. */
export function lineReader(): (file: string, line: number) => string | undefined {
  const sources = new Map<string, Source | undefined>();
  return (file, line) => {
    if (!sources.has(file)) sources.set(file, readQuietly(file));
    return sources.get(file)?.line(line);
  };
}

/** For display: what cannot be decoded shows as U+FFFD. */
function readQuietly(file: string): Source | undefined {
  try {
    const bytes = readFileWithin(file, MOST_LIST_BYTES);
    const decoded = decodeText(bytes);
    return new Source(file, 'text' in decoded ? decoded.text : new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
