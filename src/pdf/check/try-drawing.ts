/** Draws an SVG into a document that nobody gets, for what it would do to one. */

import { drawingOf } from '../drawing/drawing.ts';
import { drawSvg } from '../layout/pdfmake.ts';
import { createDocument } from '../write/document.ts';
import { complaintsOf } from './complaints.ts';

/** Points; a small picture is soon drawn. */
const SIZE = { width: 10, height: 10 };

/** Why an SVG cannot be drawn, or only in part; undefined if it can. */
export async function tryDrawing(text: string): Promise<string | undefined> {
  const document = createDocument({ info: {}, language: 'en', mayRead: () => false });
  document.addPage();
  try {
    const drawing = await drawingOf(text, SIZE);
    if ('png' in drawing) return undefined;
    const [complaint] = complaintsOf(() => drawSvg(document, drawing.svg, SIZE));
    return complaint && `cannot be drawn in full: ${plain(complaint)}`;
  } catch (error) {
    return `cannot be drawn: ${reasonOf(error)}`;
  }
}

/** `SVGtoPDF: loop of circular references …` */
function plain(message: string): string {
  return message.replace(/^SVG\w*: /, '').replace(/\s+/g, ' ');
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'a part of it is drawn inside itself';
  return plain(error instanceof Error ? error.message : String(error));
}
