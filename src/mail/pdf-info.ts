/** Reads the Info dictionary of a PDF that this tool made (ISO 32000-1, 7.5.8 and 14.3.3). */
import { inflateSync } from 'node:zlib';

/** The entries that are texts in ASCII, without escapes: ids are. @throws Error if the file is none of ours */
export function pdfInfo(pdf: Uint8Array): Readonly<Record<string, string>> {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail(file))?.[1]);
  const table = streamAt(file, start);
  const number = Number(/\/Info (\d+) 0 R/.exec(table.dictionary)?.[1]);
  const entries = objectText(file, table, number).matchAll(/\/(\w+) (\d+) 0 R/g);
  const texts = [...entries].flatMap(([, key = '', value]) => {
    const text = /^\s*\(([^()\\]*)\)/.exec(objectText(file, table, Number(value)))?.[1];
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(texts);
}

/** An object as it is written, wherever it stands: by itself or in an object stream. */
function objectText(file: Buffer, table: Stream, number: number): string {
  const [type, place, index] = entryOf(table, number);
  if (type === 2) {
    const [, container] = entryOf(table, place);
    return compressedObject(streamAt(file, container), index);
  }
  if (type !== 1) throw new Error('the PDF has no such object');
  const text = file.subarray(place, file.indexOf('endobj', place)).toString('latin1');
  return text.replace(/^\d+ 0 obj/, '');
}

function tail(file: Buffer): string {
  return file.subarray(-64).toString('latin1');
}

interface Stream {
  readonly dictionary: string;
  readonly data: Buffer;
}

function streamAt(file: Buffer, offset: number): Stream {
  const begin = file.indexOf('stream', offset);
  const dictionary = file.subarray(offset, begin).toString('latin1');
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const from = begin + 'stream\n'.length + (file[begin + 'stream'.length] === 13 ? 1 : 0);
  const data = file.subarray(from, from + length);
  if (begin < 0 || !(length > 0) || /\/DecodeParms/.test(dictionary)) {
    throw new Error('the PDF is not built as this tool builds them');
  }
  return { dictionary, data: /\/FlateDecode/.test(dictionary) ? inflateSync(data) : data };
}

/** An entry of a cross-reference stream: its type, and two fields that depend on it. */
function entryOf({ dictionary, data }: Stream, number: number): [number, number, number] {
  const widths = /\/W \[(\d) (\d) (\d)\]/.exec(dictionary)?.slice(1).map(Number) ?? [];
  const [a = 0, b = 0, c = 0] = widths;
  const at = number * (a + b + c);
  const isWhole = a > 0 && b > 0 && c > 0 && !/\/Index/.test(dictionary);
  if (!isWhole || !(at + a + b + c <= data.length)) throw new Error('the PDF has no such object');
  return [data.readUIntBE(at, a), data.readUIntBE(at + a, b), data.readUIntBE(at + a + b, c)];
}

/** ISO 32000-1, 7.5.7: numbers and offsets of the objects come first. */
function compressedObject({ dictionary, data }: Stream, index: number): string {
  const first = Number(/\/First (\d+)/.exec(dictionary)?.[1]);
  const numbers = data.subarray(0, first).toString('latin1').trim().split(/\s+/).map(Number);
  const from = numbers[2 * index + 1] ?? Number.NaN;
  const to = numbers[2 * index + 3] ?? data.length - first;
  if (Number.isNaN(from)) throw new Error('the PDF has no such object');
  return data.subarray(first + from, first + to).toString('latin1');
}
