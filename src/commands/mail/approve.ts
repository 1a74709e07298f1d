/** `mail approve`: freezes every message, and prints the hash under which it may be sent. */
import { dirname, join, relative } from 'node:path';
import {
  type ApproveMailOptions,
  approvePrepared,
  prepareApproval,
} from '../../app/mail/approve.ts';
import type { Prepared } from '../../app/mail/context.ts';
import { hasErrors, UsageError, UserError } from '../../diagnostic.ts';
import { type Approved, mailFolder } from '../../mail/approve.ts';
import type { Again } from '../../mail/review.ts';
import { plural } from '../../words.ts';
import { quoted } from '../init.ts';
import { catchInterruption } from '../interrupt.ts';
import { printDiagnostics, progress, type ReportOptions } from '../report.ts';
import type { SelectionOptions } from '../selection.ts';
import { countBy, domainOf, printBatch, samplesOf } from './batch.ts';
import { type MailOptions, mailSelection, printJson, say } from './common.ts';
import { INTERRUPTED, unlessLocked } from './exit-codes.ts';

export interface ApproveOptions extends MailOptions, SelectionOptions {
  /** Who takes the responsibility. */
  readonly by: string;
  /** Approve the rest, where messages are blocked. */
  readonly skipBlocked?: boolean;
  /** Ids of messages that go out although their mailboxes have had the letter. */
  readonly again?: readonly string[];
  /** Why they do. */
  readonly reason?: string;
}

/**
 * Gives the exit code: 1 if the data has an error or a message is blocked; then nothing is approved.
 * @throws UserError
 */
export async function approve(
  folder: string,
  { again: ids, reason, ...options }: ApproveOptions,
): Promise<number> {
  const again = againOf(ids, reason);
  const selection = mailSelection(folder, options);
  const asked = { ...options, selection, ...(again && { again }) };
  const { prepared, diagnostics } = await prepareApproval(folder, asked);
  printDiagnostics(diagnostics, options);
  if (!prepared || hasErrors(diagnostics)) {
    if (!options.json) process.stderr.write('\nNothing was approved.\n');
    return 1;
  }
  return unlessLocked(options, () => approveAndPrint(prepared, asked));
}

/** @throws UsageError if one is given without the other */
function againOf(ids: readonly string[] | undefined, reason = ''): Again | undefined {
  if (ids === undefined && reason === '') return undefined;
  if (ids !== undefined && reason.trim() !== '') return { ids, reason };
  const message = `--${ids ? 'again needs --reason' : 'reason needs --again'}`;
  throw new UsageError('missing-reason', message, 'say which messages go out again, and why');
}

async function approveAndPrint(
  prepared: Prepared,
  options: ApproveMailOptions & ReportOptions,
): Promise<number> {
  const { signal, release } = catchInterruption();
  const onProgress = (done: number, total: number) =>
    progress(`${done} of ${plural(total, 'message')} …`);
  try {
    const approved = await approvePrepared(prepared, { ...options, signal, onProgress });
    progress('');
    print(approved, mailFolder(prepared.edition), options);
    return 0;
  } catch (error) {
    if (!signal.aborted || !(error instanceof UserError)) throw error;
    printDiagnostics(error.diagnostics, options);
    return INTERRUPTED;
  } finally {
    progress('');
    release();
  }
}

type PrintOptions = Pick<ApproveOptions, 'by' | 'json' | 'quiet'>;

function print(approved: Approved, folder: string, options: PrintOptions): void {
  if (options.json) printJson(jsonOf(approved, folder));
  else if (!options.quiet) printText(approved, folder, options);
  else if (approved.hash) say(approved.hash);
}

function jsonOf({ hash, messages, left }: Approved, folder: string): unknown {
  return {
    approval: hash ?? null,
    messages: messages.length,
    languages: countBy(messages, ({ key }) => key.language),
    domains: countBy(messages, domainOf),
    samples: samplesOf(messages).map(({ key, address, envelope, subject, file }) => ({
      ...key,
      address,
      envelope: envelope.to,
      subject,
      file: join(folder, file),
    })),
    left,
  };
}

function printText({ hash, messages, left }: Approved, folder: string, { by }: PrintOptions): void {
  if (left.length > 0) {
    const states = Object.entries(countBy(left, ({ state }) => state));
    say(
      `Left out, since the ledger knows them: ${states.map(([state, n]) => `${n} ${state}`).join(', ')}`,
    );
  }
  if (!hash) {
    say('There is nothing to approve.');
    return;
  }
  printBatch(messages);
  say(`The messages lie in ${join(folder, 'outbox')}; any mail program opens them.`);
  say(`Approved by ${by} under`);
  say(hash);
  say(
    `Send them: wsis-letters mail send ${quoted(relative('', dirname(folder)) || '.')} --approval ${hash}`,
  );
}
