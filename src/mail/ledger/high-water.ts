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
  readSync,
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
import { parsed, type Sql } from './sql.ts';

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

/** Not through a link that somebody has put in its place; and one that is gone is not begun anew, without its place. */
const APPEND = constants.O_RDWR | constants.O_APPEND | constants.O_NOFOLLOW;

/** What is known of a ledger outside of it. */
export interface Mark {
  /** Where it lives. */
  readonly place: string;
  /** Where it has lived, oldest first; the last is `place`. */
  readonly places: readonly string[];
  /** Whose mail it is, where that was known. */
  readonly edition?: string;
  /** The highest that was seen, since an older copy was last taken over. */
  readonly head: Head;
  /** What went through the gate, in the order in which it was noted. */
  readonly gates: readonly Gate[];
}

/** A message whose final dot may have been sent. */
export interface Gate {
  readonly head: Head;
  readonly message: FrozenMessage;
  /** To a server that hands nothing on, so nobody can have got it. */
  readonly isTest?: boolean;
}

/**
 * One file a ledger, of lines that are only added, so that none is ever half overwritten: its place; then marks, those of gates
 * with the message, so that a ledger that has forgotten it can be reminded; between them where it has moved, whose it is, and
 * from which head it went on when an older copy was taken over.
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

  /** Undefined if this user has never seen the ledger, or its file has lost its beginning. */
  read(): Mark | undefined {
    if (!existsSync(this.#file)) return undefined;
    const seen = stampOf(statSync(this.#file));
    const [place = '', ...lines] = readFileSync(this.#file, 'utf8').split('\n');
    this.#seen = seen;
    return place === '' ? undefined : lines.reduce(withLine, beginAt(place));
  }

  /**
   * Makes sure that no other copy of the ledger has gone on meanwhile. Looks at the file only if somebody else has written it.
   * @throws UserError `ledger-moved`, `ledger-restored`
   */
  async confirm(sql: Sql, place: string): Promise<void> {
    if (this.#seen !== '' && existsSync(this.#file) && stampOf(statSync(this.#file)) === this.#seen)
      return;
    // It may be another file by now.
    this.#release();
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
    this.#makeFolder();
    return lockRun(this.#file.slice(0, -SUFFIX.length).concat('.lock'));
  }

  /** Notes a ledger that this user begins, or a new place of one that is known. */
  settle(place: string, edition?: string): void {
    this.#makeFolder();
    const mark = this.read();
    if (!mark) writeWhole(this.#file, `${place}\n`, 0o600);
    const moved = mark && mark.place !== place ? `${MOVED}${place}\n` : '';
    const named = edition !== undefined && mark?.edition !== edition;
    this.#append(moved + (named ? `${EDITION}${edition}\n` : ''));
    syncFolder(this.#folder);
  }

  /** From here on the ledger goes on from an older head; what went through its gates is still known. */
  goBack(head: Head): void {
    this.#append(BACK + lineOf({ head }));
  }

  #makeFolder(): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
  }

  /**
   * On the disk when it resolves. What comes while other marks are being written is written together: the highest
   * stands for those below it. Rejects with a NodeJS.ErrnoException.
   * @param gate what goes through it with the mark
   */
  write(head: Head, gate?: Omit<Gate, 'head'>): Promise<void> {
    const gates = gate ? [{ head, ...gate }] : [];
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
    const isNoted = gates.some((gate) => gate.head.sequence === head.sequence);
    this.#append([...gates, ...(isNoted ? [] : [{ head }])].map(lineOf).join(''));
    if (this.#handle !== undefined) await synchronise(this.#handle);
  }

  /** Whole or not at all, as far as a reader can see: a line that was cut off is none. */
  #append(lines: string): void {
    if (lines === '') return;
    try {
      if (this.#isReplaced()) this.#release();
      this.#handle ??= this.#open();
      writeAll(this.#handle, Buffer.from(lines));
      this.#seen = stampOf(fstatSync(this.#handle));
    } catch (error) {
      // The next one begins on a line of its own.
      this.#release();
      throw error;
    }
  }

  /** What is written to a file that has no name any more, nobody finds. */
  #isReplaced(): boolean {
    if (this.#handle === undefined) return false;
    return statSync(this.#file, { throwIfNoEntry: false })?.ino !== fstatSync(this.#handle).ino;
  }

  async close(): Promise<void> {
    await this.#written;
    this.#release();
  }

  #release(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  #open(): number {
    const handle = openSync(this.#file, APPEND);
    if (isCutOff(handle)) writeAll(handle, Buffer.from('\n'));
    return handle;
  }
}

/** Whether the last line has no end: the power failed under it. */
function isCutOff(handle: number): boolean {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  if (size > 0) readSync(handle, last, 0, 1, size - 1);
  return last.toString() !== '\n';
}

/** A disk that is nearly full takes a part, and calls that no error. @throws NodeJS.ErrnoException */
function writeAll(handle: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(handle, bytes, written);
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

const MOVED = '@ ';
const EDITION = '# ';
const BACK = '! ';

type Line = Pick<Gate, 'head'> & Partial<Gate>;

function lineOf({ head: { sequence, hash }, ...gate }: Line): string {
  return `${sequence} ${hash}${gate.message ? ` ${JSON.stringify(gate)}` : ''}\n`;
}

function beginAt(place: string): Mark {
  return { place, places: [place], head: NO_HEAD, gates: [] };
}

/** A mark with what a further line says. */
function withLine(mark: Mark, line: string): Mark {
  if (line.startsWith(MOVED)) {
    const place = line.slice(MOVED.length);
    return { ...mark, place, places: [...mark.places, place] };
  }
  if (line.startsWith(EDITION)) return { ...mark, edition: line.slice(EDITION.length) };
  if (line.startsWith(BACK))
    return { ...mark, head: gateOf(line.slice(BACK.length))?.head ?? mark.head };
  const noted = gateOf(line);
  if (!noted) return mark;
  const { head, message } = noted;
  // One list for all, which nobody else has: a copy for each line would take its time.
  if (message) (mark.gates as Gate[]).push({ ...noted, message });
  return head.sequence > mark.head.sequence ? { ...mark, head } : mark;
}

const LINE = /^(\d+) ([0-9a-f]{64})(?: (\{.*\}))?$/;

/** Undefined if the power failed under the line; what it was for has not happened then. */
function gateOf(line: string): Line | undefined {
  const [, sequence, hash, gate] = LINE.exec(line) ?? [];
  if (hash === undefined) return undefined;
  const head = { sequence: Number(sequence), hash };
  if (gate === undefined) return { head };
  const read = parsed<Omit<Gate, 'head'>>(gate);
  return read && { head, ...read };
}

/** A ledger that this user has seen. */
export interface SeenLedger extends Mark {
  readonly id: string;
}

/** Those that lived in a place, or were of an edition and have sent letters to more than a test server. */
export function ledgersSeen(
  stateFolder: string,
  { place, edition }: { readonly place: string; readonly edition?: string | undefined },
): SeenLedger[] {
  const folder = join(stateFolder, 'ledgers');
  if (!existsSync(folder)) return [];
  const ids = readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));
  return ids.flatMap((id) => {
    const mark = new HighWater(stateFolder, id).read();
    if (!mark) return [];
    const isOfEdition = edition !== undefined && mark.edition === edition;
    const hasSent = mark.gates.some(({ isTest }) => !isTest);
    return mark.place === place || (isOfEdition && hasSent) ? [{ id, ...mark }] : [];
  });
}
