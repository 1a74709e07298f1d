/** `mail approve`: freezes every message, and prints the hash under which it may be sent. */
import { dirname, join, relative } from 'node:path';
import { type Diagnostic, hasErrors, UserError } from '../../diagnostic.ts';
import { type Approved, approve as approveMessages, mailFolder } from '../../mail/approve.ts';
import { readyMessages } from '../../mail/content.ts';
import { type Again, review } from '../../mail/review.ts';
import { dkimOf } from '../../mail/settings.ts';
import type { Edition } from '../../model.ts';
import { quoted } from '../init.ts';
import { catchInterruption } from '../interrupt.ts';
import { plural, printDiagnostics, progress, UsageError } from '../report.ts';
import type { SelectionOptions } from '../selection.ts';
import { countBy, domainOf, printBatch, samplesOf } from './batch.ts';
import {
  knownMessages,
  type LedgerOptions,
  type MailOptions,
  mailSelection,
  type Prepared,
  preparePlan,
  printJson,
  say,
  withLedger,
} from './desk.ts';
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
  const selection = mailSelection(folder, options);
  const again = againOf(ids, reason);
  const prepared = await preparePlan(folder, selection);
  const asked = { ...options, ...(again && { again }) };
  const diagnostics = [
    ...prepared.diagnostics,
    ...(prepared.edition ? await obstacles(prepared, asked) : []),
  ];
  printDiagnostics(diagnostics, options);
  if (!prepared.edition || hasErrors(diagnostics)) {
    if (!options.json) process.stderr.write('\nNothing was approved.\n');
    return 1;
  }
  return unlessLocked(options, () => freezeAndRecord(prepared, selection, asked));
}

/** @throws UsageError if one is given without the other */
function againOf(ids: readonly string[] | undefined, reason = ''): Again | undefined {
  if (ids === undefined && reason === '') return undefined;
  if (ids !== undefined && reason.trim() !== '') return { ids, reason };
  const message = `--${ids ? 'again needs --reason' : 'reason needs --again'}`;
  throw new UsageError('missing-reason', message, 'say which messages go out again, and why');
}

/** What approving asks of the ledger. */
export interface Asked extends LedgerOptions {
  readonly skipBlocked?: boolean;
  readonly again?: Again;
}

/** What keeps an otherwise sound plan from being approved, and what the ledger makes one look at twice. */
export async function obstacles(
  { edition, plan }: Prepared,
  options: Asked,
): Promise<Diagnostic[]> {
  const known = await knownMessages(edition, options);
  const reviewed = review(edition, readyMessages(plan.messages), known, options.again);
  const blocks = [
    ...plan.messages.flatMap((message) => message.blocks),
    ...reviewed.blocked.values(),
  ];
  return [...blockedOnes(edition, blocks, options), ...reviewed.errors, ...reviewed.warnings];
}

function blockedOnes(
  edition: Edition,
  blocks: readonly Diagnostic[],
  { skipBlocked }: Asked,
): Diagnostic[] {
  const severity = skipBlocked ? 'warning' : 'error';
  const hint = skipBlocked
    ? 'this message is left out'
    : 'mend it, or leave these messages out with --skip-blocked';
  const blocked = blocks.map((block): Diagnostic => ({ hint, ...block, severity }));
  if (edition.mail) return blocked;
  const message = 'an edition without the section `mail` cannot be mailed';
  return [{ severity: 'error', code: 'missing-key', message }, ...blocked];
}

async function freezeAndRecord(
  { edition, plan }: Prepared,
  selection: ReturnType<typeof mailSelection>,
  options: Omit<ApproveOptions, 'again' | 'reason'> & Asked,
): Promise<number> {
  const folder = mailFolder(edition);
  const dkim = dkimOf(edition.mail, process.env);
  const { signal, release } = catchInterruption();
  try {
    const approved = await withLedger(folder, { ...options, edition: edition.id }, (ledger) =>
      approveMessages({
        edition,
        plan,
        selection,
        ledger,
        folder,
        by: options.by,
        at: wholeSeconds(new Date()),
        ...(dkim && { dkim }),
        ...(options.again && { again: options.again }),
        skipBlocked: options.skipBlocked ?? false,
        signal,
        onProgress: (done, total) => progress(`${done} of ${plural(total, 'message')} …`),
      }),
    );
    progress('');
    print(approved, folder, options);
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

/** A message's Date has no fractions. */
export function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
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
