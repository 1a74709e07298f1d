/** Opens files and nothing else: a pipe would wait for ever, a device never ends, a huge file fills the memory. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { megabytes } from '../limits.ts';

/** Why something that is there is not read. */
export class UnfitFile extends Error {
  override readonly name = 'UnfitFile';
  readonly code: 'missing-file' | 'too-large';

  constructor(code: 'missing-file' | 'too-large', message: string) {
    super(message);
    this.code = code;
  }
}

/** Without waiting for somebody to write into a pipe; Windows does not know the flag, nor such pipes. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a file that has so many at most.
 * @throws UnfitFile if it is none or has more; Error if it cannot be read
 */
export function readFileWithin(path: string, most: number): Buffer {
  const descriptor = openSync(path, READ_AT_ONCE);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new UnfitFile('missing-file', 'it is not a file');
    if (stats.size > most) {
      const message = `it has ${megabytes(stats.size)}; at most ${megabytes(most)} are read`;
      throw new UnfitFile('too-large', message);
    }
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * So many first bytes of a file, or all where it has fewer.
 * @throws UnfitFile if it is none; Error if it cannot be read
 */
export function readStart(path: string, count: number): Buffer {
  const descriptor = openSync(path, READ_AT_ONCE);
  try {
    if (!fstatSync(descriptor).isFile()) throw new UnfitFile('missing-file', 'it is not a file');
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}
