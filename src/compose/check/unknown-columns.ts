/** Columns of lists that nothing reads, while a column that letters need is missing: a name that is not ours. */
import { join } from 'node:path';
import { MOST_TEXT_BYTES } from '../../data/limits.ts';
import { readFileWithin } from '../../data/source/read-file.ts';
import { didYouMean } from '../../data/suggest.ts';
import type { Problems } from '../../diagnostic.ts';
import type { Edition, Text } from '../../model.ts';
import { packageFile } from '../../package.ts';
import { entriesOf } from './unused-templates.ts';

/** Warns once for each such column of a list, at its header. */
export function reportUnknownColumns({ folder, stakeholders }: Edition, problems: Problems): void {
  const all = new Set(stakeholders.flatMap(({ unrecognisedColumns }) => unrecognisedColumns ?? []));
  if (all.size === 0) return;
  const isUsed = usedColumns(folder);
  for (const { unknown, missing } of all) {
    for (const { value, span } of unknown) {
      if (isUsed(value)) continue;
      const message = `nothing uses the column "${value}", whose name is not known`;
      problems.warning('unknown-column', span, message, hint(value, missing));
    }
  }
}

/** A word of `job-title` may be the name that is meant. */
function hint(column: string, missing: readonly string[]): string {
  const word = column.split('-').find((one) => missing.includes(one));
  const meant = didYouMean(word ?? column, missing);
  const instead = meant ?? `the list lacks ${missing.join(', ')}: is it one of them?`;
  return `${instead} If not, use it in a template: {{recipient.extra.${column}}}`;
}

/** Whether any text that may be a template names a column, or takes all of them. */
export function usedColumns(folder: string): (column: Text['value']) => boolean {
  const files = [join(folder, 'templates'), packageFile('templates')].flatMap(templatesIn);
  // The subject of messages is a template in edition.yaml.
  const text = [join(folder, 'edition.yaml'), ...files].map(readable).join('\n');
  const takesAll = /\brecipient\.extra(?![.\w-])/.test(text);
  const named = new Set([...text.matchAll(/\bextra\.\[?([^\s\]}).|]+)/g)].map(([, name]) => name));
  return (column) => takesAll || named.has(column);
}

/** A file that cannot be read is reported where a letter needs it. */
function readable(file: string): string {
  try {
    return readFileWithin(file, MOST_TEXT_BYTES).toString();
  } catch {
    return '';
  }
}

function templatesIn(folder: string): string[] {
  return entriesOf(folder, true)
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map(({ parentPath, name }) => join(parentPath, name));
}
