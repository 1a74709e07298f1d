/** The current page as text is painted on it: operators, fonts, links, each in its structure element. */
import type { EmbeddedFont } from './font/embed.ts';
import type { Face } from './font/face.ts';
import type { DocumentFonts } from './fonts.ts';
import type { PdfkitDocument, PdfReference } from './pdfmake.ts';
import { pdfString, type StructureElement, type StructureTree } from './structure.ts';

/** A rectangle in points, y downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class Canvas {
  private readonly document: PdfkitDocument;
  private readonly fonts: DocumentFonts;
  private readonly structure: StructureTree;
  private open: { readonly page: unknown; readonly element: StructureElement } | undefined;

  constructor(document: PdfkitDocument, fonts: DocumentFonts, structure: StructureTree) {
    this.document = document;
    this.fonts = fonts;
    this.structure = structure;
  }

  font(face: Face): { readonly name: string; readonly font: EmbeddedFont } {
    return this.fonts.use(face);
  }

  /**
   * Appends operators to the page's content stream as content of `element`. What is written in a
   * row for one element becomes one marked-content sequence.
   */
  write(operators: string, element: StructureElement): void {
    const { page } = this.document;
    if (this.open?.element !== element || this.open.page !== page) {
      this.close();
      this.document.addContent(this.opening(element));
      this.open = { page, element };
    }
    this.document.addContent(operators);
  }

  /** Ends the open marked-content sequence; to be called before anything else draws on the page. */
  close(): void {
    if (this.open) this.document.addContent('EMC');
    this.open = undefined;
  }

  /** A link of the current page; `contents` says to a screen reader where it leads. */
  link(box: Box, href: string, contents: string, element: StructureElement): void {
    const { document } = this;
    const action = { Type: 'Action', S: 'URI', URI: pdfString(href) };
    const annotation: PdfReference = document.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: document._convertRect(box.x, box.y, box.width, box.height),
      Border: [0, 0, 0],
      F: PRINT,
      A: action,
      Contents: pdfString(contents),
    });
    annotation.data.StructParent = this.structure.annotate(element, annotation);
    document.page.annotations.push(annotation);
    annotation.end();
  }

  private opening(element: StructureElement): string {
    if (element.tag === 'Artifact') return '/Artifact <</Type /Pagination>> BDC';
    return `/${element.tag} <</MCID ${this.structure.mark(element)}>> BDC`;
  }
}

/** Annotation flag: shown in print (ISO 19005-2, 6.3.2). */
const PRINT = 4;
