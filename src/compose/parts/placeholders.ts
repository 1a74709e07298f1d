/** Words such as “[to be confirmed]” or TODO in a text that a letter would print: they are errors. */
import type { Problems } from '../../diagnostic.ts';
import { findCertainPlaceholders } from '../../language/placeholders.ts';
import type { Language, Line } from '../../model.ts';
import { lineText, spanAt } from './running.ts';

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
