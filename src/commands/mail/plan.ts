/** `mail plan`: who gets what, at which address, in which language, and what stands in the way. */
import { hasErrors } from '../../diagnostic.ts';
import { languagePack } from '../../language/languages.ts';
import { mailFolder } from '../../mail/approve.ts';
import { envelopeAddress } from '../../mail/envelope.ts';
import { plainLineText } from '../../mail/message/plain.ts';
import type { MessageRecord } from '../../mail/model.ts';
import type { PlannedMessage } from '../../mail/plan.ts';
import { plural, printDiagnostics } from '../report.ts';
import type { SelectionOptions } from '../selection.ts';
import {
  hasLedger,
  type MailOptions,
  mailSelection,
  preparePlan,
  printJson,
  say,
  withLedger,
} from './desk.ts';

export type PlanOptions = MailOptions & SelectionOptions;

/** Gives the exit code: 1 if the data has an error or a message is blocked. Nothing is sent or written. */
export async function plan(folder: string, options: PlanOptions): Promise<number> {
  const prepared = await preparePlan(folder, mailSelection(folder, options));
  printDiagnostics(prepared.diagnostics, options);
  if (!prepared.edition) return 1;
  const { messages } = prepared.plan;
  const records = await recordsOf(mailFolder(prepared.edition), options);
  for (const message of messages) printMessage(message, records.get(message.id), options);
  const blocked = messages.filter(({ blocks }) => blocks.length > 0).length;
  if (!options.json && !options.quiet) {
    const sent = messages.filter(({ id }) => records.has(id)).length;
    say(`${plural(messages.length, 'message')}: ${blocked} blocked, ${sent} known to the ledger`);
    say('Nothing was sent.');
  }
  return blocked > 0 || hasErrors(prepared.diagnostics) ? 1 : 0;
}

async function recordsOf(
  folder: string,
  { ledger: url }: PlanOptions,
): Promise<ReadonlyMap<string, MessageRecord>> {
  const options = { ...(url && { ledger: url }), readonly: true };
  if (!hasLedger(folder, options)) return new Map();
  const records = await withLedger(folder, options, (ledger) => ledger.messages());
  return new Map(records.map((record) => [record.id, record]));
}

function printMessage(
  message: PlannedMessage,
  record: MessageRecord | undefined,
  options: PlanOptions,
): void {
  if (options.json) printJson(jsonOf(message, record));
  else if (!options.quiet) printRow(message, record);
}

function jsonOf(message: PlannedMessage, record: MessageRecord | undefined): unknown {
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
function printRow(message: PlannedMessage, record: MessageRecord | undefined): void {
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
