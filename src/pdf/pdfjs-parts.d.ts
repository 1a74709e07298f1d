/** Parts of pdf.js that come without declarations; only src/pdf/decode-jpeg.ts imports them. */
declare module 'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    /** @throws Error where the file cannot be read */
    parse(bytes: Uint8Array): void;
  }
}
