/** Running text as a tree: walking it and reading it as plain text. */
import type { Span } from '../../diagnostic.ts';
import type { Inline, Line } from '../../model.ts';

/** Where a character of a line is in its file; `offset` in UTF-16, as in `lineText`. */
export function spanAt(line: Line, offset: number, length: number): Span | undefined {
  let at = 0;
  for (const { text, span } of leaves(line)) {
    if (offset < at + text.length) {
      return (
        span && { ...span, column: span.column + [...text.slice(0, offset - at)].length, length }
      );
    }
    at += text.length;
  }
  return undefined;
}

function leaves(line: Line): { readonly text: string; readonly span?: Span }[] {
  return line.flatMap((inline: Inline) => {
    if (inline.type === 'text') return [inline];
    return inline.type === 'break' ? [{ text: ' ' }] : leaves(inline.children);
  });
}
