/** Queues what was approved, leaving out what has been sent or may have been. */
import type { ApprovalResult, ApprovedBatch, FrozenMessage, MessageState } from '../model.ts';
import { appendEvent, type Head } from './chain.ts';
import { addMessage, approvedColumns, lockMessage, moveMessage, type Store } from './moves.ts';
import { fingerprint, messageName } from './rows.ts';
import type { Row, Sql } from './sql.ts';

/** In one transaction: an approval is recorded whole or not at all. */
export async function recordApproval(
  store: Store,
  batch: ApprovedBatch,
): Promise<ApprovalResult & { readonly head: Head }> {
  return store.database.transaction(async (sql) => {
    // Rows first and the history after them, as every transaction does, so that two never wait for each other.
    const rows = await lockAll(sql, batch.messages);
    let head = await addApproval(sql, store, batch);
    const queued: string[] = [];
    const left: { id: string; state: MessageState }[] = [];
    for (const [position, message] of batch.messages.entries()) {
      const row = rows.get(messageName(message.key));
      const added = await queue(sql, store, batch, { message, row, position });
      if (added) queued.push(messageName(message.key));
      else left.push({ id: messageName(message.key), state: row?.state as MessageState });
      head = added ?? head;
    }
    return { queued, left, head };
  });
}

async function lockAll(sql: Sql, messages: readonly FrozenMessage[]): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const id of messages.map(({ key }) => messageName(key)).sort()) {
    const row = await lockMessage(sql, id);
    if (row) rows.set(id, row);
  }
  return rows;
}

async function addApproval(sql: Sql, store: Store, batch: ApprovedBatch): Promise<Head> {
  const { hash, by, at, edition, messages } = batch;
  await sql.run(
    'INSERT INTO approval (hash, approved_by, at, edition) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING',
    [hash, by, at.getTime(), edition],
  );
  const detail = { approval: hash, edition, messages: String(messages.length) };
  return appendEvent(sql, store.id, { at: new Date(store.now()), kind: 'approval', by, detail });
}

interface Entry {
  readonly message: FrozenMessage;
  readonly row: Row | undefined;
  readonly position: number;
}

/** Undefined if the message is left out. */
async function queue(
  sql: Sql,
  store: Store,
  batch: ApprovedBatch,
  entry: Entry,
): Promise<Head | undefined> {
  const { message, row, position } = entry;
  const { hash: approval, by } = batch;
  const again = batch.again?.[messageName(message.key)];
  const detail = { approval, ...(again !== undefined && { again }) };
  if (!row) {
    const columns = { approval, position };
    return addMessage(sql, store, message, {
      kind: 'approve',
      by,
      state: 'queued',
      columns,
      detail,
    });
  }
  const moved = await moveMessage(sql, store, row, {
    event: 'approve',
    by,
    columns: { ...approvedColumns(message), approval, position },
    detail: { ...detail, fingerprint: fingerprint(message) },
  });
  return moved?.head;
}
