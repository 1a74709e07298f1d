/** Calls of helpers: the name, the number and types of arguments, the options and their words. */
import { hintFor } from '../../data/suggest.ts';
import { COLUMN_TYPES } from '../../vocabulary.ts';
import { HELPERS } from '../helpers/helpers.ts';
import type { Helper, Parameter } from '../helpers/types.ts';
import { type Expression, expression, nameOf, optionsOf } from '../template/ast.ts';
import { isHelperName } from '../template/scope.ts';
import type { Shape } from '../template/shapes.ts';
import type { ValueType } from '../template/values.ts';
import { checkPath, type Known, type Place, shapeOfExpression, type Use } from './paths.ts';

type CallNode = hbs.AST.MustacheStatement | hbs.AST.SubExpression;

/** What `{{…}}` or `(…)` yields: the result of a helper, or a field. */
export function checkCall(node: CallNode, place: Place, use: Use): Shape | undefined {
  const path = expression(node.path);
  if (path.type !== 'PathExpression') return shapeOfExpression(path, place, use)?.shape;
  const bare = node.params.length === 0 && optionsOf(node).length === 0;
  const name = nameOf(path);
  const isName = isHelperName(path, place.scope);
  if (isName && name === 'lookup') return checkLookup(node, place, use);
  const helper = isName && Object.hasOwn(HELPERS, name) ? HELPERS[name] : undefined;
  if (helper) return checkHelper(helper, node, place);
  if (bare && node.type === 'MustacheStatement') return checkPath(path, place, use)?.shape;
  unknownHelper(node, place);
  return undefined;
}

function unknownHelper(node: CallNode, place: Place): void {
  const name = nameOf(node.path);
  const message = `there is no helper "${name}"${place.subject}`;
  const hint = hintFor(name, [...Object.keys(HELPERS), 'lookup']);
  place.problems.error('unknown-helper', place.text.span(node.path), message, hint);
  for (const param of node.params) shapeOfExpression(expression(param), place, 'condition');
  for (const { value } of optionsOf(node)) {
    shapeOfExpression(expression(value), place, 'condition');
  }
}

function checkHelper(helper: Helper, node: CallNode, place: Place): Shape {
  const { parameters } = helper;
  const least = parameters.filter((parameter) => !parameter.optional).length;
  if (node.params.length < least || node.params.length > parameters.length) {
    badArgument(node.path, place, `"${nameOf(node.path)}" takes ${expected(parameters)}`);
  }
  const known = node.params.map((param, index) =>
    checkParameter(expression(param), parameters[index], node, place),
  );
  if (helper.chooses) checkChoices(known[0]?.shape, node, place);
  else checkOptions(helper, node, place);
  return helper.result;
}

function expected(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return 'no argument';
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return `${parameters.length === 1 ? 'one argument' : 'arguments'}: ${names.join(' ')}`;
}

function checkParameter(
  node: Expression,
  parameter: Parameter | undefined,
  call: CallNode,
  place: Place,
): Known | undefined {
  const known = shapeOfExpression(node, place, parameter?.mayBeEmpty ? 'condition' : 'argument');
  if (!known || !parameter || known.shape.unknown || parameter.accepts === 'any') return known;
  if (parameter.accepts.includes(known.shape.type)) return known;
  const article = /^[aeio]/.test(parameter.name) ? 'an' : 'a';
  const needed = `${article} ${parameter.name}`;
  const message = `"${nameOf(call.path)}" needs ${needed}, not ${known.shape.what}`;
  badArgument(node, place, message, typeHint(known.shape, parameter.accepts));
  return undefined;
}

/** Cells are texts until the edition says what they are. */
function typeHint({ column }: Shape, accepts: readonly ValueType[]): string | undefined {
  const type = COLUMN_TYPES.find((one) => accepts.includes(one));
  if (column === undefined || !type) return undefined;
  return `give the column its type in edition.yaml, lists: - {file: …, columns: {${column}: {type: ${type}}}}`;
}

/** `choose` has a text for every word that its field can hold, or one for all others. */
function checkChoices(shape: Shape | undefined, node: CallNode, place: Place): void {
  const given = optionsOf(node);
  for (const { value } of given) shapeOfExpression(expression(value), place, 'argument');
  const words = shape?.words;
  if (!words) return;
  for (const pair of given) {
    if (pair.key === 'other' || words.includes(pair.key)) continue;
    const message = `${shape.what} is never "${pair.key}"`;
    badArgument(pair, place, message, hintFor(pair.key, [...words, 'other']));
  }
  const keys = given.map(({ key }) => key);
  const missing = keys.includes('other') ? [] : words.filter((word) => !keys.includes(word));
  if (missing.length === 0) return;
  const message = `"${nameOf(node.path)}" has no text for ${missing.join(', ')}`;
  badArgument(node.path, place, message, 'add other="…" for all the rest');
}

function checkOptions(helper: Helper, node: CallNode, place: Place): void {
  const given = optionsOf(node);
  for (const pair of given) checkOption(helper, pair, node, place);
  const missing = (helper.needs ?? []).filter((name) => !given.some(({ key }) => key === name));
  for (const name of missing) {
    badArgument(node.path, place, `"${nameOf(node.path)}" needs ${name}="…"`);
  }
}

function checkOption(helper: Helper, pair: hbs.AST.HashPair, node: CallNode, place: Place): void {
  const value = shapeOfExpression(expression(pair.value), place, 'argument');
  const option = Object.hasOwn(helper.options, pair.key) ? helper.options[pair.key] : undefined;
  if (option === undefined) {
    const message = `"${nameOf(node.path)}" has no option "${pair.key}"`;
    badArgument(pair, place, message, hintFor(pair.key, Object.keys(helper.options)));
  } else if (option === 'flag') {
    if (value?.shape.type !== 'flag') badArgument(pair, place, `${pair.key} is true or false`);
  } else if (option === 'list') {
    if (value?.shape.type !== 'list') badArgument(pair, place, `${pair.key} is a list`);
  } else if (option !== 'text') {
    checkWord(option, value, pair, place);
  }
}

function checkWord(
  words: readonly string[],
  known: Known | undefined,
  pair: hbs.AST.HashPair,
  place: Place,
): void {
  const word = known?.value?.type === 'word' ? known.value.word : undefined;
  if (word !== undefined && words.includes(word)) return;
  const said = word === undefined ? '' : `, not "${word}"`;
  const message = `${pair.key} is one of ${words.join(', ')}${said}`;
  const hint = word === undefined ? undefined : hintFor(word, words);
  badArgument(pair.value, place, message, hint);
}

/** `(lookup record key)`: a key that is written out is checked like a path. */
function checkLookup(node: CallNode, place: Place, use: Use): Shape | undefined {
  const [target, key] = node.params.map(expression);
  if (!target || !key || node.params.length > 2) {
    badArgument(node.path, place, '"lookup" takes arguments: record key');
    return undefined;
  }
  const known = shapeOfExpression(target, place, 'argument');
  shapeOfExpression(key, place, 'argument');
  if (!known || known.shape.unknown) return known?.shape;
  const { entry, item, fields } = known.shape;
  if (key.type !== 'StringLiteral') return entry ?? item ?? uniform(fields);
  return checkLookupKey(known, key, place, use);
}

function checkLookupKey(
  { shape, value }: Known,
  key: hbs.AST.StringLiteral,
  place: Place,
  use: Use,
): Shape | undefined {
  const keys = shape.entry && value && 'fields' in value ? Object.keys(value.fields) : undefined;
  const names = keys ?? Object.keys(shape.fields ?? {});
  const found = shape.fields?.[key.value] ?? shape.entry;
  if (found && (use === 'condition' || keys === undefined || keys.includes(key.value)))
    return found;
  const message = `${shape.what} has no "${key.value}"${place.subject}`;
  place.problems.error('unknown-field', place.text.span(key), message, hintFor(key.value, names));
  return undefined;
}

/** The one type of all fields, for a key that is known only when composing. */
function uniform(fields: Shape['fields']): Shape | undefined {
  const [first, ...others] = Object.values(fields ?? {});
  return others.every((shape) => shape.type === first?.type) ? first : undefined;
}

function badArgument(
  node: hbs.AST.Node,
  { problems, text, subject }: Place,
  message: string,
  hint?: string,
): void {
  problems.error('bad-argument', text.span(node), message + subject, hint);
}
