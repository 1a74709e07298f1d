/** What an attempt that failed means for the message, for the connection and for the run. */
import { RepeatError } from '../ledger/repeats.ts';
import { FencedError } from '../ledger/run.ts';
import type { AttemptEvent, StopCode } from '../model.ts';
import { MismatchError } from './gate.ts';

/** What nodemailer's errors carry. */
export interface SmtpFailure {
  readonly message: string;
  readonly code?: string | undefined;
  /** Of the system or of TLS, where nodemailer has put its own into `code`. */
  readonly originalCode?: string | undefined;
  /** What was said before the failure, e.g. `RCPT TO`; `CONN` for the connection itself. */
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
}

export interface Outcome {
  /** Undefined if the message is not this attempt's to settle. */
  readonly event: Exclude<AttemptEvent, 'accept'> | undefined;
  /** The connection failed, or the server is about to close it (421). */
  readonly connectionFailed?: boolean;
  /** Why the whole run must stop. */
  readonly stop?: StopCode;
}

/** The ledger could not be written, so nothing that depends on it may go on. */
export class LedgerFailure extends Error {
  override readonly name = 'LedgerFailure';
}

type Test = (failure: SmtpFailure, code: number) => boolean;
type Rule = readonly [when: Test, outcome: Outcome];

const TLS_TROUBLE =
  /^(ETLS|EREQUIRETLS|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_(TLS|SSL|OSSL)_\w+)$/;
const SIGN_IN_TROUBLE = /^(EAUTH|ENOAUTH|EOAUTH2)$/;
/** Replies to these are about the message; to all others, about the session. */
const ABOUT_THE_MESSAGE = /^(RCPT TO|DATA)$/;
const ABOUT_THE_TRANSACTION = /^(MAIL FROM|RCPT TO|DATA)$/;

/** The first that applies. What is lost or refused after the gate was opened becomes `unknown` by the table of states. */
const RULES: readonly Rule[] = [
  [(failure) => failure instanceof FencedError, { event: undefined }],
  [(failure) => failure instanceof RepeatError, { event: 'repeat' }],
  [(failure) => failure instanceof LedgerFailure, { event: undefined, stop: 'ledger-failed' }],
  [(failure) => failure instanceof MismatchError, { event: 'mismatch', stop: 'message-changed' }],
  [({ code = '' }) => SIGN_IN_TROUBLE.test(code), { event: 'lose', stop: 'sign-in-failed' }],
  [
    ({ code = '', originalCode = '' }) => TLS_TROUBLE.test(code) || TLS_TROUBLE.test(originalCode),
    { event: 'lose', stop: 'insecure-connection' },
  ],
  [(_, code) => code === 503, { event: 'refuse', stop: 'server-refused' }],
  [({ command = '' }, code) => code >= 500 && ABOUT_THE_MESSAGE.test(command), { event: 'reject' }],
  [(_, code) => code >= 500, { event: 'refuse', stop: 'server-refused' }],
  [
    (failure, code) => code === 421 && endsTransaction(failure),
    { event: 'defer', connectionFailed: true },
  ],
  [
    ({ command = '' }, code) => code >= 400 && ABOUT_THE_TRANSACTION.test(command),
    { event: 'defer' },
  ],
];

/** Where commands are pipelined, a 421 to RCPT is reported of the connection. */
function endsTransaction({ code, command = '' }: SmtpFailure): boolean {
  return ABOUT_THE_TRANSACTION.test(command) || (command === 'CONN' && code === 'ECONNECTION');
}

const LOST: Outcome = { event: 'lose', connectionFailed: true };

/** @param failure what sending the message failed with */
export function outcomeOf(failure: SmtpFailure): Outcome {
  const rule = RULES.find(([when]) => when(failure, failure.responseCode ?? 0));
  return rule ? rule[1] : LOST;
}
