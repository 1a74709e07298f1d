/** Markdown (CommonMark) with holes → blocks into which the values of each letter are filled. */
import type {
  BlockContent,
  DefinitionContent,
  Link,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Problems, Span } from '../../diagnostic.ts';
import type { Block, Inline, Line } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import { linkTarget } from '../parts/links.ts';
import { type Assembly, holeNumber, type Slot } from './assemble.ts';
import { uncasedAttention } from './attention.ts';
import { checkEmphasis, checkList, checkParagraph, checkText } from './leftovers.ts';
import { deepPart, excessOf } from './limits.ts';

/** Puts values into a text whose structure is known. */
export type Fill<T> = (slots: readonly Slot[], problems: Problems) => T;
type FillLine = Fill<Inline[]>;

/** A hole, or a soft line break; Markdown drops the indentation after it. */
const CUTS = /([\u{f0000}-\u{ffffd}]|\n)/u;

/**
 * Reads an assembled text; what templates may not use is reported. The result serves every letter with the same text.
 *
 * @param softBreak what a line end inside a paragraph becomes
 */
export function compileMarkdown(
  assembly: Assembly,
  problems: Problems,
  softBreak = ' ',
): Fill<Block[]> {
  const tree = readTree(assembly, problems);
  if (!tree) return () => [];
  return new Compiler(assembly, problems, softBreak).blocks(tree.children);
}

function readTree(assembly: Assembly, problems: Problems): Root | undefined {
  const excess = excessOf(assembly.text);
  const tree = excess ? undefined : fromMarkdown(assembly.text, { extensions: [uncasedAttention] });
  const found = excess ?? (tree && deepPart(tree));
  if (!found) return tree;
  problems.error(found.code, assembly.locate(found.offset), found.message, found.hint);
  return undefined;
}

/** What Markdown can do beyond letters, in the words of a message. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  html: 'raw HTML',
  code: 'code blocks',
  inlineCode: 'code',
  image: 'images',
  imageReference: 'images',
  thematicBreak: 'rules',
  definition: 'link definitions',
  linkReference: 'link references',
};
const HINTS: Readonly<Record<string, string>> = {
  code: 'four spaces at the beginning of a line make a code block',
  html: 'write \\< for the sign itself, and a field as {{…}}',
  linkReference: 'write [words](address)',
  definition: 'write [words](address)',
};

type FlowNode = RootContent | BlockContent | DefinitionContent;

class Compiler {
  readonly assembly: Assembly;
  readonly problems: Problems;
  private readonly softBreak: Line;

  constructor(assembly: Assembly, problems: Problems, softBreak: string) {
    this.assembly = assembly;
    this.problems = problems;
    this.softBreak = softBreak === '' ? [] : [{ type: 'text', text: softBreak }];
  }

  blocks(nodes: readonly FlowNode[]): Fill<Block[]> {
    const fills = nodes.flatMap((node) => this.block(node) ?? []);
    return (slots, problems) =>
      fills.map((fill) => fill(slots, problems)).filter((block) => !isEmpty(block));
  }

  private block(node: FlowNode): Fill<Block> | undefined {
    switch (node.type) {
      case 'paragraph': {
        checkParagraph(node, this);
        const fill = this.line(node.children);
        return (slots, problems) => ({ type: 'paragraph', children: fill(slots, problems) });
      }
      case 'heading': {
        const fill = this.line(node.children);
        const level = Math.min(node.depth, 3) as 1 | 2 | 3;
        return (slots, problems) => ({ type: 'heading', level, children: fill(slots, problems) });
      }
      case 'blockquote': {
        const fill = this.blocks(node.children);
        return (slots, problems) => ({ type: 'quote', children: fill(slots, problems) });
      }
      case 'list': {
        checkList(node, this);
        const items = node.children.map((item) => this.blocks(item.children));
        const list = {
          type: 'list',
          ordered: node.ordered === true,
          start: node.start ?? 1,
        } as const;
        return (slots, problems) => ({
          ...list,
          items: items.map((fill) => fill(slots, problems)),
        });
      }
      default:
        return this.unsupported(node);
    }
  }

  private unsupported(node: FlowNode | PhrasingContent): undefined {
    const what = UNSUPPORTED[node.type] ?? node.type;
    const span = this.assembly.locate(node.position?.start.offset ?? 0);
    this.problems.error('template-syntax', span, `letters have no ${what}`, HINTS[node.type]);
  }

  private line(nodes: readonly PhrasingContent[]): FillLine {
    const fills = nodes.map((node) => this.inline(node));
    return (slots, problems) => fills.flatMap((fill) => fill(slots, problems));
  }

  private inline(node: PhrasingContent): FillLine {
    switch (node.type) {
      case 'text':
        checkText(node, this);
        return this.text(node.value, node.position?.start.offset ?? 0);
      case 'strong':
      case 'emphasis': {
        const { type } = node;
        checkEmphasis(node, this);
        const fill = this.line(node.children);
        return (slots, problems) => [{ type, children: fill(slots, problems) }];
      }
      case 'break':
        return () => [{ type: 'break' }];
      case 'link':
        return this.link(node);
      default:
        this.unsupported(node);
        return () => [];
    }
  }

  /** Cuts a text at holes and line ends, so that each piece has its place on one line of the template. */
  private text(value: string, offset: number): FillLine {
    let at = offset;
    const fills = value.split(CUTS).map((piece): FillLine => {
      if (piece === '') return () => [];
      if (piece === '\n') {
        at = this.afterLineEnd(at);
        return () => [...this.softBreak];
      }
      const hole = holeNumber(piece);
      if (hole >= 0) {
        at = this.assembly.endOf(hole);
        return (slots) => [...(slots[hole]?.line ?? [])];
      }
      const inlines = this.literal(piece, at);
      return () => inlines;
    });
    return (slots, problems) => fills.flatMap((fill) => fill(slots, problems));
  }

  /** A text of the template's own, cut where a comment or a block was between its parts. */
  private literal(text: string, offset: number): Inline[] {
    const end = offset + text.length;
    // With escapes (\\*, &amp;) in it, the text is shorter than what was written.
    const verbatim = this.assembly.text.slice(offset, end) === text;
    const cuts = [offset, ...(verbatim ? this.assembly.seams(offset, end) : []), end];
    return cuts.slice(1).map((cut, index): Inline => {
      const from = cuts[index] ?? offset;
      const span = this.assembly.locate(from);
      return { type: 'text', text: text.slice(from - offset, cut - offset), span };
    });
  }

  /** The offset of the first character of the next line, past indentation and quote marks. */
  private afterLineEnd(offset: number): number {
    const next = this.assembly.text.indexOf('\n', offset) + 1;
    return next + (/^[ \t>]*/.exec(this.assembly.text.slice(next))?.[0].length ?? 0);
  }

  private link(node: Link): FillLine {
    const fill = this.line(node.children);
    const end = node.position?.end.offset ?? 0;
    const start = this.assembly.text.lastIndexOf(node.url, end);
    const span = this.assembly.locate(start < 0 ? (node.position?.start.offset ?? 0) : start);
    const target = targetOf(node.url, span, this.problems);
    return (slots, problems) => {
      const children = fill(slots, problems);
      const href = target(slots, problems);
      return href === undefined ? children : [{ type: 'link', href, children }];
    };
  }
}

/** A paragraph whose values are all empty texts, which was said to be meant where it was printed. */
function isEmpty(block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  return block.children.every((inline) => inline.type === 'text' && inline.text.trim() === '');
}

/** The target of a link: of the template, of one value, or with values inside. */
function targetOf(url: string, span: Span, problems: Problems): Fill<string | undefined> {
  const pieces = url.split(CUTS).filter((piece) => piece !== '');
  if (!pieces.some((piece) => holeNumber(piece) >= 0)) {
    const href = linkTarget({ value: url, span }, problems);
    return () => href;
  }
  const only = pieces.length === 1;
  return (slots, found) => {
    const value = pieces.map((piece) => urlPiece(piece, slots, only)).join('');
    const place = only ? slots[holeNumber(url)] : undefined;
    return linkTarget({ value, span: place ? (spanOf(place.line) ?? place.span) : span }, found);
  };
}

function urlPiece(piece: string, slots: readonly Slot[], whole: boolean): string {
  const slot = slots[holeNumber(piece)];
  if (!slot) return piece;
  const text = lineText(slot.line);
  return whole ? text : encodeURIComponent(text).replaceAll('%40', '@');
}

/** The place of the first text of a line that has one. */
function spanOf(line: Line): Span | undefined {
  for (const inline of line) {
    const span =
      inline.type === 'text' ? inline.span : 'children' in inline && spanOf(inline.children);
    if (span) return span;
  }
  return undefined;
}
