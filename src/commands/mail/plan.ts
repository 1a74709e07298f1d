/** `mail plan`: who gets what, at which address, in which language, and what stands in the way. */
import { type PlanRow, readPlan } from '../../app/mail/plan.ts';
import { hasErrors } from '../../diagnostic.ts';
import { subjectOf } from '../../mail/content.ts';
import { envelopeAddress } from '../../mail/envelope.ts';
import { plural } from '../../words.ts';
import { printDiagnostics } from '../report.ts';
import type { SelectionOptions } from '../selection.ts';
import { type MailOptions, mailSelection, printJson, say } from './common.ts';

export type PlanOptions = MailOptions & SelectionOptions;

/** Gives the exit code: 1 if the data has an error or a message is blocked. Nothing is sent or written. */
export async function plan(folder: string, options: PlanOptions): Promise<number> {
  const selection = mailSelection(folder, options);
  const { edition, rows, diagnostics, warnings } = await readPlan(folder, selection, options);
  printDiagnostics(diagnostics, options);
  if (!edition) return 1;
  printDiagnostics(warnings, options);
  for (const row of rows) printMessage(row, options);
  const blocked = rows.filter(({ message }) => message.blocks.length > 0).length;
  if (!options.json && !options.quiet) {
    const known = rows.filter(({ record }) => record).length;
    say(`${plural(rows.length, 'message')}: ${blocked} blocked, ${known} known to the ledger`);
    say('Nothing was sent.');
  }
  return blocked > 0 || hasErrors(diagnostics) ? 1 : 0;
}

function printMessage(row: PlanRow, options: PlanOptions): void {
  if (options.json) printJson(jsonOf(row));
  else if (!options.quiet) printRow(row);
}

function jsonOf({ message, record }: PlanRow): unknown {
  const { id, key, form, name, mailbox, blocks, email } = message;
  return {
    id,
    ...key,
    form,
    name,
    address: mailbox?.address ?? null,
    envelope: mailbox ? envelopeAddress(mailbox.address) : null,
    subject: email ? subjectOf({ key, email }) : null,
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
