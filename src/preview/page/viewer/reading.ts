/**
 * What stands on a page, in the order in which it is read: the structure that our PDFs are tagged with
 * (ISO 32000-1, 14.7), with the pieces of text that pdf.js finds for each element.
 */
/** A piece of a line, all of one font and direction; points from the upper left corner of the page. */
export interface Piece {
  readonly text: string;
  /** Its left edge. */
  readonly x: number;
  /** Its base line. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  readonly direction: 'ltr' | 'rtl';
}

/** An element of the structure; a string among its content is a space that no glyph stands for. */
export interface ReadingElement {
  /** Standard structure type (14.8.4), e.g. `P`. */
  readonly role: string;
  readonly language?: string;
  /** Description of an image. */
  readonly alt?: string;
  /** Where a link leads to, if it may be followed. */
  readonly address?: string;
  readonly content: readonly ReadingContent[];
}

export type ReadingContent = ReadingElement | Piece | string;

/** As `getStructTree` of pdf.js gives them. */
export interface StructureNode {
  readonly role: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly children: readonly (StructureNode | StructureLeaf)[];
}

export interface StructureLeaf {
  readonly type: string;
  readonly id: string;
}

/** As `getTextContent` of pdf.js gives them: text, or where marked content begins and ends. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

export interface MarkItem {
  readonly type: string;
  readonly id?: string;
}

export interface PageContent {
  /** Null if the page is not tagged. */
  readonly structure: StructureNode | null;
  readonly items: readonly (TextItem | MarkItem)[];
  /** Addresses of links by the id of their annotation. */
  readonly links: ReadonlyMap<string, string>;
  /** Height of the page, points. */
  readonly height: number;
}

/** The role of what belongs to no element of the structure, such as the numbers of pages. */
export const LOOSE = 'Artifact';

/** A page as it is read; what belongs to no element stands last, with the role {@link LOOSE}. */
export function readingOf(page: PageContent): ReadingElement {
  const runs = runsOf(page);
  const elements = page.structure ? [elementOf(page.structure, page.links, runs)] : [];
  const loose = [...runs.values()].filter((run) => run.some((part) => typeof part !== 'string'));
  return {
    role: 'Document',
    content: [...elements, ...loose.map((content) => ({ role: LOOSE, content }))],
  };
}

/** The text of each marked content, by its id; what has none stands under a key of its own. */
type Runs = Map<string, ReadingContent[]>;

function runsOf({ items, height }: PageContent): Runs {
  const runs: Runs = new Map();
  const open: string[] = [];
  const line = new LineEnds();
  items.forEach((item, index) => {
    if ('str' in item) {
      const key = open.at(-1) ?? 'untagged';
      const content = line.follow(item, pieceOf(item, height));
      runs.set(key, [...(runs.get(key) ?? []), ...content]);
    } else if (item.type.startsWith('begin')) {
      open.push(item.id ?? `untagged ${index}`);
    } else {
      open.pop();
    }
  });
  return runs;
}

/** Marks that our PDFs have for the sake of readers that guess directions; nobody searches for them. */
const BIDI_MARKS = /[\u061c\u200e\u200f]/g;

function pieceOf({ str, dir, transform, width, height, hasEOL }: TextItem, from: number): Piece {
  const [, , , , x = 0, y = 0] = transform;
  const text = str.replace(BIDI_MARKS, '');
  return {
    text: hasEOL ? text.trimEnd() : text,
    x,
    y: from - y,
    width,
    size: height,
    direction: dir === 'rtl' ? 'rtl' : 'ltr',
  };
}

/** Words go on in the next line after a hyphen or a stroke. */
const GOES_ON = /\S[-‐–/]$/;
/** Chinese has no spaces. */
const CHINESE = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]';
const BESIDE_CHINESE = new RegExp(`${CHINESE}\n|\n${CHINESE}`, 'u');

/** Puts a space where a line ends between two words. */
class LineEnds {
  /** The text of the line so far. */
  #text = '';
  #ended = false;

  /** The next piece, with the space before it. */
  follow({ hasEOL }: TextItem, piece: Piece): ReadingContent[] {
    const { text } = piece;
    const content: ReadingContent[] = this.#ended && this.#isSpaceBefore(text) ? [' '] : [];
    if (text.trim() !== '') content.push(piece);
    else if (text !== '') content.push(' ');
    if (text !== '') [this.#text, this.#ended] = [text.trimEnd() || this.#text, false];
    this.#ended ||= hasEOL;
    return content;
  }

  #isSpaceBefore(next: string): boolean {
    if (next === '' || GOES_ON.test(this.#text)) return false;
    return !BESIDE_CHINESE.test(`${this.#text}\n${next}`);
  }
}

/** Takes the runs of the element out of the map. */
function elementOf(node: StructureNode, links: PageContent['links'], runs: Runs): ReadingElement {
  const { role, lang, alt } = node;
  const address = node.children
    .map((child) => ('id' in child ? links.get(child.id) : undefined))
    .find((found) => found !== undefined && mayBeFollowed(found));
  const content = node.children.flatMap((child): readonly ReadingContent[] => {
    if ('role' in child) return [elementOf(child, links, runs)];
    const run = runs.get(child.id) ?? [];
    runs.delete(child.id);
    return run;
  });
  return {
    role,
    content,
    ...(lang !== undefined && { language: lang }),
    ...(alt !== undefined && { alt }),
    ...(address !== undefined && { address }),
  };
}

/** Where a click in a letter may lead. */
const PROTOCOLS: readonly string[] = ['http:', 'https:', 'mailto:'];

function mayBeFollowed(address: string): boolean {
  return URL.canParse(address) && PROTOCOLS.includes(new URL(address).protocol);
}
