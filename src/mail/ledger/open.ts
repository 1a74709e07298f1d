/** Opens the ledger of an edition. */
import { existsSync, lstatSync, mkdirSync, realpathSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { UserError } from '../../diagnostic.ts';
import type { Ledger } from '../model.ts';
import { refusal } from '../refusal.ts';
import { isLedgerAt } from './adopt.ts';
import { keepCopyOf } from './copies.ts';
import { requireSound } from './examine.ts';
import { HighWater, userStateFolder } from './high-water.ts';
import { homeAt } from './home.ts';
import { lockRun } from './lock.ts';
import { networkShare } from './network-share.ts';
import { type LedgerOptions, prepareLedger } from './prepare.ts';
import { ledgerInUse, linked, noLedger } from './refusals.ts';
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
  const name = await nameOfOther(folder, options);
  if (name === undefined) return;
  lockRun(join(folder, LOCK))();
  const free = [name, ...Array.from({ length: 99 }, (_, index) => `${name}-${index + 2}`)].find(
    (candidate) => !existsSync(`${folder}-${candidate}`),
  );
  renameSync(folder, `${folder}-${free}`);
  makeFolder(folder);
}

/**
 * The edition that a ledger in this folder is of; undefined if there is none. Earlier versions did not note it: there a copy
 * counts as another's.
 */
async function nameOfOther(
  folder: string,
  { edition, stateFolder }: LedgerOptions,
): Promise<string | undefined> {
  const database = openSqlite(join(folder, FILE));
  try {
    const id = await readId(database);
    if (id === undefined) return undefined;
    const own = await readMeta(database, 'edition');
    if (own !== undefined && own !== edition) return own;
    const place = new HighWater(stateFolder ?? userStateFolder(), id).read()?.place;
    const isCopy = place !== undefined && place !== join(realpathSync(folder), FILE);
    if (own === undefined && isCopy && (await isLedgerAt(place, id))) return 'earlier';
    throw ledgerInUse();
  } finally {
    await database.close();
  }
}

function onNetworkShare(type: string): UserError {
  return refusal(
    'network-share',
    `the ledger would lie on a network share (${type}), where locks cannot be trusted`,
    'keep the edition on a disk of this machine, or use a PostgreSQL ledger',
  );
}
