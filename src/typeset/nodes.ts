/** The typeset document: blocks in reading order, sized in points, not yet placed on pages. */
import type { Direction, PlacedImage } from '../model.ts';
import type { Alignment } from '../text/justify.ts';
import type { ParagraphSource } from '../text/style.ts';

/** Space around a block, points. */
export interface Spacing {
  readonly before?: number;
  readonly after?: number;
}

/**
 * Standard structure types (ISO 32000-1, 14.8.4) that letters use, for assistive technology.
 * `Artifact` marks page furniture, which is no part of the text.
 */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'Link'
  | 'Span'
  | 'Figure'
  | 'Artifact';

/** A block may open an element of its own; without one it belongs to that of the block around it. */
export interface Tagged {
  readonly tag?: StructureType;
}

/** A narrower marker stands at the text's side of the widest. */
export interface MarkerRoom {
  /** From the start of the marker to the text. */
  readonly room: number;
  /** Of the widest marker. */
  readonly widest: number;
}

export interface TextNode extends Spacing, Tagged {
  readonly type: 'text';
  readonly paragraph: ParagraphSource;
  /** Points. */
  readonly size: number;
  /** Distance of baselines, points. */
  readonly leading: number;
  readonly align: Alignment;
  /** Whether a justified line may have longer joins of Arabic letters beside wider spaces. */
  readonly kashida?: boolean;
  /** Room left free at the reading side, points; `marker` (a bullet, a number) is set in it. */
  readonly indent?: number;
  readonly marker?: ParagraphSource;
  /** Room of the markers of its list, points, where the widest of them needs more than is usual. */
  readonly markerRoom?: MarkerRoom;
  /** Its last line must be followed on the same page by the next block's first lines. */
  readonly keepWithNext?: boolean;
}

export interface StackNode extends Spacing, Tagged {
  readonly type: 'stack';
  readonly children: readonly Node[];
  /** Never split over two pages. */
  readonly unbreakable?: boolean;
  /** Starts a new page. */
  readonly pageBreak?: boolean;
  /** Of its content, where it is not the document's. */
  readonly setting?: { readonly direction: Direction; readonly language: string };
}

/** A list; its items are indented text blocks, the first of each with a marker. */
export interface ListNode extends Spacing {
  readonly type: 'list';
  readonly items: readonly (readonly Node[])[];
}

/** Columns in reading order: the first is at the reading side. */
export interface ColumnsNode extends Spacing, Tagged {
  readonly type: 'columns';
  readonly children: readonly Node[];
  /** Shares of the width, one per child. */
  readonly shares: readonly number[];
  /** Points between columns. */
  readonly gap: number;
  /** In which the columns follow each other, where it is not that of the text. */
  readonly direction?: Direction;
}

/** Label/value rows; the labels' column is as wide as its widest label, as far as there is room. */
export interface RowsNode extends Spacing, Tagged {
  readonly type: 'rows';
  readonly rows: readonly { readonly label: TextNode; readonly value: Node }[];
  readonly gap: number;
}

export interface ImageNode extends Spacing {
  readonly type: 'image';
  readonly image: PlacedImage;
  readonly align: Alignment;
  /** Box in which the image is fitted, points. */
  readonly maxWidth: number;
  readonly maxHeight: number;
  /** Height kept for it, points; the image is at its foot. */
  readonly room?: number;
}

/** A thin horizontal line over the whole width. */
export interface RuleNode extends Spacing {
  readonly type: 'rule';
}

/** Vertical room. */
export interface SpaceNode extends Spacing {
  readonly type: 'space';
  readonly height: number;
}

/**
 * Closing and signatures: stay on one page together with the last `lines` lines of the text
 * before them.
 */
export interface EndingNode extends Spacing {
  readonly type: 'ending';
  readonly lines: number;
  readonly children: readonly Node[];
}

export type Node =
  | TextNode
  | StackNode
  | ListNode
  | ColumnsNode
  | RowsNode
  | ImageNode
  | RuleNode
  | SpaceNode
  | EndingNode;

export interface PageFormat {
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

export interface TypesetDocument {
  readonly direction: Direction;
  readonly page: PageFormat;
  readonly content: readonly Node[];
  /** What is at the foot of a page, which counts from 1 and begins with text in `language`. */
  readonly footer: (page: number, pages: number, language: string) => Node | undefined;
  /** Words across each page of a draft, one a language. */
  readonly watermark: readonly ParagraphSource[];
}
