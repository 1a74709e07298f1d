/**
 * Evaluates a template into literal text and values. Handlebars parses; the evaluation is ours,
 * because a value must keep its place and may not become markup: it stays apart from the text until
 * the Markdown has been read.
 */
import type { Span } from '../../diagnostic.ts';
import type { Line } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import { printValue } from '../parts/print-value.ts';
import { branches, expression, nameOf, optionsOf, partialName, statementsOf } from './ast.ts';
import { Budget } from './budget.ts';
import { type Frame, optional, reported, required, type Site, valueOfCall } from './expressions.ts';
import { type Blank, closeGaps, isBlank, isVisible } from './gaps.ts';
import { reportRawCells } from './raw-cells.ts';
import type { Scope } from './scope.ts';
import type { TemplateText } from './template-text.ts';
import { type Fields, isTrue, type Value } from './values.ts';

/** A stretch of the template's own text, from `offset` of `source`; or what an output printed. */
export type TemplatePart =
  | { readonly literal: string; readonly source: TemplateText; readonly offset: number }
  | { readonly slot: Line; readonly span: Span };

interface Evaluation extends Pick<Site, 'writer' | 'recipient'> {
  readonly partial: (name: string) => TemplateText | undefined;
}

interface Context extends Site, Evaluation {
  readonly budget: Budget;
  readonly parts: TemplatePart[];
  /** What printed nothing. */
  readonly blanks: Blank[];
  /** Each item of a list has lists of its own, of which some are empty. */
  readonly isInLoop: boolean;
}

/** The parts of a checked template text, in order; what is empty, or leaves a gap in a sentence, is reported. */
export function evaluate(
  source: TemplateText,
  fields: Fields,
  evaluation: Evaluation,
): TemplatePart[] {
  const parts: TemplatePart[] = [];
  const scope: Scope<Frame> = { frame: { type: 'record', fields }, names: {}, data: {} };
  const blanks: Blank[] = [];
  const { writer } = evaluation;
  const budget = new Budget(writer.problems);
  const context = { ...evaluation, budget, source, scope, parts, blanks, isInLoop: false };
  runProgram(source.program, context);
  return blanks.length === 0 ? parts : closeGaps(parts, blanks, writer);
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
  const { budget, source, parts, blanks, writer } = context;
  const slot = reported(node, context, () => {
    const value = valueOfCall(node, context);
    if (value?.type === 'text' && value.column !== undefined) reportRaw(value.column, context);
    const line = value && printValue(value, writer);
    // A text that is written as empty, `male=""`, is meant to be.
    return line && (isVisible(line) || (line.length > 0 && lineText(line) === ''))
      ? line
      : undefined;
  });
  if (!slot || !budget.spend(node, source, lineText(slot).length)) return;
  const span = source.span(node);
  parts.push({ slot, span });
  if (!isVisible(slot)) blanks.push({ from: parts.length - 1, to: parts.length, span });
}

/** Warns of a column that is printed as it stands, while its cells are those of a spreadsheet. */
function reportRaw(column: string, { recipient, writer }: Context): void {
  const cells = recipient?.rawCells && Object.hasOwn(recipient.rawCells, column);
  if (recipient && cells) reportRawCells(recipient, column, writer.problems);
}

/** A block that prints nothing may leave a gap. */
function runBlock(node: hbs.AST.BlockStatement, context: Context): void {
  const { parts, blanks, source, writer } = context;
  const from = parts.length;
  const before = writer.problems.all.length;
  runBranch(node, context);
  const isSound = writer.problems.all.length === before;
  if (isSound && parts.slice(from).every(isBlank)) {
    blanks.push({ from, to: parts.length, span: source.span(node) });
  }
}

function runBranch(node: hbs.AST.BlockStatement, context: Context): void {
  const [argument] = node.params;
  const value = argument && optional(expression(argument), context);
  const { main, otherwise } = branches(node);
  const name = nameOf(node.path);
  const holds = isTrue(value) !== (name === 'unless');
  const isMissed = name === 'each' && !holds && !otherwise && !context.isInLoop;
  if (argument && isMissed) required(expression(argument), context);
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
    runProgram(node.program, { ...inside(node, item, context, data), isInLoop: true });
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
