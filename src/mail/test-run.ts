/** A trial: the approved bytes go to one address, and a ledger of its own forgets them afterwards. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseMailbox } from '../data/schema/mailbox.ts';
import { unusualProblem } from '../data/schema/unusual.ts';
import type { UserError } from '../diagnostic.ts';
import { envelopeAddress } from './envelope.ts';
import { openLedger } from './ledger/open.ts';
import { messageName } from './ledger/rows.ts';
import type { FrozenMessage, Ledger } from './model.ts';
import { refusal } from './refusal.ts';

export interface TestRun {
  readonly ledger: Ledger;
  readonly approval: string;
  close(): Promise<void>;
}

export interface TestRunOptions {
  /** Where everything goes. */
  readonly testTo?: string;
  /** Unusual addresses that the edition asks for. */
  readonly unusualAddresses?: readonly string[];
  /** Most messages; default 5, so that nobody's mailbox is flooded by mistake. */
  readonly limit?: number;
}

const FEW = 5;
const APPROVAL = 'test';

/** @throws UserError `bad-email`, `unusual-address` */
export async function openTestRun(
  folder: string,
  messages: readonly FrozenMessage[],
  { testTo = '', limit = FEW, unusualAddresses = [] }: TestRunOptions,
): Promise<TestRun> {
  const read = parseMailbox(testTo);
  if ('problem' in read) throw badAddress(testTo, read.problem);
  const unusual = unusualProblem(testTo, unusualAddresses);
  if (unusual) throw refusal('unusual-address', unusual.message, unusual.hint);
  const own = join(folder, 'test');
  rmSync(own, { recursive: true, force: true });
  const ledger = await openLedger(own, { stateFolder: join(own, 'state') });
  await ledger.recordApproval({
    hash: APPROVAL,
    by: 'test',
    at: new Date(),
    edition: APPROVAL,
    messages: redirected(messages.slice(0, limit), testTo),
  });
  return {
    ledger,
    approval: APPROVAL,
    close: async () => {
      await ledger.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** The messages themselves still name their own recipients, and all may come to one mailbox. */
function redirected(messages: readonly FrozenMessage[], address: string): FrozenMessage[] {
  const to = envelopeAddress(address);
  const beside = messages.map(({ key }) => messageName(key));
  return messages.map((message) => {
    const envelope = { ...message.envelope, to };
    return { ...message, envelope, address, beside };
  });
}

function badAddress(address: string, hint: string): UserError {
  const message = `"${address}" is not an e-mail address`;
  return refusal('bad-email', message, hint);
}
