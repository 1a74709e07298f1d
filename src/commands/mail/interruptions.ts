/** Ctrl-C while letters are sent. */

export interface Interruptions {
  /** The first one: claim no more, finish what is in flight. */
  readonly signal: AbortSignal;
  /** The second one: give up what is in flight; the ledger knows what to make of it. */
  readonly abort: AbortSignal;
  /** Gives the signals back to Node. */
  release(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A third signal ends the process at once, with exit code 130. */
export function catchInterruptions(): Interruptions {
  const [first, second] = [new AbortController(), new AbortController()];
  const stop = (): void => {
    if (second.signal.aborted) process.exit(130);
    if (first.signal.aborted) second.abort();
    first.abort();
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal: first.signal,
    abort: second.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}
