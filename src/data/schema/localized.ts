/** Texts that differ by language. */

import { LANGUAGES } from '../../language/languages.ts';
import type {
  InLanguages,
  Localized,
  LocalizedLines,
  NameForm,
  ProperName,
  Text,
} from '../../model.ts';
import { printable } from '../source/characters.ts';
import { reportForeign, reportForeignLink } from '../source/foreign.ts';
import { type Entry, entryOf, type Node } from '../source/tree.ts';
import { hintFor } from '../suggest.ts';
import { link } from './addresses.ts';
import {
  type Context,
  fold,
  judged,
  list,
  object,
  optional,
  type Reader,
  required,
  scalar,
  text,
} from './reader.ts';

type PerLanguage<T> = { readonly span: Localized['span'] } & InLanguages<T>;

/** How one language's value is read. */
interface Kind<T> {
  readonly read: Reader<T>;
  /** Distinguishes a value from a map of languages. */
  readonly isValue?: (node: Node) => boolean;
  /** Replaces a value that was reported, so that its language is not reported as missing. */
  readonly otherwise: (text: Text) => T;
}

/** One value for every language, or a map of languages. */
function perLanguage<T>({ read, isValue, otherwise }: Kind<T>): Reader<PerLanguage<T>> {
  return (node, context) => {
    if (isValue?.(node) || node.type !== 'map') {
      const all = read(node, context);
      return all === undefined ? undefined : { span: node.span, all };
    }
    if (node.entries.length === 0) {
      context.problems.error('empty-value', node.span, `${context.path} has no text`);
      return undefined;
    }
    return {
      span: node.span,
      ...Object.fromEntries(node.entries.flatMap(languageOf(read, otherwise, context))),
    };
  };
}

function languageOf<T>(read: Reader<T>, otherwise: Kind<T>['otherwise'], context: Context) {
  return ({ key, node }: Entry): [string, T][] => {
    if (!(LANGUAGES as readonly string[]).includes(key.value)) {
      const message = `"${key.value}" is not a language of ${context.path}`;
      const hint = hintFor(key.value, LANGUAGES);
      context.problems.error('unknown-language', key.span, message, hint);
      return [];
    }
    const path = `${context.path}.${key.value}`;
    const before = context.problems.all.length;
    const value = read(node, { ...context, path });
    if (value === undefined && context.problems.all.length === before) {
      context.problems.error(
        'empty-value',
        node.span,
        `${path} is empty`,
        'leave the language out',
      );
    }
    return [[key.value, value ?? otherwise({ value: 'x', span: node.span })]];
  };
}

/** A text that is printed as it stands. */
const printed: Reader<Text> = (node, context) => {
  const found = text(node, context);
  if (found) reportForeign(found, context.problems);
  return found;
};

/** A text, the same or different in each language. */
export const localized: Reader<Localized> = perLanguage({
  read: printed,
  otherwise: (text) => text,
});

/** Texts as a list, or, as one writes them at first, as a list in each language: {ar: […], fr: […]}. */
export const localizedList: Reader<readonly Localized[]> = (node, context) => {
  const isByLanguage =
    node.type === 'map' && node.entries.some((entry) => entry.node.type === 'list');
  if (!isByLanguage) return texts(node, context);
  const columns = node.entries.map(({ key, node: own }) => {
    return { key, items: own.type === 'list' ? own.items : [own] };
  });
  const longest = Math.max(...columns.map(({ items }) => items.length));
  return Array.from({ length: longest }, (_, index) => {
    const entries = columns.flatMap(({ key, items }) => {
      const item = items[index];
      return item ? { key, node: item } : [];
    });
    const span = entries[0]?.node.span ?? node.span;
    return localized(
      { type: 'map', span, entries },
      { ...context, path: `${context.path}[${index + 1}]` },
    );
  }).filter((item) => item !== undefined);
};

const texts = list(localized);

/** A template in each language. */
export const localizedTemplate: Reader<Localized> = perLanguage({
  read: text,
  otherwise: (one) => one,
});

/** Lines: a list, or one text whose line ends count. Empty lines are dropped. */
const lines: Reader<readonly Text[]> = (node, context) => {
  const found = rawLines(node, context).flatMap(({ value, span }) => {
    const line = { value: fold(value), span };
    return line.value === '' ? [] : [printable(line, context.problems)];
  });
  for (const line of found) reportForeign(line, context.problems);
  if (found.length > 0) return found;
  if (node.type === 'scalar' && fold(node.value) === '') text(node, context);
  return undefined;
};

function rawLines(node: Node, context: Context): readonly Text[] {
  if (node.type === 'scalar') return node.lines;
  if (node.type === 'map') {
    text(node, context);
    return [];
  }
  return node.items.flatMap((item, index) => {
    const line = text(item, { ...context, path: `${context.path}[${index + 1}]` });
    return line ? [line] : [];
  });
}

/** Lines, the same or different in each language. */
export const localizedLines: Reader<LocalizedLines> = perLanguage({
  read: lines,
  otherwise: (text) => [text],
});

/** A name of one line or several, which a line feed parts. */
const nameText: Reader<Text> = (node, context) => {
  const [first, ...more] = lines(node, context) ?? [];
  return first && { ...first, value: [first, ...more].map(({ value }) => value).join('\n') };
};

/** Names that may be given as lines, the same or different in each language. */
export const localizedName: Reader<Localized> = perLanguage({
  read: nameText,
  otherwise: (text) => text,
});

const form: Reader<NameForm> = object({
  name: required(printed),
  article: optional(text),
  the: optional(text),
  of: optional(text),
  to: optional(text),
  by: optional(text),
  in: optional(text),
});

const nameForm: Reader<NameForm> = (node, context) => {
  if (node.type === 'map') return form(node, context);
  const name = printed(node, context);
  return name && { name };
};

/** A proper name in each language: a text, or a map with `name`, `article` and irregular forms. */
export const properName: Reader<ProperName> = perLanguage({
  read: nameForm,
  isValue: (node) => entryOf(node, 'name') !== undefined,
  otherwise: (name) => ({ name }),
});

const linkText: Reader<Text> = (node, context) => {
  if (node.type === 'scalar' && fold(node.value) === '') {
    const message = `${context.path} has no address`;
    context.problems.error('placeholder-link', node.span, message, 'give the real address');
    return { value: '#', span: node.span };
  }
  if (node.type === 'scalar') reportForeignLink(node, context.problems);
  return scalar(judged(link))(node, context);
};

/** A link, the same or different in each language. */
export const localizedLink: Reader<Localized> = perLanguage({
  read: linkText,
  otherwise: (text) => text,
});
