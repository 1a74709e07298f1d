/**
 * `npm run test:faults`: the proofs of mailing at full length (200 kills and their control, 2,000 letters). Prints their
 * figures, and "N passed, N failed" on the last line.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tests = dirname(dirname(fileURLToPath(import.meta.url)));
const files = [
  'faults',
  'repeats',
  'copies',
  'damage',
  'kill-loop',
  'approve-kills',
  'disk',
  'two-runs',
  'postfix',
  'postgres',
  'throughput',
];
const { status } = spawnSync(
  process.execPath,
  [join(tests, 'run.js'), ...files.map((name) => `tests/mail/${name}.test.ts`)],
  { stdio: 'inherit', env: { ...process.env, WSIS_FAULTS: 'full' } },
);
process.exitCode = status ?? 1;
