/** Finishes the running text of a letter: links, French spacing, Arabic digits. */
import { grouped, LONGEST_WORD } from '../../data/limits.ts';
import { reportMergeField } from '../../data/source/foreign.ts';
import type { Problems, Span } from '../../diagnostic.ts';
import { findMergeFields } from '../../language/merge-fields.ts';
import { findCertainPlaceholders } from '../../language/placeholders.ts';
import type { Language, Line, Settings } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import { finishLine } from './finish-line.ts';
import { spanAt } from './running.ts';

/** Finishes one line. */
export type Finish = (line: Line) => Line;

/** Finishes lines in a language, having reported what none may hold. */
export function finisher(language: Language, settings: Settings, problems: Problems): Finish {
  return (line) => {
    reportNotes(line, language, problems);
    reportLongWords(line, problems);
    return finishLine(line, language, settings);
  };
}

const LIST = /\.(?:csv|tsv|xls[xm])$/i;
const WRITE = 'write what is meant, or leave it out';
/** What Excel does to letters that its old encodings do not have. */
const LOST_LETTERS =
  'if letters stood there, save the list as "CSV UTF-8 (Comma delimited)" from where they still are';

/** Reports what no letter may print: notes of what is still to come, and fields of other programs. */
function reportNotes(line: Line, language: Language, problems: Problems): void {
  const text = lineText(line);
  const notes = findCertainPlaceholders(text, language);
  for (const { start, end } of notes) {
    reportPlaceholder(
      text.slice(start, end),
      spanAt(line, start, [...text.slice(start, end)].length),
      problems,
    );
  }
  for (const { start, end, isTemplate } of findMergeFields(text)) {
    if (notes.some((note) => start < note.end && note.start < end)) continue;
    const found = text.slice(start, end);
    const span = spanAt(line, start, [...found].length);
    // In a template such braces were written as `\\{{`, to be printed.
    const isMeant = isTemplate && found.startsWith('{{') && span?.file.endsWith('.hbs');
    if (!isMeant) reportMergeField(found, isTemplate, span, problems);
  }
}

/** Reports words such as “[to be confirmed]” or TODO at their place: a letter that prints them is an error. */
function reportPlaceholder(found: string, span: Span | undefined, problems: Problems): void {
  const message = `“${found}” holds the place of a text that is missing`;
  const isFromList = found.startsWith('??') && LIST.test(span?.file ?? '');
  problems.error('placeholder', span, message, isFromList ? LOST_LETTERS : WRITE);
}

/** What is between two breaks: spaces that allow none join, and between ideographs a line may break. */
const WORDS =
  /(?:[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]|[\u00a0\u202f])+/gu;

/** Reports the first word of a line that is too long, where it begins: to break and shape one takes time by the square of its length. */
function reportLongWords(line: Line, problems: Problems): void {
  const text = lineText(line);
  if (text.length <= LONGEST_WORD) return;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (word.length <= LONGEST_WORD) continue;
    const message = `a word of ${grouped(word.length)} letters; at most ${grouped(LONGEST_WORD)} are set`;
    const hint = 'divide it by spaces';
    problems.error('long-word', spanAt(line, index, LONGEST_WORD), message, hint);
    return;
  }
}
