/** A PDF as qpdf sees it: objects as JSON, streams decoded. Nothing of the code under test takes part. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** qpdf's JSON (version 2): `/Name`, `u:text`, `b:hex`, `1 0 R`. */
export type Value = string | number | boolean | null | readonly Value[] | Dictionary;
export interface Dictionary {
  [key: string]: Value;
}

interface StoredObject {
  value?: Value;
  stream?: { dict: Dictionary; data: string };
}
/** The whole of qpdf's output; mutations change it in place. */
export interface Stored {
  readonly qpdf: [Dictionary, Record<string, StoredObject>];
}

const REFERENCE = /^\d+ \d+ R$/;

/** A file on the disk that goes when `use` is done. */
export function withFile<T>(
  name: string,
  content: Uint8Array | string,
  use: (path: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function toJson(pdf: Uint8Array): Stored {
  const options = [
    '--json=2',
    '--json-key=qpdf',
    '--json-stream-data=inline',
    '--decode-level=all',
  ];
  const text = withFile('a.pdf', pdf, (path) =>
    execFileSync('qpdf', [...options, '--warning-exit-0', path], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  return JSON.parse(text);
}

/** As letters are written, so that a changed file differs in its change alone. */
const WRITING = ['--object-streams=generate', '--newline-before-endstream'];

export function fromJson(stored: Stored): Buffer {
  return withFile('a.json', JSON.stringify(stored), (path) => {
    execFileSync('qpdf', [...WRITING, '--json-input', '--warning-exit-0', path, `${path}.pdf`], {
      stdio: 'ignore',
    });
    return readFileSync(`${path}.pdf`);
  });
}

export class Pdf {
  readonly bytes: Buffer;
  readonly stored: Stored;
  readonly trailer: Dictionary;
  readonly catalog: Dictionary;
  readonly #objects: Record<string, StoredObject>;

  constructor(bytes: Buffer, stored: Stored) {
    this.bytes = bytes;
    this.stored = stored;
    this.#objects = stored.qpdf[1];
    this.trailer = this.dictionary(this.#objects.trailer?.value);
    this.catalog = this.dictionary(this.trailer['/Root']);
  }

  static read(bytes: Buffer): Pdf {
    return new Pdf(bytes, toJson(bytes));
  }

  /** What a reference leads to; of a stream, its dictionary. */
  resolve(value: Value | undefined): Value | undefined {
    if (typeof value !== 'string' || !REFERENCE.test(value)) return value;
    const object = this.#objects[`obj:${value}`];
    return object?.stream ? object.stream.dict : this.resolve(object?.value);
  }

  /** The dictionary that a value is or leads to; an empty one if it is none. */
  dictionary(value: Value | undefined): Dictionary {
    const found = this.resolve(value);
    return isDictionary(found) ? found : {};
  }

  /** The array that a value is or leads to; one value counts as an array of it. */
  array(value: Value | undefined): readonly Value[] {
    const found = this.resolve(value);
    if (found === undefined || found === null) return [];
    return Array.isArray(found) ? found : [value as Value];
  }

  /** Decoded bytes of a stream. */
  data(reference: Value | undefined): Buffer | undefined {
    const stream = this.#objects[`obj:${reference}`]?.stream;
    return stream && Buffer.from(stream.data, 'base64');
  }

  /** Dictionaries of all streams, with their references. */
  streams(): [Dictionary, string][] {
    return Object.entries(this.#objects).flatMap(([key, { stream }]) =>
      stream ? [[stream.dict, key.replace(/^obj:/, '')] as [Dictionary, string]] : [],
    );
  }

  /** Changes the bytes of a stream, taken as Latin-1. */
  edit(reference: Value | undefined, change: (text: string) => string): void {
    const stream = this.#objects[`obj:${reference}`]?.stream;
    if (!stream) throw new Error(`${reference} is no stream`);
    const text = change(Buffer.from(stream.data, 'base64').toString('latin1'));
    stream.data = Buffer.from(text, 'latin1').toString('base64');
  }

  /** The text of a string; undefined for any other value. */
  text(value: Value | undefined): string | undefined {
    const found = this.resolve(value);
    if (typeof found !== 'string') return undefined;
    if (found.startsWith('u:')) return found.slice(2);
    return found.startsWith('b:')
      ? Buffer.from(found.slice(2), 'hex').toString('latin1')
      : undefined;
  }

  /** Every dictionary of the file, those inside others too, with the reference of the object that it is in. */
  *dictionaries(): Generator<readonly [Dictionary, string]> {
    for (const [key, object] of Object.entries(this.#objects)) {
      const reference = key.replace(/^obj:/, '');
      for (const found of nested(object.stream ? object.stream.dict : object.value)) {
        yield [found, reference];
      }
    }
  }

  /** Every value of the file that is no array and no dictionary. */
  *leaves(): Generator<Value> {
    for (const { value, stream } of Object.values(this.#objects)) {
      yield* leavesOf(stream ? stream.dict : value);
    }
  }

  pages(): Dictionary[] {
    return this.#pagesBelow(this.catalog['/Pages']);
  }

  #pagesBelow(value: Value | undefined): Dictionary[] {
    const node = this.dictionary(value);
    if (node['/Type'] !== '/Pages') return [node];
    return this.array(node['/Kids']).flatMap((kid) => this.#pagesBelow(kid));
  }

  annotations(): {
    readonly page: Dictionary;
    readonly annotation: Dictionary;
    readonly reference: Value;
  }[] {
    return this.pages().flatMap((page) =>
      this.array(page['/Annots']).map((reference) => ({
        page,
        annotation: this.dictionary(reference),
        reference,
      })),
    );
  }

  /** Composite fonts with their descendants. */
  fonts(): {
    readonly font: Dictionary;
    readonly descendant: Dictionary;
    readonly descriptor: Dictionary;
  }[] {
    const seen = [...this.dictionaries()].map(([found]) => found);
    return seen
      .filter((font) => font['/Type'] === '/Font' && font['/Subtype'] === '/Type0')
      .map((font) => {
        const descendant = this.dictionary(this.array(font['/DescendantFonts'])[0]);
        return { font, descendant, descriptor: this.dictionary(descendant['/FontDescriptor']) };
      });
  }

  xmp(): string {
    return this.data(this.catalog['/Metadata'])?.toString('utf8') ?? '';
  }
}

export function isDictionary(value: Value | undefined): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* nested(value: Value | undefined): Generator<Dictionary> {
  if (Array.isArray(value)) for (const item of value) yield* nested(item);
  else if (isDictionary(value)) {
    yield value;
    for (const item of Object.values(value)) yield* nested(item);
  }
}

function* leavesOf(value: Value | undefined): Generator<Value> {
  if (Array.isArray(value)) for (const item of value) yield* leavesOf(item);
  else if (isDictionary(value)) for (const item of Object.values(value)) yield* leavesOf(item);
  else if (value !== undefined) yield value;
}
