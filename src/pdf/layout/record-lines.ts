/** Records what a painter draws, for those who look at the layout of a letter. */
import type { Painter, PlacedLine } from './pdfmake.ts';

/** A line of text on a page. */
export interface DrawnLine {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** What justification has added to each of its spaces, em; 0 where the line is not justified. */
  readonly room: number;
}

/** The same painter, and the lines that it has drawn so far. */
export function recordLines(painter: Painter): {
  readonly painter: Painter;
  readonly lines: readonly DrawnLine[];
} {
  const lines: DrawnLine[] = [];
  let page = 1;
  return {
    lines,
    painter: {
      ...painter,
      line(placed) {
        lines.push({ text: textOf(placed), page, room: roomIn(placed) });
        painter.line(placed);
      },
      endPage() {
        page += 1;
        painter.endPage();
      },
    },
  };
}

function textOf({ flow, line }: PlacedLine): string {
  const { text } = flow.layout.paragraph;
  return text.slice(line.pieces[0]?.start ?? 0, line.pieces.at(-1)?.end ?? 0);
}

function roomIn({ flow, line, width }: PlacedLine): number {
  const { align, size } = flow.node;
  const widened = line.pieces.slice(0, -1).filter((piece) => piece.stretchable);
  if (align !== 'justify' || line.last || widened.length === 0) return 0;
  return (width - line.width) / widened.length / size;
}
