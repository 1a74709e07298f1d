/** `mail plan`: who gets what, at which address, in which language, and what stands in the way. */
import { hasErrors } from '../../diagnostic.ts';
import { languagePack } from '../../language/languages.ts';
import { readyMessages } from '../../mail/content.ts';
import { envelopeAddress } from '../../mail/envelope.ts';
import { plainLineText } from '../../mail/message/plain.ts';
import type { MessageRecord } from '../../mail/model.ts';
import type { PlannedMessage } from '../../mail/plan.ts';
import { type Review, review } from '../../mail/review.ts';
import { plural, printDiagnostics } from '../report.ts';
import type { SelectionOptions } from '../selection.ts';
import {
  knownMessages,
  type MailOptions,
  mailSelection,
  preparePlan,
  printJson,
  say,
} from './desk.ts';

export type PlanOptions = MailOptions & SelectionOptions;

/** Gives the exit code: 1 if the data has an error or a message is blocked. Nothing is sent or written. */
export async function plan(folder: string, options: PlanOptions): Promise<number> {
  const prepared = await preparePlan(folder, mailSelection(folder, options));
  printDiagnostics(prepared.diagnostics, options);
  if (!prepared.edition) return 1;
  const { messages } = prepared.plan;
  const records = await knownMessages(prepared.edition, options);
  const reviewed = review(prepared.edition, readyMessages(messages), records);
  printDiagnostics(reviewed.warnings, options);
  const rows = rowsOf(messages, records, reviewed);
  for (const row of rows) printMessage(row, options);
  const blocked = rows.filter(({ message }) => message.blocks.length > 0).length;
  if (!options.json && !options.quiet) {
    const known = rows.filter(({ record }) => record).length;
    say(`${plural(rows.length, 'message')}: ${blocked} blocked, ${known} known to the ledger`);
    say('Nothing was sent.');
  }
  return blocked > 0 || hasErrors(prepared.diagnostics) ? 1 : 0;
}

interface PlanRow {
  /** With what the ledger blocks, and under the name that it will have. */
  readonly message: PlannedMessage;
  readonly record: MessageRecord | undefined;
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

function printMessage(row: PlanRow, options: PlanOptions): void {
  if (options.json) printJson(jsonOf(row));
  else if (!options.quiet) printRow(row);
}

function jsonOf({ message, record }: PlanRow): unknown {
  const { id, key, form, name, mailbox, blocks, covering } = message;
  const { direction } = languagePack(key.language);
  return {
    id,
    ...key,
    form,
    name,
    address: mailbox?.address ?? null,
    envelope: mailbox ? envelopeAddress(mailbox.address) : null,
    subject: covering ? plainLineText(covering.subject, direction) : null,
    state: record?.state ?? null,
    blocks: blocks.map(({ code, message: text }) => ({ code, message: text })),
  };
}

/** The name stands last, so that letters from right to left do not disturb the columns. */
function printRow({ message, record }: PlanRow): void {
  const { id, form, mailbox, name, blocks } = message;
  const state = record ? ` [${record.state}]` : '';
  say(`${id}  ${form}  ${mailbox ? shownAddress(mailbox.address) : 'no address'}${state}  ${name}`);
  for (const { code, message: text } of blocks) say(`    blocked: ${text} [${code}]`);
}

/** The address as the list gives it, and what SMTP gets where that differs. */
export function shownAddress(address: string): string {
  const envelope = envelopeAddress(address);
  return envelope === address ? address : `${address} → ${envelope}`;
}
