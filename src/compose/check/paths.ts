/** Paths and expressions of a template: which field each names, and what it holds. */

import { hintFor, nearest } from '../../data/suggest.ts';
import type { Problems } from '../../diagnostic.ts';
import { type Expression, expression, nameOf } from '../template/ast.ts';
import type { Budget } from '../template/budget.ts';
import { type Scope, startOf } from '../template/scope.ts';
import { FLAG, NUMBER, type Shape, WORD } from '../template/shapes.ts';
import type { TemplateText } from '../template/template-text.ts';
import { fieldOf, isTrue, type Value } from '../template/values.ts';
import { checkCall } from './calls.ts';

/** What is known of an expression before a letter is composed. */
export interface Known {
  readonly shape: Shape;
  /** Its value, if `certain`; undefined means empty then. */
  readonly value?: Value | undefined;
  /** Neither the recipient nor a loop decides the value. */
  readonly certain: boolean;
}

/** What a check needs beside the tree: where partials come from, and where to report. */
export interface Checking {
  readonly problems: Problems;
  /** Added to messages: the letter and language that use the template. */
  readonly subject: string;
  /** Returns a partial; undefined, having reported it at the node, where it cannot. */
  readonly partial: (
    node: hbs.AST.PartialStatement,
    text: TemplateText,
  ) => TemplateText | undefined;
}

/** Where in which template a check is. */
export interface Place extends Checking {
  readonly text: TemplateText;
  readonly scope: Scope<Known>;
  /** No letter of this entry gets here: a condition around is false in all of them. */
  readonly dead: boolean;
  /** Partials around, outermost first. */
  readonly partials: readonly string[];
  readonly budget: Budget;
}

/** `condition`: a key that this letter does not have is no error, for that is the question. */
export type Use = 'output' | 'argument' | 'condition';

/** What an expression stands for; its problems are reported. */
export function shapeOfExpression(node: Expression, place: Place, use: Use): Known | undefined {
  switch (node.type) {
    case 'PathExpression':
      return checkPath(node, place, use);
    case 'SubExpression': {
      const shape = checkCall(node, place, use);
      return shape && { shape, certain: false };
    }
    case 'StringLiteral':
      return { shape: WORD, certain: true, value: { type: 'word', word: node.value } };
    case 'NumberLiteral':
      return { shape: NUMBER, certain: false };
    case 'BooleanLiteral':
      return { shape: FLAG, certain: false };
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
  const next = peek(from, name);
  if (next) return !shape.entry || isThere(from, name, node, place, use) ? next : undefined;
  const names = Object.keys(shape.fields ?? {});
  const message = `"${node.original}" names no field: ${shape.what} has no "${name}"`;
  return unknownField(node, place, message, hintFor(name, names));
}

/** What a field holds, undefined if the shape has none of that name. */
function peek(from: Known, name: string): Known | undefined {
  const { shape, value, certain } = from;
  if (shape.unknown) return from;
  const own = shape.fields && Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
  const field = own ?? shape.entry;
  if (!field) return undefined;
  // A personal letter's context has no recipient yet, so nothing is certain of it.
  const open = own && value && 'fields' in value && !Object.hasOwn(value.fields, name);
  if (!certain || open) return { shape: field, certain: false };
  return { shape: field, certain, value: fieldOf(value, name) };
}

/** A key that the edition chooses: one that this letter lacks may be asked for, but not printed. */
function isThere(
  { shape, value, certain }: Known,
  name: string,
  node: hbs.AST.PathExpression,
  place: Place,
  use: Use,
): boolean {
  if (!certain || place.dead || fieldOf(value, name) !== undefined) return true;
  const keys = value && 'fields' in value ? Object.keys(value.fields) : [];
  const message = `"${node.original}" names no field: ${shape.what} have no "${name}"`;
  if (use !== 'condition') {
    unknownField(node, place, message, hintFor(name, keys));
    return false;
  }
  const near = nearest(name, keys);
  if (near !== undefined) {
    const span = place.text.span(node);
    const hint = `did you mean "${near}"?`;
    place.problems.warning('unknown-field', span, message + place.subject, hint);
  }
  return true;
}

function unknownField(
  node: hbs.AST.PathExpression,
  { problems, text, subject }: Place,
  message: string,
  hint: string | undefined,
): undefined {
  problems.error('unknown-field', text.span(node), message + subject, hint);
}

/** Whether an expression is true in every letter of the entry, or in none; undefined: it depends. */
export function truthOf(node: Expression, place: Place): boolean | undefined {
  if (node.type === 'PathExpression') {
    const { value, rest } = startOf(node, place.scope, hasField);
    const end = rest.reduce<Known | undefined>((from, name) => from && peek(from, name), value);
    return end?.certain ? isTrue(end.value) : undefined;
  }
  if (node.type !== 'SubExpression') return undefined;
  return truthOfCall(nameOf(node.path), node.params.map(expression), place);
}

function truthOfCall(
  name: string,
  params: readonly Expression[],
  place: Place,
): boolean | undefined {
  const truths = params.map((param) => truthOf(param, place));
  if (name === 'not' && truths[0] !== undefined) return !truths[0];
  if (name !== 'and' && name !== 'or') return undefined;
  const decisive = name === 'or';
  if (truths.includes(decisive)) return decisive;
  return truths.includes(undefined) ? undefined : !decisive;
}
