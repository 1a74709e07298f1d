/** `mail test-server`: keeps what is sent to it, and shows it in a browser. Nothing leaves this machine. */
import { once } from 'node:events';
import { startTestServer } from '../../mail/delivery/test-server.ts';
import { catchInterruption } from '../interrupt.ts';
import type { ReportOptions } from '../report.ts';
import { printJson, say } from './common.ts';

export interface TestServerOptions extends ReportOptions {
  readonly smtpPort?: number;
  readonly inboxPort?: number;
}

/** Runs until it is interrupted; gives the exit code. */
export async function testServer(options: TestServerOptions): Promise<number> {
  const { smtpPort, inboxPort, json } = options;
  const { signal, release } = catchInterruption();
  const server = await startTestServer({
    ...(smtpPort !== undefined && { smtpPort }),
    ...(inboxPort !== undefined && { inboxPort }),
    onMessage: ({ number, from, to, raw }) => {
      if (json) printJson({ number, from, to, bytes: raw.length });
      else if (!options.quiet) say(`${number}  ${from} → ${to}  ${raw.length} bytes`);
    },
  });
  announce(server, options);
  if (!signal.aborted) await once(signal, 'abort');
  release();
  await server.close();
  return 0;
}

function announce(
  { smtpPort, inboxPort }: { readonly smtpPort: number; readonly inboxPort: number },
  { json }: TestServerOptions,
): void {
  const inbox = `http://127.0.0.1:${inboxPort}/`;
  if (json) {
    printJson({ host: '127.0.0.1', smtpPort, inbox });
    return;
  }
  say('Everything that is sent here stays here. In another terminal:');
  say(
    `  export WSIS_SMTP_HOST=127.0.0.1 WSIS_SMTP_PORT=${smtpPort} WSIS_SMTP_SECURITY=none WSIS_SMTP_TEST_SERVER=yes`,
  );
  say(`Inbox: ${inbox}    Ctrl-C ends it.`);
}
