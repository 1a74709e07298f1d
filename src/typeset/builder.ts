/** Makes text nodes in the letter's language, direction and sizes. */
import type { Letter, Line, PlacedImage } from '../model.ts';
import type { Alignment } from '../text/justify.ts';
import type { ParagraphSource } from '../text/style.ts';
import type { ImageNode, Node, StackNode, StructureType, TextNode } from './nodes.ts';
import { type LetterStyle, letterStyle } from './style.ts';

export interface TextOptions {
  readonly align?: Alignment;
  readonly kashida?: boolean;
  readonly bold?: boolean;
  readonly small?: boolean;
  /** Default `P`; null: the text belongs to the element of the block around it. */
  readonly tag?: StructureType | null;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  readonly marker?: Line;
  readonly keepWithNext?: boolean;
  /** A title, whose lines are about equally wide; a name, whose words stay whole as well. */
  readonly breaking?: 'title' | 'name';
}

export interface Builder {
  readonly letter: Letter;
  readonly style: LetterStyle;
  text(line: Line, options?: TextOptions): TextNode;
}

export function createBuilder(letter: Letter): Builder {
  const style = letterStyle(letter);
  const { direction: base, language } = letter;
  const paragraph = (
    line: Line,
    bold = false,
    breaking?: TextOptions['breaking'],
  ): ParagraphSource => ({
    line,
    base,
    language,
    bold,
    ...(breaking && { breaking: { name: breaking === 'name', balanced: true } }),
  });
  return {
    letter,
    style,
    text(line, options = {}) {
      const { bold, small, marker, align = 'start', tag = 'P', breaking, ...rest } = options;
      return {
        type: 'text',
        ...(tag ? { tag } : {}),
        align,
        paragraph: paragraph(line, bold, breaking),
        size: small ? style.small : style.size,
        leading: small ? style.smallLeading : style.leading,
        ...(marker ? { marker: paragraph(marker) } : {}),
        ...rest,
      };
    },
  };
}

export function stack(
  children: readonly Node[],
  options: Omit<StackNode, 'type' | 'children'> = {},
): StackNode {
  return { type: 'stack', children, ...options };
}

export function imageNode(
  image: PlacedImage,
  align: Alignment,
  maxWidth: number,
  maxHeight: number,
): ImageNode {
  return {
    type: 'image',
    image,
    align,
    maxWidth: image.width ?? maxWidth,
    maxHeight: image.height ?? maxHeight,
  };
}

export function isImage(item: Line | PlacedImage): item is PlacedImage {
  return !Array.isArray(item);
}

/** Blocks of a letter in the direction and language that it is written in. */
export function inLanguage({ letter }: Builder, children: readonly Node[]): StackNode {
  const { direction, language } = letter;
  return stack(children, { tag: 'Sect', setting: { direction, language } });
}
