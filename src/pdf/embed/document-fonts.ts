/** The fonts that one document uses, embedded when all its text is drawn. */

import type { Face } from '../../font/face.ts';
import type { PdfkitDocument } from '../write/document.ts';
import { EmbeddedFont } from './embed.ts';

export interface UsedFont {
  /** Name in the page's resources. */
  readonly name: string;
  readonly font: EmbeddedFont;
}

export class DocumentFonts {
  private readonly document: PdfkitDocument;
  private readonly used = new Map<Face, UsedFont>();

  constructor(document: PdfkitDocument) {
    this.document = document;
  }

  /** The embedded font of `face`, entered in the resources of the current page. */
  use(face: Face): UsedFont {
    const known = this.used.get(face) ?? this.add(face);
    this.document.page.fonts[known.name] ??= known.font.reference(this.document);
    return known;
  }

  /** Writes every font, after the last page is drawn. */
  write(): void {
    for (const { font } of this.used.values()) font.write(this.document);
  }

  private add(face: Face): UsedFont {
    const name = `F${this.used.size + 1}`;
    const used = { name, font: new EmbeddedFont(face, name) };
    this.used.set(face, used);
    return used;
  }
}
