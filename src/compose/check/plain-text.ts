/** Front matter is plain text: marks of Markdown in it would be printed. */
import type { Problems } from '../../diagnostic.ts';
import { findForeignMarks } from '../../language/foreign-markup.ts';
import type { TemplateText } from '../template/template-text.ts';

const TAGS = /\{\{[\s\S]*?\}{2,}/g;

/** Reports the marks of a subject, a salutation or a closing. */
export function checkPlainText({ text, locate }: TemplateText, problems: Problems): void {
  // What a tag prints is like a word.
  const words = text.replace(TAGS, (tag) => 'x'.repeat(tag.length));
  for (const { start, end, what } of findForeignMarks(words)) {
    const message = `“${text.slice(start, end)}” would be printed as it stands: front matter has no ${what}`;
    problems.error('foreign-markup', locate(start, end - start), message, 'write the words alone');
  }
}
