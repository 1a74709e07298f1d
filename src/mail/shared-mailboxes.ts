/** Mailboxes that several recipients of a letter share: right for an office, wrong for a slip of copying. */
import { mailboxName } from '../data/schema/mailbox.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import type { PlannedMessage } from './plan.ts';

/** One warning for each mailbox and letter, at the second recipient. */
export function sharedMailboxes(messages: readonly PlannedMessage[]): Diagnostic[] {
  const ready = messages.filter(({ mailbox, blocks }) => mailbox && blocks.length === 0);
  const groups = groupBy(ready, ({ key, mailbox }) =>
    JSON.stringify([key.letter, mailboxName(mailbox?.address ?? '')]),
  );
  return [...groups.values()].flatMap((group) => warning(group) ?? []);
}

function warning(group: readonly PlannedMessage[]): Diagnostic | undefined {
  const [first, second] = group;
  if (!first || !second) return undefined;
  const span = second.recipient.email?.span ?? second.recipient.span;
  const who = [...new Set(group.map(({ key }) => `"${key.recipient}"`))].join(', ');
  const times = `${group.length} messages with the letter "${first.key.letter}"`;
  const message = `${second.mailbox?.address} gets ${times}, for ${who}`;
  return { severity: 'warning', code: 'shared-mailbox', message, span };
}
