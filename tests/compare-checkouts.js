/**
 * `node tests/compare-checkouts.js <old> <new>`: whether two checkouts, both built, make the same letters, mails and output.
 * Runs every command over the examples in each and compares: standard output and error, exit codes, and the bytes of each
 * file that was written. Prints what differs; exit code 1 if anything does.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [before, after] = process.argv.slice(2).map((path) => resolve(path));
if (!before || !after) {
  console.error('usage: node tests/compare-checkouts.js <old> <new>');
  process.exit(2);
}

/** Mails and reports have the time in them. */
const CLOCK = `data:text/javascript,${encodeURIComponent(`
  const Real = Date;
  const FIXED = Real.UTC(2027, 0, 15, 9);
  globalThis.Date = class extends Real {
    constructor(...args) { super(...(args.length === 0 ? [FIXED] : args)); }
    static now() { return FIXED; }
  };
`)}`;

/** The same path for both, since messages name it. */
const place = mkdtempSync(join(tmpdir(), 'wsis-letters-compare-'));
const work = join(place, 'work');

/** Runs everything in one checkout; gives what came of each thing, by its name. */
function observe(checkout) {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const editions = readdirSync(join(checkout, 'examples')).filter((name) => /^forum-/.test(name));
  const isInput = (path) => !/[\\/](out|\.wsis)$/.test(path);
  for (const name of editions)
    cpSync(join(checkout, 'examples', name), join(work, name), {
      recursive: true,
      filter: isInput,
    });
  const results = new Map();
  const run = (...args) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--import', CLOCK, join(checkout, 'bin/wsis-letters.js'), ...args],
      {
        cwd: work,
        encoding: 'utf8',
        maxBuffer: 1e9,
        env: { ...process.env, XDG_STATE_HOME: join(work, 'state'), NO_COLOR: '1' },
      },
    );
    results.set(args.join(' '), { status, stdout, stderr });
  };
  for (const words of HELP) run(...words);
  run('init', 'new');
  for (const name of [...editions, 'new']) for (const words of commandsOn(name)) run(...words);
  for (const [name, hash] of filesOf(work)) results.set(`file ${name}`, hash);
  return results;
}

const HELP = [
  ['--version'],
  ...[[], ['init'], ['check'], ['preview'], ['render'], ['verify'], ['mail'], ['mail', 'plan']].map(
    (words) => ['help', ...words],
  ),
  ['nonsense'],
  ['check', 'nowhere'],
];

function commandsOn(name) {
  return [
    ['check', name],
    ['check', name, '--json', '--lint'],
    ['render', name, '--json', '--letter', 'nobody'],
    ['render', name],
    ['render', name, '--json'],
    ['render', name, '--circular', '--draft', '--out', `${name}/drafts`, '--quiet'],
    ['mail', 'plan', name],
    ['mail', 'plan', name, '--json'],
    ['mail', 'approve', name, '--by', 'A. Tester', '--skip-blocked', '--json'],
    ['mail', 'approve', name, '--by', 'A. Tester'],
  ];
}

/** Digests by path. What is random by nature, or names this run, is left out. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        !/(^|[\\/])(state|ledger\.sqlite|ledger\.lock|\.wsis-letters\.json)($|[\\/])/.test(name),
    )
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]);
}

try {
  const [old, now] = [observe(before), observe(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const differing = names.filter(
    (name) => JSON.stringify(old.get(name)) !== JSON.stringify(now.get(name)),
  );
  for (const name of differing) {
    console.log(`${name} differs:`);
    for (const side of [old, now])
      console.log(`  ${JSON.stringify(side.get(name))?.slice(0, 2000)}`);
  }
  console.log(`${names.length} things compared, ${differing.length} differ`);
  process.exitCode = differing.length > 0 ? 1 : 0;
} finally {
  rmSync(place, { recursive: true, force: true });
}
