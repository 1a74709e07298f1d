/** Words such as “[to be confirmed]” or TODO in a text that a letter would print: they are errors. */
import type { Problems, Span } from '../diagnostic.ts';
import { findCertainPlaceholders } from '../language/placeholders.ts';
import type { Inline, Language, Line } from '../model.ts';
import { lineText } from './running.ts';

const WRITE = 'write what is meant, or leave it out';
/** What Excel does to letters that its old encodings do not have. */
const LOST_LETTERS =
  'if letters stood there, save the list as "CSV UTF-8 (Comma delimited)" from where they still are';

/** Reports each certain placeholder of a line at its place. */
export function reportPlaceholders(line: Line, language: Language, problems: Problems): void {
  const text = lineText(line);
  for (const { start, end } of findCertainPlaceholders(text, language)) {
    const found = text.slice(start, end);
    const message = `“${found}” holds the place of a text that is missing`;
    const span = spanAt(line, start, [...found].length);
    const isFromList = found.startsWith('??') && span?.file.endsWith('.csv');
    problems.error('placeholder', span, message, isFromList ? LOST_LETTERS : WRITE);
  }
}

/** Where a character of a line stands in its file; `offset` in UTF-16, as in `lineText`. */
function spanAt(line: Line, offset: number, length: number): Span | undefined {
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
