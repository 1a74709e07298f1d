/** How many attempts may begin when: never more than so many in any minute, to any domain, in any day. */
import type { Limits } from '../model.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How far back the ledger's attempts count, in milliseconds: a new run does not begin with a new allowance. */
export function memoryOf(limits: Limits): number {
  return limits.perDay === undefined ? MINUTE : DAY;
}

/** Times of attempts, the newest last. */
class Window {
  readonly #length: number;
  readonly #most: number;
  #times: number[] = [];

  constructor(length: number, most: number | undefined) {
    this.#length = length;
    this.#most = most ?? Number.POSITIVE_INFINITY;
  }

  add(time: number): void {
    if (this.#most !== Number.POSITIVE_INFINITY) this.#times.push(time);
  }

  /** The first moment from `now` on with room for one more. */
  freeAt(now: number): number {
    this.#times = this.#times.filter((time) => time > now - this.#length);
    const blocking = this.#times.at(-this.#most);
    return blocking === undefined ? now : blocking + this.#length;
  }
}

/** The attempts of a run and of those before it, held against the limits. Times are milliseconds since 1970. */
export class Rates {
  readonly #all: readonly Window[];
  readonly #perDomain: number | undefined;
  readonly #domains = new Map<string, Window>();

  constructor(limits: Limits) {
    this.#all = [new Window(MINUTE, limits.perMinute), new Window(DAY, limits.perDay)];
    this.#perDomain = limits.perDomainPerMinute;
  }

  note(time: number, domain: string): void {
    for (const window of this.#all) window.add(time);
    this.#domain(domain).add(time);
  }

  /** When the next attempt may begin, whatever its domain. */
  freeAt(now: number): number {
    return Math.max(...this.#all.map((window) => window.freeAt(now)));
  }

  /** Domains that must wait, and until when. */
  busyDomains(now: number): Map<string, number> {
    const times = [...this.#domains].map(([name, window]) => [name, window.freeAt(now)] as const);
    return new Map(times.filter(([, time]) => time > now));
  }

  #domain(name: string): Window {
    const window = this.#domains.get(name) ?? new Window(MINUTE, this.#perDomain);
    this.#domains.set(name, window);
    return window;
  }
}
