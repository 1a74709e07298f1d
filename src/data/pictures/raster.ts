/** PNG and JPEG: whether the whole picture is there, and whether a PDF shows it as it is. */
import { jpegFault } from './jpeg.ts';
import type { PictureFault } from './picture-fault.ts';
import { pngFault } from './png.ts';

/** What is wrong with a PNG or JPEG; `none` if the bytes are neither. */
export function rasterFault(bytes: Buffer): PictureFault | 'none' | undefined {
  if (isPng(bytes)) return pngFault(bytes);
  return isJpeg(bytes) ? jpegFault(bytes) : 'none';
}

/** The signature, then the header chunk (PNG specification, 5.2 and 5.6). */
function isPng(bytes: Buffer): boolean {
  return (
    bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n' &&
    bytes.toString('latin1', 12, 16) === 'IHDR'
  );
}

/** SOI, then the first byte of another marker (ITU-T T.81, B.1.1). */
export function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}
