/** JPEG (ITU-T T.81): a frame that readers of PDF decode, and pixels after it. */
import { BROKEN, type PictureFault, sizeFault, unfit } from './picture-fault.ts';

/** Markers of frames, SOF0 to SOF15 without DHT, JPG and DAC (table B.1). */
const isFrame = (marker: number) =>
  marker === 0xc0 || (marker > 0xc0 && marker <= 0xcf && marker % 4 !== 0);
/** Baseline, extended and progressive, in Huffman codes: what a PDF's filter decodes (ISO 32000-1, 7.4.8). */
const DECODED = [0xc0, 0xc1, 0xc2];
const SCAN = 0xda;
const END = Buffer.from([0xff, 0xd9]);

/**
 * What is wrong with a JPEG as far as its headers show; that of its pixels, who decodes them finds out
 * (pictures.ts): the decoder is large.
 */
export function jpegFault(bytes: Buffer): PictureFault | undefined {
  const segments = segmentsOf(bytes);
  const frame = segments.find(({ marker }) => isFrame(marker));
  const scan = segments.find(({ marker }) => marker === SCAN);
  if (!frame) return BROKEN;
  const fault = frameFault(frame.marker, bytes.subarray(frame.at + 4));
  return fault ?? (scan && frame.at < scan.at && hasPixels(bytes, scan.at) ? undefined : BROKEN);
}

interface Segment {
  readonly marker: number;
  readonly at: number;
}

/** What comes before the pixels, and their own header. */
function segmentsOf(bytes: Buffer): Segment[] {
  const segments: Segment[] = [];
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    segments.push({ marker, at });
    if (marker === SCAN) break;
    // A marker may have more than one byte 0xFF before it (B.1.1.2).
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return segments;
}

/** Whether something is between the header of a scan and the end of the image. */
function hasPixels(bytes: Buffer, scan: number): boolean {
  return bytes.lastIndexOf(END) > scan + 2 + bytes.readUInt16BE(scan + 2);
}

/** Precision, height, width and number of components (B.2.2). */
function frameFault(marker: number, frame: Buffer): PictureFault | undefined {
  const [precision, , , , , components] = frame;
  if (!DECODED.includes(marker) || precision !== 8) {
    return unfit('is a JPEG of a kind that readers of PDF do not show');
  }
  // PDF/A with an output intent in sRGB takes grey and RGB (ISO 19005-2, 6.2.4.3).
  if (components !== 1 && components !== 3) return unfit('is in CMYK, which PDF/A refuses');
  return sizeFault(frame.readUInt16BE(3), frame.readUInt16BE(1));
}
