/** A text with Handlebars in it: its syntax tree, and the places of its parts. */
import { parse as parseHandlebars } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import type { Problems, Span } from '../../diagnostic.ts';
import { deepPlace, openBlock, openBraces } from './open-blocks.ts';
import { faultBefore, tagFault } from './tag-characters.ts';

/** Returns the place of an offset (UTF-16 units) of the text in its file. */
export type Locate = (offset: number, length?: number) => Span;

/** Levels of blocks, of helpers in helpers, and of partials in partials: no template needs more. */
export const DEEPEST = 32;

export interface TemplateText {
  readonly text: string;
  readonly program: hbs.AST.Program;
  readonly locate: Locate;
  /** The offset of a place that the tree gives (line from 1, column from 0). */
  readonly offset: (position: hbs.AST.Position) => number;
  /** Where a node of the tree is in the file. */
  readonly span: (node: hbs.AST.Node) => Span;
}

/** Parses a template text; an error of its syntax is reported and yields undefined. */
export function parseTemplateText(
  text: string,
  locate: Locate,
  problems: Problems,
): TemplateText | undefined {
  const deep = deepPlace(text, DEEPEST);
  if (deep !== undefined) {
    const message = `blocks or helpers are nested more than ${DEEPEST} deep`;
    problems.error('too-deep', locate(deep, 1), message, 'put the inner ones into a partial');
    return undefined;
  }
  const fault = tagFault(text);
  if (fault) {
    problems.error('template-syntax', locate(fault.offset, 1), fault.message, fault.hint);
    return undefined;
  }
  const program = parse(text, locate, problems);
  if (!program) return undefined;
  const starts = lineStarts(text);
  const offset = ({ line, column }: hbs.AST.Position) => (starts[line - 1] ?? 0) + column;
  const span = (node: hbs.AST.Node) => locate(offset(node.loc.start), lengthOf(node));
  return { text, program, locate, offset, span };
}

function parse(text: string, locate: Locate, problems: Problems): hbs.AST.Program | undefined {
  try {
    return parseHandlebars(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { message, offset, length, hint } = syntaxError(error, text);
    problems.error('template-syntax', locate(offset, length ?? 1), message, hint);
    return undefined;
  }
}

/** One line's nodes show their whole length; longer ones their start. */
function lengthOf({ loc }: hbs.AST.Node): number | undefined {
  return loc.start.line === loc.end.line ? loc.end.column - loc.start.column : undefined;
}

/** As Handlebars counts lines. */
function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length)];
}

interface Fault {
  readonly message: string;
  readonly offset: number;
  readonly length?: number;
  readonly hint?: string;
}

/** Handlebars reports the place of a mismatched block, but only draws that of a misplaced token. */
function syntaxError(error: Error, text: string): Fault {
  if ('lineNumber' in error && typeof error.lineNumber === 'number') {
    const column = 'column' in error && typeof error.column === 'number' ? error.column : 0;
    const offset = (lineStarts(text)[error.lineNumber - 1] ?? 0) + column;
    return mismatch(error.message, offset);
  }
  const [head = '', shown = '', arrow = '', expected = ''] = error.message.split('\n');
  const got = /got '(\w+)'/.exec(expected)?.[1];
  const braces = openBraces(text);
  if (got === 'EOF' && braces === undefined) return unclosed(text);
  if (got === 'EOF' && braces !== undefined) {
    return { message: 'these {{ are never closed', offset: braces, length: 2, hint: 'write }}' };
  }
  const offset = drawnOffset(text, shown, arrow.indexOf('^'), Number(/\d+/.exec(head)?.[0] ?? 1));
  const fault = got === 'INVALID' ? faultBefore(text, offset) : undefined;
  if (fault) return fault;
  return { message: explain(got), offset };
}

/** “each doesn't match if”: the block's name, and that of the end that comes first. */
function mismatch(said: string, offset: number): Fault {
  const [, name, end] = /^(\S+) doesn't match (\S+)/.exec(said) ?? [];
  if (name === undefined) return { message: said.replace(/ - \d+:\d+$/, ''), offset };
  const message = `{{#${name}}} is not closed before {{/${end}}}`;
  return { message, offset, length: name.length, hint: `write {{/${name}}} where it ends` };
}

/** The parser finds a missing end where the text ends; the author looks for the block. */
function unclosed(text: string): Fault {
  const block = openBlock(text);
  if (!block) return { message: 'the template ends too early', offset: text.length };
  const { name, offset } = block;
  const message = `the block {{#${name}}} is never closed`;
  return { message, offset, length: name.length + 3, hint: `write {{/${name}}} where it ends` };
}

/**
 * Finds the place that the parser drew: up to twenty characters before it and after it, without
 * line ends, above an arrow.
 */
function drawnOffset(text: string, shown: string, arrow: number, line: number): number {
  const before = shown.slice(0, Math.max(0, arrow)).replace(/^\.\.\./, '');
  const after = shown.slice(Math.max(0, arrow)).replace(/\.\.\.$/, '');
  const starts = lineStarts(text);
  const from = starts[Math.max(0, line - 2)] ?? 0;
  for (let at = starts[line] ?? text.length; at >= from; at--) {
    const left = text.slice(Math.max(0, at - 2 * before.length - 2), at).replace(/\n/g, '');
    const right = text.slice(at, at + 2 * after.length + 2).replace(/\n/g, '');
    if (left.endsWith(before) && right.startsWith(after)) return at;
  }
  return from;
}

function explain(got: string | undefined): string {
  if (got === 'INVALID') return 'a character that Handlebars does not know inside {{ }}';
  if (got === 'OPEN_ENDBLOCK') return 'a block is closed that was not opened';
  return `Handlebars cannot read this${got ? ` (${got.toLowerCase().replace(/_/g, ' ')})` : ''}`;
}
