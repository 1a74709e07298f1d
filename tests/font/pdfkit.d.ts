/** What the tests use of pdfkit, which pdfmake brings without declarations. */
declare module 'pdfkit' {
  import type { EventEmitter } from 'node:events';
  import type { PdfReference, PdfWriter } from '../../src/pdf/embed/font-objects.ts';

  export default class PDFDocument extends EventEmitter implements PdfWriter {
    constructor(options: object);
    readonly page: { readonly fonts: Record<string, PdfReference> };
    ref(data: Record<string, unknown>): PdfReference;
    addContent(operators: string): void;
    end(): void;
  }
}
