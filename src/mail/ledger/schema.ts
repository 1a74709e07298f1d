/** The tables, in words that SQLite and PostgreSQL both understand. Times are milliseconds since 1970. */
import { mailboxName } from '../../data/schema/mailbox.ts';
import type { Database, Sql } from './sql.ts';

/** Goes up when an older version of the tool could not use the tables. */
export const SCHEMA = '2';
/** Versions that can be read as they are; whoever writes brings them up to this one. */
export const READABLE: readonly string[] = ['1', SCHEMA];

const TABLES = [
  `CREATE TABLE IF NOT EXISTS meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS approval (
    hash TEXT PRIMARY KEY,
    approved_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    edition TEXT NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS letter (
    id TEXT PRIMARY KEY,
    letter TEXT NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    approval TEXT NOT NULL REFERENCES approval (hash),
    position BIGINT NOT NULL,
    envelope_from TEXT NOT NULL,
    envelope_to TEXT NOT NULL,
    domain TEXT NOT NULL,
    address TEXT NOT NULL,
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    pdf_digest TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL,
    owner TEXT,
    attempt BIGINT NOT NULL,
    deferrals BIGINT NOT NULL,
    first_tried BIGINT,
    claimed_until BIGINT,
    not_before BIGINT NOT NULL,
    reply TEXT,
    dsn BIGINT,
    accepted_at BIGINT,
    changed_at BIGINT NOT NULL,
    mailbox TEXT,
    person TEXT,
    addressee TEXT,
    beside TEXT,
    formerly TEXT,
    UNIQUE (letter, recipient, language, role)
  )`,
  'CREATE INDEX IF NOT EXISTS letter_due ON letter (approval, state, not_before, position)',
  `CREATE TABLE IF NOT EXISTS event (
    sequence BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    letter TEXT,
    from_state TEXT,
    to_state TEXT,
    attempt BIGINT,
    actor TEXT,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
  )`,
  'CREATE INDEX IF NOT EXISTS event_time ON event (kind, at)',
];

const MAILBOX_INDEX = 'CREATE INDEX IF NOT EXISTS letter_mailbox ON letter (mailbox)';

/** Makes the tables, or brings those of an earlier version up to this one. */
export async function createTables(sql: Sql): Promise<void> {
  for (const table of TABLES) await sql.run(table);
  if ((await readMeta(sql, 'schema')) === '1') await upgradeFrom1(sql);
  await sql.run(MAILBOX_INDEX);
}

/** Version 1 did not know which mailbox has had which letter. */
async function upgradeFrom1(sql: Sql): Promise<void> {
  for (const column of ['mailbox', 'person', 'addressee', 'beside', 'formerly'])
    await sql.run(`ALTER TABLE letter ADD COLUMN ${column} TEXT`);
  for (const { id, envelope_to: to } of await sql.all('SELECT id, envelope_to FROM letter'))
    await sql.run('UPDATE letter SET mailbox = ? WHERE id = ?', [
      mailboxName(String(to)),
      String(id),
    ]);
  await writeMeta(sql, 'schema', SCHEMA);
}

export async function readMeta(sql: Sql, name: string): Promise<string | undefined> {
  const [row] = await sql.all('SELECT value FROM meta WHERE name = ?', [name]);
  return row && String(row.value);
}

/** PostgreSQL's code for a table that is not there; SQLite has words. */
const UNDEFINED_TABLE = '42P01';

/** The id of a ledger; undefined where there is none yet, not even its tables. */
export async function readId(database: Database): Promise<string | undefined> {
  try {
    return await database.snapshot((sql) => readMeta(sql, 'id'));
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    if (code === UNDEFINED_TABLE || message.includes('no such table')) return undefined;
    throw error;
  }
}

export async function writeMeta(sql: Sql, name: string, value: string): Promise<void> {
  await sql.run(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    [name, value],
  );
}
