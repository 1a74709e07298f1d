/** A trial: the approved bytes go to one address, and a ledger of its own forgets them afterwards. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseMailbox } from '../data/mailbox.ts';
import type { UserError } from '../diagnostic.ts';
import { envelopeAddress } from './envelope.ts';
import { openLedger } from './ledger/open.ts';
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
  /** Most messages; default 5, so that nobody's mailbox is flooded by mistake. */
  readonly limit?: number;
}

const FEW = 5;
const APPROVAL = 'test';

/** @throws UserError `bad-email` */
export async function openTestRun(
  folder: string,
  messages: readonly FrozenMessage[],
  { testTo = '', limit = FEW }: TestRunOptions,
): Promise<TestRun> {
  const read = parseMailbox(testTo);
  if ('problem' in read) throw badAddress(testTo, read.problem);
  const own = join(folder, 'test');
  rmSync(own, { recursive: true, force: true });
  const ledger = await openLedger(own, { stateFolder: join(own, 'state') });
  await ledger.recordApproval({
    hash: APPROVAL,
    by: 'test',
    at: new Date(),
    edition: APPROVAL,
    messages: messages.slice(0, limit).map((message) => redirected(message, testTo)),
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

/** The message itself still names its own recipient. */
function redirected(message: FrozenMessage, address: string): FrozenMessage {
  const envelope = { ...message.envelope, to: envelopeAddress(address) };
  return { ...message, envelope, address };
}

function badAddress(address: string, hint: string): UserError {
  const message = `"${address}" is not an e-mail address`;
  return refusal('bad-email', message, hint);
}
