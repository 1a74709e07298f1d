/** Paths and expressions of a template: which field each names, and what it holds. */
import { hintFor, nearest } from '../data/suggest.ts';
import { branches, type Expression, expression, nameOf } from './ast.ts';
import type { Checking } from './check.ts';
import { checkCall } from './check-calls.ts';
import { type Scope, startOf } from './scope.ts';
import { FLAG, NUMBER, type Shape, WORD } from './shapes.ts';
import type { TemplateText } from './template-text.ts';
import { fieldOf, type Value } from './values.ts';

/** What is known of an expression before a letter is composed. */
export interface Known {
  readonly shape: Shape;
  /** Its value, where no recipient and no loop decides it. */
  readonly value?: Value;
  /** Dotted path from the root, to compare with what conditions test. */
  readonly path: string;
}

/** Where in which template a check stands. */
export interface Place extends Checking {
  readonly text: TemplateText;
  readonly scope: Scope<Known>;
  /** Paths that a condition around has found to be there. */
  readonly guards: ReadonlySet<string>;
  /** Partials around, outermost first. */
  readonly partials: readonly string[];
}

/** `condition`: a key that this letter does not have is no fault, for it is being asked. */
export type Use = 'output' | 'argument' | 'condition';

/** What an expression stands for; its problems are reported. */
export function shapeOfExpression(node: Expression, place: Place, use: Use): Known | undefined {
  switch (node.type) {
    case 'PathExpression':
      return checkPath(node, place, use);
    case 'SubExpression': {
      const shape = checkCall(node, place, use);
      return shape && { shape, path: '' };
    }
    case 'StringLiteral':
      return { shape: WORD, path: '', value: { type: 'word', word: node.value } };
    case 'NumberLiteral':
      return { shape: NUMBER, path: '' };
    case 'BooleanLiteral':
      return { shape: FLAG, path: '' };
    default:
      return undefined;
  }
}

function hasField({ shape, value }: Known, name: string): boolean {
  if (shape.unknown) return true;
  if (shape.fields) return Object.hasOwn(shape.fields, name);
  return shape.entry !== undefined && (value === undefined || fieldOf(value, name) !== undefined);
}

/** Follows a path from its beginning; the first name that leads nowhere is reported. */
export function checkPath(node: hbs.AST.PathExpression, place: Place, use: Use): Known | undefined {
  const { value: start, rest } = startOf(node, place.scope, hasField);
  if (!start) {
    const hint = 'inside {{#each}} there are @index, @first, @last and @key';
    return unknownField(node, place, `there is no ${node.original} here`, hint);
  }
  let known: Known | undefined = start;
  for (const name of rest) {
    known = known && step(known, name, node, place, use);
  }
  return known;
}

function step(
  from: Known,
  name: string,
  node: hbs.AST.PathExpression,
  place: Place,
  use: Use,
): Known | undefined {
  const { shape } = from;
  if (shape.unknown) return from;
  const path = from.path === '' ? name : `${from.path}.${name}`;
  const field = shape.fields && Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
  const value = fieldOf(from.value, name);
  const next: Known = { shape: field ?? shape.entry ?? shape, path, ...(value && { value }) };
  if (field) return next;
  if (shape.entry) return isThere(from, name, path, node, place, use) ? next : undefined;
  const names = Object.keys(shape.fields ?? {});
  const message = `"${node.original}" names no field: ${shape.what} has no "${name}"`;
  return unknownField(node, place, message, hintFor(name, names));
}

/** A key that the edition chooses: missing ones may be asked for, but not printed. */
function isThere(
  { shape, value }: Known,
  name: string,
  path: string,
  node: hbs.AST.PathExpression,
  place: Place,
  use: Use,
): boolean {
  if (value === undefined || !('fields' in value) || fieldOf(value, name) !== undefined)
    return true;
  const keys = Object.keys(value.fields);
  if (use === 'condition' || isGuarded(path, place.guards)) {
    const near = use === 'condition' && nearest(name, keys);
    if (!near) return true;
    const message = `${shape.what} have no "${name}"${place.subject}`;
    const hint = `did you mean "${near}"?`;
    place.problems.warning('unknown-field', place.text.span(node), message, hint);
    return true;
  }
  const message = `"${node.original}" names no field: ${shape.what} have no "${name}"`;
  unknownField(node, place, message, hintFor(name, keys));
  return false;
}

function unknownField(
  node: hbs.AST.PathExpression,
  { problems, text, subject }: Place,
  message: string,
  hint: string | undefined,
): undefined {
  problems.error('unknown-field', text.span(node), message + subject, hint);
}

function isGuarded(path: string, guards: ReadonlySet<string>): boolean {
  for (const guard of guards) {
    if (guard === path || guard.startsWith(`${path}.`)) return true;
  }
  return false;
}

interface Guards {
  readonly main: ReadonlySet<string>;
  readonly otherwise: ReadonlySet<string>;
}

/** What each branch of a block may rely on. */
export function guardsOf(node: hbs.AST.BlockStatement, place: Place): Guards {
  const argument = node.params[0];
  const tested = argument ? testedPaths(expression(argument), place.scope) : [];
  const more = new Set([...place.guards, ...tested]);
  const negated = nameOf(node.path) === 'unless';
  const { otherwise } = branches(node);
  return {
    main: negated ? place.guards : more,
    otherwise: negated && otherwise ? more : place.guards,
  };
}

/** Paths that are there if the expression is true: its own, or those of all arguments of `and`. */
function testedPaths(node: Expression, scope: Scope<Known>): string[] {
  if (node.type === 'PathExpression') {
    const { value, rest } = startOf(node, scope, hasField);
    return value ? [[value.path, ...rest].filter((name) => name !== '').join('.')] : [];
  }
  if (node.type !== 'SubExpression' || nameOf(node.path) !== 'and') return [];
  return node.params.flatMap((param) => testedPaths(expression(param), scope));
}
