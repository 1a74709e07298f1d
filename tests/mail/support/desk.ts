/** Ledgers with approved messages to try things on, and a clock that does not make tests wait. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { deliver } from '../../../src/mail/delivery/deliver.ts';
import { type LedgerOptions, openLedger } from '../../../src/mail/ledger/open.ts';
import type {
  Claim,
  Clock,
  DeliveryOptions,
  DeliveryReport,
  FrozenMessage,
  Ledger,
  Limits,
  MessageRecord,
  MessageState,
  Run,
} from '../../../src/mail/model.ts';
import { temporaryFolder } from '../../support/cli.ts';

export const APPROVAL = 'a1';

export interface Desk {
  /** The ledger's folder. */
  readonly folder: string;
  readonly stateFolder: string;
  readonly ledger: Ledger;
  readonly messages: readonly FrozenMessage[];
  /** The state of each message, by recipient. */
  states(): Promise<Record<string, MessageState>>;
  send(port: number, options?: SendOptions): Promise<DeliveryReport>;
}
export interface SendOptions {
  readonly limits?: Partial<Limits>;
  readonly transport?: Partial<DeliveryOptions['transport']>;
  readonly delivery?: Partial<DeliveryOptions>;
}

/** A ledger in which a message to each address is approved. */
export async function deskWith(
  addresses: readonly string[],
  options: { readonly size?: number } & LedgerOptions = {},
): Promise<Desk> {
  const outer = temporaryFolder();
  const folder = join(outer, '.wsis');
  const stateFolder = join(outer, 'state');
  const ledger = await openLedger(folder, { stateFolder, ...options });
  onTestFinished(() => ledger.close());
  const messages = addresses.map((address) => freeze(folder, address, options.size));
  await ledger.recordApproval({ ...approvalOf(APPROVAL), messages });
  const states = async (): Promise<Record<string, MessageState>> =>
    Object.fromEntries((await ledger.messages()).map(({ address, state }) => [address, state]));
  const send: Desk['send'] = (port, sendOptions = {}) =>
    sendFrom(ledger, folder, port, sendOptions);
  return { folder, stateFolder, ledger, messages, states, send };
}

export function approvalOf(hash: string): {
  hash: string;
  by: string;
  at: Date;
  edition: string;
} {
  return { hash, by: 'A. Tester', at: new Date('2026-04-10T09:00:00Z'), edition: 'e1' };
}

/** Sends to a test server on loopback; by default on one connection and without waiting for anything. */
export function sendFrom(
  ledger: Ledger,
  folder: string,
  port: number,
  { limits, transport, delivery }: SendOptions = {},
): Promise<DeliveryReport> {
  return deliver(ledger, {
    approval: APPROVAL,
    folder,
    transport: {
      host: '127.0.0.1',
      port,
      security: 'none',
      testServer: true,
      timeout: 30_000,
      ...transport,
    },
    limits: { connections: 1, wait: false, ...limits },
    signal: new AbortController().signal,
    ...delivery,
  });
}

/** A claim, which must be there. */
export async function claimed(run: Run): Promise<Claim> {
  const claim = await run.claim(APPROVAL, []);
  if (!claim) throw new Error('nothing to claim');
  return claim;
}

/** Sends one message as a delivery would. */
export async function accept(ledger: Ledger): Promise<MessageRecord> {
  const run = await ledger.beginRun();
  const claim = await claimed(run);
  await run.openGate(claim);
  await run.settle(claim, { event: 'accept', reply: '250 ok', dsn: true });
  await run.end();
  return claim.message;
}

/** The code of the UserError that something fails with; what it gives is closed. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    const result = await work;
    if (result instanceof Object && 'close' in result) await (result as Ledger).close();
    return 'fine';
  } catch (error) {
    const { diagnostics } = error as { diagnostics?: { code: string }[] };
    return diagnostics?.[0]?.code ?? String(error);
  }
}

/** Writes a message as approval would. @param size of its attachment, in bytes */
export function freeze(folder: string, address: string, size = 200): FrozenMessage {
  const recipient = address.replace(/[^a-z0-9]+/gi, '-');
  const messageId = `<${recipient}@mail.test>`;
  const bytes = emlOf(address, messageId, size);
  const file = join('outbox', `${recipient}.eml`);
  mkdirSync(join(folder, 'outbox'), { recursive: true });
  writeFileSync(join(folder, file), bytes);
  return {
    key: { letter: 'invitation', recipient, language: 'ar', role: 'to' },
    messageId,
    envelope: { from: 'office@itu.test', to: address },
    address,
    file,
    digest: createHash('sha256').update(bytes).digest('hex'),
    pdfDigest: 'p',
    subject: 'دعوة',
  };
}

/** The same letter to the same mailbox, from another row of a list. */
export function twinOf(message: FrozenMessage): FrozenMessage {
  const { key, messageId } = message;
  return {
    ...message,
    key: { ...key, recipient: `${key.recipient}-again` },
    messageId: messageId.replace('<', '<again-'),
  };
}

function emlOf(address: string, messageId: string, size: number): string {
  const line = `${'.dots and ƒ'.replace('ƒ', 'f').repeat(6)}\r\n`;
  const head = [
    'From: office@itu.test',
    `To: ${address}`,
    `Message-ID: ${messageId}`,
    'Date: Fri, 10 Apr 2026 09:00:00 +0000',
    'Subject: =?utf-8?B?2K/YudmI2Kk=?=',
  ];
  return `${head.join('\r\n')}\r\n\r\n${line.repeat(Math.ceil(size / line.length))}`;
}

/** Sleeping moves it on at once. */
export class TestClock implements Clock {
  #offset = 0;
  readonly #from: number | undefined;
  readonly naps: number[] = [];
  readonly #began = Date.now();

  /** @param from where it starts; default now */
  constructor(from?: number) {
    this.#from = from;
  }

  now(): number {
    return (this.#from ?? this.#began) + (Date.now() - this.#began) + this.#offset;
  }

  async sleepUntil(time: number): Promise<void> {
    const nap = Math.max(0, time - this.now());
    this.naps.push(Math.round(nap / 1000));
    this.#offset += nap;
  }
}
