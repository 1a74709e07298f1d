/** Blocks → plain text. Each paragraph is one line: programs wrap it at their own width. */
import type { Block, Direction, Inline, Line } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import { RANGE, rangeFromRight } from './range.ts';

const MARKS = { ltr: '\u200e', rtl: '\u200f' } as const;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Characters whose direction is beyond doubt: letters. */
const LETTER = /\p{L}/u;

/** The text of a message, with `\n` at line ends. */
export function plainText(blocks: readonly Block[], direction: Direction): string {
  return `${blocks.map((block) => blockText(block, direction)).join('\n\n')}\n`;
}

/** One line, such as a subject. */
export function plainLineText(line: Line, direction: Direction): string {
  return withDirection(inlinesText(line, direction).replace(/\s+/g, ' ').trim(), direction);
}

function blockText(block: Block, direction: Direction): string {
  switch (block.type) {
    case 'list':
      return block.items
        .map((item, index) => {
          const marker = block.ordered ? `${block.start + index}. ` : '- ';
          return indented(item, marker, ' '.repeat(marker.length), direction);
        })
        .join('\n');
    case 'quote':
      return indented(block.children, '> ', '> ', direction);
    default: {
      const lines = inlinesText(block.children, direction).split('\n');
      return lines.map((line) => withDirection(line.trim(), direction)).join('\n');
    }
  }
}

function indented(
  blocks: readonly Block[],
  first: string,
  rest: string,
  direction: Direction,
): string {
  const lines = blocks
    .map((block) => blockText(block, direction))
    .join('\n')
    .split('\n');
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`).join('\n');
}

/** Programs go by the first letter of a paragraph; where it is not of the text's direction, a mark comes before it. */
function withDirection(line: string, direction: Direction): string {
  const letter = LETTER.exec(line)?.[0];
  if (letter === undefined) return line;
  return RTL.test(letter) === (direction === 'rtl') ? line : MARKS[direction] + line;
}

function inlinesText(line: Line, direction: Direction): string {
  return line.map((inline) => inlineText(inline, direction)).join('');
}

function inlineText(inline: Inline, direction: Direction): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'break':
      return '\n';
    case 'link':
      return linkText(inlinesText(inline.children, direction), inline.href, direction);
    case 'isolate':
      if (inline.direction === 'rtl' && RANGE.test(lineText(inline.children))) {
        return MARKS.rtl + rangeFromRight(lineText(inline.children));
      }
      return isolated(inlinesText(inline.children, direction), direction);
    default:
      return inlinesText(inline.children, direction);
  }
}

/** The address follows in brackets, unless it is what the words say already. */
function linkText(words: string, href: string, direction: Direction): string {
  const address = href.replace(/^mailto:/, '');
  const bare = (text: string): string =>
    text
      .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  return bare(words) === bare(address) ? words : `${words} (${isolated(address, direction)})`;
}

/**
 * Keeps a value and the text around it from changing each other's order (UAX #9). Marks serve where its
 * letters all run one way, because more programs know them than know isolates.
 */
function isolated(text: string, direction: Direction): string {
  const hasRtl = RTL.test(text);
  const hasLtr = [...text].some((point) => LETTER.test(point) && !RTL.test(point));
  if (hasRtl && hasLtr) return FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
  if (direction === 'ltr') return hasRtl ? text + MARKS.ltr : text;
  return hasRtl || !/[\p{L}\d]/u.test(text) ? text : leftToRight(text);
}

/** In Arabic, `6-10` would read 10-6; what begins and ends with a letter keeps its order without marks. */
function leftToRight(text: string): string {
  if (/^\p{L}.*\p{L}$/u.test(text) || text.startsWith(MARKS.ltr)) return text;
  return MARKS.ltr + text + MARKS.ltr + MARKS.rtl;
}
