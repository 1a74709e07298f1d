import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { HighWater } from '../../src/mail/ledger/high-water.ts';
import type { Database, Sql } from '../../src/mail/ledger/sql.ts';
import { openSqlite } from '../../src/mail/ledger/sqlite.ts';
import { temporaryFolder } from '../support/cli.ts';
import { deskWith } from './support/desk.ts';
import { startPeer } from './support/peer.ts';

let database: Database;
let file: string;
beforeEach(async () => {
  file = join(temporaryFolder(), 'x.sqlite');
  database = openSqlite(file);
  onTestFinished(() => database.close());
  await database.run('PRAGMA foreign_keys = ON');
  await database.run('CREATE TABLE word (text TEXT PRIMARY KEY)');
  await database.run(
    'CREATE TABLE echo (text TEXT REFERENCES word (text) DEFERRABLE INITIALLY DEFERRED)',
  );
});

/** What another program finds in the file. */
function onDisk(path: string, statement: string): unknown[] {
  const reader = new Libsql(path);
  const rows = reader.prepare(statement).raw().all();
  reader.close();
  return (rows as unknown[][]).map(([first]) => first);
}

function words(): unknown[] {
  return onDisk(file, 'SELECT text FROM word ORDER BY text');
}

function add(text: string): (sql: Sql) => Promise<number> {
  return (sql) => sql.run('INSERT INTO word VALUES (?)', [text]);
}

async function fates(...works: readonly ((sql: Sql) => Promise<unknown>)[]): Promise<string[]> {
  const all = await Promise.allSettled(works.map((work) => database.transaction(work)));
  return all.map((one) => (one.status === 'rejected' ? String(one.reason.message) : 'done'));
}

describe('transactions that come together', () => {
  test('share a commit, and nobody hears of success before it is on the disk', async () => {
    const seen: unknown[][] = [];
    const both = ['a', 'b'].map((text) =>
      database.transaction(add(text)).then(() => seen.push(words())),
    );
    await Promise.all(both);
    expect(seen).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  test('one that fails is undone alone', async () => {
    const failing = async (sql: Sql): Promise<void> => {
      await add('b')(sql);
      throw new Error('no');
    };
    expect(await fates(add('a'), failing, add('c'), add('a'))).toEqual([
      'done',
      'no',
      'done',
      expect.stringContaining('UNIQUE'),
    ]);
    expect(words()).toEqual(['a', 'c']);
  });

  test('fail together where the commit fails', async () => {
    const orphan = (sql: Sql) => sql.run("INSERT INTO echo VALUES ('z')");
    const failed = expect.stringContaining('FOREIGN KEY');
    expect(await fates(add('a'), orphan, add('c'))).toEqual([failed, failed, failed]);
    expect(words()).toEqual([]);
    expect(await fates(add('d'))).toEqual(['done']);
  });

  test('fail together where one of them ends the transaction, as a full disk does: nothing is written outside of it', async () => {
    const ending = async (sql: Sql): Promise<void> => {
      await sql.run('ROLLBACK');
      throw new Error('disk full');
    };
    const failed = 'disk full';
    expect(await fates(add('a'), ending, add('c'))).toEqual([failed, failed, failed]);
    expect(words()).toEqual([]);
  });

  test('those that wait when the ledger is closed are still committed', async () => {
    const last = database.transaction(add('a'));
    await database.close();
    expect(await last).toBe(1);
    expect(words()).toEqual(['a']);
  });
});

test('marks that come together are written as the highest of them', async () => {
  const folder = temporaryFolder();
  const highWater = new HighWater(folder, 'l');
  highWater.settle('place');
  const hash = '0'.repeat(64);
  const heads = [1, 3, 2].map((sequence) => ({ sequence, hash }));
  await Promise.all(heads.map((head) => highWater.write(head)));
  expect(new HighWater(folder, 'l').read()).toEqual({
    place: 'place',
    places: ['place'],
    head: { sequence: 3, hash },
    gates: [],
  });
  await highWater.write({ sequence: 4, hash });
  await highWater.close();
  const path = join(folder, 'ledgers', 'l.mark');
  expect(readFileSync(path, 'utf8')).toBe(`place\n3 ${hash}\n4 ${hash}\n`);
});

test('at each final dot, with several letters in flight, another program finds letter and mark on the disk', async () => {
  const addresses = Array.from({ length: 30 }, (_, index) => `r${index}@x.test`);
  const desk = await deskWith(addresses);
  const ledger = join(desk.folder, 'ledger.sqlite');
  const mark = join(desk.stateFolder, 'ledgers', `${desk.ledger.id}.mark`);
  const calls = new Map<string, number>();
  const found: unknown[] = [];
  const peer = await startPeer((to) => {
    calls.set(to, (calls.get(to) ?? 0) + 1);
    // RCPT, DATA, and the third time after the dot.
    if (to === '' || calls.get(to) !== 3) return undefined;
    const [state] = onDisk(ledger, `SELECT state FROM letter WHERE envelope_to = '${to}'`);
    const [gate = Number.NaN] = onDisk(
      ledger,
      `SELECT sequence FROM event WHERE kind = 'gate' AND letter LIKE '%/${to.replace(/[@.]/g, '-')}/%'`,
    );
    const top = Number(readFileSync(mark, 'utf8').trim().split('\n').at(-1)?.split(' ')[0]);
    found.push([state, top >= Number(gate)]);
    return undefined;
  });
  await desk.send(peer.port, { limits: { connections: 5 } });
  expect(found).toEqual(addresses.map(() => ['committing', true]));
});
