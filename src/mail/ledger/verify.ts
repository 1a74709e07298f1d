/** Whether the history is whole, and whether the messages are as it tells. */
import { mailboxName } from '../../data/schema/mailbox.ts';
import type { ChainCheck, LedgerEvent, MessageRecord } from '../model.ts';
import { firstBrokenLink, readEvents } from './chain.ts';
import type { Store } from './moves.ts';
import { fingerprint, recordOf } from './rows.ts';

/** Checks every link, and then that each message has the state, the approval and the contents last recorded of it. */
export async function checkHistory(store: Store): Promise<ChainCheck> {
  // A run in another process must not add rows between the two readings.
  const { events, messages } = await store.database.snapshot(async (sql) => ({
    events: await readEvents(sql),
    messages: (await sql.all('SELECT * FROM letter')).map(recordOf),
  }));
  const link = firstBrokenLink(store.id, events);
  if (link) {
    return { ok: false, at: link.sequence, reason: 'it does not follow from the one before' };
  }
  const history = told(events);
  const stranger = messages.find((message) => !agrees(message, history.get(message.id)));
  return stranger
    ? { ok: false, at: events.length, reason: `message "${stranger.id}" is not as recorded` }
    : { ok: true, events: events.length };
}

interface Told {
  readonly state?: string;
  readonly approval?: string;
  readonly fingerprint?: string;
}

function told(events: readonly LedgerEvent[]): Map<string, Told> {
  const messages = new Map<string, Told>();
  for (const { kind, message, to, detail } of events) {
    if (message === undefined) continue;
    const approved = (kind === 'approve' || kind === 'remember') && detail;
    messages.set(message, { ...messages.get(message), ...approved, ...(to && { state: to }) });
  }
  return messages;
}

function agrees(message: MessageRecord, history: Told | undefined): boolean {
  return (
    message.state === history?.state &&
    message.mailbox === mailboxName(message.envelope.to) &&
    message.approval === history.approval &&
    fingerprint(message) === history.fingerprint
  );
}
