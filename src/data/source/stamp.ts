/** Whether a file is still the one that was read, without reading it. */
import { statSync } from 'node:fs';

/** Changes whenever the file does, by writing or by a rename over it; null if there is none. */
export function fileStamp(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ') : null;
}

/**
 * A check of files that looks at a good one again only when it has changed: the preview checks an edition after every save.
 * @param defectOf what is wrong with a file; undefined if nothing is
 */
export function untilChanged(
  defectOf: (path: string) => Promise<string | undefined>,
): (path: string) => Promise<string | undefined> {
  const good = new Map<string, string | null>();
  return async (path) => {
    const stamp = fileStamp(path);
    if (stamp !== null && good.get(path) === stamp) return undefined;
    const defect = await defectOf(path);
    if (defect === undefined) good.set(path, stamp);
    return defect;
  };
}
