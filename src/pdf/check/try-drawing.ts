/** Draws an SVG into a document that nobody gets, for what it would do to one. */

import { drawSvg } from '../layout/pdfmake.ts';
import { createDocument } from '../write/document.ts';
import { complaintsOf } from './complaints.ts';

/** Points. */
const SIZE = 100;

/** Why an SVG cannot be drawn, or only in part; undefined if it can. */
export function tryDrawing(svg: string): string | undefined {
  const document = createDocument({ info: {}, language: 'en', mayRead: () => false });
  document.addPage();
  try {
    const [complaint] = complaintsOf(() => drawSvg(document, svg, SIZE));
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
