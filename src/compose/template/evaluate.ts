/**
 * Evaluates a template into literal text and values. Handlebars parses; the evaluation is ours,
 * because a value must keep its place and may not become markup: it stays apart from the text until
 * the Markdown has been read.
 */
import type { Span } from '../../diagnostic.ts';
import type { Line, Stakeholder } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import { HELPERS } from '../helpers/helpers.ts';
import type { Helper } from '../helpers/types.ts';
import type { Writer } from '../parts/print.ts';
import { printValue } from '../parts/print-value.ts';
import {
  branches,
  type Expression,
  expression,
  nameOf,
  optionsOf,
  partialName,
  statementsOf,
} from './ast.ts';
import { Budget } from './budget.ts';
import { reportEmpty } from './empty-fields.ts';
import { reportRawCells } from './raw-cells.ts';
import { isHelperName, type Scope, startOf } from './scope.ts';
import type { TemplateText } from './template-text.ts';
import { type Fields, fieldOf, isTrue, type Value } from './values.ts';

/** A stretch of the template's own text, from `offset` of `source`; or what an output printed. */
export type TemplatePart =
  | { readonly literal: string; readonly source: TemplateText; readonly offset: number }
  | { readonly slot: Line; readonly span: Span };

interface Evaluation {
  readonly writer: Writer;
  readonly partial: (name: string) => TemplateText | undefined;
  /** Null in a circular. */
  readonly recipient: Stakeholder | null;
}

type Frame = Value | undefined;
interface Context extends Evaluation {
  readonly budget: Budget;
  readonly source: TemplateText;
  readonly scope: Scope<Frame>;
  readonly parts: TemplatePart[];
}

/** The parts of a checked template text, in order; what is empty is reported. */
export function evaluate(
  source: TemplateText,
  fields: Fields,
  evaluation: Evaluation,
): TemplatePart[] {
  const parts: TemplatePart[] = [];
  const scope: Scope<Frame> = { frame: { type: 'record', fields }, names: {}, data: {} };
  const budget = new Budget(evaluation.writer.problems);
  runProgram(source.program, { ...evaluation, budget, source, scope, parts });
  return parts;
}

function runProgram(program: hbs.AST.Program | undefined, context: Context): void {
  for (const statement of statementsOf(program)) {
    if (!context.budget.spend(statement, context.source)) return;
    switch (statement.type) {
      case 'ContentStatement':
        runContent(statement, context);
        break;
      case 'MustacheStatement':
        runOutput(statement, context);
        break;
      case 'BlockStatement':
        runBlock(statement, context);
        break;
      case 'PartialStatement':
        runPartial(statement, context);
        break;
      default:
    }
  }
}

/** Handlebars strips the lines of blocks that stand alone, so a content may begin later than its node. */
function runContent(node: hbs.AST.ContentStatement, { budget, source, parts }: Context): void {
  if (node.value === '' || !budget.spend(node, source, node.value.length)) return;
  const stripped = Math.max(0, String(node.original).indexOf(node.value));
  const offset = source.offset(node.loc.start) + stripped;
  parts.push({ literal: node.value, source, offset });
}

function runOutput(node: hbs.AST.MustacheStatement, context: Context): void {
  const value = valueOfCall(node, context);
  if (value === undefined) return;
  const { budget, source, parts, writer } = context;
  if (value.type === 'text' && value.column !== undefined) reportRaw(value.column, context);
  const slot = printValue(value, writer);
  if (budget.spend(node, source, lineText(slot).length)) {
    parts.push({ slot, span: source.span(node) });
  }
}

/** Warns of a column that is printed as it stands, while its cells are those of a spreadsheet. */
function reportRaw(column: string, { recipient, writer }: Context): void {
  const cells = recipient?.rawCells && Object.hasOwn(recipient.rawCells, column);
  if (recipient && cells) reportRawCells(recipient, column, writer.problems);
}

/** The value of an output or subexpression; an empty field is reported here, once. */
function valueOfCall(
  node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  context: Context,
): Value | undefined {
  const path = expression(node.path);
  if (path.type !== 'PathExpression') return literalValue(path, context);
  const name = nameOf(path);
  const isName = isHelperName(path, context.scope);
  if (isName && name === 'lookup') return lookup(node, context);
  if (isName && Object.hasOwn(HELPERS, name)) return callHelper(name, node, context);
  return required(path, context);
}

function callHelper(
  name: string,
  node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  context: Context,
): Value | undefined {
  const helper = HELPERS[name];
  if (!helper) return undefined;
  const mayBeEmpty = (index: number) => acceptsEmpty(helper, node, index);
  const values = node.params.map((param, index) =>
    mayBeEmpty(index) ? optional(expression(param), context) : required(expression(param), context),
  );
  if (values.some((value, index) => value === undefined && !mayBeEmpty(index))) return undefined;
  const options = Object.fromEntries(
    optionsOf(node).map(({ key, value }) => [key, optional(expression(value), context)]),
  );
  const span = context.source.span(node);
  return helper.run({ parameters: values, options, span, writer: context.writer });
}

/** `choose` copes with an empty field if it has a text for all others. */
function acceptsEmpty(
  helper: Helper,
  node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  index: number,
): boolean {
  if (helper.parameters[index]?.mayBeEmpty !== true) return false;
  return !helper.chooses || optionsOf(node).some(({ key }) => key === 'other');
}

/** The value of an expression, undefined where there is none. */
function optional(node: Expression, context: Context): Value | undefined {
  switch (node.type) {
    case 'PathExpression':
      return follow(node, context);
    case 'SubExpression':
      return valueOfCall(node, context);
    default:
      return literalValue(node, context);
  }
}

/** The value of an expression whose absence is an error. */
function required(node: Expression, context: Context): Value | undefined {
  const value = optional(node, context);
  if (value === undefined && node.type === 'PathExpression') reportEmpty(node, context);
  return value;
}

function literalValue(node: Expression, { source }: Context): Value | undefined {
  switch (node.type) {
    case 'StringLiteral':
      return { type: 'word', word: node.value, span: inQuotes(source.span(node)) };
    case 'NumberLiteral':
      return { type: 'number', number: node.value };
    case 'BooleanLiteral':
      return { type: 'flag', flag: node.value };
    default:
      return undefined;
  }
}

/** The place of a quoted text without its quotation marks. */
function inQuotes(span: Span): Span {
  const { length } = span;
  const column = span.column + 1;
  return length === undefined ? { ...span, column } : { ...span, column, length: length - 2 };
}

function has(frame: Frame, name: string): boolean {
  return frame !== undefined && 'fields' in frame && Object.hasOwn(frame.fields, name);
}

function follow(node: hbs.AST.PathExpression, { scope }: Context): Value | undefined {
  const { value, rest } = startOf<Frame>(node, scope, has);
  return rest.reduce<Value | undefined>(fieldOf, value);
}

function lookup(
  node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  context: Context,
): Value | undefined {
  const [target, key] = node.params.map((param) => optional(expression(param), context));
  if (target?.type === 'list' && key?.type === 'number') return target.items[key.number];
  if (key?.type === 'word') return fieldOf(target, key.word);
  return key?.type === 'category' ? fieldOf(target, key.category) : undefined;
}

function runBlock(node: hbs.AST.BlockStatement, context: Context): void {
  const [argument] = node.params;
  const value = argument && optional(expression(argument), context);
  const { main, otherwise } = branches(node);
  const name = nameOf(node.path);
  const holds = isTrue(value) !== (name === 'unless');
  if (!holds || value === undefined) runProgram(holds ? main : otherwise, context);
  else if (name === 'each') runEach(node, value, context);
  else if (name === 'with') runProgram(main, inside(node, value, context));
  else runProgram(main, context);
}

function runEach(node: hbs.AST.BlockStatement, value: Value, context: Context): void {
  const entries = entriesOf(value);
  entries.forEach(([key, item], index) => {
    const data: Readonly<Record<string, Value>> = {
      index: { type: 'number', number: index },
      key: { type: 'word', word: key },
      first: { type: 'flag', flag: index === 0 },
      last: { type: 'flag', flag: index === entries.length - 1 },
    };
    if (!context.budget.spend(node, context.source)) return;
    runProgram(node.program, inside(node, item, context, data));
  });
}

function entriesOf(value: Value): [string, Value][] {
  if (value.type === 'list') return value.items.map((item, index) => [String(index), item]);
  if (!('fields' in value)) return [];
  return Object.entries(value.fields).flatMap(([key, item]) => (item ? [[key, item]] : []));
}

function inside(
  node: hbs.AST.BlockStatement,
  frame: Value,
  context: Context,
  data: Readonly<Record<string, Value>> = {},
): Context {
  const [item, index] = node.program.blockParams ?? [];
  const names = { ...(item && { [item]: frame }), ...(index && { [index]: data.index }) };
  return { ...context, scope: { frame, parent: context.scope, names, data } };
}

function runPartial(node: hbs.AST.PartialStatement, context: Context): void {
  const name = partialName(node);
  const source = name === undefined ? undefined : context.partial(name);
  if (!source) return;
  const [argument] = node.params;
  const frame = argument ? optional(expression(argument), context) : context.scope.frame;
  const names = Object.fromEntries(
    optionsOf(node).map(({ key, value }) => [key, optional(expression(value), context)]),
  );
  const scope: Scope<Frame> = { frame, parent: context.scope, names, data: {} };
  runProgram(source.program, { ...context, source, scope });
}
