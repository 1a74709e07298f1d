/** Makes PNGs chunk by chunk, also such as no program writes. */
import { crc32, deflateSync } from 'node:zlib';

/** Of a PNG; the colour type decides how many samples a pixel has (PNG specification, 11.2.2). */
export interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colourType?: number;
  readonly bits?: number;
  readonly interlaced?: boolean;
  readonly filter?: number;
  /** Bytes of pixels, filters included, instead of as many as the header asks for. */
  readonly bytes?: number;
  /** Rows with their filters, instead of zeroes. */
  readonly pixels?: Buffer;
  /** Between the header and the pixels. */
  readonly chunks?: readonly Buffer[];
}

/** Of a pixel, by colour type. */
export const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A PNG with pixels of zeroes. */
export function png(options: PngOptions = {}): Buffer {
  const { width = 64, height = 32, colourType = 2, bits = 8, filter = 0, chunks = [] } = options;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colourType, 0, 0, options.interlaced ? 1 : 0], 8);
  const row = 1 + Math.ceil((width * bits * (SAMPLES[colourType] ?? 1)) / 8);
  const pixels = options.pixels ?? Buffer.alloc(options.bytes ?? row * height);
  if (!options.pixels) for (let at = 0; at < pixels.length; at += row) pixels[at] = filter;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...chunks,
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A chunk of a PNG (5.3). */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), out.length - 4);
  return out;
}
