/** How large a page is drawn. */
import type { Zoom } from '../settings.ts';

/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST = 0.25;
const LARGEST = 4;
const STEP = 1.2;
/** Room around the page. */
const MARGIN = 32;
/** A wide window does not make the letter larger than this when it is fitted. */
const LARGEST_FIT = 1.6;

/** The zoom in numbers, for a page of a size (on paper) in a view of another. */
export function fittedZoom(zoom: Zoom, page: Size, view: Size): number {
  if (typeof zoom === 'number') return zoom;
  const wide = (view.width - MARGIN) / page.width;
  const high = (view.height - MARGIN) / page.height;
  return limited(Math.min(LARGEST_FIT, zoom === 'width' ? wide : Math.min(wide, high)));
}

/** The next zoom up (1) or down (-1), in whole per cent. */
export function zoomStep(zoom: number, by: 1 | -1): number {
  return limited(Math.round(zoom * STEP ** by * 100) / 100);
}

function limited(zoom: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, zoom));
}
