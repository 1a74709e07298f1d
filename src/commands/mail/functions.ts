/** Mailing as functions, for scripts: the steps of the commands, with the same refusals and the same ledger. */
import { hasErrors, UserError } from '../../diagnostic.ts';
import { type Approved, approve, mailFolder } from '../../mail/approve.ts';
import { deliver } from '../../mail/delivery/deliver.ts';
import { readServer } from '../../mail/delivery/server.ts';
import type { DeliveryReport, Progress, TransportSettings } from '../../mail/model.ts';
import type { Plan } from '../../mail/plan.ts';
import { type ReportInput, reportCsv, reportHtml } from '../../mail/report.ts';
import type { Again } from '../../mail/review.ts';
import { dkimOf, limitsOf, presetOf } from '../../mail/settings.ts';
import type { Selection } from '../../model.ts';
import { obstacles, wholeSeconds } from './approve.ts';
import { EditionChanged } from './changes.ts';
import { type LedgerOptions, mailFolderOf, soundPlan, withLedger } from './desk.ts';
import { unchangedEdition } from './send.ts';
import { readInput } from './status.ts';

export interface ApproveMailOptions extends LedgerOptions {
  readonly selection?: Selection;
  /** Who takes the responsibility. */
  readonly by: string;
  /** Approve the rest, where messages are blocked. */
  readonly skipBlocked?: boolean;
  /** Messages that go out although their mailboxes have had the letter, and why. */
  readonly again?: Again;
  readonly signal?: AbortSignal;
}

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
  readonly onProgress?: (progress: Progress) => void;
}

export interface MailReport extends ReportInput {
  /** The report as one page that needs nothing else. */
  readonly html: string;
  /** The list, for spreadsheets. */
  readonly csv: string;
}

/** Who gets what, at which address; what blocks a message is with it. @throws UserError on faults of the data */
export async function planMail(folder: string, selection: Selection = {}): Promise<Plan> {
  return (await soundPlan(folder, selection)).plan;
}

/**
 * Freezes the messages and records who approved them.
 * @throws UserError on faults of the data, on blocked messages unless they are skipped, and those of the ledger
 */
export async function approveMail(folder: string, options: ApproveMailOptions): Promise<Approved> {
  const { selection = {}, by, again, skipBlocked = false, ...access } = options;
  const { signal = new AbortController().signal } = options;
  const prepared = await soundPlan(folder, selection);
  const inTheWay = await obstacles(prepared, options);
  if (hasErrors(inTheWay)) throw new UserError(inTheWay);
  const { edition, plan } = prepared;
  const dkim = dkimOf(edition.mail, process.env);
  const place = mailFolder(edition);
  return withLedger(place, { ...access, edition: edition.id }, (ledger) => {
    const batch = { edition, plan, selection, ledger, folder: place, by, signal, skipBlocked };
    const choices = { ...(again && { again }), ...(dkim && { dkim }) };
    return approve({ ...batch, ...choices, at: wholeSeconds(new Date()) });
  });
}

/**
 * Sends what was approved and has not been sent, and nothing else; every message ends in a state of the ledger.
 * @throws UserError `unknown-approval`, EditionChanged, and those of the ledger and of the server's settings
 */
export async function sendMail(folder: string, options: SendMailOptions): Promise<DeliveryReport> {
  const { approval, server, limit, wait = true, onProgress } = options;
  return withLedger(mailFolderOf(folder), options, async (ledger) => {
    const { edition, changes } = await unchangedEdition(folder, ledger, approval);
    if (changes.length > 0) throw new EditionChanged(changes);
    const preset = presetOf(edition.mail);
    return deliver(ledger, {
      approval,
      folder: mailFolder(edition),
      transport: server ?? (await readServer(process.env, { ...(preset && { preset }) })),
      limits: { ...limitsOf(edition.mail, limit), wait },
      signal: options.signal ?? new AbortController().signal,
      ...(onProgress && { onProgress }),
    });
  });
}

/** What has become of every message. @throws UserError if there is no ledger */
export async function reportMail(folder: string, options: LedgerOptions = {}): Promise<MailReport> {
  return withLedger(mailFolderOf(folder), { ...options, readonly: true }, async (ledger) => {
    const input = await readInput(folder, ledger, {});
    return { ...input, html: reportHtml(input), csv: reportCsv(input) };
  });
}
