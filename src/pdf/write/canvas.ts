/** The current page as text is painted on it: operators, fonts, links, each in its structure element. */

import type { Face } from '../../font/face.ts';
import type { DocumentFonts } from '../embed/document-fonts.ts';
import type { EmbeddedFont } from '../embed/embed.ts';
import type { PdfkitDocument, PdfReference } from './document.ts';
import {
  type ArtifactKind,
  type BoundingBox,
  type MarkedContent,
  pdfString,
  type StructureElement,
  type StructureTree,
} from './structure.ts';

/** A rectangle in points, y downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The marked-content sequence that is being written; artifacts are no part of the structure. */
interface OpenContent {
  readonly page: unknown;
  /** Undefined of what is drawn by others. */
  readonly element: StructureElement | undefined;
  readonly content: MarkedContent | undefined;
}

/** Entries of property lists (ISO 32000-1, table 330). */
const ARTIFACTS: Readonly<Record<ArtifactKind, string>> = {
  Footer: '/Type /Pagination /Subtype /Footer /Attached [/Bottom]',
  Watermark: '/Type /Pagination /Subtype /Watermark',
  Layout: '/Type /Layout',
};

interface TextState {
  readonly colour: string;
  readonly font: string;
}
const UNKNOWN: TextState = { colour: '', font: '' };

/** How a text is shown. */
export interface TextSetting {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  /** An operator with its operands. */
  readonly colour: string;
}

export class Canvas {
  private readonly document: PdfkitDocument;
  private readonly fonts: DocumentFonts;
  private readonly structure: StructureTree;
  private open: OpenContent | undefined;
  /** Operators that set the colour and the font in force on the page. */
  private state: TextState = UNKNOWN;

  constructor(document: PdfkitDocument, fonts: DocumentFonts, structure: StructureTree) {
    this.document = document;
    this.fonts = fonts;
    this.structure = structure;
  }

  font(face: Face): EmbeddedFont {
    return this.fonts.use(face).font;
  }

  /**
   * Shows text as content of `element`; colour and font are set only where they change.
   *
   * @param operators that place and show the text
   * @param text what the codes in `operators` say
   */
  show(setting: TextSetting, operators: string, element: StructureElement, text: string): void {
    const { content } = this.openFor(element);
    if (content) content.text += text;
    const font = `/${this.fonts.use(setting.face).name} ${setting.size} Tf`;
    const changes = this.changes({ colour: setting.colour, font });
    this.document.addContent(`BT ${changes}${operators} ET`);
  }

  private changes(wanted: TextState): string {
    const { colour, font } = this.state;
    this.state = wanted;
    const changed = [
      wanted.colour !== colour && wanted.colour,
      wanted.font !== font && wanted.font,
    ];
    return changed.map((operator) => (operator ? `${operator} ` : '')).join('');
  }

  /** Appends operators that leave colour and font as they are, as content of `element`. */
  write(operators: string, element: StructureElement): void {
    this.openFor(element);
    this.document.addContent(operators);
  }

  /** Draws behind the text of the whole page; the operators leave colour and font as they are. */
  background(operators: string, kind: ArtifactKind): void {
    const { width, height } = this.document.page;
    this.artifact(kind, { x: 0, y: 0, width, height });
    this.document.addContent(operators);
    this.close();
  }

  /** Opens an artifact that fills `box`. What is shown in a row for `element` belongs to it. */
  artifact(kind: ArtifactKind, box: Box, element?: StructureElement): void {
    this.enterPage();
    const properties = `${ARTIFACTS[kind]} /BBox [${this.boundingBox(box).join(' ')}]`;
    this.document.addContent(`/Artifact <<${properties}>> BDC`);
    this.open = { page: this.document.page, element, content: undefined };
  }

  /** What is drawn next in `box` by others, who may change colour and font, is the figure `element`. */
  figure(element: StructureElement, box: Box): void {
    this.openFor(element);
    element.box = this.boundingBox(box);
    this.leave();
  }

  /** Others draw next, who may change colour and font. */
  leave(): void {
    this.state = UNKNOWN;
  }

  private boundingBox({ x, y, width, height }: Box): BoundingBox {
    const top = this.document.page.height - y;
    return [hundredths(x), hundredths(top - height), hundredths(x + width), hundredths(top)];
  }

  private openFor(element: StructureElement): OpenContent {
    const { page } = this.document;
    if (this.open?.element === element && this.open.page === page) return this.open;
    this.enterPage();
    const content = this.structure.mark(element);
    this.document.addContent(`/${element.tag} <</MCID ${content.mcid}>> BDC`);
    this.open = { page, element, content };
    return this.open;
  }

  /** Ends what is open; a new page knows nothing of the colour and the font before. */
  private enterPage(): void {
    if (this.open?.page !== this.document.page) this.state = UNKNOWN;
    this.close();
  }

  /** Ends the open marked-content sequence; to be called before anything else draws on the page. */
  close(): void {
    if (!this.open) return;
    this.document.addContent('EMC');
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
}

/** To a hundredth of a point. */
export function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

/** Annotation flag: shown in print (ISO 19005-2, 6.3.2). */
const PRINT = 4;
