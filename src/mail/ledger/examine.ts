/** Reads a ledger's file from end to end in a process of its own, before this one relies on it. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { damaged } from './refusals.ts';

/** Milliseconds; 50,000 letters take about two seconds. */
const TIME = 120_000;

/**
 * `integrity_check` compares indexes with their tables, which `quick_check` leaves out. Every value is read as well: a text
 * that is no UTF-8 any more makes libsql abort its process.
 */
const SCRIPT = `
const [, libsql, file] = process.argv;
try {
  const Libsql = require(libsql);
  const database = new Libsql(file);
  database.exec('PRAGMA busy_timeout = 15000');
  const [first] = database.prepare('PRAGMA integrity_check(1)').raw().all();
  if (first[0] !== 'ok') throw new Error(first[0]);
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  for (const { name } of tables) database.prepare('SELECT * FROM "' + name + '"').all();
} catch (error) {
  process.stdout.write(error.message);
  process.exitCode = 1;
}
`;

/** @throws UserError `ledger-damaged` */
export function requireSound(file: string): void {
  const libsql = createRequire(import.meta.url).resolve('libsql');
  const { status, signal, stdout, error } = spawnSync(
    process.execPath,
    ['-e', SCRIPT, libsql, file],
    { encoding: 'utf8', timeout: TIME, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true },
  );
  if (error) throw error;
  if (status !== 0) throw damaged(stdout || `reading it ends with ${signal ?? `code ${status}`}`);
}
