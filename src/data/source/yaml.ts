/** YAML text → a tree of texts with places. */

import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Code } from '../../codes.ts';
import type { Problems, Span } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';
import { grouped } from '../limits.ts';
import { isReserved, reportReserved } from './reserved.ts';
import type { Source } from './source.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './tree.ts';
import { reportErrors } from './yaml-errors.ts';

/**
 * Parses one YAML document. The failsafe schema keeps every scalar as text, so that no telephone
 * number turns into a sum and no date into an instant. After a syntax error there is no tree:
 * what follows the error may have been read as something else.
 */
export function parseYaml(source: Source, problems: Problems): Node | undefined {
  const excess = excessOf(source.text);
  if (excess) {
    problems.error(excess.code, source.span(excess.offset), excess.message, excess.hint);
    return undefined;
  }
  // The parser would compare each key of a map with all before it.
  const options = { schema: 'failsafe', prettyErrors: false, uniqueKeys: false } as const;
  const document = parseDocument(source.text, options);
  reportErrors(document, source, problems);
  if (document.errors.length > 0) return undefined;
  const builder = new TreeBuilder(source, problems);
  const tree = builder.node(document.contents, source.span(0));
  return builder.failed ? undefined : tree;
}

/** No edition comes near it; the parser goes down a dozen calls for each level. */
const DEEPEST = 100;
/** Spaces and signs of list items, of which two make a level. */
const DEEP_START = new RegExp(`^[ \\t?:-]{${2 * DEEPEST}}`, 'm');
/** Keys and values; a list of 50,000 recipients with ten columns has as many. Each takes some 700 bytes of memory. */
const MOST_TEXTS = 1_000_000;
/** What the lexer puts before the text of a scalar. */
const SCALAR = '\u001f';

interface Excess {
  readonly code: Code;
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}

/**
 * To be asked before parsing: where the stack ends while V8 compiles a regular expression, it ends
 * the process, and no exception can be caught.
 */
function excessOf(text: string): Excess | undefined {
  const start = DEEP_START.exec(text);
  if (start) return tooDeep(start.index);
  let depth = 0;
  let texts = 0;
  let offset = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (previous === SCALAR) texts++;
    else depth = Math.max(0, depth + (DEPTH[token] ?? 0));
    if (depth > DEEPEST) return tooDeep(offset);
    if (texts > MOST_TEXTS) return tooManyTexts(offset);
    if (!INVISIBLE.includes(token)) offset += token.length;
    previous = token;
  }
  return undefined;
}

/** What brackets add to the depth. */
const DEPTH: Readonly<Record<string, number>> = { '[': 1, '{': 1, ']': -1, '}': -1 };
/** Tokens that are no part of the text: starts of documents, of flow collections' ends, and of scalars. */
const INVISIBLE = ['\u0002', '\u0018', SCALAR];

function tooDeep(offset: number): Excess {
  return { code: 'yaml-syntax', offset, message: 'the file is nested too deeply' };
}

function tooManyTexts(offset: number): Excess {
  const message = `the file has more than ${grouped(MOST_TEXTS)} keys and values`;
  return { code: 'too-large', offset, message, hint: 'write a long list as CSV' };
}

/** Values that aliases may put into a tree: an anchor of a hundred values may be used a thousand times. */
const MOST_COPIES = 100_000;
const NO_ALIAS = 'put a value that begins with * in quotation marks';
const INSIDE_ANCHOR = 'an alias may not stand inside an anchored value';
const TOO_MANY_COPIES = `aliases stand for more than ${grouped(MOST_COPIES)} values`;

class TreeBuilder {
  private readonly source: Source;
  private readonly problems: Problems;
  private readonly anchors = new Map<string, ParsedNode>();
  /** Values that aliases have put into the tree. */
  private copies = 0;
  /** Whether an error was found that makes the tree unusable. */
  failed = false;
  /** Whether the current node is in the tree for an alias. */
  private aliased = false;
  /** How many anchored nodes enclose the current one. */
  private anchored = 0;

  constructor(source: Source, problems: Problems) {
    this.source = source;
    this.problems = problems;
  }

  /** `owner`: where to point for a value that is not there. */
  node(node: ParsedNode | null, owner: Span): Node {
    if (this.aliased) this.copies++;
    if (isAlias(node)) return this.alias(node, owner);
    if (node?.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (isScalar(node) || node === null) return this.scalar(node, owner);
    const inAnchor = node.anchor !== undefined;
    if (inAnchor) this.anchored++;
    const built = isMap(node) ? this.map(node, owner) : this.list(node as YAMLSeq.Parsed, owner);
    if (inAnchor) this.anchored--;
    return built;
  }

  /** An alias within an anchored value could grow without bound, or hold itself. */
  private alias(alias: Alias.Parsed, owner: Span): Node {
    const target = this.anchors.get(alias.source);
    if (target && this.anchored === 0 && this.copies <= MOST_COPIES) {
      this.aliased = true;
      const copy = this.node(target, owner);
      this.aliased = false;
      if (this.copies <= MOST_COPIES) return copy;
    }
    const span = this.source.span(alias.range[0], alias.source.length + 1);
    if (!target) this.fail('yaml-syntax', span, `there is no anchor &${alias.source}`, NO_ALIAS);
    else if (this.anchored > 0) this.fail('yaml-syntax', span, INSIDE_ANCHOR);
    else if (!this.failed) this.fail('too-large', span, TOO_MANY_COPIES, 'use fewer aliases');
    return { type: 'scalar', value: '', span, lines: [] };
  }

  private fail(code: Code, span: Span, message: string, hint?: string): void {
    this.failed = true;
    this.problems.error(code, span, message, hint);
  }

  private map(map: YAMLMap.Parsed, owner: Span): MapNode {
    const seen = new Set<string>();
    const entries = map.items.flatMap((pair): Entry[] => {
      const key = this.key(pair.key, owner);
      if (seen.has(key.value)) this.reportDouble(key);
      seen.add(key.value);
      const node = this.node(pair.value, key.span);
      if (!isReserved(key.value)) return [{ key, node }];
      reportReserved(key, this.problems);
      return [];
    });
    const span = entries[0]?.key.span ?? this.source.span(map.range[0]);
    return { type: 'map', span, entries };
  }

  private reportDouble({ value, span }: Text): void {
    this.problems.error('duplicate-key', span, `the key "${value}" is given twice`);
  }

  private key(node: ParsedNode | null, owner: Span): Text {
    if (isScalar(node)) {
      if (node.anchor !== undefined) this.anchors.set(node.anchor, node as Scalar.Parsed);
      const { value, span } = this.scalar(node as Scalar.Parsed, owner);
      return { value, span };
    }
    const span = node ? this.source.span(node.range[0]) : owner;
    const hint = 'put a value that begins with { or [ in quotation marks';
    this.fail('yaml-syntax', span, 'a key must be a text', hint);
    return { value: '', span };
  }

  private list(list: YAMLSeq.Parsed, owner: Span): ListNode {
    const span = this.source.span(list.range[0]);
    const items = list.items.map((item) =>
      this.node(item, item ? this.source.span(item.range[0]) : owner),
    );
    return { type: 'list', span, items };
  }

  private scalar(node: Scalar.Parsed | null, owner: Span): ScalarNode {
    const value = typeof node?.value === 'string' ? node.value : '';
    const [start, end] = node?.range ?? [0, 0];
    if (!node || start === end) return { type: 'scalar', value, span: owner, lines: [] };
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
      return this.block(value, start, end, node.type === 'BLOCK_LITERAL');
    }
    const quote = node.type === 'PLAIN' || value === '' ? 0 : 1;
    const length = this.source.points(start, end) - 2 * quote;
    const span = this.source.span(start + quote, Math.max(1, length));
    return { type: 'scalar', value, span, lines: [{ value, span }] };
  }

  /** In a literal block (`|`) each line of the value is a line of the file; a folded one has but its start. */
  private block(value: string, start: number, end: number, literal: boolean): ScalarNode {
    const header = this.source.text.indexOf('\n', start) + 1;
    let offset = header;
    const sourceLines = this.source.text.slice(header, end).split('\n');
    const lines = withoutLineEnds(value)
      .split('\n')
      .map((line, index): Text => {
        const written = sourceLines[index]?.replace(/\r$/, '') ?? '';
        const indent = literal ? written.length - line.length : written.search(/\S|$/);
        const span = this.source.span(offset + indent, Math.max(1, [...line].length));
        if (literal) offset += (sourceLines[index]?.length ?? 0) + 1;
        return { value: line, span };
      });
    const span = lines.find((line) => line.value !== '')?.span ?? this.source.span(start);
    return { type: 'scalar', value, span, lines };
  }
}

/** Without the line ends after its last line. */
function withoutLineEnds(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return text.slice(0, end);
}
