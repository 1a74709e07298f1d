/** When a message that a server has put off is tried again. */
import type { Limits } from '../model.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS: readonly number[] = [1, 5, 15, 60];
const GIVE_UP_AFTER = 48;

export interface Delays {
  /** How often it has been put off before. */
  readonly deferrals: number;
  /** Milliseconds since 1970. */
  readonly firstTried: number;
}

/** Milliseconds since 1970; undefined if it has been tried for long enough. */
export function nextAttempt(now: number, delays: Delays, limits: Limits): number | undefined {
  const steps = limits.backoff ?? STEPS;
  const wait = (steps[delays.deferrals] ?? steps.at(-1) ?? 60) * MINUTE;
  const end = delays.firstTried + (limits.giveUpAfter ?? GIVE_UP_AFTER) * HOUR;
  return now + wait > end ? undefined : now + wait;
}
