/** Vector images that come again in letter after letter: read once, drawn by the operators that they came to. */

import { BoundedCache } from '../../font/cache.ts';
import type { DrawingStep, PdfkitDocument } from '../write/document.ts';

/** Logos and signatures of a few editions. */
const DRAWINGS_KEPT = 50;
const drawings = new BoundedCache<readonly DrawingStep[]>(DRAWINGS_KEPT);

/**
 * Draws on the current page what `draw` draws, which has to be the same each time for the same key,
 * its place on the page included.
 */
export function drawOnce(document: PdfkitDocument, key: string, draw: () => void): void {
  const known = drawings.get(key);
  if (known) {
    document.replay(known);
    return;
  }
  const steps = document.record(draw);
  if (steps) drawings.set(key, steps);
}
