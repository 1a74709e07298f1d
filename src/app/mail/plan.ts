/** `mail plan`: who gets what, at which address, in which language, and what keeps it from being sent. */
import { type Diagnostic, hasErrors, UserError } from '../../diagnostic.ts';
import { readyMessages } from '../../mail/content.ts';
import type { MessageRecord } from '../../mail/model.ts';
import type { PlannedMessage } from '../../mail/plan.ts';
import { type Review, review } from '../../mail/review.ts';
import type { Edition, Selection } from '../../model.ts';
import { knownMessages, type LedgerOptions, preparePlan } from './context.ts';

/** A message of the plan, and what the ledger knows of it. */
export interface PlanRow {
  /** With what the ledger blocks, and under the name that it will have. */
  readonly message: PlannedMessage;
  readonly record: MessageRecord | undefined;
}

export interface MailPlan {
  /** Undefined if the edition could not be read. */
  readonly edition?: Edition;
  readonly rows: readonly PlanRow[];
  /** What is wrong with the data. */
  readonly diagnostics: readonly Diagnostic[];
  /** Who or what has changed behind a message that was sent. */
  readonly warnings: readonly Diagnostic[];
}

/** Nothing is sent or written. @throws UserError if the ledger is that of another edition */
export async function readPlan(
  folder: string,
  selection: Selection,
  options: LedgerOptions = {},
): Promise<MailPlan> {
  const prepared = await preparePlan(folder, selection);
  const { edition, diagnostics } = prepared;
  if (!edition) return { rows: [], diagnostics, warnings: [] };
  const { plan } = prepared;
  const records = await knownMessages(edition, options);
  const reviewed = review(edition, readyMessages(plan.messages), records);
  const rows = rowsOf(plan.messages, records, reviewed);
  return { edition, rows, diagnostics, warnings: reviewed.warnings };
}

/** A plan as scripts get it. */
export interface Planned {
  readonly messages: readonly (PlannedMessage & { readonly record?: MessageRecord })[];
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The same, of data without an error. @throws UserError */
export async function planMail(
  folder: string,
  selection: Selection = {},
  options: LedgerOptions = {},
): Promise<Planned> {
  const { rows, diagnostics, warnings } = await readPlan(folder, selection, options);
  if (hasErrors(diagnostics)) throw new UserError(diagnostics);
  const messages = rows.map(({ message, record }) => ({ ...message, ...(record && { record }) }));
  return { messages, diagnostics: [...diagnostics, ...warnings] };
}

function rowsOf(
  messages: readonly PlannedMessage[],
  records: readonly MessageRecord[],
  { open, left, blocked }: Review,
): PlanRow[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return messages.map((message) => {
    const block = blocked.get(message.id);
    // Of what the data keeps from being mailed.
    const known = open.has(message.id) ? undefined : byId.get(message.id);
    return {
      message: block ? { ...message, blocks: [block] } : (open.get(message.id) ?? message),
      record: left.get(message.id) ?? open.get(message.id)?.earlier ?? known,
    };
  });
}
