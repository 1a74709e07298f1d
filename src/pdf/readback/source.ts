/** The words of a letter in reading order: what must come back from its PDF. */
import { visible } from '../../text/controls.ts';
import { LINE_SEPARATOR } from '../../text/isolate.ts';
import type { Node } from '../../typeset/nodes.ts';
import { paragraphsOf } from '../../typeset/walk.ts';
import { lineText } from '../../walk-letter.ts';

/**
 * The texts of the blocks in reading order, a marker before its block; without bidi controls, with a
 * space for each forced line break.
 */
export function sourceBlocks(nodes: readonly Node[]): string[] {
  return paragraphsOf(nodes)
    .map(({ line }) => visible(lineText(line).replaceAll(LINE_SEPARATOR, ' ')))
    .filter((text) => text.trim() !== '');
}
