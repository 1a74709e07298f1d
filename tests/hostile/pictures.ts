/** Pictures that are not what they seem. */
import { createCanvas } from '@napi-rs/canvas';
import { chunk, png, SAMPLES } from '../support/png.ts';

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

/** A progressive JPEG of the ten fields below, by Pillow: the canvas writes none. */
export function progressive(): Buffer {
  return Buffer.from(PROGRESSIVE, 'base64');
}
const PROGRESSIVE =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRT' +
  'c4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj' +
  'Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wgARCAAoAFADASIAAhEBAxEB/8QAGQABAQADAQAAAAAAAAAAAAAAAAQBAw' +
  'UC/8QAFwEBAQEBAAAAAAAAAAAAAAAAAAUDBP/aAAwDAQACEAMQAAABlFDh3CDraDjinZtBoZdcHayg62PQ4rKnZseh' +
  'MOuDuEHW4HGFOzcD/8QAFBABAAAAAAAAAAAAAAAAAAAAUP/aAAgBAQABBQJL/8QAFBEBAAAAAAAAAAAAAAAAAAAAMP' +
  '/aAAgBAwEBPwF//8QAFBEBAAAAAAAAAAAAAAAAAAAAMP/aAAgBAgEBPwF//8QAFBABAAAAAAAAAAAAAAAAAAAAUP/a' +
  'AAgBAQAGPwJL/8QAFhABAQEAAAAAAAAAAAAAAAAAEQBA/9oACAEBAAE/IchERERERl//2gAMAwEAAgADAAAAEAAPAv' +
  'vPMPsvPAPgv//EABQRAQAAAAAAAAAAAAAAAAAAADD/2gAIAQMBAT8Qf//EABQRAQAAAAAAAAAAAAAAAAAAADD/2gAI' +
  'AQIBAT8Qf//EABYQAQEBAAAAAAAAAAAAAAAAAHEAQP/aAAgBAQABPxDI5znOc5znl//Z';

/** A PNG of ten fields in colours that differ. */
export interface Patterned {
  readonly colourType: number;
  readonly bits: number;
  readonly interlaced?: boolean;
  readonly chunks?: readonly Buffer[];
  /** The last number of a palette that is used. */
  readonly most?: number;
}

const WIDTH = 80;
const HEIGHT = 40;
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

/** Makes it. */
export function patterned(kind: Patterned): Buffer {
  const passes = kind.interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  const rows: Buffer[] = [];
  for (const [x, y, dx, dy] of passes) {
    for (let row = y; row < HEIGHT; row += dy) rows.push(patternedRow(kind, x, dx, row));
  }
  const { colourType, bits, interlaced = false, chunks = [] } = kind;
  const options = { width: WIDTH, height: HEIGHT, colourType, bits, interlaced, chunks };
  return png({ ...options, pixels: Buffer.concat(rows) });
}

function patternedRow(kind: Patterned, x: number, dx: number, row: number): Buffer {
  const { bits, colourType } = kind;
  let binary = '';
  for (let column = x; column < WIDTH; column += dx) {
    for (let sample = 0; sample < (SAMPLES[colourType] ?? 1); sample++) {
      const field = Math.floor((5 * column) / WIDTH) + (2 * row >= HEIGHT ? 5 : 0);
      binary += sampleOf(kind, field, sample).toString(2).padStart(bits, '0');
    }
  }
  const bytes = binary.match(/.{1,8}/g) ?? [];
  return Buffer.from([0, ...bytes.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2))]);
}

/** The second field from the end has the last number of the palette. */
function sampleOf({ bits, most }: Patterned, field: number, sample: number): number {
  const last = 2 ** Math.min(bits, 8) - 1;
  const value = field === 8 && sample === 0 ? last : (field * 53 + sample * 101 + 7) % (last + 1);
  const used = Math.min(value, most ?? last);
  return bits === 16 ? used * 257 : used;
}
