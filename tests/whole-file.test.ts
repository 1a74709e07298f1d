/** Files are written whole or not at all, and through no link that somebody has planted. */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ApprovalSnapshot } from '../src/mail/changes.ts';
import { freeze, keepSnapshot, openOutbox } from '../src/mail/outbox.ts';
import { clearLeftovers, tryFolder, writeWhole } from '../src/whole-file.ts';
import { BIN, run, temporaryFolder, wsisLetters } from './support/cli.ts';
import { starterEdition } from './support/edition.ts';
import { mountTmpfs, testWithMounts } from './support/mount.ts';

/** Stands for the random bytes of a name that was guessed after all. */
let guessed: Buffer | undefined;
vi.mock('node:crypto', async (load) => {
  const crypto = await load<typeof import('node:crypto')>();
  return { ...crypto, randomBytes: (size: number) => guessed ?? crypto.randomBytes(size) };
});

/** A file that nobody is to touch. */
function target(folder: string): string {
  const path = join(folder, 'target');
  writeFileSync(path, 'precious');
  return path;
}

test('links of names that can be guessed are not followed', () => {
  const folder = temporaryFolder();
  const precious = target(folder);
  const planted = ['a.eml.tmp', `.wsis-letters-${process.pid}.tmp`, `a.eml.${process.pid}.tmp`];
  for (const name of planted) symlinkSync(precious, join(folder, name));
  writeWhole(join(folder, 'a.eml'), 'new');
  expect(readFileSync(precious, 'utf8')).toBe('precious');
  expect(readFileSync(join(folder, 'a.eml'), 'utf8')).toBe('new');
  expect(readdirSync(folder).sort()).toEqual([...planted, 'a.eml', 'target'].sort());
});

test('a link of the very name, if it were guessed, is an error', () => {
  const folder = temporaryFolder();
  const precious = target(folder);
  guessed = Buffer.alloc(16);
  const name = `.wsis-letters-${process.pid}-${guessed.toString('hex')}.tmp`;
  for (const to of [precious, join(folder, 'new')]) {
    symlinkSync(to, join(folder, name));
    expect(() => writeWhole(join(folder, 'a.eml'), 'new')).toThrow('EEXIST');
  }
  guessed = undefined;
  expect(readFileSync(precious, 'utf8')).toBe('precious');
  expect(readdirSync(folder)).toEqual(['target']);
});

test('a link at the name itself is replaced by the file, for a report is to be where it is looked for', () => {
  const folder = temporaryFolder();
  const precious = target(folder);
  const path = join(folder, 'report.html');
  symlinkSync(precious, path);
  writeWhole(path, 'new');
  expect(lstatSync(path).isSymbolicLink()).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readFileSync(precious, 'utf8')).toBe('precious');
});

test('permissions are those that were asked for, however the file was before', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.eml');
  writeFileSync(path, 'old', { mode: 0o644 });
  writeWhole(path, 'new', 0o600);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

testWithMounts(
  'a full disk: the old file stays, nothing is left beside it, and the error names the file',
  () => {
    const folder = join(temporaryFolder(), 'small');
    mountTmpfs(folder, 'size=16k');
    const path = join(folder, 'a.pdf');
    writeWhole(path, 'old');
    const write = () => writeWhole(path, 'x'.repeat(100_000));
    expect(write).toThrow(expect.objectContaining({ code: 'ENOSPC', path }));
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  },
);

test('a folder is tried without a trace', () => {
  const folder = temporaryFolder();
  tryFolder(folder);
  expect(readdirSync(folder)).toEqual([]);
  expect(() => tryFolder(join(folder, 'none'))).toThrow('ENOENT');
});

test('leftovers are removed, links themselves and not what they point to; folders stay', () => {
  const folder = temporaryFolder();
  const precious = target(folder);
  const leftover = (digit: string) => `.wsis-letters-99999999-${digit.repeat(32)}.tmp`;
  writeFileSync(join(folder, leftover('a')), 'half');
  symlinkSync(precious, join(folder, leftover('b')));
  mkdirSync(join(folder, leftover('c')));
  clearLeftovers(folder);
  expect(readdirSync(folder).sort()).toEqual([leftover('c'), 'target']);
  expect(readFileSync(precious, 'utf8')).toBe('precious');
});

test('frozen messages and approvals are written through no link, and only the user can read them', () => {
  const folder = join(temporaryFolder(), '.wsis');
  openOutbox(folder);
  const precious = target(folder);
  const basis: ApprovalSnapshot = { selection: {}, messages: [], texts: {}, lines: [] };
  const files = [join(folder, 'outbox/a.eml'), join(folder, 'approvals/hash.json')];
  for (const file of files) for (const end of ['', '.tmp']) symlinkSync(precious, `${file}${end}`);
  freeze(folder, 'outbox/a.eml', Buffer.from('message'));
  keepSnapshot(folder, 'hash', basis);
  expect(readFileSync(precious, 'utf8')).toBe('precious');
  for (const file of files) {
    expect(lstatSync(file).isFile()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(file)).sort()).toEqual([basename(file), `${basename(file)}.tmp`]);
  }
});

test('letters, pictures, their manifest and the report are written through no link, and nothing is left', async () => {
  const cwd = starterEdition();
  const env = { XDG_STATE_HOME: join(cwd, 'state') };
  const out = join(cwd, 'forum-x/out');
  const command = async (...args: string[]): Promise<void> => {
    const { code, stderr } = await wsisLetters(args, { cwd, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  };
  await command('mail', 'approve', 'forum-x', '--by', 'A');
  const make = async (): Promise<string[]> => {
    await command('render', 'forum-x', '--force', '--png', '--circular');
    await command('mail', 'status', 'forum-x', '--report');
    return readdirSync(out).sort();
  };
  const files = await make();
  const kinds = new Set(files.map((file) => extname(file)));
  expect(kinds).toEqual(new Set(['.pdf', '.png', '.json', '.html', '.csv']));
  const precious = target(cwd);
  for (const file of files) {
    rmSync(join(out, file));
    for (const end of ['', '.tmp']) symlinkSync(precious, join(out, `${file}${end}`));
  }
  expect(await make()).toEqual([...files, ...files.map((file) => `${file}.tmp`)].sort());
  expect(readFileSync(precious, 'utf8')).toBe('precious');
  for (const file of files)
    expect([file, lstatSync(join(out, file)).isFile()]).toEqual([file, true]);
});

/** Which of the renames of the main thread puts the second message into its place. */
async function secondMessage(args: readonly string[]): Promise<number> {
  const cwd = starterEdition();
  const log = join(cwd, 'renames');
  const trace = ['-f', '-o', log, '-e', 'trace=rename', process.execPath, BIN, ...args];
  await run('strace', trace, { cwd, env: { XDG_STATE_HOME: join(cwd, 'state') } });
  const lines = readFileSync(log, 'utf8').split('\n');
  const thread = lines.find((line) => line.includes('/outbox/'))?.split(' ')[0] ?? '?';
  const renames = lines.filter((line) => line.startsWith(thread) && line.includes('rename('));
  const messages = renames.filter((line) => line.includes('/outbox/'));
  return renames.indexOf(messages[1] ?? '') + 1;
}

test('a run that is killed leaves no half file, and the next one clears what it left', async () => {
  const args = ['mail', 'approve', 'forum-x', '--by', 'A'];
  const when = await secondMessage(args);
  const cwd = starterEdition();
  const env = { XDG_STATE_HOME: join(cwd, 'state') };
  const outbox = join(cwd, 'forum-x/.wsis/outbox');
  const inject = `inject=rename:signal=KILL:when=${when}`;
  const trace = ['-f', '-qq', '-o', '/dev/null', '-e', 'trace=rename', '-e', inject];
  await run('strace', [...trace, process.execPath, BIN, ...args], { cwd, env });
  expect(readdirSync(outbox).filter((name) => name.endsWith('.eml')).length).toBeLessThan(3);
  expect(readdirSync(join(dirname(outbox), 'approvals'))).toEqual([]);
  const leftover = `.wsis-letters-99999999-${'a'.repeat(32)}.tmp`;
  writeFileSync(join(outbox, leftover), 'half');
  expect((await wsisLetters(args, { cwd, env })).code).toBe(0);
  expect(readdirSync(outbox).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
