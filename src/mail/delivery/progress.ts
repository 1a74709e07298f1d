/** How far a run has come, and how long it may still take. */
import type { Limits } from '../model.ts';

const MINUTE = 60_000;

/** Milliseconds; undefined before anything is done. Times in milliseconds since 1970. */
export function timeLeft(
  run: { readonly done: number; readonly total: number; readonly started: number },
  now: number,
  limits: Limits,
): number | undefined {
  if (run.done === 0) return undefined;
  const left = Math.max(0, run.total - run.done);
  const asSoFar = ((now - run.started) / run.done) * left;
  const atBest = limits.perMinute === undefined ? 0 : (left / limits.perMinute) * MINUTE;
  return Math.round(Math.max(asSoFar, atBest));
}
