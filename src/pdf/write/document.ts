/** The one file that knows the insides of pdfkit, by way of the document that pdfmake 0.3.11 makes of it. */
// biome-ignore-all lint/suspicious/noExplicitAny: pdfmake's parts have no declarations
import pdfDocument from 'pdfmake/js/PDFDocument.js';
import { WorkLimit } from '../work-limit.ts';
import { ObjectWriter } from './objects.ts';

export interface DocumentOptions {
  readonly info: Readonly<Record<string, string | Date>>;
  readonly language: string;
  /** Whether a file may be read: only images that the letter names. */
  readonly mayRead: (path: string) => boolean;
}

/** An indirect object of pdfkit. */
export interface PdfReference {
  data: Record<string, unknown>;
  end(chunk?: Uint8Array | string): void;
}

/** The pdfkit document that pdfmake's parts write to. */
export type PdfkitDocument = any;

/** An empty PDF 1.7 document. */
export function createDocument(options: DocumentOptions): PdfkitDocument {
  const settings = {
    autoFirstPage: false,
    pdfVersion: '1.7',
    compress: true,
    displayTitle: true,
    lang: options.language,
    info: options.info,
    font: null,
  };
  return new LetterDocument({}, {}, {}, {}, settings, null, options.mayRead);
}

/**
 * Embeds PNG and JPEG images one after the other. pdfkit decodes transparent ones in the background:
 * left to the layout, their objects would come in no fixed order.
 */
export async function embedImages(
  document: PdfkitDocument,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) {
    const image = document.provideImage(path);
    if (!image.imgData) continue;
    await new Promise<void>((resolve) => {
      const finalize = image.finalize.bind(image);
      image.finalize = () => {
        finalize();
        resolve();
      };
    });
  }
}

/** A step of drawing: operators of the content stream, or the opacity of filling and of strokes. */
export type DrawingStep = string | readonly [fill: number | null, stroke: number | null];

/**
 * pdfkit's document with a compact file structure: what pdfkit writes of an object is caught and
 * goes through an ObjectWriter. Structure tree and metadata are ours too (structure.ts, metadata.ts).
 */
class LetterDocument extends pdfDocument.default {
  private objects: ObjectWriter | undefined;
  /** What pdfkit writes of the object that it is ending. */
  private caught: (string | Buffer)[] | undefined;
  private recording: DrawingStep[] | undefined;
  readonly work = new WorkLimit();

  /** The steps that `draw` takes on the current page; undefined where it needs more than operators. */
  record(draw: () => void): readonly DrawingStep[] | undefined {
    const before = this.resourceCount();
    const steps: DrawingStep[] = [];
    this.recording = steps;
    draw();
    this.recording = undefined;
    return this.resourceCount() === before ? steps : undefined;
  }

  replay(steps: readonly DrawingStep[]): void {
    for (const step of steps) {
      if (typeof step === 'string') this.addContent(step);
      else this._doOpacity(...step);
    }
  }

  /** Fonts, images and patterns of the page, and annotations: what a replay could not bring back. */
  private resourceCount(): number {
    // Not by the page's own accessors: those make an entry where there is none.
    const { Font, XObject, Pattern } = this.page.resources.data;
    const kinds = [Font, XObject, Pattern, this.page.dictionary.data.Annots];
    return kinds.flatMap((kind) => Object.keys(kind ?? {})).length;
  }

  addContent(operators: string): this {
    this.work.draw(operators.length);
    this.recording?.push(operators);
    return super.addContent(operators);
  }

  /** Graphics states have names of the document's own. */
  _doOpacity(fill: number | null, stroke: number | null): this | undefined {
    const { recording } = this;
    recording?.push([fill, stroke]);
    this.recording = undefined;
    const result = super._doOpacity(fill, stroke);
    this.recording = recording;
    return result;
  }

  ref(data: unknown): PdfReference {
    const reference = super.ref(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      this.caught = [];
      finalize();
      const [, body = '', ...rest] = this.caught;
      this.caught = undefined;
      this.addObject(reference.id, body, rest);
      super._refEnd(reference);
    };
    return reference;
  }

  /** The last object ends the file: pdfkit must not count one as written before it has gone through here. */
  _refEnd(reference: PdfReference): void {
    if (!this.caught) super._refEnd(reference);
  }

  _write(data: string | Buffer): void {
    if (this.caught) this.caught.push(data);
    else super._write(data);
  }

  /** `rest` of a stream: `stream`, its bytes, `endstream`, `endobj`; else `endobj` alone. */
  private addObject(
    number: number,
    body: string | Buffer,
    rest: readonly (string | Buffer)[],
  ): void {
    this.objects ??= new ObjectWriter((bytes) => this.writeBytes(bytes));
    const [keyword, bytes] = rest;
    if (keyword !== 'stream') {
      this.objects.addObject(number, String(body));
      return;
    }
    const parts = [`${body}\nstream\n`, bytes ?? '', '\nendstream'];
    const buffers = parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : part,
    );
    this.objects.addStream(number, Buffer.concat(buffers));
  }

  private writeBytes(bytes: Buffer): number {
    const offset = this._offset;
    super._write(bytes);
    return offset;
  }

  _finalize(): void {
    this.objects?.finish(this._offsets.length + 1, {
      root: this._root.id,
      info: this._info.id,
      id: this._id,
    });
    this.push(null);
  }

  endMarkings(): void {}

  endMetadata(): void {}
}
