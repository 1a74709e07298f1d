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
import { type Entry, entryOf, type Node } from '../source/tree.ts';
import { hintFor } from '../suggest.ts';
import { link } from './addresses.ts';
import {
  type Context,
  fold,
  judged,
  object,
  optional,
  type Reader,
  required,
  scalar,
  text,
} from './reader.ts';

type PerLanguage<T> = { readonly span: Localized['span'] } & InLanguages<T>;

/**
 * One value for every language, or a map of languages. `isValue` distinguishes a value from a map of
 * languages.
 */
function perLanguage<T>(
  value: Reader<T>,
  isValue: (node: Node) => boolean,
): Reader<PerLanguage<T>> {
  return (node, context) => {
    if (isValue(node) || node.type !== 'map') {
      const all = value(node, context);
      return all === undefined ? undefined : { span: node.span, all };
    }
    if (node.entries.length === 0) {
      context.problems.error('empty-value', node.span, `${context.path} has no text`);
      return undefined;
    }
    return {
      span: node.span,
      ...Object.fromEntries(node.entries.flatMap(languageOf(value, context))),
    };
  };
}

function languageOf<T>(value: Reader<T>, context: Context) {
  return ({ key, node }: Entry): [string, T][] => {
    if (!(LANGUAGES as readonly string[]).includes(key.value)) {
      const message = `"${key.value}" is not a language of ${context.path}`;
      const hint = hintFor(key.value, LANGUAGES);
      context.problems.error('unknown-language', key.span, message, hint);
      return [];
    }
    const read = value(node, { ...context, path: `${context.path}.${key.value}` });
    return read === undefined ? [] : [[key.value, read]];
  };
}

/** A text, the same or different in each language. */
export const localized: Reader<Localized> = perLanguage(text, () => false);

/** Lines: a list, or one text whose line ends count. Empty lines are dropped. */
const lines: Reader<readonly Text[]> = (node, context) => {
  const found = rawLines(node, context).flatMap(({ value, span }) => {
    const line = { value: fold(value), span };
    return line.value === '' ? [] : [printable(line, context.problems)];
  });
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
export const localizedLines: Reader<LocalizedLines> = perLanguage(lines, () => false);

/** A name of one line or several, which a line feed parts. */
const nameText: Reader<Text> = (node, context) => {
  const [first, ...more] = lines(node, context) ?? [];
  return first && { ...first, value: [first, ...more].map(({ value }) => value).join('\n') };
};

/** Names that may be given as lines, the same or different in each language. */
export const localizedName: Reader<Localized> = perLanguage(nameText, () => false);

const form: Reader<NameForm> = object({
  name: required(text),
  article: optional(text),
  the: optional(text),
  of: optional(text),
  to: optional(text),
  by: optional(text),
  in: optional(text),
});

const nameForm: Reader<NameForm> = (node, context) => {
  if (node.type === 'map') return form(node, context);
  const name = text(node, context);
  return name && { name };
};

/** A proper name in each language: a text, or a map with `name`, `article` and irregular forms. */
export const properName: Reader<ProperName> = perLanguage(
  nameForm,
  (node) => entryOf(node, 'name') !== undefined,
);

const linkText: Reader<Text> = (node, context) => {
  if (node.type === 'scalar' && fold(node.value) === '') {
    const message = `${context.path} has no address`;
    context.problems.error('placeholder-link', node.span, message, 'give the real address');
    return { value: '#', span: node.span };
  }
  return scalar(judged(link))(node, context);
};

/** A link, the same or different in each language. */
export const localizedLink: Reader<Localized> = perLanguage(linkText, () => false);
