/**
 * The logical structure of a document (ISO 32000-1, 14.7): what each piece of content is, in
 * reading order, whatever its place on the page.
 */
import type { StructureType } from '../typeset/nodes.ts';
import type { PdfkitDocument, PdfReference } from './pdfmake.ts';

export interface ElementAttributes {
  /** BCP 47. */
  readonly language?: string;
  /** Description of an image. */
  readonly alt?: string;
}

/** Marked content of a page. */
export interface MarkedContent {
  readonly page: PdfReference;
  readonly mcid: number;
  /** What its codes say, in logical order; each line begins with a line feed. */
  text: string;
}

/** Content of an element: a child, marked content of a page, or an annotation. */
type Kid =
  | StructureElement
  | MarkedContent
  | { readonly page: PdfReference; readonly annotation: PdfReference };

export class StructureElement {
  readonly tag: StructureType;
  readonly attributes: ElementAttributes;
  readonly kids: Kid[] = [];

  constructor(tag: StructureType, attributes: ElementAttributes = {}) {
    this.tag = tag;
    this.attributes = attributes;
  }

  /** Appends a child. */
  child(tag: StructureType, attributes: ElementAttributes = {}): StructureElement {
    const child = new StructureElement(tag, attributes);
    this.kids.push(child);
    return child;
  }
}

/** Keys of the parent tree: a page's list of elements by MCID, or the one element of an annotation. */
type Parents = StructureElement[] | StructureElement;

export class StructureTree {
  readonly root: StructureElement;
  private readonly document: PdfkitDocument;
  private readonly parents: Parents[] = [];
  private readonly pages = new Map<PdfReference, StructureElement[]>();

  constructor(document: PdfkitDocument, language: string) {
    this.document = document;
    this.root = new StructureElement('Document', { language });
  }

  /** Registers the next marked content of the current page as `element`'s. */
  mark(element: StructureElement): MarkedContent {
    const page: PdfReference = this.document.page.dictionary;
    const marked = this.pages.get(page) ?? this.addPage(page);
    const content = { page, mcid: marked.push(element) - 1, text: '' };
    element.kids.push(content);
    return content;
  }

  /** The text that the tree leads to, in its order. */
  readBack(): string {
    return textOf(this.root);
  }

  /** Makes an annotation on the current page part of `element` (14.7.4.3); gives its StructParent. */
  annotate(element: StructureElement, annotation: PdfReference): number {
    element.kids.push({ page: this.document.page.dictionary, annotation });
    return this.parents.push(element) - 1;
  }

  private addPage(page: PdfReference): StructureElement[] {
    const marked: StructureElement[] = [];
    page.data.StructParents = this.parents.push(marked) - 1;
    this.pages.set(page, marked);
    return marked;
  }

  /** Writes the tree and enters it in the catalog. */
  write(): void {
    const { document } = this;
    const catalog = document._root.data;
    const tree: PdfReference = document.ref({ Type: 'StructTreeRoot' });
    const references = new Map<StructureElement, PdfReference>();
    tree.data.K = [this.writeElement(this.root, tree, references)];
    tree.data.ParentTree = this.writeParents(references);
    tree.data.ParentTreeNextKey = this.parents.length;
    tree.end();
    catalog.StructTreeRoot = tree;
    catalog.MarkInfo = { Marked: true };
  }

  private writeElement(
    element: StructureElement,
    parent: PdfReference,
    references: Map<StructureElement, PdfReference>,
  ): PdfReference {
    const { tag, attributes, kids } = element;
    const reference: PdfReference = this.document.ref({ Type: 'StructElem', S: tag, P: parent });
    references.set(element, reference);
    if (attributes.language) reference.data.Lang = pdfString(attributes.language);
    if (attributes.alt) reference.data.Alt = pdfString(attributes.alt);
    const page = kids.find((kid) => 'mcid' in kid)?.page;
    if (page) reference.data.Pg = page;
    reference.data.K = kids
      .filter((kid) => !isEmpty(kid))
      .map((kid) => {
        if (kid instanceof StructureElement) return this.writeElement(kid, reference, references);
        if ('annotation' in kid) return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page };
        return kid.page === page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
      });
    reference.end();
    return reference;
  }

  /** Number tree from page and annotation keys to elements (14.7.4.4); small enough for one node. */
  private writeParents(references: ReadonlyMap<StructureElement, PdfReference>): PdfReference {
    const find = (element: StructureElement) => references.get(element);
    const entries = this.parents.flatMap((parents, key) => [
      key,
      Array.isArray(parents) ? parents.map(find) : find(parents),
    ]);
    const numbers: PdfReference = this.document.ref({ Nums: entries });
    numbers.end();
    return numbers;
  }
}

function textOf(element: StructureElement): string {
  return element.kids
    .map((kid) => {
      if (kid instanceof StructureElement) return textOf(kid);
      return 'text' in kid ? kid.text : '';
    })
    .join('');
}

/** A block that drew nothing leaves no element. */
function isEmpty(kid: Kid): boolean {
  return kid instanceof StructureElement && kid.kids.every(isEmpty);
}

/** pdfkit writes a `String` object as a text string, a primitive as a name. */
export const pdfString = (text: string): unknown => new String(text);
