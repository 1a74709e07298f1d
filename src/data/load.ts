/** An edition's folder → Edition. The only reader of the file system before rendering. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Diagnostic, Problems, sortDiagnostics } from '../diagnostic.ts';
import type { Edition, Text } from '../model.ts';
import { defaultLists, listFiles, reportUnlisted } from './lists/list-files.ts';
import { checkTypes } from './lists/mixed-types.ts';
import { type ListReader, readLists } from './lists/stakeholders.ts';
import { type EditionFile, readEdition } from './schema/edition.ts';
import { shippedFonts } from './schema/fonts.ts';
import { checkRecipients } from './schema/unusual.ts';
import { id, idHint } from './schema/values.ts';
import { checkEditionTexts } from './sense/edition-texts.ts';
import { type Folder, filesOf } from './source/files.ts';
import { readSource } from './source/source.ts';
import { entryOf } from './source/tree.ts';
import { parseYaml } from './source/yaml.ts';

const MAIN_FILE = 'edition.yaml';

/** The outcome of loading an edition. */
export interface Loaded {
  /** Missing where too little could be read to compose anything; else without the parts that are wrong. */
  readonly edition?: Edition;
  /** All problems, by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an edition: its folder, `edition.yaml`, and the stakeholder lists. Nothing is thrown for bad data.
 * Whoever reads the same edition again and again may bring a reader of lists that remembers them.
 */
export function loadEdition(path: string, lists: ListReader = readLists): Loaded {
  const problems = new Problems();
  const edition = load(path, lists, problems);
  const diagnostics = onceEach(sortDiagnostics(problems.all));
  return { ...(edition && { edition }), diagnostics };
}

/** What a letter takes over from another is read for both, and told of the first. */
function onceEach(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((one) => {
    const message = one.message.replaceAll(/\bletters\[\d+\]/g, 'letters');
    const key = JSON.stringify({ ...one, message });
    return !seen.has(key) && seen.add(key);
  });
}

function load(path: string, readAll: ListReader, problems: Problems): Edition | undefined {
  const folder = openFolder(path, problems);
  if (!folder) return undefined;
  const file = join(folder.shown, MAIN_FILE);
  const source = readSource(file, problems);
  const node = source && parseYaml(source, problems);
  const fonts = shippedFonts(problems);
  if (!source || !node || !fonts) return undefined;
  const start = source.span(0);
  const lists = () =>
    defaultLists(filesOf(folder, problems)).map((value) => ({ value, span: start }));
  const found = readEdition(node, folder, fonts, lists, problems);
  if (!found) return undefined;
  checkEditionTexts(found, problems);
  const name = found.id ?? defaultId(folder, { value: '', span: start }, problems);
  const ofLists = problems.fork();
  const files = listFiles(folder, found.lists, ofLists);
  const stakeholders = readAll(files, ofLists);
  checkTypes(found.lists, stakeholders, problems);
  const listsAt = entryOf(node, 'lists')?.key.span ?? start;
  // One that is not there is probably beside, under another name.
  if (files.length === found.lists.length) reportUnlisted(folder, files, listsAt, problems);
  // An edition that is not mailed prints its letters, whatever the addresses.
  if (found.mail) checkRecipients(stakeholders, found.mail.unusualAddresses, problems);
  return assemble(found, {
    id: name,
    folder: folder.real,
    stakeholders,
    hasFaultyList: ofLists.hasErrors,
  });
}

type Outside = Pick<Edition, 'id' | 'folder' | 'stakeholders' | 'hasFaultyList'>;

function assemble({ event, contact, lists: _, ...rest }: EditionFile, outside: Outside) {
  return event && contact ? { ...rest, event, contact, ...outside } : undefined;
}

function openFolder(path: string, problems: Problems): Folder | undefined {
  const shown = resolve(path);
  const isFolder = existsSync(shown) && statSync(shown).isDirectory();
  if (isFolder && existsSync(join(shown, MAIN_FILE))) {
    return { shown, real: realpathSync(shown) };
  }
  const message = isFolder
    ? `the folder ${path} is not an edition: it has no ${MAIN_FILE}`
    : `there is no folder ${path}`;
  problems.error('missing-edition', undefined, message, folderHint(shown, isFolder));
  return undefined;
}

function folderHint(shown: string, isFolder: boolean): string {
  if (!isFolder && existsSync(shown)) return 'that is a file: give the folder in which it lies';
  const misnamed = isFolder
    ? readdirSync(shown).find((name) => /^edition\.ya?ml$/i.test(name))
    : undefined;
  return misnamed
    ? `rename ${misnamed} to ${MAIN_FILE}`
    : 'give the folder of an edition, or make one with "wsis-letters init"';
}

/** The folder's name, if it can be an id. */
function defaultId(folder: Folder, place: Text, problems: Problems): string {
  const name = basename(folder.real);
  const own = new Problems();
  if (id({ ...place, value: name }, own) === undefined) {
    const message = `the folder's name "${name}" cannot be the id of the edition`;
    const hint = `add the key id${idHint(name) ? `, ${idHint(name)}` : ''}`;
    problems.error('bad-id', place.span, message, hint);
  }
  return name;
}
