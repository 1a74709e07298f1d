/** Opens the ledger of an edition. */
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../model.ts';
import { originalOf } from './adopt.ts';
import { keepCopyOf } from './copies.ts';
import { requireSound } from './examine.ts';
import { HighWater, userStateFolder } from './high-water.ts';
import { homeAt } from './home.ts';
import { lockRun } from './lock.ts';
import { networkShare } from './network-share.ts';
import { type LedgerOptions, prepareLedger } from './prepare.ts';
import { ledgerInUse, linked, noLedger, onNetworkShare } from './refusals.ts';
import { readId, readMeta } from './schema.ts';
import { openSqlite } from './sqlite.ts';

export type { LedgerOptions };

const FILE = 'ledger.sqlite';
const LOCK = 'ledger.lock';

export interface OpenOptions extends LedgerOptions {
  /** Address of a PostgreSQL database that has the ledger, for several machines; see postgres.ts. */
  readonly postgres?: string;
}

/**
 * The ledger in an edition's `.wsis` folder; made if there is none.
 * @throws UserError `no-ledger`, `network-share`, `ledger-damaged`, and those of prepareLedger
 */
export async function openLedger(folder: string, options: OpenOptions = {}): Promise<Ledger> {
  if (options.postgres !== undefined) {
    const { openPostgresLedger } = await import('./postgres.ts');
    return openPostgresLedger(options.postgres, options);
  }
  const file = join(folder, FILE);
  if (options.readonly && !existsSync(file)) throw noLedger();
  makeFolder(folder);
  requireHandles();
  for (const name of [FILE, LOCK]) refuseLink(join(folder, name));
  if (options.newLedger && existsSync(file)) await setAside(folder, options);
  if (existsSync(file)) requireSound(file);
  const share = networkShare(folder);
  if (share) throw onNetworkShare(share);
  const home = homeAt(join(realpathSync(folder), FILE), options.machine);
  const database = openSqlite(file);
  const keepCopy = () => keepCopyOf(database, folder);
  const access = { ...options, keepCopy };
  return prepareLedger(database, home, access, () => lockRun(join(folder, LOCK)));
}

/** For the ledger, its journal and lock, the mark, and the process that looks through the file. */
const HANDLES = 24;

/**
 * libsql aborts the process, or says that a file cannot be opened, where the system lets no more files be open: so that is
 * tried before.
 * @throws NodeJS.ErrnoException EMFILE
 */
function requireHandles(): void {
  const handles: number[] = [];
  try {
    while (handles.length < HANDLES) handles.push(openSync(process.execPath, 'r'));
  } finally {
    for (const handle of handles) closeSync(handle);
  }
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** SQLite would follow it, and write to what somebody else has chosen. */
function refuseLink(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) throw linked(file);
}

/**
 * Puts the ledger of another edition beside the folder, with its messages; nothing is deleted.
 * @throws UserError `ledger-in-use`, `ledger-locked`
 */
async function setAside(folder: string, options: LedgerOptions): Promise<void> {
  const other = await ledgerOfOther(folder, options);
  if (!other) return;
  lockRun(join(folder, LOCK))();
  const here = realpathSync(folder);
  const names = [
    other.name,
    ...Array.from({ length: 99 }, (_, index) => `${other.name}-${index + 2}`),
  ];
  const aside = names.map((name) => `${here}-${name}`).find((path) => !existsSync(path));
  if (aside === undefined) throw ledgerInUse();
  renameSync(here, aside);
  makeFolder(folder);
  const { highWater } = other;
  if (highWater.read()?.place !== join(here, FILE)) return;
  highWater.settle(join(aside, FILE));
  await highWater.close();
}

interface Other {
  /** Of the edition, for the folder's name. */
  readonly name: string;
  readonly highWater: HighWater;
}

/**
 * The ledger in this folder, if it is another edition's; undefined if there is none. Earlier versions did not note whose it is:
 * there a copy counts as another's.
 * @throws UserError `ledger-in-use`
 */
async function ledgerOfOther(
  folder: string,
  { edition, stateFolder }: LedgerOptions,
): Promise<Other | undefined> {
  const database = openSqlite(join(folder, FILE), { readonly: true });
  try {
    const id = await readId(database);
    if (id === undefined) return undefined;
    const highWater = new HighWater(stateFolder ?? userStateFolder(), id);
    const own = await readMeta(database, 'edition');
    if (own !== undefined && own !== edition) return { name: own, highWater };
    const here = join(realpathSync(folder), FILE);
    const isCopy =
      own === undefined && (await originalOf(highWater.read(), here, id)) !== undefined;
    if (isCopy) return { name: 'earlier', highWater };
    throw ledgerInUse();
  } finally {
    await database.close();
  }
}
