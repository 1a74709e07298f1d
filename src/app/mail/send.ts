/** `mail send`: sends what was approved, and nothing else. */
import { UserError } from '../../diagnostic.ts';
import { mailFolder } from '../../mail/approve.ts';
import { type Change, changesBetween, snapshotOf } from '../../mail/changes.ts';
import { deliver, unknownApproval } from '../../mail/delivery/deliver.ts';
import { readServer } from '../../mail/delivery/server.ts';
import type { DeliveryReport, Ledger, Progress, TransportSettings } from '../../mail/model.ts';
import { readSnapshot } from '../../mail/outbox.ts';
import { refusal } from '../../mail/refusal.ts';
import { limitsOf, presetOf } from '../../mail/settings.ts';
import { openTestRun } from '../../mail/test-run.ts';
import type { Edition } from '../../model.ts';
import { plural } from '../../words.ts';
import { type LedgerOptions, mailFolderOf, soundPlan, withLedger } from './context.ts';

export interface SendMailOptions extends LedgerOptions {
  /** The hash that `approveMail` gave. */
  readonly approval: string;
  /** Default: what WSIS_SMTP_* say. */
  readonly server?: TransportSettings;
  /** Most messages in this run. */
  readonly limit?: number;
  /** Stay until deferred messages are due and quiet hours are over; default true. */
  readonly wait?: boolean;
  /** Claims no more, and finishes what is in flight. */
  readonly signal?: AbortSignal;
  /** Gives up what is in flight as well. */
  readonly abort?: AbortSignal;
  /** Send a few to this address instead, and mark nothing. */
  readonly testTo?: string;
  /** Asks for a password, where there is somebody to ask. */
  readonly ask?: (question: string) => Promise<string>;
  readonly onProgress?: (progress: Progress) => void;
}

/** Nothing may be sent under an approval that was given for something else. */
export class EditionChanged extends UserError {
  readonly changes: readonly Change[];

  constructor(changes: readonly Change[]) {
    const message = `the edition has changed since it was approved (${plural(changes.length, 'difference')}); nothing was sent`;
    const hint = 'look at the differences and approve again, or take the changes back';
    super([{ severity: 'error', code: 'edition-changed', message, hint }]);
    this.changes = changes;
  }
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
  const basis = readSnapshot(mailFolderOf(folder), approval);
  if (!basis) {
    const message = 'what this approval was given for is gone or has been changed';
    throw refusal('approval-changed', message, 'approve again');
  }
  const { edition, plan } = await soundPlan(folder, basis.selection);
  return { edition, changes: changesBetween(basis, snapshotOf(edition, plan, basis.selection)) };
}

/** Sends an approval that the edition still agrees with. @throws UserError on the server's settings and the ledger */
export async function deliverApproved(
  ledger: Ledger,
  edition: Edition,
  options: SendMailOptions,
): Promise<DeliveryReport> {
  const { approval, server, limit, wait = true, ask, testTo, abort, onProgress } = options;
  const preset = presetOf(edition.mail);
  const asking = { ...(preset && { preset }), ...(ask && { ask }) };
  const transport = server ?? (await readServer(process.env, asking));
  const folder = mailFolder(edition);
  const test = testTo === undefined ? undefined : await openTest(ledger, edition, options);
  try {
    return await deliver(test?.ledger ?? ledger, {
      approval: test?.approval ?? approval,
      folder,
      transport,
      limits: { ...limitsOf(edition.mail, limit), wait },
      signal: options.signal ?? new AbortController().signal,
      ...(abort && { abort }),
      ...(onProgress && { onProgress }),
    });
  } finally {
    await test?.close();
  }
}

async function openTest(ledger: Ledger, edition: Edition, options: SendMailOptions) {
  const messages = await ledger.messages({ approval: options.approval });
  const { unusualAddresses = [] } = edition.mail ?? {};
  return openTestRun(mailFolder(edition), messages, { ...options, unusualAddresses });
}

/**
 * Sends what was approved and has not been sent, and nothing else; every message ends in a state of the ledger.
 * @throws UserError `unknown-approval`, EditionChanged, and those of the ledger and of the server's settings
 */
export async function sendMail(folder: string, options: SendMailOptions): Promise<DeliveryReport> {
  return withLedger(mailFolderOf(folder), options, async (ledger) => {
    const { edition, changes } = await unchangedEdition(folder, ledger, options.approval);
    if (changes.length > 0) throw new EditionChanged(changes);
    return deliverApproved(ledger, edition, options);
  });
}
