/** `mail status`: what has become of the letters, and the report for the files. */
import { join } from 'node:path';
import { mailFolderOf, withLedger } from '../../app/mail/context.ts';
import { readStatus } from '../../app/mail/report.ts';
import { openFolder } from '../../app/render/output.ts';
import type { MessageRecord, MessageState } from '../../mail/model.ts';
import { countStates, type ReportInput, reportCsv, reportHtml } from '../../mail/report.ts';
import { writeWhole } from '../../whole-file.ts';
import { plural } from '../../words.ts';
import { type MailOptions, printJson, say } from './common.ts';
import { shownAddress } from './plan.ts';

export interface StatusOptions extends MailOptions {
  /** List messages in these states only. */
  readonly state?: readonly MessageState[];
  /** The list as CSV on standard output. */
  readonly csv?: boolean;
  /** Write the report into this folder; true for `out` of the edition. */
  readonly report?: string | true;
}

/** Gives the exit code: 1 if the history of the ledger is broken. */
export async function status(folder: string, options: StatusOptions): Promise<number> {
  return withLedger(mailFolderOf(folder), { ...options, readonly: true }, async (ledger) => {
    const input = await readStatus(folder, ledger, options.state);
    if (options.csv) process.stdout.write(reportCsv(input));
    else if (options.json) for (const message of input.messages) printJson(jsonOf(message));
    else if (!options.quiet) printText(input, options);
    if (options.report !== undefined) writeReport(folder, input, options);
    if (input.chain.ok) return 0;
    process.stderr.write(
      `The history is broken at event ${input.chain.at}: ${input.chain.reason}\n`,
    );
    return 1;
  });
}

function jsonOf(message: MessageRecord): unknown {
  const { id, key, address, envelope, state, attempts, messageId, digest, pdfDigest } = message;
  return {
    id,
    ...key,
    address,
    envelope: envelope.to,
    state,
    attempts,
    reply: message.reply ?? null,
    acceptedAt: message.acceptedAt?.toISOString() ?? null,
    notBefore: message.notBefore?.toISOString() ?? null,
    changedAt: message.changedAt.toISOString(),
    approval: message.approval,
    messageId,
    sha256: digest,
    pdfSha256: pdfDigest,
  };
}

function printText({ messages, chain }: ReportInput, { state }: StatusOptions): void {
  if (state) for (const message of messages) printMessage(message);
  for (const [name, count] of countStates(messages)) say(`${String(count).padStart(6)} ${name}`);
  const history = chain.ok ? `whole, ${plural(chain.events, 'event')}` : 'BROKEN';
  say(`${plural(messages.length, 'message')}; history ${history}`);
}

function printMessage({ id, address, state, notBefore, reply }: MessageRecord): void {
  const due = notBefore ? ` (again after ${notBefore.toISOString()})` : '';
  say(`${id}  ${shownAddress(address)}  ${state}${due}${reply ? `: ${reply}` : ''}`);
}

function writeReport(
  folder: string,
  input: ReportInput,
  { report, json, quiet }: StatusOptions,
): void {
  const out = typeof report === 'string' ? report : join(folder, 'out');
  openFolder(out);
  const [html, csv] = [join(out, 'mail-report.html'), join(out, 'mail-report.csv')];
  writeWhole(html, reportHtml(input));
  writeWhole(csv, reportCsv(input));
  if (json || quiet) return;
  for (const file of [html, csv]) say(file);
}
