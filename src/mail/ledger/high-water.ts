/**
 * How far this user has seen each ledger go, and where it lives. A ledger restored from an old copy has forgotten letters that
 * were sent; it stands below its mark, which lies elsewhere and is not restored with it. Of two copies of a ledger only the one
 * at the place that its mark names goes on.
 */
import {
  closeSync,
  constants,
  existsSync,
  fdatasync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { syncFolder, writeWhole } from '../../whole-file.ts';
import type { FrozenMessage } from '../model.ts';
import { type Head, hashAt } from './chain.ts';
import { lockRun } from './lock.ts';
import { movedAway, restored } from './refusals.ts';
import type { Sql } from './sql.ts';

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

/** Not through a link that somebody has put in its place. */
const APPEND = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

/** What is known of a ledger outside of it. */
export interface Mark {
  /** Where it lives. */
  readonly place: string;
  /** The highest that was seen. */
  readonly head: Head;
  /** What went through the gate, in the order in which it was noted. */
  readonly gates: readonly Gate[];
}

/** A message whose final dot may have been sent. */
export interface Gate {
  readonly head: Head;
  readonly message: FrozenMessage;
}

/**
 * One file a ledger: its place, then a line for each mark. Lines are only added, so none is ever half overwritten. That of a
 * gate holds the message, so that a ledger that has forgotten it can be told.
 */
export class HighWater {
  readonly #folder: string;
  readonly #file: string;
  #handle: number | undefined;
  /** Ends when nothing is being written; never rejects. */
  #written: Promise<void> = Promise.resolve();
  /** What will be written after that: the gates, and the highest mark. */
  #next: { head: Head; readonly gates: Gate[]; readonly done: Promise<void> } | undefined;
  /** The file as this process has left it. */
  #seen = '';

  constructor(stateFolder: string, ledger: string) {
    this.#folder = join(stateFolder, 'ledgers');
    this.#file = join(this.#folder, `${ledger}${SUFFIX}`);
  }

  /** Undefined if this user has never seen the ledger. */
  read(): Mark | undefined {
    if (!existsSync(this.#file)) return undefined;
    const seen = stampOf(statSync(this.#file));
    const [place = '', ...lines] = readFileSync(this.#file, 'utf8').split('\n');
    const marks = lines.flatMap(markOf);
    const heads = marks.map(({ head }) => head);
    this.#seen = seen;
    return {
      place,
      head: heads.reduce((top, head) => (head.sequence > top.sequence ? head : top), NO_HEAD),
      gates: marks.flatMap(({ head, message }) => (message ? [{ head, message }] : [])),
    };
  }

  /**
   * Makes sure that no other copy of the ledger has gone on meanwhile. Looks at the file only if somebody else has written it.
   * @throws UserError `ledger-moved`, `ledger-restored`
   */
  async confirm(sql: Sql, place: string): Promise<void> {
    if (this.#seen !== '' && existsSync(this.#file) && stampOf(statSync(this.#file)) === this.#seen)
      return;
    const mark = this.read();
    const seen = this.#seen;
    // Until it is found good, the next one looks again.
    this.#seen = '';
    if (mark?.place !== place) throw movedAway(mark?.place);
    if (!(await isOnChain(sql, mark.head))) throw restored(mark.head.sequence);
    this.#seen = seen;
  }

  /** Keeps other copies of the ledger from sending, and from taking it over. @throws UserError `ledger-locked` */
  lock(): () => void {
    return lockRun(this.#file.slice(0, -SUFFIX.length).concat('.lock'));
  }

  /** Notes a ledger that this user begins, or a new place of one that is known. */
  async settle(place: string): Promise<void> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const lines = existsSync(this.#file)
      ? readFileSync(this.#file, 'utf8').split('\n').slice(1).join('\n')
      : '';
    await this.#replace(`${place}\n${lines}`);
  }

  /** Forgets what was seen before. */
  async reset(place: string, head: Head): Promise<void> {
    await this.#replace(`${place}\n${lineOf({ head })}`);
  }

  async #replace(content: string): Promise<void> {
    await this.close();
    writeWhole(this.#file, content, 0o600);
    this.#seen = stampOf(statSync(this.#file));
    syncFolder(this.#folder);
  }

  /**
   * On the disk when it resolves. What comes while other marks are being written is written together: the highest
   * stands for those below it. Rejects with a NodeJS.ErrnoException.
   * @param message what goes through the gate with it
   */
  write(head: Head, message?: FrozenMessage): Promise<void> {
    const gates = message ? [{ head, message }] : [];
    if (this.#next) {
      if (head.sequence > this.#next.head.sequence) this.#next.head = head;
      this.#next.gates.push(...gates);
      return this.#next.done;
    }
    const next = { head, gates, done: this.#written.then(() => this.#writeNext()) };
    this.#next = next;
    this.#written = next.done.catch(() => {});
    return next.done;
  }

  async #writeNext(): Promise<void> {
    const next = this.#next;
    this.#next = undefined;
    if (!next) return;
    const { head, gates } = next;
    this.#handle ??= this.#open();
    const isNoted = gates.some((gate) => gate.head.sequence === head.sequence);
    writeSync(this.#handle, [...gates, ...(isNoted ? [] : [{ head }])].map(lineOf).join(''));
    await synchronise(this.#handle);
    this.#seen = stampOf(fstatSync(this.#handle));
  }

  async close(): Promise<void> {
    await this.#written;
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  #open(): number {
    const cutOff = existsSync(this.#file) && !readFileSync(this.#file, 'utf8').endsWith('\n');
    const handle = openSync(this.#file, APPEND, 0o600);
    if (cutOff) writeSync(handle, '\n');
    return handle;
  }
}

const NO_HEAD: Head = { sequence: 0, hash: '' };

/** Whether a ledger has come by a mark. */
export async function isOnChain(sql: Sql, { sequence, hash }: Head): Promise<boolean> {
  return sequence === 0 || (await hashAt(sql, sequence)) === hash;
}

/** Changes with whatever is written into a file, or put in its place. */
function stampOf({ ino, size }: Stats): string {
  return `${ino} ${size}`;
}

type Line = Pick<Gate, 'head'> & Partial<Gate>;

function lineOf({ head: { sequence, hash }, message }: Line): string {
  return `${sequence} ${hash}${message ? ` ${JSON.stringify(message)}` : ''}\n`;
}

const LINE = /^(\d+) ([0-9a-f]{64})(?: (\{.*\}))?$/;

/** None if the power failed under the line; what it was for has not happened then. */
function markOf(line: string): Line[] {
  const [, sequence, hash, message] = LINE.exec(line) ?? [];
  if (hash === undefined) return [];
  const head = { sequence: Number(sequence), hash };
  return [message === undefined ? { head } : { head, message: JSON.parse(message) }];
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
