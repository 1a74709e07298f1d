/** Copies of a ledger beside it, for the day on which a disk damages it. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './sql.ts';

const FOLDER = 'copies';
/** More than a long weekend of runs. */
const KEPT = 10;

/** Keeps the ledger as it is before a run, and removes the oldest copies. Restored, one is behind its mark: see adopt.ts. */
export async function keepCopyOf(database: Database, folder: string): Promise<void> {
  const copies = join(folder, FOLDER);
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  const kept = readdirSync(copies).filter(isCopy).sort();
  const temporary = join(copies, `${randomUUID()}.tmp`);
  try {
    await database.run('VACUUM INTO ?', [temporary]);
    chmodSync(temporary, 0o600);
    renameSync(temporary, join(copies, nameOf(new Date(), kept)));
  } finally {
    rmSync(temporary, { force: true });
  }
  for (const old of kept.slice(0, Math.max(0, kept.length + 1 - KEPT))) rmSync(join(copies, old));
}

function isCopy(name: string): boolean {
  return /^ledger-.*-\d{3}\.sqlite$/.test(name);
}

/** In the order of time, also within one second: `ledger-2027-02-01T09-00-00Z-001.sqlite`. */
function nameOf(at: Date, kept: readonly string[]): string {
  const time = `ledger-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z-`;
  const last = kept.findLast((name) => name.startsWith(time));
  const number = Number(last?.slice(time.length, time.length + 3) ?? 0) + 1;
  return `${time}${String(number).padStart(3, '0')}.sqlite`;
}
