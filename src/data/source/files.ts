/** Files that the data names. None of them may lie outside its folder. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import type { Problems } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';
import { didYouMean } from '../suggest.ts';

/** An edition's folder, or one that holds fonts. */
export interface Folder {
  /** As the user named it, made absolute: for spans. */
  readonly shown: string;
  /** With symbolic links resolved: for access. */
  readonly real: string;
  /** What messages call a folder that is no edition's. */
  readonly title?: string;
}

/**
 * The absolute real path of a file that a value names, relative to the folder. Reports
 * `outside-edition` or `outside-folder` (links are followed first) or `missing-file` at the value.
 */
export function fileInside(folder: Folder, name: Text, problems: Problems): string | undefined {
  const path = resolve(folder.real, name.value);
  if (!isInside(folder.real, path)) return outside(folder, name, problems);
  if (!existsSync(path)) {
    const hint = missingHint(path, name.value);
    problems.error('missing-file', name.span, `there is no file "${name.value}"`, hint);
    return undefined;
  }
  const real = realpathSync(path);
  if (!isInside(folder.real, real)) return outside(folder, name, problems);
  if (statSync(real).isFile()) return real;
  problems.error('missing-file', name.span, `"${name.value}" is not a file`);
  return undefined;
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function outside({ title }: Folder, name: Text, problems: Problems): undefined {
  const message = `"${name.value}" lies outside ${title ?? 'the edition'}`;
  const code = title === undefined ? 'outside-edition' : 'outside-folder';
  const hint = `copy the file into ${title ?? "the edition's folder"}`;
  problems.error(code, name.span, message, hint);
}

function missingHint(path: string, name: string): string | undefined {
  if (name.includes('\\')) return 'write / between folders';
  return didYouMean(basename(path), namesIn(dirname(path)));
}

/** Names of the files directly in an edition's folder, in order of their code units; reported where they cannot be had. */
export function filesOf(folder: Folder, problems: Problems): string[] {
  try {
    return readdirSync(folder.real, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    const message = `cannot list the folder ${folder.shown}: ${systemReason(error)}`;
    const hint = 'make the folder readable, or name its lists under the key lists';
    problems.error('missing-file', undefined, message, hint);
    return [];
  }
}

/** What the system says, without the call and the path that follow: `EACCES: permission denied`. */
export function systemReason(error: unknown): string {
  return error instanceof Error ? error.message.replace(/,.*/, '') : String(error);
}

/** Names in a folder, in order of their code units; none where they cannot be had. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
