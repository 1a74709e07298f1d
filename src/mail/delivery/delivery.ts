/** One run: what may begin now, what to wait for, when to stop. */
import { inWords } from '../../system-error.ts';
import { domainOf } from '../ledger/rows.ts';
import { SENDABLE } from '../ledger/states.ts';
import type { Claim, Clock, DeliveryOptions, Ledger, Run, StopCode, WaitReason } from '../model.ts';
import { type AttemptContext, type AttemptEnd, attempt } from './attempt.ts';
import { Breaker } from './breaker.ts';
import type { Mailer } from './mailer.ts';
import { probe } from './probe.ts';
import { timeLeft } from './progress.ts';
import { endOfQuiet } from './quiet-hours.ts';
import { memoryOf, Rates } from './rates.ts';
import type { Redact } from './secrets.ts';

export interface Stop {
  readonly code: StopCode;
  readonly reason: string;
}
interface Wait {
  readonly for: WaitReason;
  readonly until: number;
}
export interface Parts extends DeliveryOptions {
  readonly ledger: Ledger;
  readonly run: Run;
  readonly mailer: Mailer;
  readonly redact: Redact;
  readonly clock: Clock;
}

/** A wait for the rate that is no longer than this is part of sending, not a reason to come back later. */
const SHORT_WAIT = 60_000;
/** An attempt that drags on over many small answers ends after so many times the time allowed for one. */
const ANSWERS = 3;
const ANSWER_TIME = 5 * 60_000;

/** Sends the messages of one approval; everything that it knows of them it reads from the ledger. */
export class Delivery {
  readonly #parts: Parts;
  readonly #rates: Rates;
  readonly #breaker = new Breaker();
  /** Attempts for which the server has yet to answer. */
  readonly #inFlight = new Set<Promise<void>>();
  /** Answers on their way into the ledger. */
  readonly #settling = new Set<Promise<void>>();
  readonly #halt = new AbortController();
  /** Ends any wait. */
  readonly #wake: AbortSignal;
  #stop: Stop | undefined;
  #extensions: Promise<readonly string[]> | undefined;
  #answered = 0;
  #counts = { done: 0, total: 0, started: 0 };

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rates = new Rates(parts.limits);
    this.#wake = AbortSignal.any([parts.signal, this.#halt.signal]);
  }

  /** Why it ended early; undefined if nothing is left to send. */
  async work(): Promise<Stop | undefined> {
    try {
      await this.#prepare();
      await this.#loop();
    } catch (error) {
      this.#stopFor('ledger-failed', inWords(error));
    }
    await Promise.all(this.#inFlight);
    await Promise.all(this.#settling);
    return this.#stop;
  }

  async #prepare(): Promise<void> {
    const { run, ledger, approval, limits, clock } = this.#parts;
    const now = clock.now();
    for (const { at, domain } of await run.attemptsSince(now - memoryOf(limits))) {
      this.#rates.note(at, domain);
    }
    const messages = await ledger.messages({ approval });
    const sendable = messages.filter(({ state }) => SENDABLE.includes(state)).length;
    const total = Math.min(sendable, limits.messages ?? Number.POSITIVE_INFINITY);
    this.#counts = { done: 0, total, started: now };
  }

  async #loop(): Promise<void> {
    while (!this.#mustStop()) {
      if (this.#isFull()) {
        await Promise.race(this.#inFlight);
        continue;
      }
      const wait = this.#beforeNext() ?? (await this.#begin());
      if (!wait) continue;
      if (wait !== 'done' && (await this.#hasMore())) await this.#waitFor(wait);
      else if (this.#isBusy()) await Promise.race([...this.#inFlight, ...this.#settling]);
      else return;
    }
  }

  /** Whether there is anything to wait for. */
  async #hasMore(): Promise<boolean> {
    const { run, approval } = this.#parts;
    return (await run.nextDue(approval)) !== undefined;
  }

  #mustStop(): boolean {
    const { signal, abort, limits } = this.#parts;
    if (signal.aborted || abort?.aborted) this.#stopFor('interrupted', 'interrupted');
    const limit = limits.messages ?? Number.POSITIVE_INFINITY;
    if (this.#answered >= limit) this.#stopFor('limit-reached', `sent the ${limit} asked for`);
    return this.#stop !== undefined;
  }

  #isFull(): boolean {
    const { connections, messages = Number.POSITIVE_INFINITY } = this.#parts.limits;
    return this.#inFlight.size >= Math.min(connections, messages - this.#answered);
  }

  /** What is in flight and lost comes back to the queue. */
  #isBusy(): boolean {
    return this.#inFlight.size + this.#settling.size > 0;
  }

  /** What stands against any attempt now. */
  #beforeNext(): Wait | undefined {
    const now = this.#parts.clock.now();
    const quiet = endOfQuiet(now, this.#parts.limits.quietHours);
    if (quiet !== undefined) return { for: 'quiet-hours', until: quiet };
    const pause = this.#breaker.paused(now);
    if (pause !== undefined) return { for: 'pause', until: pause };
    const free = this.#rates.freeAt(now);
    return free > now ? { for: 'rate', until: free } : undefined;
  }

  /** Takes the next message in hand. Otherwise says what to wait for; `done` if nothing is left for the moment. */
  async #begin(): Promise<Wait | 'done' | undefined> {
    const { run, approval, clock } = this.#parts;
    const now = clock.now();
    const busy = this.#rates.busyDomains(now);
    const claim = await run.claim(approval, [...busy.keys()]);
    if (claim) return this.#start(claim);
    if (this.#isBusy()) return 'done';
    const due = await run.nextDue(approval);
    if (due === undefined) return 'done';
    if (due > now) return { for: 'backoff', until: due };
    return busy.size > 0 ? { for: 'rate', until: Math.min(...busy.values()) } : undefined;
  }

  #start(claim: Claim): undefined {
    const { clock } = this.#parts;
    this.#rates.note(clock.now(), domainOf(claim.message.envelope.to));
    const work = this.#attempt(claim).finally(() => this.#inFlight.delete(work));
    this.#inFlight.add(work);
  }

  /**
   * Ends with the server's answer, and does not wait for the ledger: so the answer and the next claim, which the loop
   * makes at once, share a commit.
   */
  async #attempt(claim: Claim): Promise<void> {
    const end = await this.#inTime((signal) => attempt(claim, this.#context(signal)));
    this.#judge(end);
    const settling = this.#settle(claim, end)
      .catch((error: Error) => this.#stopFor('ledger-failed', inWords(error)))
      .finally(() => this.#settling.delete(settling));
    this.#settling.add(settling);
  }

  async #settle(claim: Claim, end: AttemptEnd): Promise<void> {
    const state = end.result && (await this.#parts.run.settle(claim, end.result));
    if (state === undefined) return;
    if (!SENDABLE.includes(state)) this.#counts.done += 1;
    await this.#report(claim.message.id);
  }

  /** Aborts what drags on, and what is in flight when the run is given up. */
  async #inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { abort, transport } = this.#parts;
    const controller = new AbortController();
    const giveUp = (): void => controller.abort();
    const timer = setTimeout(giveUp, (transport.timeout ?? ANSWER_TIME) * ANSWERS);
    abort?.addEventListener('abort', giveUp);
    if (abort?.aborted) giveUp();
    try {
      return await work(controller.signal);
    } finally {
      clearTimeout(timer);
      abort?.removeEventListener('abort', giveUp);
    }
  }

  #context(signal: AbortSignal): AttemptContext {
    const { run, mailer, folder, limits, redact, clock } = this.#parts;
    const now = (): number => clock.now();
    const extensions = () => this.#askExtensions();
    return { run, mailer, folder, limits, redact, signal, now, extensions };
  }

  #askExtensions(): Promise<readonly string[]> {
    this.#extensions ??= probe(this.#parts.transport).then(({ extensions }) => extensions);
    // A failure is that attempt's; the next one asks again.
    this.#extensions.catch(() => {
      this.#extensions = undefined;
    });
    return this.#extensions;
  }

  /** Before the next claim, and so by the state that the message will have. */
  #judge({ stop, reply, connectionFailed, state }: AttemptEnd): void {
    if (stop) this.#stopFor(stop, reply);
    const isAnswered = state !== undefined && state !== 'queued';
    if (isAnswered) this.#answered += 1;
    const verdict = connectionFailed
      ? this.#breaker.connectionFailed(this.#parts.clock.now())
      : isAnswered && this.#breaker.answered(state);
    if (verdict) this.#stopFor(verdict, reply);
  }

  #stopFor(code: StopCode, reason: string): void {
    this.#stop ??= { code, reason: this.#parts.redact(reason) };
    this.#halt.abort();
  }

  async #waitFor(wait: Wait): Promise<void> {
    const { clock, limits } = this.#parts;
    const isLong = wait.for !== 'rate' || wait.until - clock.now() > SHORT_WAIT;
    if (limits.wait === false && isLong) {
      const until = new Date(wait.until).toISOString();
      const code = wait.for === 'quiet-hours' ? 'quiet-hours' : 'waiting';
      this.#stopFor(code, `nothing may be sent until ${until} (${wait.for})`);
      return;
    }
    await this.#report(undefined, wait);
    await clock.sleepUntil(wait.until, this.#wake);
  }

  async #report(id: string | undefined, wait?: Wait): Promise<void> {
    const { onProgress, ledger, limits, clock } = this.#parts;
    if (!onProgress) return;
    const message = id === undefined ? undefined : await ledger.message(id);
    const left = timeLeft(this.#counts, clock.now(), limits);
    onProgress({
      done: this.#counts.done,
      total: this.#counts.total,
      inFlight: this.#inFlight.size,
      ...(left !== undefined && { millisecondsLeft: left }),
      ...(wait && { waiting: { for: wait.for, until: new Date(wait.until) } }),
      ...(message && { message }),
    });
  }
}
