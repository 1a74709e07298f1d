/** The history of an edition's mail, over a database. */
import { hasCode, type UserError } from '../../diagnostic.ts';
import type {
  Approval,
  ApprovalResult,
  ApprovedBatch,
  Bounce,
  ChainCheck,
  Ledger,
  LedgerEvent,
  MessageFilter,
  MessageRecord,
  Run,
} from '../model.ts';
import { refusal } from '../refusal.ts';
import { recordApproval } from './approve.ts';
import { readEvents, readHead } from './chain.ts';
import { lockMessage, type Move, moveMessage, type Store } from './moves.ts';
import { recordOf } from './rows.ts';
import { recover, recoverAll, startRun } from './run.ts';
import { dateOf, type Row } from './sql.ts';
import { checkHistory } from './verify.ts';

/** How the kind of database keeps runs apart. Gives what ends the run; absent if several may send at once. */
export type RunLock = (() => () => void) | undefined;

/** The same over SQLite and PostgreSQL. See Ledger. */
export class SqlLedger implements Ledger {
  readonly id: string;
  readonly #store: Store;
  readonly #lock: RunLock;

  constructor(store: Store, lock: RunLock) {
    this.id = store.id;
    this.#store = store;
    this.#lock = lock;
  }

  async recordApproval(batch: ApprovedBatch): Promise<ApprovalResult> {
    await this.#store.confirm();
    const { head, ...result } = await recordApproval(this.#store, batch);
    await this.#store.highWater?.write(head);
    return result;
  }

  async approval(hash: string): Promise<Approval | undefined> {
    const rows = await this.#store.database.all('SELECT * FROM approval WHERE hash = ?', [hash]);
    return rows.map(approvalOf)[0];
  }

  async approvals(): Promise<readonly Approval[]> {
    const rows = await this.#store.database.all('SELECT * FROM approval ORDER BY at, hash');
    return rows.map(approvalOf);
  }

  async messages(filter: MessageFilter = {}): Promise<readonly MessageRecord[]> {
    const { approval, state } = filter;
    const where = [
      ...(approval === undefined ? [] : [['approval', approval] as const]),
      ...(state === undefined ? [] : [['state', state] as const]),
    ];
    const conditions = ['1 = 1', ...where.map(([column]) => `${column} = ?`)].join(' AND ');
    const rows = await this.#store.database.all(
      `SELECT letter.* FROM letter JOIN approval ON approval.hash = letter.approval
       WHERE ${conditions} ORDER BY approval.at, letter.position, letter.id`,
      where.map(([, value]) => value),
    );
    return rows.map(recordOf);
  }

  async message(id: string): Promise<MessageRecord | undefined> {
    const rows = await this.#store.database.all('SELECT * FROM letter WHERE id = ?', [id]);
    return rows.map(recordOf)[0];
  }

  events(): Promise<readonly LedgerEvent[]> {
    return readEvents(this.#store.database);
  }

  verifyChain(): Promise<ChainCheck> {
    return checkHistory(this.#store);
  }

  resolve(
    id: string,
    verdict: 'delivered' | 'resend',
    reason: string,
    by: string,
  ): Promise<MessageRecord> {
    const reply = `${verdict} according to ${by}: ${reason}`;
    const due = verdict === 'resend' && { not_before: 0, deferrals: 0, first_tried: null };
    const columns = { reply, ...due };
    return this.#change(id, { event: verdict, by, detail: { reason }, columns });
  }

  hold(id: string, reason: string, by: string): Promise<MessageRecord> {
    const reply = `held by ${by}: ${reason}`;
    return this.#change(id, { event: 'hold', by, detail: { reason }, columns: { reply } });
  }

  recordBounce(id: string, bounce: Bounce): Promise<MessageRecord> {
    const { kind, status, diagnostic, source } = bounce;
    const reply = `${status} ${diagnostic}`;
    const detail = { status, diagnostic, source };
    return this.#change(id, { event: kind, by: source, detail, columns: { reply } });
  }

  async #change(id: string, move: Move): Promise<MessageRecord> {
    await this.#store.confirm();
    const moved = await this.#store.database.transaction(async (sql) => {
      const row = await lockMessage(sql, id);
      if (!row) throw unknownMessage(id);
      const result = await moveMessage(sql, this.#store, row, move);
      if (!result) throw impossible(row, move);
      return { head: result.head, record: recordOf((await lockMessage(sql, id)) ?? row) };
    });
    await this.#store.highWater?.write(moved.head);
    return moved.record;
  }

  async beginRun({ isTest = false } = {}): Promise<Run> {
    const unlock = this.#lock?.();
    try {
      await this.#store.confirm();
      await this.refuseBrokenHistory();
      await this.#store.keepCopy?.();
      // Where no mark can be written, it is known before a letter is taken in hand.
      await this.#noteHead();
      const release = async (): Promise<void> => {
        try {
          await this.#noteHead();
        } finally {
          unlock?.();
        }
      };
      return await startRun(this.#store, { alone: this.#lock !== undefined, isTest, release });
    } catch (error) {
      unlock?.();
      throw error;
    }
  }

  /** Settles what a run has left that died, unless another is under way: approvals and people are to find it settled. */
  async recover(): Promise<void> {
    if (!this.#lock) {
      await recover(this.#store, this.id, this.#store.now());
      return;
    }
    try {
      const unlock = this.#lock();
      try {
        await recoverAll(this.#store);
      } finally {
        unlock();
      }
    } catch (error) {
      if (!hasCode(error, 'ledger-locked')) throw error;
    }
  }

  /** @throws UserError `ledger-broken` */
  async refuseBrokenHistory(): Promise<void> {
    const check = await this.verifyChain();
    if (!check.ok) throw broken(check.at, check.reason);
  }

  async #noteHead(): Promise<void> {
    await this.#store.highWater?.write(await readHead(this.#store.database, this.id));
  }

  async close(): Promise<void> {
    await this.#store.highWater?.close();
    await this.#store.database.close();
  }
}

function approvalOf(row: Row): Approval {
  return {
    hash: String(row.hash),
    by: String(row.approved_by),
    at: dateOf(row.at),
    edition: String(row.edition),
  };
}

function unknownMessage(id: string): UserError {
  return refusal('unknown-message', `the ledger has no message "${id}"`);
}

/** What a move does, in words. */
const DEEDS: Readonly<Partial<Record<Move['event'], string>>> = {
  delivered: 'be settled as delivered',
  resend: 'be sent again',
  hold: 'be held',
};
/** What a person may do instead. */
const HINTS: Readonly<Record<string, string>> = {
  accepted: 'to send it once more: mail approve --again ID --reason "…"',
  delayed: 'to send it once more: mail approve --again ID --reason "…"',
  queued:
    'it goes out with the next mail send of its approval; approve again if the edition has changed',
  deferred:
    'it goes out with the next mail send of its approval; approve again if the edition has changed',
  sending: 'a run has it in hand: wait for its end',
  committing: 'a run has it in hand: wait for its end',
};

function impossible(row: Row, move: Move): UserError {
  const deed = DEEDS[move.event] ?? `become ${move.event}`;
  const message = `message "${row.id}" is ${row.state}, so it cannot ${deed}`;
  return refusal('wrong-state', message, HINTS[String(row.state)]);
}

function broken(at: number, reason: string): UserError {
  return refusal(
    'ledger-broken',
    `the history of the ledger is broken at event ${at}: ${reason}`,
    'restore the ledger from a copy; nothing is sent meanwhile',
  );
}
