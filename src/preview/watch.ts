/** Watches the files of an edition. */
import { basename, relative, sep } from 'node:path';
import { watch } from 'chokidar';

/** Milliseconds without a further event after which files count as saved. */
const QUIET = 15;
/** Some editors move the file away before they write the new one. */
const QUIET_AFTER_REMOVAL = 80;

/** What programs leave beside the files that they edit, and what we make ourselves. */
const UNRELATED = /^\.|~$|^(?:4913|node_modules|out)$|\.(?:swp|swx|tmp|part|crdownload)$/i;

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

/** Gathers changes until there is a pause. */
class Changes {
  readonly #tell: (files: readonly string[]) => void;
  readonly #files = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (files: readonly string[]) => void) {
    this.#tell = tell;
  }

  add(file: string, removed: boolean): void {
    this.#files.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), removed ? QUIET_AFTER_REMOVAL : QUIET);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#files.clear();
  }

  #flush(): void {
    const files = [...this.#files];
    this.#files.clear();
    this.#tell(files);
  }
}
