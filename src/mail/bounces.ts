/** Which messages of the ledger delivery reports speak of. */

import { envelopeId } from './delivery/mailer.ts';
import { type DeliveryNotice, type NoticeRecipient, readNotice } from './delivery-notice.ts';
import type { Ledger, MessageRecord, MessageState } from './model.ts';

/** What was made of one file. */
export interface NoticeResult {
  readonly source: string;
  /**
   * `recorded`; `known` from an earlier reading; `delivered`, good news that needs no record; `unmatched` with
   * any message that was sent; `no-report` at all.
   */
  readonly outcome: 'recorded' | 'known' | 'delivered' | 'unmatched' | 'no-report';
  readonly id?: string;
  readonly kind?: 'bounced' | 'delayed';
  readonly status?: string;
  readonly diagnostic?: string;
}

/** States of messages that a server has taken, or may have. */
const SENT: readonly MessageState[] = ['accepted', 'delayed', 'bounced', 'unknown'];
const LONGEST_DIAGNOSTIC = 500;

/** Reads one report and records what it says. */
export async function takeNotice(
  ledger: Ledger,
  source: string,
  bytes: Buffer,
): Promise<NoticeResult> {
  const notice = await readNotice(bytes);
  if (!notice) return { source, outcome: 'no-report' };
  const sent = (await ledger.messages()).filter(({ state }) => SENT.includes(state));
  const message = matchingMessage(notice, sent);
  if (!message) return { source, outcome: 'unmatched' };
  const recipient = worst(notice.recipients);
  if (!recipient) return { source, outcome: 'delivered', id: message.id };
  const { status } = recipient;
  const kind = recipient.action === 'failed' ? 'bounced' : 'delayed';
  const diagnostic = printable(recipient.diagnostic);
  const result = { source, id: message.id, kind, status, diagnostic } as const;
  if (message.state === 'bounced' || saysSame(message, kind, `${status} ${diagnostic}`)) {
    return { ...result, outcome: 'known' };
  }
  await ledger.recordBounce(message.id, { kind, status, diagnostic, source });
  return { ...result, outcome: 'recorded' };
}

function saysSame(message: MessageRecord, kind: MessageState, reply: string): boolean {
  return message.state === kind && message.reply === reply;
}

/** By ENVID, then by Message-ID, then by recipient where only one message went there. */
function matchingMessage(
  notice: DeliveryNotice,
  sent: readonly MessageRecord[],
): MessageRecord | undefined {
  const byEnvelope = sent.find(({ messageId }) => envelopeId(messageId) === notice.envelopeId);
  const byMessage = sent.find(({ messageId }) => notice.messageIds.includes(messageId));
  const addresses = notice.recipients.flatMap((recipient) => recipient.addresses);
  const there = sent.filter(({ envelope }) => addresses.includes(envelope.to.toLowerCase()));
  return byEnvelope ?? byMessage ?? (there.length === 1 ? there[0] : undefined);
}

/** A message has one recipient; where an alias made several of it, a failure counts before a delay. */
function worst(recipients: readonly NoticeRecipient[]): NoticeRecipient | undefined {
  const of = (action: string) => recipients.find((recipient) => recipient.action === action);
  return of('failed') ?? of('delayed');
}

/** Words of other systems: on one line, and of bearable length. */
function printable(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_DIAGNOSTIC);
}
