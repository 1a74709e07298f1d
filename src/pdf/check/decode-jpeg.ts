/**
 * JPEG → pixels, by the decoder with which pdf.js shows PDFs. It throws at what it cannot read; the one of the canvas
 * ends the process at a JPEG without pixels.
 */
import { complaintsOf } from './complaints.ts';

/** Whether all pixels of a JPEG can be had. */
export async function decodesWhole(bytes: Uint8Array): Promise<boolean> {
  const { JpegImage } = await import('pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs');
  const image = new JpegImage();
  try {
    return complaintsOf(() => image.parse(bytes)).length === 0;
  } catch {
    return false;
  }
}
