/** Handlebars' syntax tree as closed unions, and small questions to it. */

type Statement =
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | hbs.AST.ContentStatement
  | hbs.AST.CommentStatement;

export type Expression =
  | hbs.AST.PathExpression
  | hbs.AST.SubExpression
  | hbs.AST.StringLiteral
  | hbs.AST.NumberLiteral
  | hbs.AST.BooleanLiteral
  | hbs.AST.UndefinedLiteral
  | hbs.AST.NullLiteral;

/** The parser's types leave both unions open; a statement outside them is one that templates may not use. */
export function statementsOf(program: hbs.AST.Program | undefined): readonly Statement[] {
  return (program?.body ?? []) as Statement[];
}

export function expression(node: hbs.AST.Expression): Expression {
  return node as Expression;
}

/** `{{else}}` part or main part of a block; absent ones are undefined, which the types hide. */
export function branches(block: hbs.AST.BlockStatement): {
  readonly main: hbs.AST.Program | undefined;
  readonly otherwise: hbs.AST.Program | undefined;
} {
  return { main: block.program, otherwise: block.inverse };
}

/** Named arguments in order; a node without any has no hash, which the types hide. */
export function optionsOf(node: { readonly hash: hbs.AST.Hash }): readonly hbs.AST.HashPair[] {
  return (node.hash as hbs.AST.Hash | undefined)?.pairs ?? [];
}

/** The name by which a statement or a subexpression calls a helper. */
export function nameOf(path: hbs.AST.Expression): string {
  const node = expression(path);
  return 'original' in node ? String(node.original) : '';
}

/** The name of a partial; undefined where it is computed, which is not supported. */
export function partialName(node: hbs.AST.PartialStatement): string | undefined {
  return node.name.type === 'SubExpression' ? undefined : String(node.name.original);
}
