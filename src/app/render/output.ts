/** The output folder, and what an earlier run has left there. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { clearLeftovers, tryFolder } from '../../whole-file.ts';

/**
 * Makes the folder, tries it, and clears it of what a killed run has left half written: one error here, in place of one
 * for each letter.
 * @throws NodeJS.ErrnoException if it cannot be made, read or written into.
 */
export function openFolder(folder: string): void {
  makeFolder(folder);
  tryFolder(folder);
  clearLeftovers(folder);
}

/** `recursive` of mkdirSync calls a read-only file system ENOENT. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Digest of a file, in hexadecimal; undefined if it cannot be read. */
export function digestOf(path: string): string | undefined {
  try {
    return digest(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** SHA-256 in hexadecimal. */
export function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Files of the folder that bear an edition's prefix and a suffix, but are none of `names`, in order. */
export function otherFiles(
  folder: string,
  prefix: string,
  suffix: string,
  names: ReadonlySet<string>,
): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith(suffix) && !names.has(name))
    .sort();
}
