/** What the system refuses, in plain words: a full disk is no fault of the tool, and no stack trace helps with it. */
import type { Diagnostic } from './diagnostic.ts';

/** Why, and what to do. */
type Refusal = readonly [words: string, hint: string];

const MAKE_ROOM = 'make room there, and run it again';
const GAIN_ACCESS = 'give yourself the right to it, or work on a copy that is yours';
const MOVE_AWAY = 'move it away, or name another place';
const OPEN_FEWER = 'allow more of them, say with "ulimit -n 1024", and run it again';
const CHECK_DISK = 'save a copy of the edition elsewhere, and look into the state of the disk';
const BRING_BACK =
  '.wsis/copies has it as it was before each of the last runs: see "A damaged ledger" in the README';
const OTHER_PORT = 'end what uses it, or name another';

/** Where the user's state folder holds marks, see high-water.ts: nobody knows it by its path. */
const MARKS = /[\\/]wsis-letters[\\/]ledgers(?:[\\/]|$)/;
const OTHER_STATE =
  'the tool remembers there which ledgers you use; make it writable, or set XDG_STATE_HOME to another folder for good';

/** By the system's code; one that a call gives another meaning stands behind the name of the call. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  EACCES: ['no permission', GAIN_ACCESS],
  EADDRINUSE: ['it is taken', OTHER_PORT],
  EBUSY: ['another program is using it', 'end that, and run it again'],
  EDQUOT: ['the disk quota is used up', MAKE_ROOM],
  EEXIST: ['a file of that name is in the way', MOVE_AWAY],
  EFBIG: ['the file would be larger than allowed', 'allow larger ones ("ulimit -f")'],
  EIO: ['the disk has failed', CHECK_DISK],
  EISDIR: ['a folder of that name is in the way', MOVE_AWAY],
  ELOOP: ['there is a link where none may be', MOVE_AWAY],
  EMFILE: ['too many files are open', OPEN_FEWER],
  ENAMETOOLONG: ['the name is too long', 'shorten it, or the names of the folders around it'],
  ENFILE: ['too many files are open on this machine', 'end other programs, and run it again'],
  ENOENT: ['there is no such file', 'bring it back if it has been moved, and run it again'],
  ENOMEM: ['the memory is used up', 'end other programs, and run it again'],
  ENOSPC: ['the disk is full', MAKE_ROOM],
  ENOTDIR: ['that is a file, not a folder', MOVE_AWAY],
  EPERM: ['no permission', GAIN_ACCESS],
  EROFS: ['the file system is read-only', 'work on a copy where you may write'],
  // A folder is only made in one that exists.
  'mkdir ENOENT': ['no folder can be made there', 'name another place'],
  'listen EACCES': ['no permission', 'name a port above 1023'],
  'watch ENOSPC': [
    'the system watches no more files',
    'end other programs that do, or raise fs.inotify.max_user_watches',
  ],
};

/** By SQLite's primary code (https://sqlite.org/rescode.html). */
const LEDGER_REFUSALS: Readonly<Record<string, Refusal>> = {
  BUSY: ['another program is using it', 'end that, and run it again'],
  CANTOPEN: ['it cannot be opened or made', 'look whether you may write into its folder'],
  CORRUPT: ['it is damaged', BRING_BACK],
  FULL: ['the disk is full', MAKE_ROOM],
  IOERR: ['the disk has failed', CHECK_DISK],
  LOCKED: ['another program is using it', 'end that, and run it again'],
  NOMEM: ['the memory is used up', 'end other programs, and run it again'],
  NOTADB: ['it is no ledger', BRING_BACK],
  PERM: ['no permission', GAIN_ACCESS],
  READONLY: ['it can be read, but not written', GAIN_ACCESS],
};

/** What the call was to do, where its name does not say it. */
const VERBS: Readonly<Record<string, string>> = {
  copyfile: 'write',
  fsync: 'write',
  ftruncate: 'write',
  listen: 'use the port',
  mkdir: 'make the folder',
  rename: 'write',
  scandir: 'read the folder',
  unlink: 'remove',
};

/** A call that the system refused. */
interface Refused {
  readonly code: string;
  readonly call: string;
  /** The file or the port. */
  readonly object: string | undefined;
}

/** Why the file system refused, in plain words with the system's own code. */
export function explain(error: unknown): string {
  const refused = refusedCall(error);
  const refusal = refused && refusalOf(refused);
  return refusal ? `${refusal[0]} (${refused.code})` : (error as Error).message;
}

/** What to tell the user of an error at a known task: `cannot make an edition in x: the disk is full (ENOSPC)`. */
export function writeFailed(task: string, error: unknown): Diagnostic {
  const refused = refusedCall(error);
  const hint = refused && refusalOf(refused)?.[1];
  const message = `cannot ${task}: ${explain(error)}`;
  return { severity: 'error', code: 'write-failed', message, ...(hint && { hint }) };
}

/** Whether the system refused something: then the tool has no fault that a stack trace would show. */
export function isSystemError(error: unknown): boolean {
  return systemProblem(error) !== undefined;
}

/** What to tell the user of an error of the system or of the ledger's database; undefined of any other. */
export function systemProblem(error: unknown): Diagnostic | undefined {
  return ledgerProblem(error) ?? callProblem(error);
}

/** Any error in one line: in plain words where the system or the ledger's database refused. */
export function inWords(error: unknown): string {
  return systemProblem(error)?.message ?? (error as Error).message;
}

function callProblem(error: unknown): Diagnostic | undefined {
  const refused = refusedCall(error);
  const refusal = refused && refusalOf(refused);
  if (!refusal) return undefined;
  const verb = VERBS[refused.call] ?? refused.call;
  const action = [verb, refused.object].filter(Boolean).join(' ');
  const [words, hint] = refusal;
  const isMark = MARKS.test(refused.object ?? '');
  return problem(`cannot ${action}`, refused.code, [words, isMark ? OTHER_STATE : hint]);
}

function refusalOf({ call, code }: Refused): Refusal | undefined {
  return REFUSALS[`${call} ${code}`] ?? REFUSALS[code];
}

/** Errors from other threads have lost everything but the text: `EMFILE: too many open files, open '/a/b'`. */
const TEXT = /^(E[A-Z]+): [^,]*, (\w+)(?: '(.*?)')?/;

function refusedCall(error: unknown): Refused | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, port }: NodeJS.ErrnoException & { port?: number } = error;
  const object = path ?? port?.toString();
  if (code !== undefined && syscall !== undefined) return { code, call: syscall, object };
  const [, fromText, call, file] = TEXT.exec(error.message) ?? [];
  return fromText && call ? { code: fromText, call, object: file } : undefined;
}

/** libsql gives only the number if it cannot open a file. */
const OPENING = /^ConnectionFailed\("Unable to open connection to local database (.*): 14"\)$/;

function ledgerProblem(error: unknown): Diagnostic | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, file] = OPENING.exec(error.message) ?? [];
  const code = file ? 'SQLITE_CANTOPEN' : String((error as NodeJS.ErrnoException).code);
  const refusal = LEDGER_REFUSALS[/^SQLITE_([A-Z]+)/.exec(code)?.[1] ?? ''];
  return refusal && problem(`cannot use the ledger${file ? ` ${file}` : ''}`, code, refusal);
}

function problem(what: string, code: string, [words, hint]: Refusal): Diagnostic {
  return { severity: 'error', code: 'system-error', message: `${what}: ${words} (${code})`, hint };
}
