/** What CommonMark takes for text though it was meant otherwise, and numbers of lists that it changes. */
import type { Emphasis, List, ListItem, Paragraph, Strong, Text } from 'mdast';
import type { Problems } from '../../diagnostic.ts';
import { findCommands, findMarksLeftOver } from '../../language/foreign-markup.ts';
import type { Assembly } from './assemble.ts';

interface Reading {
  readonly assembly: Assembly;
  readonly problems: Problems;
}

/** A line between bars, or the one of dashes under the head of a table. */
const TABLE = /^[ \t>]*(?:\|.*\||(?:\|?[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*:?-*:?)[ \t]*$/m;
/** Escapes (CommonMark 0.31, 2.4): what they precede is meant to be printed. */
const ESCAPES = /\\[!-/:-@[-`{-~]/g;

/** Reports the first line of a table. */
export function checkParagraph(node: Paragraph, { assembly, problems }: Reading): void {
  const start = node.position?.start.offset ?? 0;
  const raw = assembly.text.slice(start, node.position?.end.offset);
  const table = TABLE.exec(raw);
  if (!table) return;
  const hint = 'write a list, or a sentence for each row';
  unsupported(start + table.index, 'tables', hint, { assembly, problems });
}

/** Reports marks that Markdown has left in a text. */
export function checkText({ value, position }: Text, { assembly, problems }: Reading): void {
  if (!/[*_~^=[\\&]/.test(value)) return;
  const start = position?.start.offset ?? 0;
  const raw = assembly.text.slice(start, position?.end.offset);
  const written = raw.replace(ESCAPES, '  ');
  for (const mark of findMarksLeftOver(written)) {
    const found = raw.slice(mark.start, mark.end);
    reportMark(found, mark.what, start + mark.start, { assembly, problems });
  }
  for (const mark of findCommands(value)) {
    const found = value.slice(mark.start, mark.end);
    const at = Math.max(0, raw.indexOf(found));
    reportMark(found, mark.what, start + at, { assembly, problems });
  }
}

/** What Markdown takes for emphasis that was none: blanks to be filled in by hand, `__/__`, and products, `2*3*4`. */
export function checkEmphasis(node: Strong | Emphasis, { assembly, problems }: Reading): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const raw = assembly.text.slice(start, end);
  const isProduct = [start - 1, end].every((at) => /[\p{N}]/u.test(assembly.text.charAt(at)));
  // A value is a character of its own, in the place where it will stand.
  if (!isProduct && /[\p{L}\p{N}\p{Co}\p{S}]/u.test(raw)) return;
  const message = `“${shown(raw)}” is taken for bold or italic text, and its marks would be gone`;
  problems.error('foreign-markup', assembly.locate(start), message, ESCAPE);
}

/** Letters do have bold and emphasis, so that a mark of these has lost its partner or stands wrongly. */
function reportMark(found: string, what: string, offset: number, reading: Reading): void {
  const { assembly, problems } = reading;
  if (what !== 'bold' && what !== 'emphasis') {
    const message = `“${shown(found)}” would be printed as it stands: letters have no ${what}`;
    problems.error('foreign-markup', assembly.locate(offset), message, ESCAPE);
    return;
  }
  const message = `“${shown(found)}” makes nothing ${what === 'bold' ? 'bold' : 'stand out'} and would be printed as it stands`;
  const hint =
    'the asterisks of emphasis stand directly at its first and its last word; write \\* for the sign itself';
  problems.error('foreign-markup', assembly.locate(offset), message, hint);
}

const ESCAPE = 'take it out, or write \\ before a sign that is to be printed';

function unsupported(
  offset: number,
  what: string,
  hint: string,
  { assembly, problems }: Reading,
): void {
  problems.error('foreign-markup', assembly.locate(offset), `letters have no ${what}`, hint);
}

/** The values in a text have no form yet. */
function shown(text: string): string {
  return text.replace(/[\u{f0000}-\u{ffffd}]/gu, '…');
}

/** Reports boxes to tick, and numbers that would not be printed as they are written. */
export function checkList(node: List, reading: Reading): void {
  for (const item of node.children) checkItem(item, reading);
  if (node.ordered === true) checkNumbers(node, reading);
}

function checkItem(item: ListItem, reading: Reading): void {
  const start = item.position?.start.offset ?? 0;
  const raw = reading.assembly.text.slice(start, item.position?.end.offset);
  const box = /^\S+[ \t]+(?=\[[ xX]\](?:\s|$))/.exec(raw);
  if (box) unsupported(start + box[0].length, 'lists of tasks', ESCAPE, reading);
}

/** CommonMark counts on from the first number, whatever the others are; the same number each time is a habit. */
function checkNumbers({ children, start: first }: List, { assembly, problems }: Reading): void {
  const offsets = children.map(({ position }) => position?.start.offset ?? 0);
  const numbers = offsets.map((offset) => Number.parseInt(assembly.text.slice(offset), 10));
  if (numbers.every((number) => number === numbers[0])) return;
  const wrong = numbers.findIndex((number, index) => number !== (first ?? 1) + index);
  if (wrong < 0) return;
  const message = `the item ${numbers[wrong]} of the list would be printed as ${(first ?? 1) + wrong}`;
  const hint = `number the items one after the other, or write ${numbers[wrong]}\\. for a sentence that begins with a number`;
  problems.error('foreign-markup', assembly.locate(offsets[wrong] ?? 0), message, hint);
}
