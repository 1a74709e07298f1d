/**
 * The logical structure of a document (ISO 32000-1, 14.7): what each piece of content is, in
 * reading order, whatever its place on the page.
 */
import type { StructureType } from '../../typeset/nodes.ts';
import type { PdfkitDocument, PdfReference } from './document.ts';

/** ISO 32000-1, table 347. */
export type ListNumbering = 'None' | 'Disc' | 'Decimal';

/** What content that is no part of the text does on its page (ISO 32000-1, 14.8.2.2.2). */
export type ArtifactKind = 'Footer' | 'Watermark' | 'Layout';

/** Left, bottom, right, top in points, y upwards from the page's foot. */
export type BoundingBox = readonly [number, number, number, number];

export interface ElementAttributes {
  /** BCP 47. */
  readonly language?: string;
  /** Description of an image. */
  readonly alt?: string;
  /** Of a list. */
  readonly numbering?: ListNumbering;
  /** Of an artifact. */
  readonly artifact?: ArtifactKind;
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
  /** Of a figure, as far as it is drawn. */
  box: BoundingBox | undefined;
  private isGroup = false;

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

  /** Keeps a place among the children for more of them; the place itself is no element. */
  group(): StructureElement {
    const group = this.child(this.tag);
    group.isGroup = true;
    return group;
  }

  /**
   * Children and content in order, those of groups in the place of these; nothing of blocks that
   * drew nothing.
   *
   * @param onGroup called for each group
   */
  content(onGroup: (group: StructureElement) => void = () => {}): Kid[] {
    return this.kids.flatMap((kid) => {
      if (!(kid instanceof StructureElement)) return [kid];
      if (!kid.isGroup) return kid.content().length > 0 ? [kid] : [];
      onGroup(kid);
      return kid.content(onGroup);
    });
  }
}

/** Keys of the parent tree: a page's list of elements by MCID, or the one element of an annotation. */
type Parents = StructureElement[] | StructureElement;

export class StructureTree {
  readonly root: StructureElement;
  private readonly document: PdfkitDocument;
  private readonly parents: Parents[] = [];
  private readonly pages = new Map<PdfReference, StructureElement[]>();
  /** Of the heading that was written last. */
  private headingLevel = 0;

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

  /** Makes an annotation on the current page part of `element` (14.7.4.3); returns its StructParent. */
  annotate(element: StructureElement, annotation: PdfReference): number {
    element.kids.push({ page: this.document.page.dictionary, annotation });
    return this.parents.push(element) - 1;
  }

  private addPage(page: PdfReference): StructureElement[] {
    const marked: StructureElement[] = [];
    page.data.StructParents = this.parents.push(marked) - 1;
    page.data.Tabs = 'S';
    this.pages.set(page, marked);
    return marked;
  }

  /** Writes the tree and enters it in the catalog. */
  write(): void {
    const { document } = this;
    const catalog = document._root.data;
    const tree: PdfReference = document.ref({ Type: 'StructTreeRoot' });
    const references = new Map<StructureElement, PdfReference>();
    tree.data.K = this.writeElement(this.root, tree, references);
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
    const { language, alt } = element.attributes;
    const reference: PdfReference = this.document.ref({ S: this.typeOf(element), P: parent });
    references.set(element, reference);
    const kids = element.content((group) => references.set(group, reference));
    if (language) reference.data.Lang = pdfString(language);
    if (alt) reference.data.Alt = pdfString(alt);
    const attributes = attributesOf(element);
    if (attributes) reference.data.A = attributes;
    const page = kids.find((kid) => 'mcid' in kid)?.page;
    if (page) reference.data.Pg = page;
    const written = kids.map((kid) => {
      if (kid instanceof StructureElement) return this.writeElement(kid, reference, references);
      if ('annotation' in kid) return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page };
      return kid.page === page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
    });
    reference.data.K = written.length === 1 ? written[0] : written;
    reference.end();
    return reference;
  }

  /**
   * The type of an element. The first heading is of level 1, and none is more than one level below
   * the heading before it, whatever the text says (ISO 14289-1, 7.4.2).
   */
  private typeOf({ tag }: StructureElement): StructureType {
    const level = Number(/^H([1-3])$/.exec(tag)?.[1] ?? 0);
    if (level === 0) return tag;
    this.headingLevel = Math.min(level, this.headingLevel + 1);
    return `H${this.headingLevel}` as StructureType;
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

/** Attribute object of a list or of a figure (ISO 32000-1, 14.8.5.5 and 14.8.5.4.3). */
function attributesOf({ attributes, box }: StructureElement): Record<string, unknown> | undefined {
  const { numbering } = attributes;
  if (numbering) return { O: 'List', ListNumbering: numbering };
  return box && { O: 'Layout', Placement: 'Block', BBox: [...box] };
}

function textOf(element: StructureElement): string {
  return element.kids
    .map((kid) => {
      if (kid instanceof StructureElement) return textOf(kid);
      return 'text' in kid ? kid.text : '';
    })
    .join('');
}

/** pdfkit writes a `String` object as a text string, a primitive as a name. */
export const pdfString = (text: string): unknown => new String(text);
