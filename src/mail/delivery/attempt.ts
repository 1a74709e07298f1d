/** One attempt to send one message, and what it came to. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inWords } from '../../system-error.ts';
import { RepeatError } from '../ledger/repeats.ts';
import { FencedError } from '../ledger/run.ts';
import { nextState } from '../ledger/states.ts';
import type {
  AttemptResult,
  Claim,
  Limits,
  MessageRecord,
  MessageState,
  Run,
  StopCode,
} from '../model.ts';
import { nextAttempt } from './backoff.ts';
import { type GateKeeper, MismatchError } from './gate.ts';
import { type Mailer, needsSmtpUtf8, type Sent } from './mailer.ts';
import { LedgerFailure, type Outcome, outcomeOf, type SmtpFailure } from './outcome.ts';
import type { Redact } from './secrets.ts';

export interface AttemptContext {
  readonly run: Run;
  readonly mailer: Mailer;
  /** The ledger's folder. */
  readonly folder: string;
  readonly limits: Limits;
  readonly signal: AbortSignal;
  readonly redact: Redact;
  /** What the server offers; asked at most once. */
  extensions(): Promise<readonly string[]>;
  now(): number;
}

export interface AttemptEnd {
  /** Undefined if there is nothing that this attempt may record. */
  readonly result: AttemptResult | undefined;
  /** Where that leads, as long as the message is in the hands of this attempt. */
  readonly state: MessageState | undefined;
  readonly connectionFailed: boolean;
  readonly stop?: StopCode | undefined;
  /** In words, without secrets. */
  readonly reply: string;
}

/** Never rejects. */
export async function attempt(claim: Claim, context: AttemptContext): Promise<AttemptEnd> {
  const gate = new ClaimGate(claim, context.run);
  try {
    const { reply, dsn } = await send(claim, gate, context);
    const words = context.redact(reply);
    return endOf({ event: 'accept', reply: words, dsn }, gate, {
      connectionFailed: false,
      reply: words,
    });
  } catch (error) {
    return failed(error as SmtpFailure, gate, claim, context);
  }
}

class ClaimGate implements GateKeeper {
  readonly digest: string;
  readonly #claim: Claim;
  readonly #run: Run;
  isOpen = false;

  constructor(claim: Claim, run: Run) {
    this.digest = claim.message.digest;
    this.#claim = claim;
    this.#run = run;
  }

  async open(): Promise<void> {
    try {
      await this.#run.openGate(this.#claim);
      this.isOpen = true;
    } catch (error) {
      if (error instanceof FencedError || error instanceof RepeatError) throw error;
      throw new LedgerFailure(inWords(error));
    }
  }
}

async function send(claim: Claim, gate: ClaimGate, context: AttemptContext): Promise<Sent> {
  const { message } = claim;
  const bytes = await approvedBytes(message, context.folder);
  if (needsSmtpUtf8(message)) await requireSmtpUtf8(context);
  const sent = await context.mailer.send(message, bytes, gate, context.signal);
  if (gate.isOpen) return sent;
  throw new MismatchError('the server answered for a message that it had not been given');
}

async function approvedBytes(message: MessageRecord, folder: string): Promise<Buffer> {
  const bytes = await readFile(join(folder, message.file)).catch((error: Error) => {
    throw new MismatchError(`the approved message cannot be read: ${error.message}`);
  });
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (digest === message.digest) return bytes;
  throw new MismatchError(`${message.file} has been changed since it was approved`);
}

/** Said as if by the server, which would have to refuse the address (RFC 6531, 3.5). */
class NoSmtpUtf8 extends Error implements SmtpFailure {
  readonly command = 'RCPT TO';
  readonly responseCode = 553;
}

async function requireSmtpUtf8({ extensions }: AttemptContext): Promise<void> {
  if ((await extensions()).includes('SMTPUTF8')) return;
  throw new NoSmtpUtf8('the server does not offer SMTPUTF8, which this address needs; not sent');
}

function failed(
  failure: SmtpFailure,
  gate: ClaimGate,
  claim: Claim,
  context: AttemptContext,
): AttemptEnd {
  const outcome = outcomeOf(failure);
  const { connectionFailed = false, stop } = outcome;
  const reply = context.redact(failure.response ?? failure.message);
  const result = resultOf(outcome, reply, claim, context);
  return endOf(result, gate, { connectionFailed, stop, reply });
}

function endOf(
  result: AttemptResult | undefined,
  { isOpen }: ClaimGate,
  rest: Pick<AttemptEnd, 'connectionFailed' | 'stop' | 'reply'>,
): AttemptEnd {
  const state = result && nextState(isOpen ? 'committing' : 'sending', result.event);
  return { ...rest, result, state };
}

function resultOf(
  { event }: Outcome,
  reply: string,
  claim: Claim,
  { limits, now }: AttemptContext,
): AttemptResult | undefined {
  if (event === undefined) return undefined;
  if (event !== 'defer') return { event, reply };
  const notBefore = nextAttempt(now(), claim, limits);
  return notBefore === undefined
    ? { event: 'reject', reply: `given up: ${reply}` }
    : { event, reply, notBefore };
}
