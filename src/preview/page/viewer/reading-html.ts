/** The structure of a page as elements of HTML. */
import { directionOf } from '../parts/language-name.ts';
import { LOOSE, type Piece, type ReadingContent, type ReadingElement } from './reading.ts';

/** A piece of text and the element that holds it. */
export type HeldPiece = readonly [element: HTMLElement, piece: Piece];

/** HTML for the standard structure types (ISO 32000-1, 14.8.4) of our letters; others are groups. */
const TAGS: Readonly<Record<string, string>> = {
  BlockQuote: 'blockquote',
  Figure: 'span',
  // The page itself has headings of the first and second level.
  H1: 'h3',
  H2: 'h4',
  H3: 'h5',
  L: 'ul',
  LBody: 'span',
  LI: 'li',
  Lbl: 'span',
  Link: 'span',
  P: 'p',
  Span: 'span',
};

/** A list's bullet, as against a number: the list itself tells of it. */
const BULLET = /^[^\p{L}\p{N}]*$/u;

/** The nodes for a part of a page; the elements of its pieces are added to `held`. */
export function nodeOf(part: ReadingContent, held: HeldPiece[]): Node {
  if (typeof part === 'string') return document.createTextNode(part);
  if (!('role' in part)) return holderOf(part, held);
  const element = elementFor(part);
  setLanguage(element, part.language);
  element.append(...contentOf(part).map((child) => nodeOf(child, held)));
  return element;
}

export function setLanguage(element: HTMLElement, language: string | undefined): void {
  if (language === undefined) return;
  element.lang = language;
  element.dir = directionOf(language);
}

function holderOf(piece: Piece, held: HeldPiece[]): HTMLElement {
  const element = document.createElement('span');
  element.className = 'piece';
  element.dir = piece.direction;
  element.textContent = piece.text;
  held.push([element, piece]);
  return element;
}

/** The first paragraph of a list item stands on the line of its bullet or number. */
function contentOf({ role, content }: ReadingElement): readonly ReadingContent[] {
  if (role !== 'LBody') return content;
  const [first, ...rest] = content;
  return isElement(first) && first.role === 'P' ? [{ ...first, role: 'Span' }, ...rest] : content;
}

function elementFor(part: ReadingElement): HTMLElement {
  const { role, alt } = part;
  const element = linkFor(part) ?? document.createElement(TAGS[role] ?? 'div');
  // Without bullets of their own some browsers take a list for layout.
  if (role === 'L') element.setAttribute('role', 'list');
  if (role === 'Figure') element.setAttribute('role', 'img');
  if (alt !== undefined) element.setAttribute('aria-label', alt);
  const isBullet = role === 'Lbl' && BULLET.test(textOf(part));
  if (role === LOOSE || isBullet) element.setAttribute('aria-hidden', 'true');
  return element;
}

/** Opens beside the preview, and tells the other side nothing of it. */
function linkFor({ address }: ReadingElement): HTMLAnchorElement | undefined {
  if (address === undefined) return undefined;
  const link = document.createElement('a');
  link.href = address;
  link.title = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

function isElement(part: ReadingContent | undefined): part is ReadingElement {
  return typeof part === 'object' && 'role' in part;
}

function textOf(part: ReadingContent): string {
  if (typeof part === 'string') return part;
  return 'role' in part ? part.content.map(textOf).join('') : part.text;
}
