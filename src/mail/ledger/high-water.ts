/**
 * How far this user has seen each ledger go. A ledger restored from an old copy has forgotten letters that were
 * sent; it stands below its mark, which lies elsewhere and is not restored with it.
 */
import {
  closeSync,
  existsSync,
  fdatasync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Head } from './chain.ts';

/** Where programs keep what they must remember about a user's work on this machine. */
export function userStateFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.XDG_STATE_HOME) return join(env.XDG_STATE_HOME, 'wsis-letters');
  if (process.platform === 'win32' && env.LOCALAPPDATA) {
    return join(env.LOCALAPPDATA, 'wsis-letters');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'wsis-letters');
  }
  return join(homedir(), '.local', 'state', 'wsis-letters');
}

const synchronise = promisify(fdatasync);

const SUFFIX = '.mark';

/** One file a ledger: its place, then a line for each mark. Lines are only added, so none is ever half overwritten. */
export class HighWater {
  readonly #folder: string;
  readonly #file: string;
  #handle: number | undefined;
  /** Ends when nothing is being written; never rejects. */
  #written: Promise<void> = Promise.resolve();
  /** The mark that will be written after that one. */
  #next: { head: Head; readonly done: Promise<void> } | undefined;

  constructor(stateFolder: string, ledger: string) {
    this.#folder = join(stateFolder, 'ledgers');
    this.#file = join(this.#folder, `${ledger}${SUFFIX}`);
  }

  /** The highest mark; undefined if this user has never seen the ledger. */
  read(): Head | undefined {
    if (!existsSync(this.#file)) return undefined;
    const lines = readFileSync(this.#file, 'utf8').split('\n');
    const marks = lines.slice(1).flatMap(markOf);
    return marks.reduce((top, mark) => (mark.sequence > top.sequence ? mark : top), NO_MARK);
  }

  /** Notes a ledger that this user begins or adopts, and where it lies. */
  create(place: string): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    if (!existsSync(this.#file))
      writeFileSync(this.#file, `${place}\n`, { mode: 0o600, flush: true });
    syncFolder(this.#folder);
  }

  /** Forgets what was seen before. */
  async reset(place: string, head: Head): Promise<void> {
    await this.close();
    const temporary = `${this.#file}.${process.pid}.tmp`;
    writeFileSync(temporary, `${place}\n${lineOf(head)}`, { mode: 0o600, flush: true });
    renameSync(temporary, this.#file);
    syncFolder(this.#folder);
  }

  /**
   * On the disk when it resolves. What comes while another mark is being written is written together: the highest
   * stands for those below it. Rejects with a NodeJS.ErrnoException.
   */
  write(head: Head): Promise<void> {
    if (this.#next) {
      if (head.sequence > this.#next.head.sequence) this.#next.head = head;
      return this.#next.done;
    }
    const next = { head, done: this.#written.then(() => this.#writeNext()) };
    this.#next = next;
    this.#written = next.done.catch(() => {});
    return next.done;
  }

  async #writeNext(): Promise<void> {
    const head = this.#next?.head;
    this.#next = undefined;
    if (!head) return;
    this.#handle ??= this.#open();
    writeSync(this.#handle, lineOf(head));
    await synchronise(this.#handle);
  }

  async close(): Promise<void> {
    await this.#written;
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  #open(): number {
    const cutOff = existsSync(this.#file) && !readFileSync(this.#file, 'utf8').endsWith('\n');
    const handle = openSync(this.#file, 'a', 0o600);
    if (cutOff) writeSync(handle, '\n');
    return handle;
  }
}

const NO_MARK: Head = { sequence: 0, hash: '' };

function lineOf({ sequence, hash }: Head): string {
  return `${sequence} ${hash}\n`;
}

const LINE = /^(\d+) ([0-9a-f]{64})$/;

/** None if the power failed under the line; what it was for has not happened then. */
function markOf(line: string): Head[] {
  const [, sequence, hash] = LINE.exec(line) ?? [];
  return hash === undefined ? [] : [{ sequence: Number(sequence), hash }];
}

/** Ids of the ledgers that this user has had in a place. */
export function ledgersSeenAt(stateFolder: string, place: string): string[] {
  const folder = join(stateFolder, 'ledgers');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .filter((file) => readFileSync(join(folder, file), 'utf8').split('\n', 1)[0] === place)
    .map((file) => file.slice(0, -SUFFIX.length));
}

/** A new file is safe only when its folder's entry is on the disk; Windows does that by itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
