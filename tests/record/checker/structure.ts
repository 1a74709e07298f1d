/** The structure tree as a list of elements in their order. */
import { type Dictionary, isDictionary, type Pdf, type Value } from './pdf.ts';

export interface Element {
  readonly type: string;
  readonly dictionary: Dictionary;
  readonly parent: Element | undefined;
  readonly children: Element[];
  /** Content of pages, and annotations, of its own. */
  readonly content: { readonly page: Value | undefined; readonly mcid: number }[];
  readonly annotations: Value[];
}

/** Elements in reading order, each before its children. */
export function elementsOf(pdf: Pdf): Element[] {
  const root = pdf.dictionary(pdf.catalog['/StructTreeRoot']);
  const found: Element[] = [];
  for (const kid of pdf.array(root['/K'])) visit(pdf, kid, undefined, undefined, found);
  return found;
}

function visit(
  pdf: Pdf,
  value: Value,
  parent: Element | undefined,
  page: Value | undefined,
  found: Element[],
): void {
  const kid = pdf.resolve(value);
  if (typeof kid === 'number') parent?.content.push({ page, mcid: kid });
  if (!isDictionary(kid)) return;
  const own = kid['/Pg'] ?? page;
  if (kid['/Type'] === '/OBJR') parent?.annotations.push(kid['/Obj'] ?? null);
  else if (kid['/Type'] === '/MCR') parent?.content.push({ page: own, mcid: Number(kid['/MCID']) });
  else {
    const element: Element = {
      type: String(kid['/S']).slice(1),
      dictionary: kid,
      parent,
      children: [],
      content: [],
      annotations: [],
    };
    parent?.children.push(element);
    found.push(element);
    for (const inner of pdf.array(kid['/K'])) visit(pdf, inner, element, own, found);
  }
}

/** The nearest language that an element declares, or the document. */
export function languageOf(pdf: Pdf, element: Element | undefined): string | undefined {
  if (!element) return pdf.text(pdf.catalog['/Lang']);
  return pdf.text(element.dictionary['/Lang']) ?? languageOf(pdf, element.parent);
}
