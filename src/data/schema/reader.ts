/** Readers turn a node of a YAML tree into a typed value; problems are collected, never thrown. */
import type { Problems, Span } from '../../diagnostic.ts';
import type { Located, Text } from '../../model.ts';
import { printable } from '../source/characters.ts';
import { entryOf, type MapNode, type Node } from '../source/tree.ts';
import { hintFor, nearest } from '../suggest.ts';

/** What a reader needs beside the node. */
export interface Context {
  readonly problems: Problems;
  /** Where in the file we are, for messages: `letters[1].phases`. */
  readonly path: string;
}

/** Returns undefined for a value that cannot be used, having reported why. */
export type Reader<T> = (node: Node, context: Context) => T | undefined;

/**
 * Makes a value of a text, the same for YAML and CSV; reports why it cannot. Where it then returns a
 * substitute, it does so that what uses the value is not reported as well.
 */
export type Parser<T> = (text: Text, problems: Problems) => T | undefined;

/** A parser that only judges a text: what it refuses has been reported, and stays for its users. */
export function judged(parse: Parser<string>): Parser<string> {
  return (text, problems) => parse(text, problems) ?? text.value;
}

/** The text with line ends and tabs folded into spaces. */
export function fold(value: string): string {
  if (!/[\r\n\t]/.test(value)) return value.trim();
  return value
    .split(/[\r\n\t]+/)
    .map((line) => line.trim())
    .join(' ')
    .trim();
}

const NAMES = { scalar: 'a text', map: 'a map of keys', list: 'a list' } as const;

/** Reports a node of the wrong kind, or one that is not there at all. */
export function wrongType(node: Node, expected: string, context: Context): undefined {
  if (node.type === 'scalar' && fold(node.value) === '') return emptyValue(node, context);
  const message = `${context.path || 'the file'} must be ${expected}, not ${NAMES[node.type]}`;
  context.problems.error('wrong-type', node.span, message);
}

function emptyValue(node: Node, { problems, path }: Context): undefined {
  const hint = path ? 'give it a value, or remove the key' : undefined;
  problems.error('empty-value', node.span, `${path || 'the file'} is empty`, hint);
}

/** A single line of text that is not empty. */
export const text: Reader<Text> = (node, context) => {
  if (node.type !== 'scalar') return wrongType(node, 'a text', context);
  const found = { value: fold(node.value), span: node.span };
  if (found.value === '') return emptyValue(node, context);
  return printable(found, context.problems);
};

/** A text with a meaning: a date, an address, a word of a closed list. */
export function scalar<T>(parse: Parser<T>): Reader<Located<T>> {
  return (node, context) => {
    const found = text(node, context);
    const value = found && parse(found, context.problems);
    return found && value !== undefined ? { value, span: found.span } : undefined;
  };
}

/** Like {@link scalar}, where the place is of no use later. */
export function plain<T>(parse: Parser<T>): Reader<T> {
  const read = scalar(parse);
  return (node, context) => read(node, context)?.value;
}

/** A list; items that cannot be used are left out. A single value may stand for a list of one. */
export function list<T>(item: Reader<T>): Reader<readonly T[]> {
  return (node, context) => {
    const items = node.type === 'list' ? node.items : [node];
    return items.flatMap((each, index) => {
      const path = node.type === 'list' ? `${context.path}[${index + 1}]` : context.path;
      const value = item(each, { ...context, path });
      return value === undefined ? [] : [value];
    });
  };
}

/** A list of words of which none occurs twice; `least` is how many there must be. */
export function choices<T>(item: Reader<T>, least = 0): Reader<readonly T[]> {
  const read = list(item);
  return (node, context) => {
    if (node.type !== 'list') return read(node, context);
    if (node.items.length < least) {
      context.problems.error('empty-value', node.span, `${context.path} is empty`);
      return undefined;
    }
    const seen = new Set<string>();
    for (const each of node.items) {
      if (each.type !== 'scalar') continue;
      if (seen.has(each.value)) {
        const message = `"${each.value}" stands twice in ${context.path}`;
        context.problems.error('duplicate-entry', each.span, message);
      }
      seen.add(each.value);
    }
    return read(node, context);
  };
}

/** A map whose keys the edition chooses; `key` says which names it may choose. */
export function record<T>(
  key: Parser<string>,
  value: (key: Text) => Reader<T>,
): Reader<Readonly<Record<string, T>>> {
  return (node, context) => {
    if (node.type !== 'map') return wrongType(node, 'a map of keys', context);
    const entries = node.entries.flatMap((entry) => {
      const name = key(entry.key, context.problems);
      const path = join(context.path, entry.key.value);
      const read = value(entry.key)(entry.node, { ...context, path });
      return name === undefined || read === undefined ? [] : [[name, read] as const];
    });
    return Object.fromEntries(entries);
  };
}

interface Field<T, Presence extends 'required' | 'optional' | 'defaulted'> {
  readonly presence: Presence;
  readonly read: Reader<T>;
  readonly fallback?: T;
}

/** A key that must be there. */
export function required<T>(read: Reader<T>): Field<T, 'required'> {
  return { presence: 'required', read };
}

/** A key that may be missing. */
export function optional<T>(read: Reader<T>): Field<T, 'optional'> {
  return { presence: 'optional', read };
}

/** A key that has a value of its own when missing. */
export function defaulted<T>(read: Reader<T>, fallback: T): Field<T, 'defaulted'> {
  return { presence: 'defaulted', read, fallback };
}

type Presence = 'required' | 'optional' | 'defaulted';
type Shape = Readonly<Record<string, Field<unknown, Presence>>>;
type ValueOf<F> = F extends Field<infer T, Presence> ? T : never;
type OptionalKeys<S extends Shape> = {
  [K in keyof S]: S[K] extends Field<unknown, 'optional'> ? K : never;
}[keyof S];
/** The object that a shape describes, with its place. */
type ObjectOf<S extends Shape> = { readonly span: Span } & {
  readonly [K in Exclude<keyof S, OptionalKeys<S>>]: ValueOf<S[K]>;
} & { readonly [K in OptionalKeys<S>]?: ValueOf<S[K]> };

/**
 * A map with known keys. `insideAddress` of the shape is `inside-address` in the file. Keys that
 * are not in the shape are errors. There is no object when a required key cannot be had; all
 * other keys are read nevertheless, for their problems.
 */
export function object<S extends Shape>(shape: S): Reader<ObjectOf<S>> {
  const read = partial(shape);
  const needed = Object.keys(shape).filter((name) => shape[name]?.presence === 'required');
  return (node, context) => {
    const found = read(node, context);
    return found && needed.every((name) => name in found) ? (found as ObjectOf<S>) : undefined;
  };
}

/** Like {@link object}, but keeps what can be had when required keys cannot. */
export function partial<S extends Shape>(shape: S): Reader<Partial<ObjectOf<S>>> {
  const fields = Object.entries(shape).map(([name, field]) => [kebab(name), name, field] as const);
  const keys = fields.map(([key]) => key);
  return (node, context) => {
    if (node.type !== 'map') return wrongType(node, 'a map of keys', context);
    const typos = unknownKeys(node, keys, context);
    const result: Record<string, unknown> = { span: node.span };
    for (const [key, name, field] of fields) {
      const entry = entryOf(node, key);
      const inside = { ...context, path: join(context.path, key) };
      const value = (entry && field.read(entry.node, inside)) ?? field.fallback;
      if (value !== undefined) result[name] = value;
      const absent = field.presence === 'required' && !entry && !typos.has(key);
      if (absent) missingKey(key, node.span, context);
    }
    return result as Partial<ObjectOf<S>>;
  };
}

/** Reports unknown keys; returns the known ones that they were probably meant to be. */
function unknownKeys(node: MapNode, known: readonly string[], context: Context): Set<string> {
  const present = new Set(node.entries.map((entry) => entry.key.value));
  const absent = known.filter((key) => !present.has(key));
  const meant = new Set<string>();
  for (const { key } of node.entries) {
    if (known.includes(key.value)) continue;
    const near = nearest(key.value, absent);
    if (near !== undefined) meant.add(near);
    const message = `unknown key "${key.value}"${context.path && ` in ${context.path}`}`;
    context.problems.error('unknown-key', key.span, message, hintFor(key.value, absent));
  }
  return meant;
}

/** Reports a key that should be there. */
export function missingKey(key: string, span: Span, { problems, path }: Context): void {
  problems.error('missing-key', span, `the key "${key}" is missing${path && ` in ${path}`}`);
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
