/** The thread's side of pool.ts: a letter comes in, its PDF or what went wrong goes out; null ends it. */
import { parentPort } from 'node:worker_threads';
import type { Letter } from '../model.ts';
import { attempt } from './pool.ts';

parentPort?.on('message', async (letter: Letter | null) => {
  if (letter === null) return parentPort?.close();
  parentPort?.postMessage(await attempt(letter));
});
