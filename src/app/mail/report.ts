/** `mail status`: what has become of the letters, and the report for the files. */
import { loadEdition } from '../../data/load.ts';
import type { Ledger, MessageState } from '../../mail/model.ts';
import { type ReportInput, reportCsv, reportHtml } from '../../mail/report.ts';
import { type LedgerOptions, mailFolderOf, withLedger } from './context.ts';

export interface MailReport extends ReportInput {
  /** The report as one page that needs nothing else. */
  readonly html: string;
  /** The list, for spreadsheets. */
  readonly csv: string;
}

/** What has become of every message. @throws UserError if there is no ledger */
export async function reportMail(folder: string, options: LedgerOptions = {}): Promise<MailReport> {
  return withLedger(mailFolderOf(folder), { ...options, readonly: true }, async (ledger) => {
    const input = await readStatus(folder, ledger);
    return { ...input, html: reportHtml(input), csv: reportCsv(input) };
  });
}

/** All that a report tells, or what is in some states only. */
export async function readStatus(
  folder: string,
  ledger: Ledger,
  state?: readonly MessageState[],
): Promise<ReportInput> {
  const messages = await ledger.messages();
  return {
    edition: loadEdition(folder).edition?.id ?? folder,
    ledger: ledger.id,
    at: new Date(),
    messages: messages.filter((message) => state?.includes(message.state) ?? true),
    approvals: await ledger.approvals(),
    chain: await ledger.verifyChain(),
  };
}
