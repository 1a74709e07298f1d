/** Opens the ledger of an edition. */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { UserError } from '../../diagnostic.ts';
import type { Ledger } from '../model.ts';
import { refusal } from '../refusal.ts';
import { lockRun } from './lock.ts';
import { networkShare } from './network-share.ts';
import { type LedgerOptions, noLedger, prepareLedger } from './prepare.ts';
import { openSqlite } from './sqlite.ts';

export type { LedgerOptions };

export interface OpenOptions extends LedgerOptions {
  /** Address of a PostgreSQL database that has the ledger, for several machines; see postgres.ts. */
  readonly postgres?: string;
}

/**
 * The ledger in an edition's `.wsis` folder; made if there is none.
 * @throws UserError `no-ledger`, `network-share`, and those of prepareLedger
 */
export async function openLedger(folder: string, options: OpenOptions = {}): Promise<Ledger> {
  if (options.postgres !== undefined) {
    const { openPostgresLedger } = await import('./postgres.ts');
    return openPostgresLedger(options.postgres, options);
  }
  const file = join(folder, 'ledger.sqlite');
  if (options.readonly && !existsSync(file)) throw noLedger();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const share = networkShare(folder);
  if (share) throw onNetworkShare(share);
  const place = join(realpathSync(folder), 'ledger.sqlite');
  return prepareLedger(openSqlite(file), place, options, () =>
    lockRun(join(folder, 'ledger.lock')),
  );
}

function onNetworkShare(type: string): UserError {
  return refusal(
    'network-share',
    `the ledger would lie on a network share (${type}), where locks cannot be trusted`,
    'keep the edition on a disk of this machine, or use a PostgreSQL ledger',
  );
}
