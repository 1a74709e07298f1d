/** Images, annexes and fonts that the data names: there, of a known format, and harmless. */
import { extname } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Problems } from '../diagnostic.ts';
import type { Text } from '../model.ts';
import { decodeText } from './encoding.ts';
import { type Folder, fileInside } from './files.ts';
import type { Parser } from './reader.ts';
import { readBytes, Source } from './source.ts';
import { checkSvg } from './svg.ts';

/** The absolute real path of a PNG, JPEG or SVG inside the edition; the content decides, not the name. */
export function imageFile(folder: Folder): Parser<string> {
  return (name, problems) => {
    const path = fileInside(folder, name, problems);
    const bytes = path === undefined ? undefined : readBytes(path, problems, name.span);
    if (path === undefined || !bytes) return undefined;
    if (isPng(bytes)) return rasterFault(pngFault(bytes), path, name, problems);
    if (isJpeg(bytes)) return rasterFault(jpegFault(bytes), path, name, problems);
    return svgText(path, bytes, name, problems) ? path : undefined;
  };
}

/** The signature, then the header chunk (PNG specification, 5.2 and 5.6). */
function isPng(bytes: Buffer): boolean {
  return (
    bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n' &&
    bytes.toString('latin1', 12, 16) === 'IHDR'
  );
}

/** SOI, then the first byte of another marker (ITU-T T.81, B.1.1). */
function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

function rasterFault(
  fault: string | undefined,
  path: string,
  name: Text,
  problems: Problems,
): string | undefined {
  if (fault === undefined) return path;
  const hint = 'save it again as PNG, or as JPEG in RGB';
  problems.error('bad-image', name.span, `"${name.value}" ${fault}`, hint);
  return undefined;
}

const BROKEN = 'is broken: its end is missing, or its pixels cannot be had';

/** Chunks up to IEND, and pixels that inflate (PNG specification, 5.3 and 10.1). */
function pngFault(bytes: Buffer): string | undefined {
  const pixels: Buffer[] = [];
  let at = 8;
  for (let type = ''; type !== 'IEND'; ) {
    if (at + 12 > bytes.length) return BROKEN;
    const length = bytes.readUInt32BE(at);
    type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') pixels.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  try {
    inflateSync(Buffer.concat(pixels));
    return at <= bytes.length ? undefined : BROKEN;
  } catch {
    return BROKEN;
  }
}

/** Markers of frames, SOF0 to SOF15 without DHT, JPG and DAC (ITU-T T.81, table B.1). */
const isFrame = (marker: number) =>
  marker === 0xc0 || (marker > 0xc0 && marker <= 0xcf && marker % 4 !== 0);

/** PDF/A with an output intent in sRGB takes grey and RGB (ISO 19005-2, 6.2.4.3). */
function jpegFault(bytes: Buffer): string | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) {
      const components = bytes[at + 9];
      return components === 1 || components === 3 ? undefined : 'is in CMYK, which PDF/A refuses';
    }
    // A marker may have more than one byte 0xFF before it (B.1.1.2).
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return BROKEN;
}

function svgText(path: string, bytes: Buffer, name: Text, problems: Problems): boolean {
  const decoded = decodeText(bytes);
  if ('text' in decoded && /<svg[\s>/]/.test(decoded.text)) {
    return checkSvg(new Source(path, decoded.text), problems);
  }
  const message = `"${name.value}" is not a PNG, JPEG or SVG image`;
  const hint = extname(path).toLowerCase() === '.pdf' ? 'export it as SVG' : undefined;
  problems.error('bad-image', name.span, message, hint);
  return false;
}

/** A PDF begins within so many bytes of its file (ISO 32000-1, annex H, implementation note 13). */
const PDF_START = 1024;

/** The absolute real path of a PDF inside the edition. Whether its pages can be had, the PDF stage finds out. */
export function annexFile(folder: Folder): Parser<string> {
  return (name, problems) => {
    const path = fileInside(folder, name, problems);
    const bytes = path === undefined ? undefined : readBytes(path, problems, name.span);
    if (path === undefined || !bytes) return undefined;
    if (bytes.subarray(0, PDF_START).includes('%PDF-')) return path;
    problems.error('bad-annex', name.span, `"${name.value}" is not a PDF`);
    return undefined;
  };
}

/** First four bytes of the fonts that can be embedded: TrueType and OpenType (OpenType 1.9, otff). */
const FONT_TAGS: readonly string[] = ['\0\x01\0\0', 'OTTO', 'true'];

/** The absolute real path of a TTF or OTF inside the edition. */
export function fontFile(folder: Folder): Parser<string> {
  return (name, problems) => {
    const path = fileInside(folder, name, problems);
    const bytes = path === undefined ? undefined : readBytes(path, problems, name.span);
    if (path === undefined || !bytes) return undefined;
    if (FONT_TAGS.includes(bytes.toString('latin1', 0, 4))) return path;
    const hint = 'use the TTF or OTF file of the font, not WOFF or a collection';
    problems.error('bad-font', name.span, `"${name.value}" is not a TTF or OTF font`, hint);
    return undefined;
  };
}
