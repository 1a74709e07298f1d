/** Files of an edition that look like templates, but have a name under which no letter finds them. */
import { type Dirent, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { editDistance, nearest } from '../../data/suggest.ts';
import type { Problems } from '../../diagnostic.ts';
import { LANGUAGES } from '../../language/languages.ts';
import type { Edition } from '../../model.ts';
import { packageFile } from '../../package.ts';

const FOLDER = 'templates';
const LANGUAGE = LANGUAGES.join('|');
const LETTER = new RegExp(`^(?:${LANGUAGE})\\.md\\.hbs$`);
const MESSAGE = new RegExp(`^mail\\.(?:${LANGUAGE})\\.md\\.hbs$`);
const PARTIAL = new RegExp(`^[\\w-]+\\.(?:${LANGUAGE})\\.md\\.hbs$`);
/** Notes and what editors leave behind (`.en.md.hbs.swp`, `en.md.hbs~`) are no templates. */
const CANDIDATE = new RegExp(`^(?!\\.).*\\.hbs(?!.*~$)|^(?:${LANGUAGE})\\.(?:md|txt)$`);

/** Warns at the first line of each, naming what it should be called. */
export function reportUnusedTemplates({ folder, letters }: Edition, problems: Problems): void {
  const named = letters.map(({ kind }) => kind.value);
  const kinds = new Set([...named, ...foldersIn(packageFile(FOLDER))]);
  for (const top of foldersIn(folder).filter(isMeant)) {
    for (const path of templatesIn(join(folder, top))) {
      if (top === FOLDER && isUsable(path, kinds)) continue;
      const span = { file: join(folder, top, ...path), line: 1, column: 1 };
      const message = `no letter can use the template ${[top, ...path].join('/')}`;
      problems.warning('unused-template', span, message, `call it ${properName(path, named)}`);
    }
  }
}

function foldersIn(folder: string): string[] {
  return entriesOf(folder, false)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** What is in a folder; nothing if it may be used but not listed, which is no error of the edition. */
export function entriesOf(folder: string, recursive: boolean): Dirent[] {
  try {
    return readdirSync(folder, { recursive, withFileTypes: true });
  } catch {
    return [];
  }
}

/** `template` and `Templates` are meant to be `templates`. */
function isMeant(name: string): boolean {
  return editDistance(name.toLowerCase(), FOLDER) <= 1;
}

/** Paths below a folder, by their parts, in one order on all systems. */
function templatesIn(folder: string): string[][] {
  return entriesOf(folder, true)
    .filter((entry) => !entry.isDirectory() && CANDIDATE.test(entry.name))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort()
    .map((path) => path.split(sep));
}

function isUsable(path: readonly string[], kinds: ReadonlySet<string>): boolean {
  const [kind = '', file = ''] = path;
  if (path.length !== 2) return false;
  if (kind === 'partials') return PARTIAL.test(file);
  return kind === 'mail' ? MESSAGE.test(file) : kinds.has(kind) && LETTER.test(file);
}

/** What the file's own name does not say stays open: `templates/<kind>/fr.md.hbs`. */
function properName(path: readonly string[], named: readonly string[]): string {
  const file = path.at(-1) ?? '';
  const words = file.toLowerCase().split('.');
  const language = LANGUAGES.find((one) => words.includes(one)) ?? '<language>';
  const folder = path.length > 1 ? path[0] : undefined;
  if (folder === 'mail') return `${FOLDER}/mail/mail.${language}.md.hbs`;
  if (folder === 'partials') return `${FOLDER}/partials/${words[0]}.${language}.md.hbs`;
  const kind = nearest(folder ?? '', named) ?? (named.length === 1 ? named[0] : '<kind>');
  return `${FOLDER}/${kind}/${language}.md.hbs`;
}
