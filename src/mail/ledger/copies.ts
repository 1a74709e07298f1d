/** Copies of a ledger beside it, for the day on which a disk damages it. */
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './sql.ts';

const FOLDER = 'copies';
/** More than a long weekend of runs. */
const KEPT = 10;

/** Keeps the ledger as it is before a run, and removes the oldest copies. Restored, one stands behind its mark: see adopt.ts. */
export async function keepCopyOf(database: Database, folder: string): Promise<void> {
  const copies = join(folder, FOLDER);
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  const kept = readdirSync(copies).filter(isCopy).sort();
  const file = join(copies, nameOf(new Date(), kept));
  await database.run('VACUUM INTO ?', [file]);
  chmodSync(file, 0o600);
  for (const old of kept.slice(0, Math.max(0, kept.length + 1 - KEPT))) rmSync(join(copies, old));
}

function isCopy(name: string): boolean {
  return /^ledger-.*\.sqlite$/.test(name);
}

/** In the order of time, also within one second: `ledger-2027-02-01T09-00-00Z-001.sqlite`. */
function nameOf(at: Date, taken: readonly string[]): string {
  const time = at.toISOString().slice(0, 19).replaceAll(':', '-');
  const same = taken.filter((name) => name.startsWith(`ledger-${time}`)).length;
  return `ledger-${time}Z-${String(same + 1).padStart(3, '0')}.sqlite`;
}
