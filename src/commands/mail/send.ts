/** `mail send`: sends what was approved, and nothing else. */
import { createInterface } from 'node:readline/promises';
import { mailFolder } from '../../mail/approve.ts';
import { basisOf, type Change, changesBetween } from '../../mail/changes.ts';
import { deliver, unknownApproval } from '../../mail/delivery/deliver.ts';
import { passwordPrompt } from '../../mail/delivery/prompt.ts';
import { readServer } from '../../mail/delivery/server.ts';
import type { DeliveryReport, Ledger, MessageRecord } from '../../mail/model.ts';
import { readBasis } from '../../mail/outbox.ts';
import { refusal } from '../../mail/refusal.ts';
import { limitsOf, presetOf } from '../../mail/settings.ts';
import { openTestRun } from '../../mail/test-run.ts';
import type { Edition } from '../../model.ts';
import { progress } from '../report.ts';
import { printBatch } from './batch.ts';
import { printChanges } from './changes.ts';
import { type MailOptions, mailFolderOf, printJson, say, soundPlan, withLedger } from './desk.ts';
import { exitCodeOf, unlessLocked } from './exit-codes.ts';
import { catchInterruptions } from './interruptions.ts';
import { plan } from './plan.ts';
import { progressText, showMessage } from './progress.ts';

export interface SendOptions extends MailOptions {
  /** The hash that `approve` printed. */
  readonly approval?: string;
  /** Most messages in this run. */
  readonly limit?: number;
  /** Send to this address instead, and mark nothing. */
  readonly testTo?: string;
  /** Stay until deferred messages are due; default true. */
  readonly wait?: boolean;
}

/**
 * Gives the exit code; see exit-codes.ts. Without an approval it prints the plan, and gives 2.
 * @throws UserError
 */
export async function send(folder: string, options: SendOptions): Promise<number> {
  const { approval: hash } = options;
  if (hash === undefined) {
    await plan(folder, options);
    process.stderr.write(
      'Give the hash that `wsis-letters mail approve` prints: --approval HASH\n',
    );
    return 2;
  }
  const ledgerFolder = mailFolderOf(folder);
  return unlessLocked(options, () =>
    withLedger(ledgerFolder, options, async (ledger) => {
      const { edition, changes } = await unchangedEdition(folder, ledger, hash);
      if (changes.length === 0) return deliverBatch(ledger, hash, edition, options);
      printChanges(changes, options);
      return 1;
    }),
  );
}

/**
 * The edition as it is now, and how it differs from what was approved: nothing may be sent if it does.
 * @throws UserError `unknown-approval`, `approval-changed`, and on faults of the data
 */
export async function unchangedEdition(
  folder: string,
  ledger: Ledger,
  hash: string,
): Promise<{ readonly edition: Edition; readonly changes: readonly Change[] }> {
  const approval = await ledger.approval(hash);
  if (!approval) throw unknownApproval(hash);
  const basis = readBasis(mailFolderOf(folder), approval);
  if (!basis) {
    const message = 'what this approval was given for is gone or has been changed';
    throw refusal('approval-changed', message, 'approve again');
  }
  const { edition, plan } = await soundPlan(folder, basis.selection);
  return { edition, changes: changesBetween(basis, basisOf(edition, plan, basis.selection)) };
}

async function deliverBatch(
  ledger: Ledger,
  approval: string,
  edition: Edition,
  options: SendOptions,
): Promise<number> {
  const messages = await ledger.messages({ approval });
  const due = messages.filter(({ state }) => state === 'queued' || state === 'deferred');
  if (options.testTo === undefined && !(await isConfirmed(due, options))) return 1;
  const transport = await readServer(process.env, readServerOptions(edition));
  const folder = mailFolder(edition);
  const interruption = catchInterruptions();
  const { unusualAddresses = [] } = edition.mail ?? {};
  const test =
    options.testTo === undefined
      ? undefined
      : await openTestRun(folder, messages, { ...options, unusualAddresses });
  try {
    const report = await deliver(test?.ledger ?? ledger, {
      approval: test?.approval ?? approval,
      folder,
      transport,
      limits: { ...limitsOf(edition.mail, options.limit), wait: options.wait ?? true },
      signal: interruption.signal,
      abort: interruption.abort,
      onProgress: (state) => {
        if (state.message) showMessage(state.message, options);
        if (!options.json && !options.quiet) progress(progressText(state));
      },
    });
    progress('');
    printReport(report, options);
    return exitCodeOf(report);
  } finally {
    progress('');
    interruption.release();
    await test?.close();
  }
}

function readServerOptions({ mail }: Edition) {
  const preset = presetOf(mail);
  const ask = passwordPrompt();
  return { ...(preset && { preset }), ...(ask && { ask }) };
}

/** On a terminal a person types the number of messages; in a script the hash is the word. */
async function isConfirmed(due: readonly MessageRecord[], options: SendOptions): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY || options.json || due.length === 0)
    return true;
  printBatch(due);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await lines.question(
      `Type ${due.length} to send them, anything else to leave it: `,
    );
    if (answer.trim() === String(due.length)) return true;
    say('Nothing was sent.');
    return false;
  } finally {
    lines.close();
  }
}

function printReport(report: DeliveryReport, options: SendOptions): void {
  if (options.json) {
    printJson({ report });
    return;
  }
  const { stopped, resumable, ...counts } = report;
  const shown = Object.entries(counts).filter(([, count]) => count > 0);
  say(shown.map(([state, count]) => `${count} ${state}`).join(', ') || 'nothing to send');
  if (stopped) say(`Stopped (${stopped.code}): ${stopped.reason}`);
  if (resumable) say('The same command goes on where this run stopped.');
  if (counts.unknown > 0) say('Settle what is unknown with: wsis-letters mail resolve');
}
