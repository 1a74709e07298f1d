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
  close(): Promise<void>;
}

/** @throws NodeJS.ErrnoException if there is no such folder or the port is taken */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const session = new Session(options);
  const handle = router(session, new Assets(options.page));
  const server = await PreviewServer.listen({ ...options, handle });
  await session.reload();
  inspect(session, server, options);
  void session.warmUp();
  const { folder } = session.workspace;
  let reloading: Promise<void> = Promise.resolve();
  const watcher = await watchFolder(folder, (files) => {
    reloading = reloading.then(() => reload(session, server, files)).catch(options.onFault);
    reloading.then(() => inspect(session, server, options));
  });
  return {
    address: () => server.address,
    port: server.port,
    session,
    close: async () => {
      session.close();
      await watcher.close();
      await reloading;
      await server.close();
    },
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
