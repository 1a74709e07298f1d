/** What the system refuses is told in one message with a hint; nothing is half done. */
import { chmodSync, existsSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { explain, systemProblem } from '../../src/system-error.ts';
import { startPeer } from '../mail/support/peer.ts';
import { BIN, type Ended, run, wsisLetters } from '../support/cli.ts';
import { starterEdition } from '../support/edition.ts';
import { makeReadOnly, mountTmpfs, testWithMounts } from '../support/mount.ts';

const APPROVE = ['mail', 'approve', 'forum-x', '--by', 'A'];

/** The one message of a run that has failed. */
function expectOneMessage({ code, stdout, stderr }: Ended, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/^error\[[\w-]+\]: .+\nhint: .+\n\n?$/);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
}

function approvals(cwd: string): string[] {
  const folder = join(cwd, 'forum-x/.wsis/approvals');
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** An edition on a disk of its own; gives the outer folder. */
async function editionOnDisk(options: string): Promise<string> {
  const disk = join(starterEdition(), 'disk');
  mountTmpfs(disk, options);
  await wsisLetters(['init', 'forum-x'], { cwd: disk });
  return disk;
}

function leaveFree(disk: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filling'), Buffer.alloc(bavail * bsize - bytes));
}

describe('a full disk', () => {
  testWithMounts.each([
    ['nothing', 0, /cannot use the ledger: the disk is full \(SQLITE_FULL\)/],
    ['the ledger, but no message', 100_000, /cannot write .*\.eml: the disk is full \(ENOSPC\)/],
    ['some messages', 200_000, /cannot write .*\.eml: the disk is full \(ENOSPC\)/],
  ])('with room for %s: nothing is approved', async (_, bytes, message) => {
    const disk = await editionOnDisk('size=1m');
    const state = join(starterEdition(), 'state');
    leaveFree(disk, bytes);
    const ended = await wsisLetters(APPROVE, { cwd: disk, env: { XDG_STATE_HOME: state } });
    expectOneMessage(ended, message);
    expect(approvals(disk)).toEqual([]);
    const left = readdirSync(join(disk, 'forum-x'), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await run('rm', [join(disk, 'filling')]);
    const again = await wsisLetters(APPROVE, { cwd: disk, env: { XDG_STATE_HOME: state } });
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: '' });
  });

  testWithMounts('a report and a new edition', async () => {
    const disk = await editionOnDisk('size=1m');
    const env = { XDG_STATE_HOME: join(starterEdition(), 'state') };
    expect((await wsisLetters(APPROVE, { cwd: disk, env })).code).toBe(0);
    leaveFree(disk, 4096);
    const report = ['mail', 'status', 'forum-x', '--report', '--quiet'];
    expectOneMessage(
      await wsisLetters(report, { cwd: disk, env }),
      /mail-report.html: the disk is/,
    );
    const init = await wsisLetters(['init', 'new'], { cwd: disk });
    expectOneMessage(init, /cannot make an edition in new: the disk is full \(ENOSPC\)/);
    expect(readdirSync(join(disk, 'new'))).toEqual([]);
  });
});

describe('a folder that cannot be written', () => {
  test.each([
    ['XDG_STATE_HOME', (file: string) => ({ XDG_STATE_HOME: file })],
    ['HOME', (file: string) => ({ HOME: file, XDG_STATE_HOME: '' })],
  ])('%s: nothing is approved, and then it is', async (_, env) => {
    const cwd = starterEdition();
    const file = join(cwd, 'file');
    writeFileSync(file, '');
    const ended = await wsisLetters(APPROVE, { cwd, env: env(file) });
    expectOneMessage(
      ended,
      /cannot make the folder .*file.*: that is a file, not a folder.*\nhint: .*XDG_STATE_HOME/,
    );
    expect(approvals(cwd)).toEqual([]);
    expect((await wsisLetters(APPROVE, { cwd, env: env(join(cwd, 'home')) })).code).toBe(0);
  });

  test.each([
    ['approve', APPROVE],
    ['send', ['mail', 'send', 'forum-x', '--approval', 'x']],
    ['resolve', ['mail', 'resolve', 'forum-x', 'id', '--hold', '--reason', 'x']],
    ['bounces', ['mail', 'bounces', 'forum-x', 'forum-x']],
  ])('.wsis is a file: mail %s', async (_, args) => {
    const cwd = starterEdition();
    writeFileSync(join(cwd, 'forum-x/.wsis'), '');
    expectOneMessage(await wsisLetters(args, { cwd }), /\.wsis: a file of that name is in the way/);
  });

  testWithMounts('a read-only disk: nothing is approved, and nothing is sent', async () => {
    const disk = await editionOnDisk('size=3m');
    const peer = await startPeer();
    const server = { HOST: '127.0.0.1', PORT: peer.port, SECURITY: 'none', TEST_SERVER: 'yes' };
    const smtp = Object.entries(server).map(([name, value]) => [
      `WSIS_SMTP_${name}`,
      String(value),
    ]);
    const env = { XDG_STATE_HOME: join(starterEdition(), 'state'), ...Object.fromEntries(smtp) };
    const approved = await wsisLetters([...APPROVE, '--quiet'], { cwd: disk, env });
    const hash = approved.stdout.trim();
    makeReadOnly(disk);
    const before = approvals(disk);
    const send = ['mail', 'send', 'forum-x', '--approval', hash, '--no-wait'];
    const sent = await wsisLetters(send, { cwd: disk, env });
    expect(sent.code).not.toBe(0);
    expect(sent.stdout + sent.stderr).not.toMatch(/^ +at /m);
    expect(peer.delivered).toEqual([]);
    expectOneMessage(
      await wsisLetters(APPROVE, { cwd: disk, env }),
      /read-only \(EROFS\)|SQLITE_(READONLY|CANTOPEN)/,
    );
    expect(approvals(disk)).toEqual(before);
    for (const args of [
      ['render', 'forum-x'],
      ['init', 'new'],
    ]) {
      expectOneMessage(
        await wsisLetters(args, { cwd: disk }),
        /the file system is read-only \(EROFS\)/,
      );
    }
    for (const args of [
      ['check', 'forum-x'],
      ['mail', 'plan', 'forum-x'],
    ]) {
      expect((await wsisLetters(args, { cwd: disk, env })).code).toBe(0);
    }
  });

  test.each([
    ['check', 'forum-x'],
    ['render', 'forum-x'],
    ['preview', 'forum-x'],
    ['mail plan', 'forum-x'],
  ])('%s of an edition of somebody else', async (command, edition) => {
    const cwd = starterEdition();
    const folder = join(cwd, edition);
    chmodSync(cwd, 0o755);
    chmodSync(folder, 0o700);
    const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, BIN];
    const { code, stderr } = await run('setpriv', [...nobody, ...command.split(' '), edition], {
      cwd,
    });
    expect(stderr).not.toContain('setpriv:');
    expect(stderr.match(/error\[/g)).toHaveLength(1);
    expect(stderr).toMatch(/: cannot read the folder .*: no permission \(EACCES\)\nhint: /);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(code).toBe(1);
  });
});

describe('few open files', () => {
  /** The fewest with which Node itself runs. */
  let fewest = 15;
  beforeAll(async () => {
    for (let code: number | null = 1; code !== 0; ) {
      fewest += 1;
      ({ code } = await run('prlimit', [`--nofile=${fewest}`, process.execPath, '-e', '0']));
    }
  });

  // From what hardly loads the tool to what nearly suffices.
  test.each([1, 4, 8, 12, 16, 24, 32])(
    '%d more than Node needs: it works, or says why not',
    async (more) => {
      const cwd = starterEdition();
      const count = fewest + more;
      const env = { XDG_STATE_HOME: join(cwd, 'state') };
      const limited = (args: readonly string[]): Promise<Ended> =>
        run('prlimit', [`--nofile=${count}`, process.execPath, BIN, ...args], { cwd, env });
      for (const args of [APPROVE, ['render', 'forum-x'], ['check', 'forum-x'], ['init', 'new']]) {
        const ended = await limited(args);
        if (ended.code === 0) continue;
        expectOneMessage(ended, /EMFILE/);
        expect(approvals(cwd)).toEqual([]);
      }
    },
  );
});

test('an installation that is not whole says what to do', async () => {
  const cwd = starterEdition();
  const bin = join(cwd, 'bin');
  mkdirSync(bin);
  await run('cp', [BIN, bin]);
  writeFileSync(join(cwd, 'package.json'), '{"type": "module"}');
  const ended = await run(process.execPath, [join(bin, 'wsis-letters.js'), 'check'], { cwd });
  expectOneMessage(ended, /^error\[system-error\]: cannot load wsis-letters: .*\nhint: .*"npm ci"/);
});

describe('in words', () => {
  const refused = (code: string, more: object) => Object.assign(new Error('x'), { code, ...more });

  test.each([
    [
      refused('ENOSPC', { syscall: 'write', path: '/a' }),
      'cannot write /a: the disk is full (ENOSPC)',
    ],
    [refused('EDQUOT', { syscall: 'fsync' }), 'cannot write: the disk quota is used up (EDQUOT)'],
    [
      refused('ENOSPC', { syscall: 'watch', path: '/a' }),
      'cannot watch /a: the system watches no more files (ENOSPC)',
    ],
    [
      refused('EADDRINUSE', { syscall: 'listen', port: 25 }),
      'cannot use the port 25: it is taken (EADDRINUSE)',
    ],
    [
      refused('SQLITE_IOERR_FSYNC', {}),
      'cannot use the ledger: the disk has failed (SQLITE_IOERR_FSYNC)',
    ],
    [
      new Error('ConnectionFailed("Unable to open connection to local database /a: 14")'),
      'cannot use the ledger /a: it cannot be opened or made (SQLITE_CANTOPEN)',
    ],
    [
      new Error("EMFILE: too many open files, open '/a, b'"),
      'cannot open /a, b: too many files are open (EMFILE)',
    ],
  ])('%s', (error, message) => {
    expect(systemProblem(error)).toMatchObject({ code: 'system-error', message });
  });

  test.each([
    ['a fault of the tool', new TypeError('x is not a function')],
    ["one of Node's own", refused('ERR_INVALID_ARG_TYPE', {})],
    ['a statement that the database does not understand', refused('SQLITE_ERROR', {})],
    ['no error at all', 'ENOSPC'],
  ])('%s keeps its stack trace', (_, error) => {
    expect(systemProblem(error)).toBeUndefined();
  });

  test('an error without words of ours is told in its own', () => {
    expect(explain(refused('EPROTO', { syscall: 'read', message: 'EPROTO: odd' }))).toBe(
      'EPROTO: odd',
    );
  });
});
