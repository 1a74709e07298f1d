/** Exit codes of mailing, beside 0 done, 1 problems, 2 usage. */
import { hasCode } from '../../diagnostic.ts';
import type { DeliveryReport } from '../../mail/model.ts';
import { printDiagnostics, type ReportOptions } from '../report.ts';

const UNSETTLED = 3;
const STOPPED = 4;
const LOCKED = 5;
export const INTERRUPTED = 130;

/** 0 all accepted, 3 some are rejected, unknown or held, 4 stopped and can go on, 130 interrupted. */
export function exitCodeOf({ stopped, resumable, ...counts }: DeliveryReport): number {
  if (stopped?.code === 'interrupted') return INTERRUPTED;
  if (stopped && resumable) return STOPPED;
  const unsettled = counts.rejected + counts.unknown + counts.held;
  if (unsettled > 0) return UNSETTLED;
  return resumable ? STOPPED : 0;
}

/** Runs a command on the ledger; one that another run holds gives 5. */
export async function unlessLocked(
  options: ReportOptions,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!hasCode(error, 'ledger-locked')) throw error;
    printDiagnostics(error.diagnostics, options);
    return LOCKED;
  }
}
