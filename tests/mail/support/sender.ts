/**
 * A process that sends, to be killed: `sender.cjs <json>`. Bundled by sender-bundle.ts, because Node cannot run the
 * sources. Prints the report of the run as JSON.
 */
import { UserError } from '../../../src/diagnostic.ts';
import { deliver } from '../../../src/mail/delivery/deliver.ts';
import { openLedger } from '../../../src/mail/ledger/open.ts';
import type { Ledger, Limits } from '../../../src/mail/model.ts';

export interface SenderTask {
  /** The ledger's folder. */
  readonly folder: string;
  readonly stateFolder: string;
  /** A PostgreSQL ledger instead of the folder's own. */
  readonly postgres?: string;
  readonly approval: string;
  readonly port: number;
  readonly limits: Limits;
  /** The control: queues again all that was in flight, as programs do that do not know of the gate. */
  readonly resendInFlight?: boolean;
}

process.on('uncaughtException', (error) => {
  if (!(error instanceof UserError)) throw error;
  for (const { code, message } of error.diagnostics) console.error(`error[${code}]: ${message}`);
  process.exit(1);
});

const task: SenderTask = JSON.parse(process.argv[2] ?? '');
const { folder, stateFolder, approval, port, limits } = task;
const ledger = task.postgres
  ? await openLedger(folder, { stateFolder, postgres: task.postgres, adopt: true })
  : await openLedger(folder, { stateFolder });
if (task.resendInFlight) await resendInFlight(ledger);
const report = await deliver(ledger, {
  approval,
  folder,
  transport: { host: '127.0.0.1', port, security: 'none', testServer: true, timeout: 60_000 },
  limits,
  signal: new AbortController().signal,
});
console.log(JSON.stringify({ ...report, memory: process.resourceUsage().maxRSS * 1024 }));
await ledger.close();

async function resendInFlight(target: Ledger): Promise<void> {
  // A run that ends at once settles what the last one left.
  await (await target.beginRun()).end();
  for (const { id } of await target.messages({ state: 'unknown' })) {
    await target.resolve(id, 'resend', 'control', 'control');
  }
}
