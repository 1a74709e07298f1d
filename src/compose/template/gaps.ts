/** Gaps that an output or a block leaves in a sentence where it prints nothing: found in what was composed. */
import type { Span } from '../../diagnostic.ts';
import type { Line } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import type { Writer } from '../parts/print.ts';
import type { TemplatePart } from './evaluate.ts';

/** Where nothing was printed: the parts from `from` to before `to` are empty, or there are none. */
export interface Blank {
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

/** Neither spaces nor characters that only act on others. */
const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u;

export function isVisible(line: Line): boolean {
  return VISIBLE.test(lineText(line));
}

/** Whether a part has nothing but blanks, all on one line. */
export function isBlank(part: TemplatePart): boolean {
  return !/[^ \t]/.test(textOf(part));
}

function textOf(part: TemplatePart): string {
  return 'slot' in part ? lineText(part.slot) : part.literal;
}

/** Characters on either side that decide what a gap is. */
const REACH = 24;

/**
 * Reports each blank that leaves a gap, such as the one before the comma of “hosted by , and”. Of two spaces around one
 * that leaves none, the first goes. Returns the parts.
 */
export function closeGaps(
  parts: readonly TemplatePart[],
  blanks: readonly Blank[],
  { problems, pack }: Writer,
): TemplatePart[] {
  const closed = [...parts];
  for (const { from, to, span } of merged(blanks)) {
    const before = textBefore(parts, from);
    const after = textAfter(parts, to);
    const gap = gapBetween(before, after, pack.typography.spacesMarks === true);
    if (gap === undefined) {
      const last = closed[from - 1];
      const isDoubled = before.endsWith(' ') && after.startsWith(' ');
      if (isDoubled && last && 'literal' in last && last.literal.endsWith(' ')) {
        closed[from - 1] = { ...last, literal: last.literal.slice(0, -1) };
      }
      continue;
    }
    const message = `nothing is printed here, which leaves ${gap}`;
    const hint =
      'put the words around it into the {{#if}} too, or say in {{else}} what stands instead';
    problems.error('empty-field', span, message, hint);
  }
  return closed;
}

/** Blanks in blanks, and beside each other, are one, at the first of them. */
function merged(blanks: readonly Blank[]): Blank[] {
  const found: Blank[] = [];
  for (const blank of [...blanks].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = found.at(-1);
    if (!last || blank.from > last.to) found.push(blank);
    else if (blank.to > last.to) found[found.length - 1] = { ...last, to: blank.to };
  }
  return found;
}

function textBefore(parts: readonly TemplatePart[], from: number): string {
  let text = '';
  for (let at = from - 1; at >= 0 && text.length < REACH; at--) {
    const part = parts[at];
    text = (part ? textOf(part) : '') + text;
  }
  return text;
}

function textAfter(parts: readonly TemplatePart[], to: number): string {
  let text = '';
  for (let at = to; at < parts.length && text.length < REACH; at++) {
    const part = parts[at];
    text += part ? textOf(part) : '';
  }
  return text;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '（': '）',
  '«': '»',
  '“': '”',
  '„': '“',
  '‘': '’',
  '「': '」',
  '《': '》',
  '"': '"',
  '¿': '?',
  '¡': '!',
};
/** A stop of a sentence or a part of one; a digit may follow a full stop: “.5”. */
const STOP = /^(?:[,.;:!?،؛؟](?=[\s"”’»)\]*_]|$)|[。，、；：！？])/u;
/** Those before which some languages have a space. */
const SPACED = /^[;:!?]/;
/** Says that something follows. */
const ANNOUNCES = /[,،:;؛(«]$/u;
const PARAGRAPH_ENDS = /^[ \t]*(?:$|\r?\n[ \t]*(?:\r?\n|$))/;
const LINE_ENDS = /^[ \t]*(?:$|\r?\n)/;
const ITEM = /(?:^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]+$/;

/** What is wrong with a text around nothing, in the words of a message; undefined if it reads well. */
function gapBetween(before: string, after: string, spacesMarks: boolean): string | undefined {
  if (ITEM.test(before) && LINE_ENDS.test(after)) return 'an item or a heading empty';
  const mark = /[*_]$/.exec(before)?.[0];
  if (mark !== undefined && after.startsWith(mark)) return `“${mark}${mark}” empty`;
  // The marks of emphasis stand around what is printed.
  const left = before.replace(/[*_]+$/, '');
  const right = after.replace(/^[*_]+/, '');
  const opener = left.trimEnd().at(-1) ?? '';
  const closer = right.trimStart().at(0);
  // An address that is missing from a link is told where the link is read.
  if (/\]\($/.test(left)) return undefined;
  if (closer !== undefined && CLOSERS[opener] === closer) return `“${opener}${closer}” empty`;
  const isApart = left === '' || /\s$/.test(left);
  const stop = STOP.exec(right)?.[0];
  if (stop !== undefined && isLost(left, stop, isApart, spacesMarks)) {
    return `a gap before “${stop}”`;
  }
  const loose = /^[ \t]+([,.،。，])(?:\s|$)/.exec(right)?.[1];
  if (loose !== undefined) return `a gap before “${loose}”`;
  const announcer = ANNOUNCES.exec(left.trimEnd())?.[0];
  if (announcer !== undefined && /[ \t]$/.test(left) && PARAGRAPH_ENDS.test(right)) {
    return `a gap after “${announcer}”`;
  }
  return undefined;
}

/** Whether a stop has lost the word that it belongs to. */
function isLost(left: string, stop: string, isApart: boolean, spacesMarks: boolean): boolean {
  const last = left.trimEnd().at(-1) ?? '';
  if (/^[,،、，:：;；؛(（«“]$/u.test(last)) return true;
  return isApart && !(spacesMarks && last !== '' && SPACED.test(stop));
}
