/** Renders many letters, over threads where that pays; the bytes are the same either way. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Letter } from '../model.ts';
import { packageFile } from '../package.ts';
import { LetterTooLarge } from './work-limit.ts';

export interface Rendered {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** The letter's text in reading order, block by block. */
  readonly text: readonly string[];
}
/** What became of one letter. */
export type Attempt = Rendered | Failed;
/** `isRefused`: the letter asks for too much; else it is a bug. */
export interface Failed {
  readonly error: Error;
  readonly isRefused?: boolean;
}
export type Outcome = { readonly letter: Letter } & Attempt;

export interface PoolOptions {
  /** Stops the rendering; outcomes still to come are not yielded. */
  readonly signal?: AbortSignal;
  /** 1: in this thread. Default: by the number of letters and processors. */
  readonly threads?: number;
  /** What a thread runs; tests pass one that dies. */
  readonly script?: string;
}

/**
 * A further thread loads and optimises the code again: 300 letters took 10.4 s of processor time in one thread,
 * 14.5 s in two. For fewer letters than this that is not won back.
 */
const LETTERS_WORTH_A_THREAD = 150;
const MOST_THREADS = 8;

/** Yields an outcome for each letter, in their order. A letter that fails, fails alone. */
export async function* renderLetters(
  letters: readonly Letter[],
  options: PoolOptions = {},
): AsyncGenerator<Outcome> {
  const { script = packageFile('dist', 'render-worker.js') } = options;
  const threads = options.threads ?? defaultThreads(letters.length, script);
  const outcomes = threads > 1 ? renderInThreads(letters, threads, script) : renderHere(letters);
  for await (const outcome of outcomes) {
    if (options.signal?.aborted) return;
    yield outcome;
  }
}

/** Without a bundle (tests run the sources) there is nothing that a thread could load. */
function defaultThreads(letters: number, script: string): number {
  if (!existsSync(script)) return 1;
  const useful = Math.floor(letters / LETTERS_WORTH_A_THREAD) + 1;
  return Math.min(useful, availableParallelism(), MOST_THREADS);
}

async function* renderHere(letters: readonly Letter[]): AsyncGenerator<Outcome> {
  for (const letter of letters) {
    yield { letter, ...(await attempt(letter)) };
    // Signals and output get their turn between two letters.
    await setImmediate();
  }
}

/** Renders one letter; an exception becomes its `error`. A run that has nothing to render does not load the renderer. */
export async function attempt(letter: Letter): Promise<Attempt> {
  try {
    const { renderLetter } = await import('./render.ts');
    return await renderLetter(letter);
  } catch (error) {
    // A thread's message keeps neither the class of an error nor its name.
    return { error: asError(error), isRefused: error instanceof LetterTooLarge };
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Letters under way or waiting to be written, for each thread: bounds what is held in memory. */
const AHEAD = 4;

async function* renderInThreads(
  letters: readonly Letter[],
  count: number,
  script: string,
): AsyncGenerator<Outcome> {
  const threads = new Threads(count, script);
  const ahead: Promise<Outcome>[] = [];
  try {
    for (const letter of letters) {
      ahead.push(threads.render(letter));
      if (ahead.length >= count * AHEAD) yield (await ahead.shift()) as Outcome;
    }
    for (const outcome of ahead) yield await outcome;
  } finally {
    await threads.stop();
  }
}

/** A fixed number of threads that take turns. */
class Threads {
  readonly #script: string;
  readonly #free: Thread[];
  readonly #all = new Set<Thread>();
  readonly #waiting: ((thread: Thread) => void)[] = [];
  #stopped = false;

  constructor(count: number, script: string) {
    this.#script = script;
    this.#free = Array.from({ length: count }, () => this.#start());
  }

  /** Never rejects. */
  async render(letter: Letter): Promise<Outcome> {
    const thread = await this.#take();
    const result = await thread.render(letter);
    if (!this.#stopped) this.#give(thread.ended ? this.#replace(thread) : thread);
    return { letter, ...result };
  }

  /** Ends the threads; letters that they have not finished are dropped. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#all].map((thread) => thread.stop()));
  }

  #start(): Thread {
    const thread = new Thread(this.#script);
    this.#all.add(thread);
    return thread;
  }

  #replace(thread: Thread): Thread {
    this.#all.delete(thread);
    return this.#start();
  }

  #take(): Promise<Thread> {
    const thread = this.#free.pop();
    if (thread) return Promise.resolve(thread);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #give(thread: Thread): void {
    const next = this.#waiting.shift();
    if (next) next(thread);
    else this.#free.push(thread);
  }
}

class Thread {
  readonly #worker: Worker;
  #settle: (attempt: Attempt) => void = () => {};
  ended = false;

  constructor(script: string) {
    this.#worker = new Worker(script);
    this.#worker.on('message', (attempt: Attempt) => this.#settle(attempt));
    this.#worker.on('error', (error) => this.#die(error));
    this.#worker.on('exit', (code) => this.#die(`the rendering thread ended with code ${code}`));
  }

  /** One letter at a time. A thread that dies on it (out of memory, say) returns an error and has `ended`. */
  render(letter: Letter): Promise<Attempt> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#worker.postMessage(letter);
    });
  }

  /**
   * Lets the thread come to the end of its letter: to terminate it while it opens a zlib stream ends
   * the whole process (an assertion of Node's).
   */
  stop(): Promise<void> {
    if (this.ended) return Promise.resolve();
    const exit = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    this.#worker.postMessage(null);
    return exit;
  }

  #die(reason: unknown): void {
    this.ended = true;
    this.#settle({ error: asError(reason) });
  }
}
