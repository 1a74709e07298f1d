/** `mail approve`: freezes the messages of a plan, and records who approved them. */
import { type Diagnostic, hasErrors, UserError } from '../../diagnostic.ts';
import { type Approved, approve, mailFolder } from '../../mail/approve.ts';
import { readyMessages } from '../../mail/content.ts';
import { type Again, review } from '../../mail/review.ts';
import { dkimOf } from '../../mail/settings.ts';
import type { Edition, Selection } from '../../model.ts';
import {
  knownMessages,
  type LedgerOptions,
  type Prepared,
  preparePlan,
  withLedger,
} from './context.ts';

export interface ApproveMailOptions extends LedgerOptions {
  /** Default: all letters. */
  readonly selection?: Selection;
  /** Who takes the responsibility. */
  readonly by: string;
  /** Approve the rest, where messages are blocked. */
  readonly skipBlocked?: boolean;
  /** Messages that go out although their mailboxes have had the letter, and why. */
  readonly again?: Again;
  readonly signal?: AbortSignal;
  /** Messages frozen so far, of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A plan that may be approved, unless `diagnostics` has an error. */
export interface Approvable {
  readonly prepared?: Prepared;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks for all that keeps messages from being approved; writes nothing. */
export async function prepareApproval(
  folder: string,
  options: ApproveMailOptions,
): Promise<Approvable> {
  const prepared = await preparePlan(folder, options.selection ?? {});
  if (!prepared.edition) return { diagnostics: prepared.diagnostics };
  const blocking = await obstacles(prepared, options);
  return { prepared, diagnostics: [...prepared.diagnostics, ...blocking] };
}

/** Approves a plan without an error. @throws UserError, and nothing is approved */
export async function approvePrepared(
  { edition, plan }: Prepared,
  options: ApproveMailOptions,
): Promise<Approved> {
  const { selection = {}, by, again, skipBlocked = false, onProgress, ...access } = options;
  const { signal = new AbortController().signal } = options;
  const dkim = dkimOf(edition.mail, process.env);
  const folder = mailFolder(edition);
  return withLedger(folder, { ...access, edition: edition.id }, (ledger) => {
    const batch = { edition, plan, selection, ledger, folder, by, signal, skipBlocked };
    const choices = { ...(again && { again }), ...(dkim && { dkim }) };
    const reporting = onProgress && { onProgress };
    return approve({ ...batch, ...choices, ...reporting, at: wholeSeconds(new Date()) });
  });
}

/**
 * Freezes the messages and records who approved them.
 * @throws UserError on errors in the data, on blocked messages unless they are skipped, and those of the ledger
 */
export async function approveMail(folder: string, options: ApproveMailOptions): Promise<Approved> {
  const { prepared, diagnostics } = await prepareApproval(folder, options);
  if (!prepared || hasErrors(diagnostics)) throw new UserError(diagnostics);
  return approvePrepared(prepared, options);
}

/** A message's Date has no fractions. */
function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

/** What keeps an otherwise sound plan from being approved, and what the ledger makes one look at twice. */
async function obstacles(
  { edition, plan }: Prepared,
  options: ApproveMailOptions,
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
  { skipBlocked }: ApproveMailOptions,
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
