/** Opens a preview: a session, its server and, as long as it runs, an eye on the files. */
import { relative, sep } from 'node:path';
import { Assets } from './assets.ts';
import { router } from './routes.ts';
import { PreviewServer } from './server.ts';
import { Session, type SessionOptions } from './session.ts';
import { watchFolder } from './watch.ts';

export interface PreviewOptions extends SessionOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  /** Folder of the page; default: what the build has made. */
  readonly page?: string;
  /** Called with the exception behind a failed request. */
  readonly onFault: (error: unknown) => void;
  /** Called with a new address when a browser came with one that had been used. */
  readonly onLockedOut?: (address: string) => void;
}

export interface Preview {
  /** The address that opens the page, once; asking again gives another after it has been used. */
  readonly address: () => string;
  readonly port: number;
  readonly session: Session;
  /** Resolves when the files have been read and are watched, rejects if they cannot be; what needs them is answered then. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Listens at once, and reads the files behind that: a long list takes longer than it takes to open a browser.
 *
 * @throws NodeJS.ErrnoException if there is no such folder or the port is taken
 */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const session = new Session(options);
  const route = router(session, new Assets(options.page));
  const server = await PreviewServer.listen({
    ...options,
    handle: async (path, query) => {
      if (path[0] === 'api') await following;
      return route(path, query);
    },
  });
  const following = follow(session, server, options);
  const ready = following.then(() => {});
  // Whoever waits for it is told.
  ready.catch(() => {});
  return {
    address: () => server.address,
    port: server.port,
    session,
    ready,
    close: async () => {
      session.close();
      await following.then(
        (stop) => stop().catch(options.onFault),
        () => {},
      );
      await server.close();
    },
  };
}

/** Reads the files now and whenever they change; gives what stops that. */
async function follow(
  session: Session,
  server: PreviewServer,
  options: PreviewOptions,
): Promise<() => Promise<void>> {
  let reloading: Promise<void> = Promise.resolve();
  // Watched before they are read: no save falls between.
  const watcher = await watchFolder(session.workspace.folder, (files) => {
    reloading = reloading.then(() => reload(session, server, files)).catch(options.onFault);
    reloading.then(() => inspect(session, server, options));
  });
  reloading = session.reload();
  await reloading.catch(async (error) => {
    await watcher.close();
    throw error;
  });
  inspect(session, server, options);
  void session.warmUp();
  return async () => {
    await watcher.close();
    await reloading;
  };
}

async function reload(
  session: Session,
  server: PreviewServer,
  files: readonly string[],
): Promise<void> {
  await session.reload(files);
  const { folder, revision } = session.workspace;
  server.tell({
    type: 'changed',
    revision,
    files: files.map((file) => relative(folder, file).split(sep).join('/')),
    problems: session.problemCounts(),
  });
}

/** Goes through all letters in the background. */
function inspect(session: Session, server: PreviewServer, { onFault }: PreviewOptions): void {
  session.inspect().then((isWhole) => {
    const { revision } = session.workspace;
    if (isWhole) server.tell({ type: 'checked', revision, problems: session.problemCounts() });
  }, onFault);
}
