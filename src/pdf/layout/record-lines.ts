/** Records what a painter draws, for those who look at the layout of a letter. */
import { clearance, inkOf } from './ink.ts';
import type { Painter, PlacedLine } from './pdfmake.ts';

/** A line of text on a page. */
export interface DrawnLine {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** What justification has added to each of its spaces, em; 0 where the line is not justified. */
  readonly room: number;
  /** Least distance from the ink of the lines above it, points, where it was asked for. */
  readonly clearance?: number;
}

/** Lines above that a line is compared with: those of columns beside it come between. */
const ABOVE = 24;

/**
 * The same painter, and the lines that it has drawn so far.
 *
 * @param measured whether the ink of each line is compared with that of the lines above it, which takes its time
 */
export function recordLines(
  painter: Painter,
  measured = false,
): {
  readonly painter: Painter;
  readonly lines: readonly DrawnLine[];
} {
  const lines: DrawnLine[] = [];
  let page = 1;
  let inks: DrawnInk[] = [];
  return {
    lines,
    painter: {
      ...painter,
      line(placed) {
        const ink = measured ? drawnInk(placed) : undefined;
        const distance = ink && { clearance: clearanceOf(ink, inks) };
        if (ink) inks = [...inks.slice(-ABOVE), ink];
        lines.push({ text: textOf(placed), page, room: roomIn(placed), ...distance });
        painter.line(placed);
      },
      endPage() {
        page += 1;
        inks = [];
        painter.endPage();
      },
    },
  };
}

interface DrawnInk {
  readonly baseline: number;
  readonly ink: ReturnType<typeof inkOf>;
}

function drawnInk({ flow, line, x, y, width }: PlacedLine): DrawnInk {
  const baseline = y + flow.baseline;
  return { baseline, ink: inkOf(flow.layout, line, flow.node.align, { x, baseline, width }) };
}

function clearanceOf({ baseline, ink }: DrawnInk, others: readonly DrawnInk[]): number {
  const above = others.filter((other) => other.baseline < baseline - 1);
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...above.map((other) => clearance(other.ink, ink, 0.5)),
  );
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
