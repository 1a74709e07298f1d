/** Stops or pauses a run that does more harm than good. */
import type { MessageState, StopCode } from '../model.ts';

const MINUTE = 60_000;
/** A pause begins after so many connection failures in a row. */
const FAILURES = 3;
/** Minutes; when they are used up, the run stops. */
const PAUSES: readonly number[] = [1, 2, 5, 10, 15];
/** Rejections are counted among so many messages, and this many of them are borne. */
const SAMPLE = 100;
const BEARABLE = 5;

/** Counts failures and rejections. Times are milliseconds since 1970. */
export class Breaker {
  #failures = 0;
  #pauses = 0;
  #pausedUntil = 0;
  readonly #answered: boolean[] = [];

  /** The connection failed, or the server said 421. Gives a reason to stop the run, if there is one. */
  connectionFailed(now: number): StopCode | undefined {
    this.#failures += 1;
    if (this.#failures < FAILURES || this.paused(now)) return undefined;
    const minutes = PAUSES[this.#pauses];
    if (minutes === undefined) return 'connection-failures';
    this.#pauses += 1;
    this.#pausedUntil = now + minutes * MINUTE;
    // One more failure after the pause is enough for the next one.
    this.#failures = FAILURES - 1;
    return undefined;
  }

  /** The server has answered for a message. */
  answered(state: MessageState): StopCode | undefined {
    this.#failures = 0;
    this.#pauses = 0;
    this.#answered.push(state === 'rejected');
    if (this.#answered.length > SAMPLE) this.#answered.shift();
    const rejected = this.#answered.filter(Boolean).length;
    return rejected > BEARABLE ? 'too-many-rejections' : undefined;
  }

  /** The end of the pause under way. */
  paused(now: number): number | undefined {
    return this.#pausedUntil > now ? this.#pausedUntil : undefined;
  }
}
