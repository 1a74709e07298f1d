/** Draws on the canvas what the layout has placed. */
import type { Box, Canvas } from '../write/canvas.ts';
import { paintLine } from '../write/paint.ts';
import { RunElements } from '../write/run-elements.ts';
import type { TextFlow } from './flow.ts';
import { markerRoom } from './markers.ts';
import type { Painter, PlacedLine } from './pdfmake.ts';

/** @param background operators that draw what is behind the text of each page */
export function painterOn(canvas: Canvas, background = ''): Painter {
  const elements = new Map<TextFlow, RunElements>();
  return {
    startPage() {
      if (background !== '') canvas.background(background, 'Watermark');
    },
    line(placed) {
      const { flow } = placed;
      const known = elements.get(flow) ?? new RunElements(flow.element);
      elements.set(flow, known);
      paintPlaced(canvas, placed, known);
    },
    graphic(element, box, draw) {
      if (element && element.tag !== 'Artifact') canvas.figure(element, box);
      else canvas.artifact('Layout', box);
      canvas.leave();
      draw();
    },
    endPage: () => canvas.close(),
  };
}

/** Paints a line and, beside the first of its block, the block's marker. */
function paintPlaced(canvas: Canvas, placed: PlacedLine, elements: RunElements): void {
  const { flow, line, x, y, width } = placed;
  const { node } = flow;
  const baseline = y + flow.baseline;
  const { artifact } = flow.element.attributes;
  if (artifact) canvas.artifact(artifact, lineBox(placed), flow.element);
  if (placed.first && node.marker && node.indent) paintMarker(canvas, placed, baseline);
  paintLine(canvas, flow.layout, line, node.align, { x, baseline, width }, elements);
}

function lineBox({ flow, x, y, width }: PlacedLine): Box {
  return { x, y, width, height: flow.node.leading };
}

function paintMarker(canvas: Canvas, placed: PlacedLine, baseline: number): void {
  const { flow, x, width } = placed;
  const { marker, node } = flow;
  if (!marker) return;
  const room = markerRoom(node);
  const rtl = marker.paragraph.base === 'rtl';
  // Where markers are of several widths, their ends are level: the dots of 9. and 10.
  const inwards = Math.max(0, (node.markerRoom?.widest ?? 0) - marker.naturalWidth);
  const left = rtl ? x + width : x - room + inwards;
  const elements = new RunElements(flow.label ?? flow.element);
  paintLine(
    canvas,
    marker,
    marker.oneLine(),
    'start',
    { x: left, baseline, width: room - inwards },
    elements,
  );
}
