/** PNG (specification, third edition): its pixels in full, in a form that pdfkit puts into a PDF unchanged. */
import { inflateSync } from 'node:zlib';
import { BROKEN, type PictureFault, sizeFault, unfit } from './picture-fault.ts';

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colourType: number;
  readonly interlaced: boolean;
}

const GREY = 0;
const RGB = 2;
const INDEXED = 3;
/** Bits that a sample may have, and samples of a pixel, by colour type (11.2.1). */
const KINDS: Readonly<Record<number, { bits: readonly number[]; samples: number }>> = {
  [GREY]: { bits: [1, 2, 4, 8, 16], samples: 1 },
  [RGB]: { bits: [8, 16], samples: 3 },
  [INDEXED]: { bits: [1, 2, 4, 8], samples: 1 },
  4: { bits: [8, 16], samples: 2 },
  6: { bits: [8, 16], samples: 4 },
};

/** What is wrong with a PNG. */
export function pngFault(bytes: Buffer): PictureFault | undefined {
  const header = headerOf(bytes);
  const chunks = chunksOf(bytes);
  if (!header || !chunks) return BROKEN;
  return (
    sizeFault(header.width, header.height) ??
    variantFault(header, chunks.get('PLTE'), chunks.get('tRNS')) ??
    pixelFault(header, chunks.get('IDAT') ?? Buffer.alloc(0))
  );
}

function headerOf(bytes: Buffer): Header | undefined {
  if (bytes.length < 33) return undefined;
  const [bits = 0, colourType = 0, compression, filter, interlace] = bytes.subarray(24, 29);
  const known = KINDS[colourType]?.bits.includes(bits) && interlace !== undefined && interlace < 2;
  if (!known || compression !== 0 || filter !== 0) return undefined;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return { width, height, bits, colourType, interlaced: interlace === 1 };
}

/** Contents by type, those of the same type joined; nothing if the end is missing (5.3). */
function chunksOf(bytes: Buffer): Map<string, Buffer> | undefined {
  const found = new Map<string, Buffer[]>();
  let at = 8;
  for (let type = ''; type !== 'IEND'; ) {
    if (at + 12 > bytes.length) return undefined;
    const end = at + 8 + bytes.readUInt32BE(at);
    type = bytes.toString('latin1', at + 4, at + 8);
    found.set(type, [
      ...(type === 'IDAT' ? (found.get(type) ?? []) : []),
      bytes.subarray(at + 8, end),
    ]);
    at = end + 4;
  }
  if (at > bytes.length) return undefined;
  return new Map([...found].map(([type, parts]) => [type, Buffer.concat(parts)]));
}

/** What pdfkit 0.18 would draw in other colours, or leave out. */
function variantFault(
  { bits, colourType, interlaced }: Header,
  palette: Buffer | undefined,
  transparency: Buffer | undefined,
): PictureFault | undefined {
  if (colourType === INDEXED) {
    if (!palette || palette.length === 0 || palette.length % 3 !== 0) return BROKEN;
    const lacksLast = transparency && palette.length === 768 && transparency.length < 256;
    if (lacksLast) return unfit('has 256 colours, some of them transparent');
  } else if (palette) return unfit('has true colours and a palette as well');
  if (bits < 8 && interlaced) return unfit(`has ${bits} bits for each pixel and is interlaced`);
  if (!transparency) return undefined;
  if (colourType === GREY || colourType === RGB) return unfit('has one colour that is transparent');
  return bits < 8 ? unfit(`has ${bits} bits for each pixel and is transparent`) : undefined;
}

/** Whether there are as many bytes as the size asks for, and a known filter before each row (9.2). */
function pixelFault(header: Header, deflated: Buffer): PictureFault | undefined {
  const rows = passesOf(header);
  const size = rows.reduce((sum, { bytes, count }) => sum + bytes * count, 0);
  const pixels = inflated(deflated, size);
  if (pixels?.length !== size) return BROKEN;
  let at = 0;
  for (const { bytes, count } of rows) {
    for (const end = at + bytes * count; at < end; at += bytes) {
      if ((pixels[at] ?? 0) > LAST_FILTER) return BROKEN;
    }
  }
  return undefined;
}

const LAST_FILTER = 4;

/** Of more bytes than that there is nothing. */
function inflated(deflated: Buffer, most: number): Buffer | undefined {
  try {
    return inflateSync(deflated, { maxOutputLength: most });
  } catch {
    return undefined;
  }
}

/** Where Adam7 begins in each of its passes, and its steps (8.2). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Rows of each pass with their filters: how many, and of how many bytes. */
function passesOf({ width, height, bits, colourType, interlaced }: Header) {
  const passes = interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  return passes.map(([x, y, dx, dy]) => {
    const columns = Math.ceil((width - x) / dx);
    const samples = KINDS[colourType]?.samples ?? 1;
    const bytes = columns > 0 ? 1 + Math.ceil((columns * bits * samples) / 8) : 0;
    return { bytes, count: Math.max(0, Math.ceil((height - y) / dy)) };
  });
}
