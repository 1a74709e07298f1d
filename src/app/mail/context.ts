/** What the operations of mailing have in common: the edition, its plan, its ledger. */
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, hasCode, hasErrors, UserError } from '../../diagnostic.ts';
import { mailFolder } from '../../mail/approve.ts';
import { openLedger } from '../../mail/ledger/open.ts';
import type { Ledger, MessageRecord } from '../../mail/model.ts';
import { type Plan, planMail as planMessages } from '../../mail/plan.ts';
import { refusal } from '../../mail/refusal.ts';
import type { Edition, Selection } from '../../model.ts';
import { check } from '../check.ts';

export interface LedgerOptions {
  /** Takes over a ledger that this user has not seen before, or a copy. */
  readonly adopt?: boolean;
  /** Sets the ledger of another event aside and begins a new one. */
  readonly newLedger?: boolean;
  /** `postgres://user@host/database`: a ledger that several machines share; default the edition's own file. */
  readonly ledger?: string;
}

export interface Prepared {
  readonly edition: Edition;
  readonly plan: Plan;
  /** Everything that is wrong with the data or worth a look; what blocks one message is with the message. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads and composes what is selected, and plans its mailing. Undefined if there is no edition to speak of.
 * @throws UsageError if the selection names what the edition does not have
 */
export async function preparePlan(
  folder: string,
  selection: Selection,
): Promise<
  Prepared | { readonly edition?: undefined; readonly diagnostics: readonly Diagnostic[] }
> {
  const { edition, letters, diagnostics } = await check(folder, { selection });
  if (!edition) return { diagnostics };
  const plan = planMessages(edition, letters, selection);
  const all = [...withoutBlocked(diagnostics, plan), ...plan.diagnostics];
  return { edition, plan, diagnostics: withSender(edition, all) };
}

/** Without those recipients whose message is blocked because the letter is not in their language. */
function withoutBlocked(diagnostics: readonly Diagnostic[], { messages }: Plan): Diagnostic[] {
  const blocks = messages.flatMap((one) => one.blocks);
  const told = new Set(blocks.map(({ code, message }) => `${code} ${message}`));
  return diagnostics.filter(({ code, message }) => !told.has(`${code} ${message}`));
}

/** The same, of data without an error. @throws UserError with all that is wrong */
export async function soundPlan(folder: string, selection: Selection): Promise<Prepared> {
  const prepared = await preparePlan(folder, selection);
  if (prepared.edition && !hasErrors(prepared.diagnostics)) return prepared;
  throw new UserError(prepared.diagnostics);
}

function withSender(edition: Edition, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (edition.mail) return diagnostics;
  const message = 'the edition has no section `mail`, so there is nobody to send its letters';
  const hint = 'add mail: {from: {name: {…}, address: …}} to edition.yaml';
  const missing: Diagnostic = { severity: 'warning', code: 'missing-sender', message, hint };
  return [...diagnostics, missing];
}

/** The folder of an edition's mail. @throws UserError if there is no such edition */
export function mailFolderOf(folder: string): string {
  if (!existsSync(join(folder, 'edition.yaml'))) {
    const message = `${folder} is not the folder of an edition`;
    const hint = 'name the folder that holds edition.yaml';
    throw refusal('missing-edition', message, hint);
  }
  return mailFolder({ folder: realpathSync(folder) });
}

interface Access extends LedgerOptions {
  readonly readonly?: boolean;
  /** Id of the edition whose mail it is, where that is known. */
  readonly edition?: string;
}

/** Works on the ledger of a folder, or on the one that is named, and closes it. */
export async function withLedger<T>(
  folder: string,
  options: Access,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const ledger = await open(folder, options);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

function open(folder: string, { ledger: postgres, ...access }: Access): Promise<Ledger> {
  return openLedger(folder, { ...access, ...(postgres !== undefined && { postgres }) });
}

/** What the ledger knows already; nothing where there is no ledger yet. */
export async function knownMessages(
  edition: Edition,
  { ledger, adopt, newLedger }: LedgerOptions,
): Promise<readonly MessageRecord[]> {
  if (newLedger) return [];
  const choices = { ...(ledger && { ledger }), ...(adopt && { adopt }) };
  const access = { ...choices, readonly: true, edition: edition.id };
  try {
    return await withLedger(mailFolder(edition), access, (open) => open.messages());
  } catch (error) {
    if (hasCode(error, 'no-ledger')) return [];
    throw error;
  }
}
