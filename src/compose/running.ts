/** Running text as a tree: walking it and reading it as plain text. */
import type { Inline, Line } from '../model.ts';

/** The characters of a line, breaks as spaces. */
export function lineText(line: Line): string {
  return line.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  if (inline.type === 'text') return inline.text;
  return inline.type === 'break' ? ' ' : lineText(inline.children);
}
