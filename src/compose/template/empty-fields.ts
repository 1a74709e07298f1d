/** What is said about a field that a template prints and that holds nothing. */
import type { Code } from '../../codes.ts';
import type { Stakeholder } from '../../model.ts';
import type { Writer } from '../parts/print.ts';
import { nameOf } from './ast.ts';
import type { TemplateText } from './template-text.ts';

/** Fields of a recipient that letters need anyway: their absence is an error of the list. */
const NEEDED: Readonly<Record<string, Code>> = {
  'recipient.name': 'missing-name',
  'recipient.gender': 'missing-gender',
  'recipient.rank': 'missing-rank',
};

/** Where the empty field was met; `recipient` is null in a circular. */
interface EmptyField {
  readonly source: TemplateText;
  readonly writer: Writer;
  readonly recipient: Stakeholder | null;
}

/** Reports an empty field: at the recipient where the list lacks what it must have, else at the template. */
export function reportEmpty(
  node: hbs.AST.PathExpression,
  { source, writer, recipient }: EmptyField,
): void {
  const code = NEEDED[node.original];
  if (recipient && code) {
    const field = node.parts[1] ?? '';
    const message = `"${recipient.id.value}" needs a ${field} here`;
    writer.problems.error(code, recipient.span, message, `fill the column ${field}`);
    return;
  }
  // The message does not name the recipient: what many run into at one place is one problem.
  const message = `"${node.original}" is empty in the letter "${writer.letter}"`;
  const remedy = `give it in the data, or print it inside {{#if ${node.original}}}`;
  const hint = node.parts[0] === 'recipient' ? `${whose(recipient)}; ${remedy}` : remedy;
  writer.problems.error('empty-field', source.span(node), message, hint);
}

/** Reports an output or a subexpression that gives nothing; `key` is what it looks up. */
export function reportNothing(
  node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  key: string | undefined,
  { source, writer, recipient }: EmptyField,
): void {
  const [target] = node.params;
  const record = target && 'original' in target ? `"${target.original}"` : 'what it looks into';
  const message =
    key === undefined
      ? `{{${nameOf(node.path)} …}} prints nothing in the letter "${writer.letter}"`
      : `${record} has no "${key}" in the letter "${writer.letter}"`;
  const remedy = 'give it in the data, or print it inside {{#if …}}';
  const isPersonal = recipient !== null && node.params.some(isOfRecipient);
  const hint = isPersonal ? `${whose(recipient)}; ${remedy}` : remedy;
  writer.problems.error('empty-field', source.span(node), message, hint);
}

function isOfRecipient(node: hbs.AST.Expression): boolean {
  return nameOf(node).startsWith('recipient.');
}

function whose(recipient: Stakeholder | null): string {
  return recipient ? `of "${recipient.id.value}"` : 'a circular has no recipient';
}
