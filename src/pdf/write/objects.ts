/** The file structure of a compact PDF: object streams and a cross-reference stream (ISO 32000-1, 7.5.7, 7.5.8). */
import { deflateSync } from 'node:zlib';

/** Writes bytes to the file and returns the offset at which they start. */
export type Write = (bytes: Buffer) => number;

/** Where an object is: at an offset of the file, or as the nth of an object stream. */
type Entry = { readonly offset: number } | { readonly stream: number; readonly index: number };

export interface Trailer {
  /** Number of the catalog and of the information dictionary. */
  readonly root: number;
  readonly info: number;
  /** File identifier. */
  readonly id: Buffer;
}

export class ObjectWriter {
  private readonly write: Write;
  private readonly entries = new Map<number, Entry>();
  private readonly pending: { readonly number: number; readonly body: string }[] = [];

  constructor(write: Write) {
    this.write = write;
  }

  /** A stream object: it is in the file by itself. `body` is all between `obj` and `endobj`. */
  addStream(number: number, body: Buffer): void {
    const wrapped = [Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')];
    this.entries.set(number, { offset: this.write(Buffer.concat(wrapped)) });
  }

  /** Any other object; `body` in Latin-1. It waits for the object stream. */
  addObject(number: number, body: string): void {
    this.pending.push({ number, body });
  }

  /** Writes what waits, the cross-reference stream and the end of the file. `next` is a free number. */
  finish(next: number, trailer: Trailer): void {
    this.writeObjectStream(next);
    this.writeCrossReferences(next + 1, trailer);
  }

  private writeObjectStream(number: number): void {
    const sorted = this.pending.toSorted((a, b) => a.number - b.number);
    let offset = 0;
    const head = sorted.map((object, index) => {
      this.entries.set(object.number, { stream: number, index });
      const entry = `${object.number} ${offset}`;
      offset += object.body.length + 1;
      return entry;
    });
    const first = `${head.join(' ')}\n`;
    const content = Buffer.from(first + sorted.map(({ body }) => body).join('\n'), 'latin1');
    const dictionary = `/Type /ObjStm /N ${sorted.length} /First ${first.length}`;
    this.addStream(number, compressedStream(dictionary, content));
  }

  private writeCrossReferences(number: number, { root, info, id }: Trailer): void {
    const offset = this.write(Buffer.alloc(0));
    this.entries.set(number, { offset });
    const size = number + 1;
    const row = rowFormat(offset);
    const rows = Buffer.alloc(size * row.length);
    for (const [object, entry] of this.entries) writeRow(rows, object, entry, row);
    const identifier = `<${id.toString('hex')}>`;
    const dictionary = [
      `/Type /XRef /Size ${size} /W [1 ${row.place} ${row.index}]`,
      `/Root ${root} 0 R /Info ${info} 0 R /ID [${identifier} ${identifier}]`,
    ].join(' ');
    this.addStream(number, compressedStream(dictionary, rows));
    this.write(Buffer.from(`startxref\n${offset}\n%%EOF\n`));
  }
}

/** Bytes of the fields of a row after its type: offset or number of the object stream, index in that. */
interface RowFormat {
  readonly place: number;
  readonly index: number;
  readonly length: number;
}

const INDEX_BYTES = 2;

/** @param largest offset in the file */
function rowFormat(largest: number): RowFormat {
  const place = largest < 0x10000 ? 2 : 4;
  return { place, index: INDEX_BYTES, length: 1 + place + INDEX_BYTES };
}

function writeRow(rows: Buffer, object: number, entry: Entry, { place, length }: RowFormat): void {
  const at = object * length;
  const inStream = 'stream' in entry;
  rows.writeUInt8(inStream ? 2 : 1, at);
  rows.writeUIntBE(inStream ? entry.stream : entry.offset, at + 1, place);
  rows.writeUInt16BE(inStream ? entry.index : 0, at + 1 + place);
}

function compressedStream(dictionary: string, content: Buffer): Buffer {
  const data = deflateSync(content, { level: 9 });
  const head = `<<${dictionary} /Filter /FlateDecode /Length ${data.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
}
