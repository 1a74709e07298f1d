/** Which files of an edition are its lists, and which lie beside them and look like lists. */
import { dirname, extname, join, posix, relative, sep } from 'node:path';
import type { Problems, Span } from '../../diagnostic.ts';
import type { ListEntry } from '../schema/lists.ts';
import { decodeText } from '../source/encoding.ts';
import { type Folder, fileInside, namesIn } from '../source/files.ts';
import { readStart } from '../source/read-file.ts';
import { NOT_READ, SAVE_AS, WORKBOOKS } from './list-formats.ts';
import type { ListFile } from './stakeholders.ts';

/** The sheet that `list.xlsx#Sheet` names. */
const WITH_SHEET = /^(.*\.xls[xm])#(.+)$/is;

/** The files of lists that an edition names, and that are there. */
export function listFiles(
  folder: Folder,
  entries: readonly ListEntry[],
  problems: Problems,
): ListFile[] {
  return entries.flatMap(({ file: name, columns }): ListFile[] => {
    const [, before, sheet] = WITH_SHEET.exec(name.value) ?? [];
    const file = { value: before ?? name.value, span: name.span };
    const path = fileInside(folder, file, problems);
    if (path === undefined) return [];
    const shown = join(folder.shown, file.value);
    return [
      { name: name.value, file: shown, path, namedAt: name.span, columns, ...(sheet && { sheet }) },
    ];
  });
}

/** What is put before or after the name of a copy, in the languages of systems: `Copy of x`, `x (1)`, `x - Copie`. */
const COPY =
  /^(?:copy of|copie de|copia de|копия|kopie von|cópia de|نسخة من)\s+|\s*\(\d+\)$|(?:[\s_-]+(?:copy|copie|copia|копия|kopie|نسخة)|[\s_-]*的?副本)(?:\s*\(?\d+\)?)?$/iu;

/** The name without its ending, and without what tells a copy from what it was made of. */
function stem(name: string): string {
  return name
    .slice(0, name.length - extname(name).length)
    .trim()
    .toLowerCase();
}

function originalOf(name: string): string | undefined {
  const copy = stem(name);
  const original = copy
    .replace(COPY, '')
    .replace(/[\s—–-]+$/, '')
    .trim();
  return original !== copy && original !== '' ? original : undefined;
}

/**
 * The lists of an edition that names none: every CSV file but copies of one, or else every workbook.
 * @returns names, in the order of their code units
 */
export function defaultLists(names: readonly string[]): string[] {
  const of = (endings: readonly string[]) =>
    names.filter((name) => endings.includes(extname(name).toLowerCase()) && !isHidden(name));
  const found = of(['.csv']).length > 0 ? of(['.csv']) : of(WORKBOOKS);
  const stems = new Set(found.map(stem));
  return found.filter((name) => !stems.has(originalOf(name) ?? ''));
}

/** Files that spreadsheets leave beside a list that is open: `~$list.xlsx`, `.~lock.list.csv#`. */
const LOCK = /^(?:~\$(.*)|\.~lock\.(.*)#)$/;

function isHidden(name: string): boolean {
  return /^(?:\.|~\$)/.test(name);
}

/** Warns of files beside the lists that look like lists, and of lists that are open somewhere. */
export function reportUnlisted(
  folder: Folder,
  lists: readonly ListFile[],
  place: Span,
  problems: Problems,
): void {
  const read = new Set(lists.map(({ file }) => relative(folder.shown, file).replaceAll(sep, '/')));
  const folders = new Set(['.', ...[...read].map((name) => dirname(name))]);
  for (const within of folders) {
    for (const name of namesIn(join(folder.real, within))) {
      const file = within === '.' ? name : posix.join(within, name);
      if (read.has(file)) continue;
      const said = unlisted(file, name, { folder, read });
      if (said) problems.warning('unlisted-file', place, said.message, said.hint);
    }
  }
}

interface Beside {
  readonly folder: Folder;
  /** Lists that are read. */
  readonly read: ReadonlySet<string>;
}

type Said = { readonly message: string; readonly hint: string };

function unlisted(file: string, name: string, { folder, read }: Beside): Said | undefined {
  const [, opened, locked] = LOCK.exec(name) ?? [];
  const open = opened ?? locked;
  if (open !== undefined) return openList(file, open, read);
  if (isHidden(name)) return undefined;
  const ending = extname(name).toLowerCase();
  const isList = ending === '.csv' || ending === '.tsv' || WORKBOOKS.includes(ending);
  if (isList) {
    const original = originalOf(name);
    const copied = [...read].find((list) => original !== undefined && stem(list) === original);
    const what = copied === undefined ? '' : `: by its name it is a copy of ${copied}`;
    const hint = 'name it under the key lists if it is meant, or take it out of the folder';
    return { message: `${file} is not read as a list${what}`, hint };
  }
  if (isSpreadsheet(ending)) {
    return { message: `${file} is ${NOT_READ[ending]}, which is not read`, hint: SAVE_AS };
  }
  const isText = ending === '.txt' && isTable(join(folder.real, file));
  const hint = 'name it under the key lists, or save it as CSV UTF-8';
  return isText ? { message: `${file} is not read as a list`, hint } : undefined;
}

/** Word documents beside an edition may be anything. */
function isSpreadsheet(ending: string): boolean {
  return ending in NOT_READ && !ending.startsWith('.doc') && ending !== '.vcf';
}

function openList(file: string, open: string, read: ReadonlySet<string>): Said | undefined {
  // Word has such files too; Excel leaves out nothing of the name.
  const list = [...read].find((name) => posix.basename(name).toLowerCase() === open.toLowerCase());
  const isOther = /\.(?:csv|tsv|xls[xm]?|ods)$/i.test(open);
  if (list === undefined && !isOther) return undefined;
  const message = `${file} says that ${list ?? open} is open in a spreadsheet program`;
  return { message, hint: 'save and close it; if it is closed, delete this file' };
}

/** Bytes of a text in which a header is looked for. */
const LOOKED_AT = 65_536;

/** Whether a text begins with a row that names columns of lists. */
function isTable(path: string): boolean {
  try {
    const bytes = readStart(path, LOOKED_AT);
    // Half a character at the end is no fault of the text.
    const end = bytes.length < LOOKED_AT ? bytes.length : bytes.lastIndexOf('\n') & ~1;
    const decoded = decodeText(bytes.subarray(0, end));
    const [header = ''] = 'text' in decoded ? decoded.text.split(/[\r\n]/, 1) : [];
    return (
      header.split(/[\t;,]/).length > 2 &&
      /(?:^|[\t;,]|")(?:id|e-?mail|name|category)\b/i.test(header)
    );
  } catch {
    return false;
  }
}
