/** Pictures that are not what they seem. */
import { crc32, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';

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
  /** Between the header and the pixels. */
  readonly chunks?: readonly Buffer[];
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A PNG with pixels of zeroes. */
export function png(options: PngOptions = {}): Buffer {
  const { width = 64, height = 32, colourType = 2, bits = 8, filter = 0, chunks = [] } = options;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colourType, 0, 0, options.interlaced ? 1 : 0], 8);
  const row = 1 + Math.ceil((width * bits * (SAMPLES[colourType] ?? 1)) / 8);
  const pixels = Buffer.alloc(options.bytes ?? row * height);
  for (let at = 0; at < pixels.length; at += row) pixels[at] = filter;
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

/** Sixteen colours. */
export const PALETTE = chunk('PLTE', Buffer.alloc(48, 0x33));
/** Transparency of a PNG, by bytes. */
export function transparency(...bytes: number[]): Buffer {
  return chunk('tRNS', Buffer.from(bytes));
}

/** A JPEG that is sound. */
export function jpeg(width = 64, height = 32): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#138';
  for (let x = 0; x < width; x += 9) context.fillRect(x, 0, 4, height - x / 4);
  return canvas.toBuffer('image/jpeg');
}

const scanOf = (file: Buffer) => file.indexOf(Buffer.from([0xff, 0xda]));
const END = Buffer.from([0xff, 0xd9]);

/** A JPEG that ends before its pixels begin. */
export function headersOnly(): Buffer {
  const file = jpeg();
  return Buffer.concat([file.subarray(0, scanOf(file)), END]);
}

/** A JPEG with an end, but without most of its pixels. */
export function scanCutOff(): Buffer {
  const file = jpeg(640, 320);
  return Buffer.concat([file.subarray(0, scanOf(file) + 40), END]);
}

/** A JPEG whose pixels are noise. */
export function scanOfNoise(): Buffer {
  const file = Buffer.from(jpeg(640, 320));
  const start = scanOf(file) + 40;
  for (let at = start; at < Math.min(start + 400, file.length - 2); at++)
    file[at] = (at * 37) % 250;
  return file;
}

/** The JPEG with another frame marker: 0xc9 is arithmetic coding, 0xc3 lossless (ITU-T T.81, table B.1). */
export function withFrame(marker: number): Buffer {
  const file = Buffer.from(jpeg());
  const at = file.indexOf(Buffer.from([0xff, 0xc0]));
  file[at + 1] = marker;
  return file;
}

/** The JPEG, which says that it is of another size. */
export function claiming(width: number, height: number): Buffer {
  const file = Buffer.from(jpeg());
  const at = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(height, at + 5);
  file.writeUInt16BE(width, at + 7);
  return file;
}

/** An SVG of a size, with this inside. */
export function svg(content: string, attributes = 'width="64" height="32"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;
}

/** An image inside an SVG. */
export function embedded(type: string, bytes: Buffer): string {
  const data = `data:image/${type};base64,${bytes.toString('base64')}`;
  return `<image width="64" height="32" xlink:href="${data}"/>`;
}
