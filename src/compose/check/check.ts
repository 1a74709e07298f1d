/**
 * Checks a template against what the edition offers before anything is composed: every path, helper
 * and argument in every branch, so that one run shows all problems. Handlebars' own strict mode sees
 * neither `{{#if x}}` nor arguments, and stops at the first.
 */
import { hintFor } from '../../data/suggest.ts';
import { whyNotPrinted } from '../parts/print-value.ts';
import {
  branches,
  expression,
  nameOf,
  optionsOf,
  partialName,
  statementsOf,
} from '../template/ast.ts';
import { Budget } from '../template/budget.ts';
import type { Scope } from '../template/scope.ts';
import { FLAG, NUMBER, type Shape, WORD } from '../template/shapes.ts';
import { DEEPEST, type TemplateText } from '../template/template-text.ts';
import { checkCall } from './calls.ts';
import { type Checking, type Known, type Place, shapeOfExpression, truthOf } from './paths.ts';

/** Blocks that templates may use, and the least that each takes. */
const BLOCKS = ['if', 'unless', 'each', 'with'];

/** Checks one text of a template in the context of a letter. */
export function checkTemplateText(text: TemplateText, root: Known, checking: Checking): void {
  const place: Place = {
    text,
    scope: { frame: root, names: {}, data: {} },
    dead: false,
    partials: [],
    budget: new Budget(checking.problems),
    ...checking,
  };
  checkProgram(text.program, place);
}

function checkProgram(program: hbs.AST.Program | undefined, place: Place): void {
  for (const statement of statementsOf(program)) {
    if (!place.budget.spend(statement, place.text)) return;
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        break;
      case 'MustacheStatement':
        checkOutput(statement, place);
        break;
      case 'BlockStatement':
        checkBlock(statement, place);
        break;
      case 'PartialStatement':
        checkPartial(statement, place);
        break;
      default:
        unsupported(statement, place);
    }
  }
}

function unsupported(node: hbs.AST.Node, { text, problems }: Place): void {
  const message = 'templates have no decorators, inline partials or partial blocks';
  problems.error('template-syntax', text.span(node), message);
}

function checkOutput(node: hbs.AST.MustacheStatement, place: Place): void {
  const shape = checkCall(node, place, 'output');
  const reason = shape && whyNotPrinted(shape);
  if (!reason) return;
  const message = `{{${nameOf(node.path)}}} prints nothing: ${reason.message}${place.subject}`;
  place.problems.error('bad-argument', place.text.span(node.path), message, reason.hint);
}

function checkBlock(node: hbs.AST.BlockStatement, place: Place): void {
  const name = nameOf(node.path);
  if (!BLOCKS.includes(name)) {
    const message = `there is no block helper "${name}"${place.subject}`;
    const hint = hintFor(name, BLOCKS);
    place.problems.error('unknown-helper', place.text.span(node.path), message, hint);
    for (const branch of Object.values(branches(node))) checkProgram(branch, place);
    return;
  }
  const known = checkCondition(node, place);
  const { main, otherwise } = branches(node);
  const [argument] = node.params;
  const truth = argument && truthOf(expression(argument), place);
  const negated = name === 'unless';
  const dead = (value: boolean) => place.dead || truth === value;
  checkProgram(main, inside(node, known, { ...place, dead: dead(negated) }));
  checkProgram(otherwise, { ...place, dead: dead(!negated) });
}

/** The one argument of a block; fields that are empty in this letter are what blocks are for. */
function checkCondition(node: hbs.AST.BlockStatement, place: Place): Known | undefined {
  const [argument] = node.params;
  if (!argument || node.params.length > 1 || optionsOf(node).length > 0) {
    const message = `{{#${nameOf(node.path)}}} takes one argument${place.subject}`;
    place.problems.error('bad-argument', place.text.span(node.path), message);
  }
  const known = argument && shapeOfExpression(expression(argument), place, 'condition');
  if (known && nameOf(node.path) === 'each' && !itemOf(known.shape)) {
    const message = `{{#each}} needs a list, not ${known.shape.what}${place.subject}`;
    place.problems.error('bad-argument', place.text.span(argument), message);
    return undefined;
  }
  return known;
}

function itemOf(shape: Shape): Shape | undefined {
  return shape.item ?? shape.entry;
}

/** The place inside a block: `each` and `with` open a context of their own. */
function inside(node: hbs.AST.BlockStatement, known: Known | undefined, place: Place): Place {
  const block = nameOf(node.path);
  if (block !== 'each' && block !== 'with') return place;
  const shape = known && (block === 'each' ? itemOf(known.shape) : known.shape);
  const frame: Known = {
    shape: shape ?? ANYTHING,
    ...(block === 'with' && known ? { value: known.value, certain: known.certain } : UNCERTAIN),
  };
  const [item, index] = node.program.blockParams ?? [];
  const names = { ...(item && { [item]: frame }), ...(index && { [index]: INDEX }) };
  const scope: Scope<Known> = { frame, parent: place.scope, names, data: LOOP_DATA };
  return { ...place, scope };
}

/** After an error there is nothing to check the inside of a block against. */
const ANYTHING: Shape = { type: 'record', what: 'anything', unknown: true };
const UNCERTAIN = { certain: false };
const INDEX: Known = { shape: NUMBER, certain: false };
const LOOP_DATA: Readonly<Record<string, Known>> = {
  index: INDEX,
  key: { shape: WORD, certain: false },
  first: { shape: FLAG, certain: false },
  last: { shape: FLAG, certain: false },
};

function checkPartial(node: hbs.AST.PartialStatement, place: Place): void {
  const name = partialName(node);
  if (name !== undefined && place.partials.includes(name)) {
    const message = `the partial "${name}" includes itself`;
    place.problems.error('template-syntax', place.text.span(node), message);
    return;
  }
  if (place.partials.length >= DEEPEST) {
    const message = `partials are nested more than ${DEEPEST} deep`;
    place.problems.error('too-deep', place.text.span(node), message);
    return;
  }
  const [context] = node.params;
  const frame = context && shapeOfExpression(expression(context), place, 'argument');
  const names = optionsOf(node).flatMap(({ key, value }) => {
    const known = shapeOfExpression(expression(value), place, 'condition');
    return known ? [[key, known] as const] : [];
  });
  const text = place.partial(node, place.text);
  if (!text || name === undefined || (context && !frame)) return;
  const scope: Scope<Known> = {
    frame: frame ?? place.scope.frame,
    parent: place.scope,
    names: Object.fromEntries(names),
    data: {},
  };
  checkProgram(text.program, { ...place, text, scope, partials: [...place.partials, name] });
}
