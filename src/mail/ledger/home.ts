/** Where a ledger lives: on which machine, in which folder, for which edition. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { readMeta, writeMeta } from './schema.ts';
import { parsed, type Sql } from './sql.ts';

export interface Home {
  /** Tells machines apart. Absent where several may send at once. */
  readonly machine?: string;
  /** The machine's name, for people. */
  readonly host?: string;
  /** Path of the file, or address of the database without a password. */
  readonly place: string;
}

/** @param machine default this one */
export function homeAt(place: string, machine: string = thisMachine()): Home {
  return { machine, host: hostname(), place };
}

/**
 * What systemd gives every Linux machine of its own, and a copy of a disk keeps; elsewhere the name, of which networks
 * change only what follows the first dot.
 */
function thisMachine(): string {
  try {
    const id = readFileSync('/etc/machine-id', 'utf8').trim();
    if (id !== '') return id;
  } catch {}
  return hostname().split('.', 1)[0]?.toLowerCase() ?? '';
}

/** Undefined in ledgers of earlier versions, and on servers for several machines. */
export async function readHome(sql: Sql): Promise<Home | undefined> {
  const text = await readMeta(sql, 'home');
  return text === undefined ? undefined : parsed<Home>(text);
}

export async function writeHome(sql: Sql, home: Home): Promise<void> {
  await writeMeta(sql, 'home', JSON.stringify(home));
}

/** `in /srv/forum-2027 on office-pc` */
export function wordsOf({ host, place }: Home): string {
  return `in ${place.replace(/[\\/][^\\/]*$/, '')}${host ? ` on ${host}` : ''}`;
}
