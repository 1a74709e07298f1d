/** The ledger's side of sending: claims, the gate, and what attempts came to. */
import { randomUUID } from 'node:crypto';
import type { AttemptResult, Claim, MessageState, Run } from '../model.ts';
import { lockMessage, type Moved, moveMessage, type Store } from './moves.ts';
import { damaged } from './refusals.ts';
import { refuseRepeat } from './repeats.ts';
import { frozenPart, recordOf } from './rows.ts';
import { placeholders, type Row, type Sql, type Value } from './sql.ts';
import { IN_FLIGHT, SENDABLE } from './states.ts';

/** The message is no longer in the hands of the attempt that wanted to send it. */
export class FencedError extends Error {
  override readonly name = 'FencedError';
}

export interface RunOptions {
  /** Nobody else can be sending, so whatever is in flight was left by a run that died. */
  readonly alone: boolean;
  /** To a server that hands nothing on. */
  readonly isTest: boolean;
  release(): Promise<void>;
}

/** Begins a run: first settles what dead runs left. */
export async function startRun(store: Store, options: RunOptions): Promise<Run> {
  const run = new LedgerRun(store, options);
  await recover(store, run.owner, options.alone ? ALL : store.now());
  return run;
}

/** The server has not answered for the message. */
const FUTILE: readonly AttemptResult['event'][] = ['lose', 'refuse'];

/** However long ago. */
const ALL = Number.MAX_SAFE_INTEGER;

/** Settles messages of which no run that is alive can know any more: all, where nobody else can be sending. */
export function recoverAll(store: Store): Promise<number> {
  return recover(store, randomUUID(), ALL);
}

/** Settles messages whose run gave no sign of life before `time`. Gives their number. */
export function recover(store: Store, by: string, time: number): Promise<number> {
  return store.database.transaction(async (sql) => {
    const rows = await sql.all(
      `SELECT * FROM letter WHERE state IN (${placeholders(IN_FLIGHT.length)}) AND claimed_until <= ?
       ORDER BY id${sql.dialect.skipLocked}`,
      [...IN_FLIGHT, time],
    );
    for (const row of rows) await moveMessage(sql, store, row, lossOf(row, by));
    return rows.length;
  });
}

class LedgerRun implements Run {
  readonly owner = randomUUID();
  readonly #store: Store;
  readonly #options: RunOptions;

  constructor(store: Store, options: RunOptions) {
    this.#store = store;
    this.#options = options;
  }

  async claim(approval: string, exceptDomains: readonly string[]): Promise<Claim | undefined> {
    await this.#store.confirm();
    const claim = await this.#claimNext(approval, exceptDomains);
    if (claim || this.#options.alone) return claim;
    const freed = await recover(this.#store, this.owner, this.#store.now());
    return freed > 0 ? this.#claimNext(approval, exceptDomains) : undefined;
  }

  #claimNext(approval: string, exceptDomains: readonly string[]): Promise<Claim | undefined> {
    const now = this.#store.now();
    return this.#store.database.transaction(async (sql) => {
      const row = await nextRow(sql, approval, now, exceptDomains);
      if (!row) return undefined;
      const attempt = Number(row.attempt) + 1;
      const firstTried = Number(row.first_tried ?? now);
      const columns = { owner: this.owner, attempt, first_tried: firstTried };
      const until = { claimed_until: now + this.#store.lease };
      const moved = await moveMessage(sql, this.#store, row, {
        event: 'claim',
        by: this.owner,
        columns: { ...columns, ...until },
      });
      // The row was read in this transaction: an index tells of it what the table does not.
      if (!moved) throw damaged(`"${row.id}" can be found, and not changed`);
      const message = recordOf({ ...row, ...columns, state: 'sending' });
      return { message, attempt, deferrals: Number(row.deferrals), firstTried };
    });
  }

  async openGate(claim: Claim): Promise<void> {
    const until = this.#store.now() + this.#store.lease;
    const moved = await this.#move(claim, 'gate', {}, { claimed_until: until });
    if (!moved) {
      throw new FencedError(`${claim.message.id} is no longer in the hands of this attempt`);
    }
    // Before the dot: a ledger restored to a state without this letter must be noticed.
    const { isTest } = this.#options;
    const gate = { message: frozenPart(claim.message), ...(isTest && { isTest }) };
    try {
      await this.#store.highWater?.write(moved.head, gate);
    } catch (error) {
      // The dot is not sent, so there is no doubt about the message.
      await this.#move(claim, 'withhold', {}, { reply: 'its mark could not be written; not sent' });
      throw error;
    }
  }

  async settle(claim: Claim, result: AttemptResult): Promise<MessageState | undefined> {
    const { event, reply, dsn } = result;
    // What came to nothing is queued again, behind the others: it may come to nothing each time.
    const notBefore = FUTILE.includes(event) ? this.#store.now() : result.notBefore;
    const accepted = event === 'accept' && { accepted_at: this.#store.now() };
    const moved = await this.#move(
      claim,
      event,
      { reply, ...(dsn !== undefined && { dsn: dsn ? 'yes' : 'no' }) },
      {
        reply,
        ...(notBefore !== undefined && { not_before: notBefore }),
        ...(event === 'defer' && { deferrals: claim.deferrals + 1 }),
        ...(dsn !== undefined && { dsn: Number(dsn) }),
        ...accepted,
      },
    );
    return moved?.state;
  }

  #move(
    claim: Claim,
    event: AttemptResult['event'] | 'gate' | 'withhold',
    detail: Readonly<Record<string, string>>,
    columns: Readonly<Record<string, Value>>,
  ): Promise<Moved | undefined> {
    return this.#store.database.transaction(async (sql) => {
      const row = await lockMessage(sql, claim.message.id);
      if (row?.owner !== this.owner || Number(row.attempt) !== claim.attempt) return undefined;
      if (event === 'gate') await this.#refuseRepeat(sql, row);
      return moveMessage(sql, this.#store, row, { event, by: this.owner, detail, columns });
    });
  }

  /** With the history locked, as for every row that is added to it: so nobody opens another gate meanwhile. */
  async #refuseRepeat(sql: Sql, row: Row): Promise<void> {
    if (sql.dialect.lockChain) await sql.run(sql.dialect.lockChain);
    await refuseRepeat(sql, row);
  }

  async nextDue(approval: string): Promise<number | undefined> {
    const [row] = await this.#store.database.all(
      `SELECT MIN(not_before) AS due FROM letter WHERE approval = ? AND state IN (${placeholders(SENDABLE.length)})`,
      [approval, ...SENDABLE],
    );
    return row?.due == null ? undefined : Number(row.due);
  }

  async attemptsSince(time: number): Promise<readonly { at: number; domain: string }[]> {
    const rows = await this.#store.database.all(
      `SELECT event.at AS at, letter.domain AS domain FROM event JOIN letter ON letter.id = event.letter
       WHERE event.kind = 'claim' AND event.at > ? ORDER BY event.sequence`,
      [time],
    );
    return rows.map(({ at, domain }) => ({ at: Number(at), domain: String(domain) }));
  }

  async end(): Promise<void> {
    await this.#options.release();
  }
}

/** State by state: so the index gives the first row at once, where both together would be sorted each time. */
async function nextRow(
  sql: Sql,
  approval: string,
  now: number,
  exceptDomains: readonly string[],
): Promise<Row | undefined> {
  // PostgreSQL does not take an empty list.
  const except =
    exceptDomains.length > 0 ? `AND domain NOT IN (${placeholders(exceptDomains.length)})` : '';
  for (const state of SENDABLE) {
    const [row] = await sql.all(
      `SELECT * FROM letter WHERE approval = ? AND state = ? AND not_before <= ? ${except}
       ORDER BY not_before, position LIMIT 1${sql.dialect.skipLocked}`,
      [approval, state, now, ...exceptDomains],
    );
    if (row) return row;
  }
  return undefined;
}

function lossOf(row: Row, by: string): Parameters<typeof moveMessage>[3] {
  const reply =
    row.state === 'committing'
      ? 'the run ended before the server answered; it may have been sent'
      : 'the run ended before it was sent';
  return { event: 'lose', by, detail: { reply, run: String(row.owner) }, columns: { reply } };
}
