/** Lines and pages that look wrong though every word is right. */
import type { Code } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Letter } from '../model.ts';
import { type DrawnLine, renderLetter } from '../pdf/render.ts';
import { type Passage, passagesOf, warnAt } from './passages.ts';

/** Em of room that a justified line may add to each of its spaces; a space itself is about a quarter. */
const MOST_ROOM = 1;

/** Renders a letter and looks at its lines. @throws as `renderLetter` does */
export async function lintLayout(letter: Letter): Promise<Diagnostic[]> {
  const { lines } = await renderLetter(letter, { measured: true });
  return lintLines(letter, lines);
}

/** The same of lines that have been drawn already, in their order. */
export function lintLines(letter: Letter, drawn: readonly DrawnLine[]): Diagnostic[] {
  const lines = drawn.map((line) => ({ ...line, text: plain(line.text) }));
  const passages = passagesOf(letter);
  // Where joins of letters are lengthened, wide spaces are what is left over; the lines do not tell.
  const isStretched = letter.settings.justify === 'kashida' && letter.direction === 'rtl';
  const loose = isStretched ? [] : looseLines(lines, passages);
  return [...loose, ...touchingLines(lines, passages), ...closingAlone(letter, lines, passages)];
}

/** Without what is not seen: isolates, joiners. */
function plain(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim();
}

function looseLines(lines: readonly DrawnLine[], passages: readonly Passage[]): Diagnostic[] {
  return lines
    .filter(({ room }) => room > MOST_ROOM)
    .map(({ text, page }) => {
      const message = `a line on page ${page} has very wide spaces: “${text}”`;
      const hint = 'word the paragraph otherwise, or shorten the long word or address after it';
      return at(text, passages, { code: 'loose-line', message, hint });
    });
}

/** Within a paragraph the layout keeps lines apart; these belong to two. */
function touchingLines(lines: readonly DrawnLine[], passages: readonly Passage[]): Diagnostic[] {
  return lines
    .filter(({ clearance = 1 }) => clearance < 0)
    .map(({ text, page }) => {
      const message = `a line on page ${page} meets what hangs from the line above it: “${text}”`;
      const hint = 'leave out a vowel sign that is not needed, or word one of the two otherwise';
      return at(text, passages, { code: 'touching-lines', message, hint });
    });
}

/** The place of a line in the letter's text. */
function at(
  text: string,
  passages: readonly Passage[],
  warning: { readonly code: Code; readonly message: string; readonly hint: string },
): Diagnostic {
  for (const passage of passages) {
    const index = passage.text.indexOf(text);
    if (index >= 0) return warnAt(passage, { index, length: text.length }, warning);
  }
  return { severity: 'warning', ...warning };
}

/** At least one line of the body stands on the page of the closing, unless the letter has no body. */
function closingAlone(
  letter: Letter,
  lines: readonly DrawnLine[],
  passages: readonly Passage[],
): Diagnostic[] {
  const textOf = (part: Passage['part']) =>
    passages.filter((passage) => passage.part === part).map(({ text }) => plain(text));
  const [closing = ''] = textOf('closing');
  const body = textOf('body');
  const page = lines.findLast(({ text }) => text !== '' && closing.startsWith(text))?.page;
  if (page === undefined || page === 1 || body.length === 0) return [];
  const hasBody = lines.some(
    (line) =>
      line.page === page && line.text !== '' && body.some((text) => text.includes(line.text)),
  );
  if (hasBody) return [];
  const message = `the closing of "${letter.id}" in ${letter.language} stands alone on page ${page}`;
  const hint = 'shorten the letter, or let its last paragraph be longer';
  return [{ severity: 'warning', code: 'closing-alone', message, hint }];
}
