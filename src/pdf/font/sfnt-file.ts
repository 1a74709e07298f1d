/** Writes the container of a TrueType font (OpenType 1.9, "Organization of an OpenType font"). */

const CHECKSUM_MAGIC = 0xb1b0afba;
const EMPTY = Buffer.alloc(0);

/** Puts tables into a file, sorted by tag, with their checksums. There has to be a `head`, whose own checksum is zero. */
export function writeSfnt(tables: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(tables).sort();
  const directory = writeHeader(names.length);
  const pieces: Buffer[] = [directory];
  let offset = directory.length;
  let sum = 0;
  for (const [index, name] of names.entries()) {
    const data = tables[name] ?? EMPTY;
    sum += writeEntry(directory, 12 + 16 * index, { name, data, offset });
    const padding = -data.length & 3;
    pieces.push(data, Buffer.alloc(padding));
    offset += data.length + padding;
  }
  const file = Buffer.concat(pieces);
  const head = directory.readUInt32BE(12 + 16 * names.indexOf('head') + 8);
  // The sum of the file is that of its parts, each of which fills whole words.
  file.writeUInt32BE((CHECKSUM_MAGIC - sum - checksum(directory)) >>> 0, head + 8);
  return file;
}

/** Version, number of tables and the numbers that a binary search needs; room for the entries. */
function writeHeader(count: number): Buffer {
  const header = Buffer.alloc(12 + 16 * count);
  const power = Math.floor(Math.log2(count));
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(16 << power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * count - (16 << power), 10);
  return header;
}

/** Gives the checksum of the table. */
function writeEntry(
  directory: Buffer,
  at: number,
  { name, data, offset }: { name: string; data: Buffer; offset: number },
): number {
  const sum = checksum(data);
  directory.write(name, at, 'latin1');
  directory.writeUInt32BE(sum, at + 4);
  directory.writeUInt32BE(offset, at + 8);
  directory.writeUInt32BE(data.length, at + 12);
  return sum;
}

function checksum(data: Buffer): number {
  let sum = 0;
  let at = 0;
  for (; at + 4 <= data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  for (let shift = 24; at < data.length; at++, shift -= 8) {
    sum = (sum + (data.readUInt8(at) << shift)) >>> 0;
  }
  return sum;
}
