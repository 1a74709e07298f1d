/** Stands in for the rendering thread in tests of the pool; dies of some letters. */
import { parentPort } from 'node:worker_threads';

const deaths = {
  exits: () => process.exit(3),
  throws: () => {
    throw new Error('out of luck');
  },
  fails: () => parentPort.postMessage({ error: new Error('no such glyph') }),
};

parentPort.on('message', ({ id }) => {
  const death = deaths[id.split(' ')[0]];
  if (death) return death();
  // Later letters are done sooner, so that order has to be kept by the pool.
  const delay = Math.max(0, 30 - Number(id));
  setTimeout(() => parentPort.postMessage({ pdf: Buffer.from(id), pages: 1 }), delay);
});
