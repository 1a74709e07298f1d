/** `mail resolve`: a person's word on a message that the ledger cannot know about. */
import { UsageError } from '../../diagnostic.ts';
import type { MessageRecord } from '../../mail/model.ts';
import { type LedgerOptions, mailFolderOf, withLedger } from './context.ts';

/** What a person says of a message. */
export type Verdict = 'delivered' | 'resend' | 'hold';

export interface ResolveMailOptions extends LedgerOptions {
  readonly verdict: Verdict;
  /** How that is known; it is kept in the history. */
  readonly reason: string;
  readonly by: string;
}

/** @throws UserError if the message cannot take the verdict */
export async function resolveMail(
  folder: string,
  id: string,
  { verdict, reason, by, ...access }: ResolveMailOptions,
): Promise<MessageRecord> {
  if (reason.trim() === '') throw new UsageError('missing-reason', 'the reason is empty');
  return withLedger(mailFolderOf(folder), access, (ledger) =>
    verdict === 'hold' ? ledger.hold(id, reason, by) : ledger.resolve(id, verdict, reason, by),
  );
}
