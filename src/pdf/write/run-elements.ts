/** Which structure element a run belongs to: its block's, or a link or a foreign language inside. */
import type { TextStyle } from '../../text/style.ts';
import type { StructureElement } from './structure.ts';

export class RunElements {
  private readonly block: StructureElement;
  /** The link or phrase that the last run belonged to. */
  private inner: { readonly style: TextStyle; readonly element: StructureElement } | undefined;

  constructor(block: StructureElement) {
    this.block = block;
  }

  /** The element for the next run in logical order; a link over several runs stays one element. */
  of(style: TextStyle): StructureElement {
    const plain = style.href === undefined && style.language === undefined;
    if (plain || this.block.tag === 'Artifact') {
      this.inner = undefined;
      return this.block;
    }
    if (!this.inner || !sameElement(this.inner.style, style)) {
      this.inner = { style, element: this.open(style) };
    }
    return this.inner.element;
  }

  private open({ href, language }: TextStyle): StructureElement {
    const attributes = language === undefined ? {} : { language };
    return this.block.child(href === undefined ? 'Span' : 'Link', attributes);
  }
}

function sameElement(a: TextStyle, b: TextStyle): boolean {
  return a.href === b.href && a.language === b.language;
}
