/** One run at a time: a lock that the system frees when the process dies, however it dies. */
import Libsql from 'libsql';
import type { UserError } from '../../diagnostic.ts';
import { refusal } from '../refusal.ts';

/**
 * Holds `file` until the function that it gives is called.
 * @throws UserError `ledger-locked` if another process holds it
 */
export function lockRun(file: string): () => void {
  const connection = new Libsql(file, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    throw isBusy(error) ? locked() : error;
  }
  return () => {
    connection.exec('ROLLBACK');
    connection.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}

function locked(): UserError {
  return refusal(
    'ledger-locked',
    'another run is sending from this ledger',
    'wait for it to end, or stop it with Ctrl-C',
  );
}
