/** YAML text → a tree of texts with places. */
import {
  type Alias,
  type Document,
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
import type { Problems, Span } from '../diagnostic.ts';
import type { Text } from '../model.ts';
import type { Source } from './source.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './tree.ts';
import { reportErrors } from './yaml-errors.ts';

/**
 * Parses one YAML document. The failsafe schema keeps every scalar as text, so that no telephone
 * number turns into a sum and no date into an instant. After a syntax error there is no tree:
 * what follows the error may have been read as something else.
 */
export function parseYaml(source: Source, problems: Problems): Node | undefined {
  if (isTooDeep(source.text)) {
    problems.error('yaml-syntax', source.span(0), 'the file is nested too deeply');
    return undefined;
  }
  const document = parseDocument(source.text, { schema: 'failsafe', prettyErrors: false });
  reportErrors(document, source, problems);
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return undefined;
  const builder = new TreeBuilder(source, problems, document);
  const tree = builder.node(document.contents, source.span(0));
  return builder.failed ? undefined : tree;
}

/** No edition comes near it; the parser goes down a dozen calls for each level. */
const DEEPEST = 100;
/** Spaces and signs of list items, of which two make a level. */
const DEEP_START = new RegExp(`^[ \\t?:-]{${2 * DEEPEST}}`, 'm');
/** What the lexer puts before the text of a scalar. */
const SCALAR = '\u001f';

/**
 * To be asked before parsing: where the stack ends while V8 compiles a regular expression, it ends
 * the process, and no exception can be caught.
 */
function isTooDeep(text: string): boolean {
  if (DEEP_START.test(text)) return true;
  let depth = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (previous !== SCALAR && (token === '[' || token === '{')) depth++;
    if (previous !== SCALAR && (token === ']' || token === '}')) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
    previous = token;
  }
  return false;
}

class TreeBuilder {
  private readonly source: Source;
  private readonly problems: Problems;
  private readonly document: Document.Parsed;
  /** Whether a fault was found that makes the tree unusable. */
  failed = false;
  /** How many anchored nodes enclose the current one. */
  private anchored = 0;

  constructor(source: Source, problems: Problems, document: Document.Parsed) {
    this.source = source;
    this.problems = problems;
    this.document = document;
  }

  /** `owner`: where to point for a value that is not there. */
  node(node: ParsedNode | null, owner: Span): Node {
    if (isAlias(node)) return this.alias(node, owner);
    if (isScalar(node) || node === null) return this.scalar(node, owner);
    const inAnchor = node.anchor !== undefined;
    if (inAnchor) this.anchored++;
    const built = isMap(node) ? this.map(node, owner) : this.list(node as YAMLSeq.Parsed, owner);
    if (inAnchor) this.anchored--;
    return built;
  }

  /** An alias within an anchored value could grow without bound, or hold itself. */
  private alias(alias: Alias.Parsed, owner: Span): Node {
    const target = alias.resolve(this.document);
    if (target && this.anchored === 0) return this.node(target as ParsedNode, owner);
    const message = target
      ? 'an alias may not stand inside an anchored value'
      : `there is no anchor &${alias.source}`;
    const span = this.source.span(alias.range[0], alias.source.length + 1);
    const hint = target ? undefined : 'put a value that begins with * in quotation marks';
    this.fail(span, message, hint);
    return { type: 'scalar', value: '', span, lines: [] };
  }

  private fail(span: Span, message: string, hint?: string): void {
    this.failed = true;
    this.problems.error('yaml-syntax', span, message, hint);
  }

  private map(map: YAMLMap.Parsed, owner: Span): MapNode {
    const entries = map.items.map((pair): Entry => {
      const key = this.key(pair.key, owner);
      return { key, node: this.node(pair.value, key.span) };
    });
    const span = entries[0]?.key.span ?? this.source.span(map.range[0]);
    return { type: 'map', span, entries };
  }

  private key(node: ParsedNode | null, owner: Span): Text {
    if (isScalar(node)) {
      const { value, span } = this.scalar(node as Scalar.Parsed, owner);
      return { value, span };
    }
    const span = node ? this.source.span(node.range[0]) : owner;
    const hint = 'put a value that begins with { or [ in quotation marks';
    this.fail(span, 'a key must be a text', hint);
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
    const lines = value
      .replace(/\n+$/, '')
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
