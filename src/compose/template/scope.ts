/** How a path of a template finds its beginning: block parameters, data variables, contexts. */

/** One context and what its block adds. `T` is a value when composing, a shape when checking. */
export interface Scope<T> {
  readonly frame: T;
  readonly parent?: Scope<T>;
  /** Block parameters (`as |phase|`) and arguments of a partial. */
  readonly names: Readonly<Record<string, T>>;
  /** `@index`, `@first`, `@last`, `@key`. */
  readonly data: Readonly<Record<string, T>>;
}

/** Where a path begins, and the fields that lead on from there. */
interface Start<T> {
  /** Undefined: a data variable that does not exist here. */
  readonly value: T | undefined;
  readonly rest: readonly string[];
}

/** `this.x`, `./x` and `../x` name one context; a bare name is looked up outwards. */
function isPinned({ depth, original }: hbs.AST.PathExpression): boolean {
  return depth > 0 || /^(?:this\b|\.)/.test(original);
}

/** Finds where a path begins; `has` says whether a context has a field. */
export function startOf<T>(
  path: hbs.AST.PathExpression,
  scope: Scope<T>,
  has: (frame: T, name: string) => boolean,
): Start<T> {
  if (path.data) return startOfData(path, scope);
  const [head, ...tail] = path.parts;
  const inner = ancestor(scope, path.depth);
  if (head === undefined || isPinned(path)) return { value: inner?.frame, rest: path.parts };
  const named = nameIn(scope, head);
  if (named !== undefined) return { value: named, rest: tail };
  return { value: holder(scope, head, has).frame, rest: path.parts };
}

function startOfData<T>(path: hbs.AST.PathExpression, scope: Scope<T>): Start<T> {
  const [head = '', ...rest] = path.parts;
  if (head === 'root') return { value: root(scope).frame, rest };
  for (let at: Scope<T> | undefined = scope; at; at = at.parent) {
    if (Object.hasOwn(at.data, head)) return { value: at.data[head], rest };
  }
  return { value: undefined, rest };
}

/** The block parameter of that name, if a block around defines one. */
function nameIn<T>(scope: Scope<T>, name: string): T | undefined {
  for (let at: Scope<T> | undefined = scope; at; at = at.parent) {
    if (Object.hasOwn(at.names, name)) return at.names[name];
  }
  return undefined;
}

function holder<T>(scope: Scope<T>, name: string, has: (frame: T, name: string) => boolean) {
  for (let at: Scope<T> | undefined = scope; at; at = at.parent) {
    if (has(at.frame, name)) return at;
  }
  return scope;
}

function ancestor<T>(scope: Scope<T>, depth: number): Scope<T> | undefined {
  let at: Scope<T> | undefined = scope;
  for (let up = 0; up < depth; up++) at = at?.parent;
  return at;
}

function root<T>(scope: Scope<T>): Scope<T> {
  return scope.parent ? root(scope.parent) : scope;
}

/** Whether a bare `{{name}}` calls a helper: Handlebars writes helpers, fields and block parameters alike. */
export function isHelperName<T>(path: hbs.AST.PathExpression, scope: Scope<T>): boolean {
  if (path.data || isPinned(path) || path.parts.length !== 1) return false;
  return nameIn(scope, path.parts[0] ?? '') === undefined;
}
