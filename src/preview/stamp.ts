/** Whether a file is still the one that was read, without reading it. */
import { statSync } from 'node:fs';

/** Changes whenever the file does, by writing or by a rename over it; null if there is none. */
export function fileStamp(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ') : null;
}
