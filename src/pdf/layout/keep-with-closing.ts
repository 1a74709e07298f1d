/** Which lines before the closing must stay on its page. */
import type { TextNode } from '../../typeset/nodes.ts';
import { lastPart, type TextFlow } from './flow.ts';

/** The end of the body that is set on one page with the closing. */
export interface KeepWithClosing {
  /** Text blocks in reading order; of the first, the lines from `split` on. */
  readonly flows: readonly TextFlow[];
  readonly split: number;
}

/**
 * Goes back from the closing until so many `lines` of paragraphs are found. A heading, or a text
 * that announces a list, comes along where all of what it heads does.
 *
 * @param nodes the text blocks before the closing, nearest first
 * @param flowOf called once for each block that comes along
 * @param width points
 */
export function keepWithClosing<T extends { readonly node: TextNode }>(
  nodes: readonly T[],
  lines: number,
  width: number,
  flowOf: (entry: T) => TextFlow,
): KeepWithClosing {
  const flows: TextFlow[] = [];
  let wanted = lines;
  let split = 0;
  for (const entry of nodes) {
    const { node } = entry;
    if (wanted <= 0 && !(split === 0 && node.keepWithNext)) break;
    const flow = flowOf(entry);
    flows.unshift(flow);
    if (node.tag !== 'P' || wanted <= 0) continue;
    const count = flow.lines(width - (node.indent ?? 0)).length;
    split = lastPart(count, wanted);
    wanted -= count - split;
  }
  return { flows, split };
}
