/** The system's clock. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../model.ts';

/** A machine that was asleep, or whose clock was set, is noticed after this many milliseconds. */
const LONGEST_NAP = 30_000;

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleepUntil(time, signal) {
    while (!signal.aborted && Date.now() < time) {
      // Aborting is what wakes it up; nothing has gone wrong then.
      await sleep(Math.min(time - Date.now(), LONGEST_NAP), undefined, { signal }).catch(() => {});
    }
  },
};
