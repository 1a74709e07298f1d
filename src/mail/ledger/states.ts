/** What becomes of a message: the states it can be in, and the events that lead from one to the next. */
import type { AttemptEvent, MessageState } from '../model.ts';

/**
 * `claim` a run takes the message in hand · `gate` the final dot may be sent · `withhold` it was not, after all · `accept` 250 · `defer` 4xx ·
 * `reject` 5xx to the recipient or the data · `refuse` 503, or 5xx to the session · `lose` crash, lost
 * connection, time-out or abort · `mismatch` not the bytes that were approved · `repeat` the mailbox has had the letter ·
 * the others are a person's acts
 * and what mail systems report later.
 */
export type MessageEvent =
  | AttemptEvent
  | 'approve'
  | 'claim'
  | 'gate'
  | 'withhold'
  | 'hold'
  | 'doubt'
  | 'delivered'
  | 'resend'
  | 'bounced'
  | 'delayed';

type Transitions = Readonly<Partial<Record<MessageEvent, MessageState>>>;

const AFTER_ACCEPTANCE: Transitions = { bounced: 'bounced', delayed: 'delayed' };

/**
 * The whole of the policy. A server that does not see the final dot drops the message (RFC 5321, 4.1.1.4
 * and 3.8), so what is lost while `sending` is sent again, and what is lost while `committing` never is by itself.
 */
const TRANSITIONS: Readonly<Record<MessageState, Transitions>> = {
  // A 250 may come after a person has queued an unknown message again.
  queued: {
    claim: 'sending',
    hold: 'held',
    doubt: 'unknown',
    approve: 'queued',
    accept: 'accepted',
  },
  sending: {
    gate: 'committing',
    doubt: 'unknown',
    lose: 'queued',
    refuse: 'queued',
    defer: 'deferred',
    reject: 'rejected',
    mismatch: 'held',
    repeat: 'held',
  },
  committing: {
    accept: 'accepted',
    doubt: 'unknown',
    defer: 'deferred',
    reject: 'rejected',
    lose: 'unknown',
    refuse: 'unknown',
    withhold: 'queued',
  },
  deferred: { claim: 'sending', hold: 'held', doubt: 'unknown', approve: 'queued' },
  accepted: AFTER_ACCEPTANCE,
  rejected: { doubt: 'unknown', approve: 'queued', resend: 'queued' },
  unknown: { accept: 'accepted', delivered: 'accepted', resend: 'queued', ...AFTER_ACCEPTANCE },
  held: { doubt: 'unknown', approve: 'queued', resend: 'queued' },
  bounced: { resend: 'queued', delivered: 'accepted', bounced: 'bounced' },
  delayed: AFTER_ACCEPTANCE,
};

/** The state that an event leads to; undefined if it cannot happen to a message in that state. */
export function nextState(state: MessageState, event: MessageEvent): MessageState | undefined {
  return TRANSITIONS[state]?.[event];
}

/** States in which a server has the message, or may have it: `bounced` is what came back later, perhaps of one of several. */
export const MAY_HAVE_ARRIVED: readonly MessageState[] = [
  'committing',
  'accepted',
  'unknown',
  'bounced',
  'delayed',
];

/** States that a run finds only where an earlier one died. */
export const IN_FLIGHT: readonly MessageState[] = ['sending', 'committing'];

/** States from which a run sends. */
export const SENDABLE: readonly MessageState[] = ['queued', 'deferred'];
