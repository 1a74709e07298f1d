/** Files that are written whole or not at all, whoever else may write into their folder. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** With the process that it belongs to, so that what a killed one leaves can be told from what is being written. */
const TEMPORARY = /^\.wsis-letters-(\d+)-[0-9a-f]{32}\.tmp$/;

/** Nobody can prepare a file or a link of a name that nobody can guess; if one is there nevertheless, it is an error. */
const NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/**
 * Writes under another name in the same folder, to the disk, then renames. A link in the place of the file is replaced
 * itself; what it points to stays as it is. It does not yield to the event loop, so no signal handler of ours can come
 * between.
 *
 * @param mode permissions of the file, less those that the umask takes away
 * @throws NodeJS.ErrnoException with `path`, e.g. ENOSPC; then nothing of it is left
 */
export function writeWhole(path: string, content: Uint8Array | string, mode = 0o666): void {
  const temporary = temporaryIn(dirname(path));
  try {
    writeNew(temporary, content, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    // The temporary name says nothing to anybody, and a failed write names no file at all.
    throw Object.assign(error as NodeJS.ErrnoException, { syscall: 'write', path });
  }
}

/** Makes a file and removes it: what permissions say is not all that may forbid writing. @throws NodeJS.ErrnoException */
export function tryFolder(folder: string): void {
  const temporary = temporaryIn(folder);
  try {
    writeNew(temporary, '', 0o600);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A path in a folder that nobody can guess; clearLeftovers knows it. */
export function temporaryIn(folder: string): string {
  const random = randomBytes(16).toString('hex');
  return join(folder, `.wsis-letters-${process.pid}-${random}.tmp`);
}

/** A rename can reach the disk before the content does; after a power cut the file would be empty. */
function writeNew(path: string, content: Uint8Array | string, mode: number): void {
  const file = openSync(path, NEW, mode);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes what killed processes have left half written. @throws NodeJS.ErrnoException */
export function clearLeftovers(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const owner = TEMPORARY.exec(entry.name)?.[1];
    if (owner === undefined || entry.isDirectory() || isRunning(Number(owner))) continue;
    rmSync(join(folder, entry.name), { force: true });
  }
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

/** A new name is safe only when its folder's entry is on the disk; Windows does that by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
