/** Mailboxes that several recipients of a letter share: right for an office, wrong for a slip of copying. */
import { mailboxName } from '../data/schema/mailbox.ts';
import { areOnePerson } from '../data/sense/same-person.ts';
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
  // One person in two rows is told when the lists are read.
  if (!first || !second || areOnePerson(group.map(({ recipient }) => recipient))) return undefined;
  const span = second.recipient.email?.span ?? second.recipient.span;
  const who = [...new Set(group.map(({ key }) => `"${key.recipient}"`))].join(', ');
  const times = `${group.length} messages with the letter "${first.key.letter}"`;
  const message = `${second.mailbox?.address} gets ${times}, for ${who}`;
  const hint =
    'right for the mailbox of an office; if an address was copied by mistake, correct it';
  return { severity: 'warning', code: 'shared-mailbox', message, span, hint };
}
