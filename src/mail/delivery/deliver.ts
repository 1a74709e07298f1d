/** Sends what was approved: takes messages from the ledger, as fast as the limits allow, until there are none. */
import type { UserError } from '../../diagnostic.ts';
import { inWords } from '../../system-error.ts';
import { SENDABLE } from '../ledger/states.ts';
import type {
  DeliveryOptions,
  DeliveryReport,
  Ledger,
  MessageState,
  Run,
  StopCode,
} from '../model.ts';
import { refusal } from '../refusal.ts';
import { systemClock } from './clock.ts';
import { Delivery, type Stop } from './delivery.ts';
import { openMailer } from './mailer.ts';
import { watchSecrets } from './secrets.ts';
import { securityProblem } from './security.ts';

/**
 * Every message of the approval ends in a state of the ledger, whatever happens.
 * @throws UserError `unknown-approval`, `insecure-server`, `ledger-locked`, `ledger-broken`
 */
export async function deliver(ledger: Ledger, options: DeliveryOptions): Promise<DeliveryReport> {
  if (!(await ledger.approval(options.approval))) throw unknownApproval(options.approval);
  const problem = securityProblem(options.transport);
  if (problem) throw refusal('insecure-server', problem);
  const { testServer: isTest = false } = options.transport;
  const run = await ledger.beginRun({ isTest });
  const stop = await work(ledger, run, options);
  return report(ledger, options.approval, stop);
}

async function work(ledger: Ledger, run: Run, options: DeliveryOptions): Promise<Stop | undefined> {
  const { signIn, redact } = watchSecrets(options.transport.signIn);
  const transport = { ...options.transport, ...(signIn && { signIn }) };
  const mailer = openMailer(transport);
  const clock = options.clock ?? systemClock;
  const delivery = new Delivery({ ...options, ledger, run, mailer, redact, clock, transport });
  const stop = await delivery.work();
  mailer.close();
  try {
    await run.end();
  } catch (error) {
    return stop ?? { code: 'ledger-failed', reason: inWords(error) };
  }
  return stop;
}

async function report(
  ledger: Ledger,
  approval: string,
  stop: { readonly code: StopCode; readonly reason: string } | undefined,
): Promise<DeliveryReport> {
  const states = (await ledger.messages({ approval })).map(({ state }) => state);
  const count = (...wanted: readonly MessageState[]): number =>
    states.filter((state) => wanted.includes(state)).length;
  return {
    accepted: count('accepted', 'delayed', 'bounced'),
    rejected: count('rejected'),
    unknown: count('unknown', 'committing'),
    held: count('held'),
    deferred: count('deferred'),
    queued: count('queued', 'sending'),
    ...(stop && { stopped: stop }),
    resumable: count(...SENDABLE, 'sending') > 0,
  };
}

/** What `send` names was never approved. */
export function unknownApproval(hash: string): UserError {
  const hint = 'wsis-letters mail approve prints the hash to send with';
  return refusal('unknown-approval', `nothing was approved under ${hash}`, hint);
}
