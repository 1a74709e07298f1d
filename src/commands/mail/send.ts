/** `mail send`: sends what was approved, and nothing else. */
import { createInterface } from 'node:readline/promises';
import { mailFolderOf, withLedger } from '../../app/mail/context.ts';
import { deliverApproved, unchangedEdition } from '../../app/mail/send.ts';
import { passwordPrompt } from '../../mail/delivery/prompt.ts';
import { SENDABLE } from '../../mail/ledger/states.ts';
import type { DeliveryReport, Ledger, MessageRecord } from '../../mail/model.ts';
import type { Edition } from '../../model.ts';
import { progress } from '../report.ts';
import { printBatch } from './batch.ts';
import { printChanges } from './changes.ts';
import { type MailOptions, printJson, say } from './common.ts';
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

async function deliverBatch(
  ledger: Ledger,
  approval: string,
  edition: Edition,
  options: SendOptions,
): Promise<number> {
  const messages = await ledger.messages({ approval });
  const due = messages.filter(({ state }) => SENDABLE.includes(state));
  if (options.testTo === undefined && !(await isConfirmed(due, options))) return 1;
  const { signal, abort, release } = catchInterruptions();
  const ask = passwordPrompt();
  try {
    const report = await deliverApproved(ledger, edition, {
      ...options,
      approval,
      signal,
      abort,
      ...(ask && { ask }),
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
    release();
  }
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
