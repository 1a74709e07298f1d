/** The values of paths, literals and calls of helpers; what is needed and empty is reported here, once. */
import type { Span } from '../../diagnostic.ts';
import type { Stakeholder } from '../../model.ts';
import { HELPERS } from '../helpers/helpers.ts';
import type { Helper } from '../helpers/types.ts';
import type { Writer } from '../parts/print.ts';
import { type Expression, expression, nameOf, optionsOf } from './ast.ts';
import { reportEmpty, reportNothing } from './empty-fields.ts';
import { isHelperName, type Scope, startOf } from './scope.ts';
import type { TemplateText } from './template-text.ts';
import { fieldOf, isTrue, type Value } from './values.ts';

export type Frame = Value | undefined;

/** Where in which template an expression is evaluated, and for whom. */
export interface Site {
  readonly writer: Writer;
  /** Null in a circular. */
  readonly recipient: Stakeholder | null;
  readonly source: TemplateText;
  readonly scope: Scope<Frame>;
}

/** What is found at a node; where it is nothing, that is reported, unless the reason was. */
export function reported<T>(
  node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  context: Site,
  find: () => T | undefined,
): T | undefined {
  const { all } = context.writer.problems;
  const before = all.length;
  const found = find();
  if (found === undefined && all.length === before)
    reportNothing(node, lookedUp(node, context), context);
  return found;
}

/** The value of an output or subexpression; an empty field is reported here, once. */
export function valueOfCall(
  node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  context: Site,
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
  context: Site,
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
export function optional(node: Expression, context: Site): Value | undefined {
  switch (node.type) {
    case 'PathExpression':
      return follow(node, context);
    case 'SubExpression':
      return valueOfCall(node, context);
    default:
      return literalValue(node, context);
  }
}

/** The value of an expression whose absence is an error; a list or record with nothing in it counts as absent. */
export function required(node: Expression, context: Site): Value | undefined {
  const find = () => {
    const value = optional(node, context);
    const holds = value?.type === 'list' || value?.type === 'record' ? isTrue(value) : true;
    return holds ? value : undefined;
  };
  if (node.type === 'SubExpression') return reported(node, context, find);
  const value = find();
  if (value === undefined && node.type === 'PathExpression') reportEmpty(node, context);
  return value;
}

function literalValue(node: Expression, { source }: Site): Value | undefined {
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

function follow(node: hbs.AST.PathExpression, { scope }: Site): Value | undefined {
  const { value, rest } = startOf<Frame>(node, scope, has);
  return rest.reduce<Value | undefined>(fieldOf, value);
}

function lookup(
  node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  context: Site,
): Value | undefined {
  const [target, key] = node.params.map((param) => optional(expression(param), context));
  if (target?.type === 'list' && key?.type === 'number') return target.items[key.number];
  const name = key && wordOf(key);
  return name === undefined ? undefined : fieldOf(target, name);
}

function wordOf(key: Value): string | undefined {
  if (key.type === 'word') return key.word;
  return key.type === 'category' ? key.category : undefined;
}

/** The key that a `lookup` has not found; undefined for what is none, or has no key. */
function lookedUp(
  { path, params: [, key] }: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  context: Site,
): string | undefined {
  const value = key && nameOf(path) === 'lookup' ? optional(expression(key), context) : undefined;
  return value && wordOf(value);
}
