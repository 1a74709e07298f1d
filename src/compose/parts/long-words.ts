/** Words that no line can hold: to break and shape one takes time by the square of its length. */
import { grouped, LONGEST_WORD } from '../../data/limits.ts';
import type { Problems } from '../../diagnostic.ts';
import type { Line } from '../../model.ts';
import { lineText, spanAt } from './running.ts';

/** What stands between two breaks: spaces that allow none join, and between ideographs a line may break. */
const WORDS =
  /(?:[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]|[\u00a0\u202f])+/gu;

/** Reports the first word of a line that is too long, where it begins. */
export function reportLongWords(line: Line, problems: Problems): void {
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
