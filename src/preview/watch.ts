/** Watches the files of an edition. */
import { basename, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { fileStamp } from '../data/source/stamp.ts';

/** Milliseconds without a further event after which files count as saved. */
const QUIET = 15;
/** Some editors move the file away before they write the new one. */
const QUIET_AFTER_REMOVAL = 80;

/** Milliseconds for which chokidar does not tell of a file again, and some for its timers. */
const SILENCE = 75;

/** What programs leave beside the files that they edit, and what we make ourselves. */
const UNRELATED = /^\.|^~\$|~$|^(?:4913|node_modules|out)$|\.(?:swp|swx|tmp|part|crdownload)$/i;

export interface Watcher {
  close(): Promise<void>;
}

/**
 * Calls with the paths of files that were changed, made or removed, together where that happened at once.
 * Links are not followed: what an edition may use lies in its folder.
 */
export async function watchFolder(
  folder: string,
  onChange: (files: readonly string[]) => void,
): Promise<Watcher> {
  const watcher = watch(folder, {
    ignored: (path) => isUnrelated(folder, path),
    ignoreInitial: true,
    followSymlinks: false,
    atomic: false,
  });
  const changes = new Changes(onChange);
  watcher.on('all', (event, path) => {
    if (event !== 'addDir') changes.add(path, event.startsWith('unlink'));
  });
  // A folder that vanishes or may not be read is a matter of reading the edition.
  watcher.on('error', () => {});
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return {
    close: async () => {
      changes.stop();
      await watcher.close();
    },
  };
}

function isUnrelated(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  if (inside === '') return false;
  return inside.startsWith(`out${sep}`) || UNRELATED.test(basename(path));
}

/**
 * Gathers changes until there is a pause. chokidar is silent about a file for a while after it has told
 * of it, so each is looked at once more when it listens again.
 */
class Changes {
  readonly #tell: (files: readonly string[]) => void;
  readonly #files = new Set<string>();
  /** As they were when they were told. */
  readonly #told = new Map<string, string | null>();
  readonly #checks = new Map<string, NodeJS.Timeout>();
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (files: readonly string[]) => void) {
    this.#tell = tell;
  }

  add(file: string, removed: boolean): void {
    this.#files.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), removed ? QUIET_AFTER_REMOVAL : QUIET);
    clearTimeout(this.#checks.get(file));
    this.#checks.set(
      file,
      setTimeout(() => this.#check(file), SILENCE),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const check of this.#checks.values()) clearTimeout(check);
    this.#files.clear();
  }

  #flush(): void {
    const files = [...this.#files];
    this.#files.clear();
    // Before they are read: what is written meanwhile counts as a change.
    for (const file of files) this.#told.set(file, fileStamp(file));
    this.#tell(files);
  }

  #check(file: string): void {
    this.#checks.delete(file);
    if (this.#files.has(file)) return;
    const told = this.#told.get(file);
    this.#told.delete(file);
    if (told !== fileStamp(file)) this.add(file, false);
  }
}
