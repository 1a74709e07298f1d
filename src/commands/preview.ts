/** `preview`: a page on this machine that shows the letters of an edition as they are written. */
import { basename, join, resolve } from 'node:path';
import { pdfName } from '../app/render/file-name.ts';
import { UsageError } from '../diagnostic.ts';
import { openPreview, type Preview } from '../preview/preview.ts';
import { explain, systemProblem } from '../system-error.ts';
import { printDiagnostics } from './report.ts';

export interface PreviewCommandOptions {
  readonly port?: number;
}

/** Runs until it is interrupted, and ends the process. @throws NodeJS.ErrnoException if the files cannot be read */
export async function preview(folder: string, options: PreviewCommandOptions): Promise<never> {
  const opened = await open(folder, options.port ?? 0);
  const ended = interruption();
  tellAddress(basename(opened.session.workspace.folder), opened.address());
  process.stderr.write(
    'Open this address in a browser on this machine; it works once. Ctrl-C ends.\n',
  );
  try {
    await Promise.race([ended, opened.ready.then(() => ended)]);
  } finally {
    await opened.close();
  }
  // chokidar forgets a watch if it is closed while it looks into a folder, and that would keep the process.
  process.exit(0);
}

function tellAddress(id: string, address: string): void {
  process.stdout.write(`${id}: ${address}\n`);
}

async function open(folder: string, port: number): Promise<Preview> {
  const out = join(folder, 'out');
  try {
    return await openPreview({
      folder,
      port,
      cwd: process.cwd(),
      fileOf: (letter) => resolve(out, pdfName(letter)),
      onLockedOut: (address) => tellAddress('Another address, for another browser', address),
      onFault: tellFault,
    });
  } catch (error) {
    throw usageFault(error, folder, port) ?? error;
  }
}

function usageFault(error: unknown, folder: string, port: number): UsageError | undefined {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UsageError('missing-edition', `there is no folder ${folder}`);
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return undefined;
  const message = `cannot use the port ${port}: ${code === 'EACCES' ? explain(error) : 'it is taken'}`;
  return new UsageError('bad-port', message, 'leave out --port, and any free one is taken');
}

function tellFault(error: unknown): void {
  const problem = systemProblem(error);
  if (problem) printDiagnostics([problem], {});
  else process.stderr.write(`${(error instanceof Error && error.stack) || error}\n`);
}

/** Resolves when the user has had enough. */
function interruption(): Promise<void> {
  return new Promise((done) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => done());
  });
}
