/**
 * `npm test [vitest arguments]`: Debian's packages, the bundle, then vitest. Prints "N passed, N failed"
 * alone on the last line, whatever happened.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function run(command, args, options = {}) {
  return spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  }).status;
}

/** The packages of tests/debian-packages.txt that dpkg does not know as installed. */
function missingPackages() {
  const wanted = readFileSync(join(root, 'tests/debian-packages.txt'), 'utf8').trim().split('\n');
  const installed = (name) =>
    spawnSync('dpkg', ['-s', name]).stdout?.toString().includes('Status: install ok installed');
  return wanted.filter((name) => !installed(name));
}

function installPackages() {
  const missing = missingPackages();
  if (missing.length === 0) return true;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    console.error(
      `The tests read the PDFs back with programs that are missing here. Install them with:\n  sudo ${command}`,
    );
    return false;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  run('apt-get', ['update', '-q'], quiet);
  run('apt-get', command.split(' ').slice(1), quiet);
  const still = missingPackages();
  if (still.length > 0) console.error(`apt-get could not install: ${still.join(' ')}`);
  return still.length === 0;
}

/** Vitest's own counts; a run that broke off, found no test or had an error outside of a test has failed. */
function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'wsis-letters-tests-'));
  const report = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = run(process.execPath, [vitest, 'run', ...reporters, ...args]);
  const counts = readCounts(report);
  rmSync(folder, { recursive: true });
  const broken = status !== 0 || counts.passed === 0;
  return { ...counts, failed: broken ? Math.max(counts.failed, 1) : counts.failed };
}

function readCounts(report) {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const failedFiles = result.testResults.filter(
      (file) =>
        file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    );
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + failedFiles.length,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const ready = installPackages() && run('npm', ['run', '--silent', 'build']) === 0;
const { passed, failed, skipped } = ready
  ? runVitest(process.argv.slice(2))
  : { passed: 0, failed: 1, skipped: 0 };
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
