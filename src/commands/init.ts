/** `init`: a new edition to start from. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../app/render/output.ts';
import { UsageError, UserError } from '../diagnostic.ts';
import { packageFile } from '../package.ts';
import { writeFailed } from '../system-error.ts';
import { writeWhole } from '../whole-file.ts';

/**
 * Fills an empty or new folder; gives the exit code.
 * @throws UsageError if the folder has anything in it, UserError if it cannot be written.
 */
export function init(folder: string): number {
  const source = packageFile('src', 'commands', 'init');
  const files = readdirSync(source).sort();
  openEmpty(folder);
  attempt(folder, () => copyAll(files, source, folder));
  const made = files.map((file) => `  ${join(folder, file)}\n`).join('');
  const commands = ['check', 'preview', 'render'];
  const next = commands.map((command) => `  wsis-letters ${command} ${quoted(folder)}\n`).join('');
  process.stdout.write(`Made:\n${made}Next:\n${next}`);
  return 0;
}

function openEmpty(folder: string): void {
  attempt(folder, () => makeFolder(folder));
  if (attempt(folder, () => readdirSync(folder)).length === 0) return;
  const hint = 'name a folder that is empty or does not exist yet';
  throw new UsageError('folder-not-empty', `${folder} is not empty`, hint);
}

/** All or none: another run is to find the folder empty. */
function copyAll(files: readonly string[], source: string, folder: string): void {
  const made: string[] = [];
  try {
    for (const file of files) {
      const path = join(folder, file);
      writeWhole(path, readFileSync(join(source, file)));
      made.push(path);
    }
  } catch (error) {
    for (const path of made) rmSync(path);
    throw error;
  }
}

function attempt<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new UserError([writeFailed(`make an edition in ${folder}`, error)]);
  }
}

/** For a POSIX shell, so that the printed commands can be copied. */
export function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
