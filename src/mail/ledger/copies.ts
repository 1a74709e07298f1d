/** Copies of a ledger beside it, for the day on which a disk damages it. */
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clearLeftovers, temporaryIn } from '../../whole-file.ts';
import type { Database } from './sql.ts';

const FOLDER = 'copies';
/** More than a long weekend of runs. */
const KEPT = 10;

/** Keeps the ledger as it is before a run, and removes the oldest copies. Restored, one is behind its mark: see adopt.ts. */
export async function keepCopyOf(database: Database, folder: string): Promise<void> {
  const copies = join(folder, FOLDER);
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  const [last] = await database.all('SELECT MAX(sequence) AS sequence FROM event');
  clearLeftovers(copies);
  const temporary = temporaryIn(copies);
  try {
    await database.run('VACUUM INTO ?', [temporary]);
    chmodSync(temporary, 0o600);
    renameSync(temporary, join(copies, nameOf(Number(last?.sequence ?? 0), new Date())));
  } finally {
    rmSync(temporary, { force: true });
  }
  const all = readdirSync(copies).filter(isCopy).sort();
  for (const old of all.slice(0, Math.max(0, all.length - KEPT))) rmSync(join(copies, old));
}

function isCopy(name: string): boolean {
  return /^ledger-\d{9}-.*\.sqlite$/.test(name);
}

/** In the order of the history, whatever the clock says: `ledger-000000042-2027-02-01T09-00-00Z.sqlite`. */
function nameOf(sequence: number, at: Date): string {
  const time = at.toISOString().slice(0, 19).replaceAll(':', '-');
  return `ledger-${String(sequence).padStart(9, '0')}-${time}Z.sqlite`;
}
