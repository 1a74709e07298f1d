/** One attempt to send one message, and what it came to. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FencedError } from '../ledger/run.ts';
import type { AttemptResult, Claim, Limits, MessageRecord, Run, StopCode } from '../model.ts';
import { nextAttempt } from './backoff.ts';
import { MismatchError } from './gate.ts';
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
  readonly connectionFailed: boolean;
  readonly stop?: StopCode | undefined;
  /** In words, without secrets. */
  readonly reply: string;
}

/** Never rejects. */
export async function attempt(claim: Claim, context: AttemptContext): Promise<AttemptEnd> {
  try {
    const { reply, dsn } = await send(claim, context);
    const words = context.redact(reply);
    return {
      result: { event: 'accept', reply: words, dsn },
      connectionFailed: false,
      reply: words,
    };
  } catch (error) {
    return failed(error as SmtpFailure, claim, context);
  }
}

async function send(claim: Claim, context: AttemptContext): Promise<Sent> {
  const { message } = claim;
  const bytes = await approvedBytes(message, context.folder);
  if (needsSmtpUtf8(message)) await requireSmtpUtf8(context);
  let opened = false;
  const open = async (): Promise<void> => {
    await openGate(claim, context.run);
    opened = true;
  };
  const keeper = { digest: message.digest, open };
  const sent = await context.mailer.send(message, bytes, keeper, context.signal);
  if (!opened)
    throw new MismatchError('the server answered for a message that it had not been given');
  return sent;
}

async function approvedBytes(message: MessageRecord, folder: string): Promise<Buffer> {
  const bytes = await readFile(join(folder, message.file)).catch((error: Error) => {
    throw new MismatchError(`the approved message cannot be read: ${error.message}`);
  });
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (digest === message.digest) return bytes;
  throw new MismatchError(`${message.file} has been changed since it was approved`);
}

async function openGate(claim: Claim, run: Run): Promise<void> {
  try {
    await run.openGate(claim);
  } catch (error) {
    if (error instanceof FencedError) throw error;
    throw new LedgerFailure((error as Error).message);
  }
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

function failed(failure: SmtpFailure, claim: Claim, context: AttemptContext): AttemptEnd {
  const outcome = outcomeOf(failure);
  const reply = context.redact(failure.response ?? failure.message);
  return {
    result: resultOf(outcome, reply, claim, context),
    connectionFailed: outcome.connectionFailed ?? false,
    stop: outcome.stop,
    reply,
  };
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
