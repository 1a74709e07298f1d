/** A letter as plain passages of text, in which a place leads back to the file that it came from. */
import type { Code } from '../codes.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import { languagePack } from '../language/languages.ts';
import type { Block, Direction, Language, Letter, Line, Text } from '../model.ts';

export type Part =
  | 'head'
  | 'address'
  | 'subject'
  | 'salutation'
  | 'body'
  | 'closing'
  | 'signatories'
  | 'foot';

/** A stretch of a passage that stands together in a file. */
interface Piece {
  /** UTF-16 offset in the passage. */
  readonly start: number;
  readonly span: Span | undefined;
  /** The address that it links to. */
  readonly href: string | undefined;
}

/** A line or paragraph. */
export interface Passage {
  readonly part: Part;
  readonly text: string;
  readonly language: Language;
  readonly direction: Direction;
  readonly pieces: readonly Piece[];
}

/** The passages of a letter in reading order; those of a second language after them. */
export function passagesOf(letter: Letter): Passage[] {
  const { language, direction, address, subject, signatories, enclosures, copies, unit } = letter;
  const as = (part: Part) => (line: Line) => passageOf(line, { part, language, direction });
  const notes = [enclosures, copies].flatMap((note) => note?.lines ?? []);
  const own = [
    ...[...(unit ? [unit] : []), letter.dateline].map(as('head')),
    ...letter.rows.flatMap(({ lines }) => lines).map(as('head')),
    ...[...address.lines, ...address.bullets].map(as('address')),
    ...subject.lines.map(as('subject')),
    ...letter.salutation.map(as('salutation')),
    ...letter.body.flatMap(linesOf).map(as('body')),
    as('closing')(letter.closing),
    ...signatories.flatMap(({ name, lines }) => [name, ...lines]).map(as('signatories')),
    ...notes.map(as('foot')),
  ];
  return letter.companion ? [...own, ...passagesOf(letter.companion.letter)] : own;
}

function linesOf(block: Block): Line[] {
  if (block.type === 'list') return block.items.flatMap((item) => item.flatMap(linesOf));
  return block.type === 'quote' ? block.children.flatMap(linesOf) : [block.children];
}

function passageOf(line: Line, rest: Pick<Passage, 'part' | 'language' | 'direction'>): Passage {
  const pieces: Piece[] = [];
  const text = collect(line, undefined, pieces, 0);
  return { ...rest, text, pieces };
}

/** A text of the data that stands in no letter's body. */
export function passageOfText({ value, span }: Text, language: Language): Passage {
  const { direction } = languagePack(language);
  const pieces = [{ start: 0, span, href: undefined }];
  return { part: 'head', text: value, language, direction, pieces };
}

function collect(line: Line, href: string | undefined, pieces: Piece[], at: number): string {
  let text = '';
  for (const inline of line) {
    const start = at + text.length;
    if (inline.type === 'text') {
      pieces.push({ start, span: inline.span, href });
      text += inline.text;
    } else if (inline.type === 'break') {
      text += '\n';
    } else {
      const target = inline.type === 'link' ? inline.href : href;
      text += collect(inline.children, target, pieces, start);
    }
  }
  return text;
}

/** Where a stretch of a passage stands in its file; undefined for words of the tool's own. */
function spanIn({ text, pieces }: Passage, offset: number, length: number): Span | undefined {
  const piece = pieces.findLast(({ start }) => start <= offset);
  if (!piece?.span) return undefined;
  const before = [...text.slice(piece.start, offset)].length;
  const points = [...text.slice(offset, offset + length)].length;
  return { ...piece.span, column: piece.span.column + before, length: points };
}

/** A warning about a stretch of a passage; `hint` says what to do. */
export function warnAt(
  passage: Passage,
  { index, length }: { readonly index: number; readonly length: number },
  warning: { readonly code: Code; readonly message: string; readonly hint?: string },
): Diagnostic {
  const span = spanIn(passage, index, length);
  return { severity: 'warning', ...warning, ...(span && { span }) };
}
