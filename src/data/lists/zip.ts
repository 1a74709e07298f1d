/**
 * Whether a ZIP archive is what it says (APPNOTE 6.3.10, 4.3): a few kilobytes may unpack to gigabytes, and the reader of
 * workbooks would try.
 */
import { inflateRawSync } from 'node:zlib';
import { grouped, megabytes } from '../limits.ts';

/** Entries of an archive; a workbook has some dozen. */
const MOST_ENTRIES = 10_000;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

/** Why an archive cannot be read; undefined if it can. */
export interface ZipFault {
  readonly code: 'bad-list' | 'too-large';
  readonly reason: string;
}

const DAMAGED: ZipFault = { code: 'bad-list', reason: 'it is damaged, or no workbook' };

/** Unpacks every entry, within a limit for all of them, and keeps nothing. */
export function zipFault(bytes: Buffer, most: number): ZipFault | undefined {
  try {
    return faultOf(bytes, most);
  } catch (error) {
    // Offsets that lead out of the file.
    if (error instanceof RangeError) return DAMAGED;
    throw error;
  }
}

function faultOf(bytes: Buffer, most: number): ZipFault | undefined {
  const end = endOfDirectory(bytes);
  if (end === undefined) return DAMAGED;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) {
    return { code: 'too-large', reason: `it has ${grouped(count)} parts` };
  }
  let at = bytes.readUInt32LE(end + 16);
  let left = most;
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) return DAMAGED;
    const size = unpackedSize(bytes, at, left);
    if (size === undefined) return DAMAGED;
    left -= size;
    if (left < 0) {
      return { code: 'too-large', reason: `it unpacks to more than ${megabytes(most)}` };
    }
    at += CENTRAL_LENGTH + lengths(bytes, at + 28, 3);
  }
  return undefined;
}

function endOfDirectory(bytes: Buffer): number | undefined {
  const last = bytes.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return undefined;
}

/** The sum of so many lengths of two bytes each. */
function lengths(bytes: Buffer, at: number, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += bytes.readUInt16LE(at + 2 * index);
  return sum;
}

/** Bytes of an entry, one more than `most` if it has more; undefined if it cannot be unpacked. */
function unpackedSize(bytes: Buffer, central: number, most: number): number | undefined {
  const method = bytes.readUInt16LE(central + 10);
  const packed = bytes.readUInt32LE(central + 20);
  const declared = bytes.readUInt32LE(central + 24);
  const local = bytes.readUInt32LE(central + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) return undefined;
  const start = local + LOCAL_LENGTH + lengths(bytes, local + 26, 2);
  if (start + packed > bytes.length) return undefined;
  if (method === STORED) return packed === declared ? packed : undefined;
  if (method !== DEFLATED) return undefined;
  if (declared > most) return most + 1;
  try {
    const data = bytes.subarray(start, start + packed);
    const { length } = inflateRawSync(data, { maxOutputLength: Math.max(1, declared) });
    return length === declared ? length : undefined;
  } catch {
    return undefined;
  }
}
