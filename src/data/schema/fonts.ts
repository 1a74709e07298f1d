/** Families of fonts: those of `fonts/fonts.yaml`, which come with the tool, and those of an edition. */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problems } from '../../diagnostic.ts';
import { LANGUAGES } from '../../language/languages.ts';
import type { FontFamily, Language, Text } from '../../model.ts';
import { dependencyFile, packageFile } from '../../package.ts';
import { type Folder, fileInside } from '../source/files.ts';
import { readSource } from '../source/source.ts';
import { entryOf, type Node } from '../source/tree.ts';
import { parseYaml } from '../source/yaml.ts';
import { didYouMean, nearest } from '../suggest.ts';
import { fontFile } from './named-files.ts';
import {
  type Context,
  choices,
  missingKey,
  object,
  optional,
  type Parser,
  plain,
  type Reader,
  record,
  required,
  text,
} from './reader.ts';
import { anyText, boolean, oneOf } from './values.ts';

/** Names of families by language, first choice first. */
export type FontChains = Readonly<Record<Language, readonly string[]>>;

/** What `fonts.yaml` says. */
export interface ShippedFonts {
  readonly families: readonly FontFamily[];
  readonly chains: FontChains;
}

interface Outcome {
  readonly fonts: ShippedFonts | undefined;
  readonly problems: Problems;
}

let shipped: Outcome | undefined;

/**
 * The fonts that come with the tool; undefined if there is an error in their description. It is read
 * once in the process, and its problems are reported to each who asks.
 */
export function shippedFonts(problems: Problems): ShippedFonts | undefined {
  shipped ??= readShipped(packageFile('fonts'));
  problems.add(shipped.problems.all);
  return shipped.fonts;
}

function readShipped(folder: string): Outcome {
  const problems = new Problems();
  return { fonts: readFonts(folder, problems), problems };
}

/** Reads the `fonts.yaml` of a folder. All that is wrong is reported; after an error there are no fonts. */
export function readFonts(path: string, problems: Problems): ShippedFonts | undefined {
  const own = problems.fork();
  const source = readSource(join(path, 'fonts.yaml'), own);
  const node = source && parseYaml(source, own);
  if (!node) return undefined;
  const folder = { shown: path, real: realpathSync(path), title: 'the folder of the fonts' };
  const found = fontsFile(folder)(node, { problems: own, path: '' });
  return own.hasErrors ? undefined : found;
}

function fontsFile(folder: Folder): Reader<ShippedFonts> {
  return (node, context) => {
    const described = entryOf(node, 'families')?.node;
    const names = described?.type === 'map' ? described.entries.map(({ key }) => key.value) : [];
    const families = record(anyText, (name) => shippedFamily(name, folder));
    const found = object({ families: required(families), chains: required(chains(names)) })(
      node,
      context,
    );
    return found && { families: Object.values(found.families), chains: found.chains };
  };
}

function chains(names: readonly string[]): Reader<FontChains> {
  const read = record(oneOf(LANGUAGES, 'unknown-language', 'language of letters'), () =>
    choices(plain(familyName(names, 'families')), 1),
  );
  return (node, context) => {
    if (node.type === 'map') {
      const absent = LANGUAGES.filter((language) => !entryOf(node, language));
      for (const language of absent) missingKey(language, node.span, context);
    }
    return read(node, context) as FontChains | undefined;
  };
}

/** One of the families that there are; `key` is where the file describes its own. */
export function familyName(names: readonly string[], key: string): Parser<string> {
  return ({ value, span }, problems) => {
    if (names.includes(value)) return value;
    const known = `known: ${names.join(', ')}; a family of your own is described under "${key}"`;
    const hint = didYouMean(value, names) ?? known;
    problems.error('unknown-font', span, `"${value}" is not a known family of fonts`, hint);
    return nearest(value, names);
  };
}

/** The files of a family; a style that is missing is drawn by a simpler one. */
const styles = (file: Reader<string>) => ({
  regular: required(file),
  bold: optional(file),
  italic: optional(file),
  boldItalic: optional(file),
});

/** Whether the files are fonts, who loads them finds out: to open all of them would delay every start. */
function shippedFamily({ value: name, span }: Text, fonts: Folder): Reader<FontFamily> {
  return (node, context) => {
    const folder = folderOf(node, fonts, context);
    if (!folder) return undefined;
    const read = object({
      ...styles(plain((file, problems) => fileInside(folder, file, problems))),
      package: optional(text),
      scripts: required(choices(plain(script), 1)),
      large: optional(plain(boolean)),
    });
    const found = read(node, context);
    if (!found) return undefined;
    const { package: _, large, ...family } = found;
    return { ...family, ...(large && { large }), name, span };
  };
}

/** The folder of the package that a family is in, or that of the fonts. */
function folderOf(family: Node, fonts: Folder, { problems }: Context): Folder | undefined {
  const name = entryOf(family, 'package')?.node;
  if (name?.type !== 'scalar') return fonts;
  const real = packageFolder(name.value);
  if (real !== undefined) return { shown: real, real, title: `the package ${name.value}` };
  const message = `the package "${name.value}" is not installed`;
  problems.error('missing-package', name.span, message, 'run "npm ci" where wsis-letters is');
  return undefined;
}

/** A name, perhaps in a scope; no path. */
const PACKAGE = /^(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*$/;

function packageFolder(name: string): string | undefined {
  try {
    if (PACKAGE.test(name)) return dirname(realpathSync(dependencyFile(`${name}/package.json`)));
  } catch {
    // Not installed.
  }
  return undefined;
}

/** The code of a script by ISO 15924, as Unicode's properties name it (UAX #24). */
const script: Parser<string> = ({ value, span }, problems) => {
  try {
    if (/^[A-Z][a-z]{3}$/.test(value) && new RegExp(`\\p{sc=${value}}`, 'u')) return value;
  } catch {
    // Reported below: the code is well formed, but names no script that has characters.
  }
  const hint = 'give its four letters, like Arab, Latn, Cyrl or Hani';
  problems.error('unknown-script', span, `"${value}" is not a script`, hint);
  return undefined;
};

/** Families that an edition brings. */
export function ownFamilies(folder: Folder): Reader<readonly FontFamily[]> {
  const read = object(styles(plain(fontFile(folder))));
  const byName = record(anyText, ({ value: name, span }): Reader<FontFamily> => {
    return (node, context) => {
      const found = read(node, context);
      return found && { ...found, name, span };
    };
  });
  return (node, context) => Object.values(byName(node, context) ?? {});
}
