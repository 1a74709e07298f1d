/** The output folder: whole files or none, and what an earlier run has left there. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** One file is written at a time, so a process needs one name. */
const TEMPORARY = /^\.wsis-letters-(\d+)\.tmp$/;
const temporaryName = `.wsis-letters-${process.pid}.tmp`;

/**
 * Makes the folder, tries it, and clears it of what a killed run has left half written.
 * @throws NodeJS.ErrnoException if it cannot be made, read or written into.
 */
export function openFolder(folder: string): void {
  makeFolder(folder);
  tryFolder(folder);
  for (const name of readdirSync(folder)) {
    const owner = TEMPORARY.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner)))
      rmSync(join(folder, name), { force: true });
  }
}

/** One error here, in place of one for each letter; what permissions say is not all that may forbid writing. */
function tryFolder(folder: string): void {
  const path = join(folder, temporaryName);
  closeSync(openSync(path, 'w'));
  rmSync(path);
}

/** `recursive` of mkdirSync calls a read-only file system ENOENT. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Writes a file whole or not at all: under another name in the same folder, to the disk, then renamed.
 * It does not yield to the event loop, so no signal handler of ours can come between.
 * @throws NodeJS.ErrnoException, e.g. ENOSPC; then nothing of it is left.
 */
export function writeWhole(folder: string, name: string, content: Uint8Array | string): void {
  const temporary = join(folder, temporaryName);
  try {
    writeThrough(temporary, content);
    renameSync(temporary, join(folder, name));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A rename can reach the disk before the content does; after a power cut the file would be empty. */
function writeThrough(path: string, content: Uint8Array | string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
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

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file of that name is in the way',
  EFBIG: 'the file would be larger than allowed',
  EISDIR: 'a folder of that name is in the way',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'that is a file, not a folder',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
};

/** Why the file system refused, in plain words with the system's own code. */
export function explain(error: unknown): string {
  const { code = '', message, syscall } = error as NodeJS.ErrnoException;
  // A folder is only made in one that exists.
  const isRefused = code === 'ENOENT' && syscall === 'mkdir';
  const reason = isRefused ? 'no folder can be made there' : REASONS[code];
  return reason ? `${reason} (${code})` : message;
}

/** Files of the folder that bear an edition's prefix but are none of `names`, in order. */
export function otherPdfs(folder: string, prefix: string, names: ReadonlySet<string>): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.pdf') && !names.has(name))
    .sort();
}
