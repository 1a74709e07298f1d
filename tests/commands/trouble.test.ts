import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BIN, type Ended, run, wsisLetters } from '../support/cli.ts';
import { edit, starterEdition, withRecipients } from '../support/edition.ts';
import { mountTmpfs, testWithMounts } from '../support/mount.ts';

/** Runs of `render` that something outside comes between. */

function filesOf(folder: string): string[] {
  return readdirSync(folder).sort();
}

function expectWholePdfs(out: string): string[] {
  const pdfs = filesOf(out).filter((name) => name.endsWith('.pdf'));
  for (const name of pdfs) {
    const content = readFileSync(join(out, name), 'latin1');
    expect(content.startsWith('%PDF-')).toBe(true);
    expect(content.trimEnd().endsWith('%%EOF')).toBe(true);
  }
  return pdfs;
}

describe('interrupted', () => {
  /** Signals the run once its first letter is written, so many times. */
  function interrupt(cwd: string, signal: NodeJS.Signals, times: number): Promise<Ended> {
    let sent = false;
    return wsisLetters(['render', 'forum-x'], {
      cwd,
      onOutput: (_, kill) => {
        if (!sent) for (let count = 0; count < times; count++) kill(signal);
        sent = true;
      },
    });
  }

  test.each([
    ['one thread', 30, 'SIGINT', 1],
    ['several threads', 200, 'SIGINT', 1],
    ['SIGTERM', 30, 'SIGTERM', 1],
    ['twice', 200, 'SIGINT', 2],
  ] as const)(
    '%s: exit code 130, whole files only, and the next run goes on',
    async (_, count, signal, times) => {
      const cwd = starterEdition();
      withRecipients(cwd, count);
      const { code, stderr } = await interrupt(cwd, signal, times);
      expect(code).toBe(130);
      if (times === 1)
        expect(stderr).toMatch(
          /^warning\[interrupted\]: interrupted after \d+ of \d+ letters\nhint: run it again to go on/,
        );
      const out = join(cwd, 'forum-x/out');
      const written = expectWholePdfs(out);
      expect(filesOf(out).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      expect(written.length).toBeGreaterThan(0);
      expect(written.length).toBeLessThan(count + 2);

      const { code: next, stdout } = await wsisLetters(['render', 'forum-x'], { cwd });
      expect(next).toBe(0);
      const rest = count + 2 - written.length;
      expect(stdout).toContain(
        `${count + 2} letters: ${rest} rendered, ${written.length} unchanged, 0 failed\n`,
      );
      expect(expectWholePdfs(out)).toHaveLength(count + 2);
    },
  );
});

describe('a disk that takes no more', () => {
  testWithMounts('full: that letter fails, nothing half written, exit code 1', async () => {
    const cwd = starterEdition();
    const out = join(cwd, 'small');
    mountTmpfs(out, 'size=100k');
    const { code, stdout, stderr } = await wsisLetters(
      ['render', 'forum-x', '--json', '--out', 'small'],
      { cwd },
    );
    expect(code).toBe(1);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(8);
    const failed = lines.filter(({ status }) => status === 'failed');
    expect(failed.length).toBeGreaterThan(0);
    expect(failed[0]).toMatchObject({ pages: null, sha256: null });
    const problems = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(problems).toHaveLength(failed.length);
    expect(problems[0]).toMatchObject({
      code: 'write-failed',
      message: `cannot write ${failed[0].file}: the disk is full (ENOSPC)`,
    });
    expect(expectWholePdfs(out)).toHaveLength(8 - failed.length);
    expect(filesOf(out).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a limit on the size of files: every letter fails by itself', async () => {
    const cwd = starterEdition();
    const limited = `ulimit -f 4; exec "${process.execPath}" "${BIN}" render forum-x --circular`;
    const { code, stdout, stderr } = await run('bash', ['-c', limited], { cwd });
    expect(code).toBe(1);
    expect(stdout).toBe('2 letters: 0 rendered, 0 unchanged, 2 failed\n');
    expect(stderr.match(/the file would be larger than allowed \(EFBIG\)/g)).toHaveLength(2);
    expect(filesOf(join(cwd, 'forum-x/out'))).toEqual(['.wsis-letters.json']);
  });

  testWithMounts('read-only', async () => {
    const cwd = starterEdition();
    mountTmpfs(join(cwd, 'fixed'), 'ro');
    const inside = await wsisLetters(['render', 'forum-x', '--out', 'fixed/out'], { cwd });
    expect(inside).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'error[write-failed]: cannot use fixed/out as output folder: the file system is read-only (EROFS)\nhint: work on a copy where you may write\n\n',
    });
    const { code, stderr } = await wsisLetters(
      ['render', 'forum-x', '--circular', '--out', 'fixed'],
      { cwd },
    );
    expect(code).toBe(1);
    expect(stderr.match(/: the file system is read-only \(EROFS\)/g)).toHaveLength(1);
  });
});

test('standard output on a full disk: the run ends and says so', async () => {
  const cwd = starterEdition();
  const command = `"${process.execPath}" "${BIN}" render forum-x --json >/dev/full`;
  const { code, stderr } = await run('bash', ['-c', command], { cwd });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'error: cannot write to standard output: ENOSPC: no space left on device, write\n',
  });
  expect(expectWholePdfs(join(cwd, 'forum-x/out')).length).toBeGreaterThan(0);
});

test('a folder where a PDF should be: that letter alone fails', async () => {
  const cwd = starterEdition();
  mkdirSync(join(cwd, 'forum-x/out/forum-2027.invitation.ar.pdf'), { recursive: true });
  const { code, stdout, stderr } = await wsisLetters(['render', 'forum-x', '--circular'], { cwd });
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout:
      'forum-x/out/forum-2027.invitation.en.pdf (1 page)\n2 letters: 1 rendered, 0 unchanged, 1 failed\n',
  });
  expect(stderr).toBe(
    'error[write-failed]: cannot write forum-x/out/forum-2027.invitation.ar.pdf: a folder of that name is in the way (EISDIR)\n' +
      'hint: run it again when that is mended: letters already written are not rendered again\n\n',
  );
});

test('a slip that comes back in each row of a list is shown some times, then counted', async () => {
  const cwd = starterEdition();
  withRecipients(cwd, 30);
  edit(cwd, 'stakeholders.csv', 'gender,', 'sex,');
  const { code, stderr, stdout } = await wsisLetters(['check', 'forum-x'], { cwd });
  expect(code).toBe(1);
  expect(stderr.match(/error\[missing-gender\]: /g)).toHaveLength(20);
  expect(stderr).toContain(
    '\n\nand 10 more of error[missing-gender] in forum-x/stakeholders.csv; --json names all\n',
  );
  expect(stdout).toContain('30 errors');
  const json = await wsisLetters(['check', 'forum-x', '--json'], { cwd });
  expect(json.stderr.match(/"missing-gender"/g)).toHaveLength(30);
});

test('a placeholder in the text of messages is refused, and told once', async () => {
  const cwd = starterEdition();
  const own = join(cwd, 'forum-x/templates/mail');
  mkdirSync(own, { recursive: true });
  const builtIn = resolve(import.meta.dirname, '../../templates/mail/mail.en.md.hbs');
  writeFileSync(join(own, 'mail.en.md.hbs'), `${readFileSync(builtIn, 'utf8')}\nCall [TBD].\n`);
  const { code, stderr } = await wsisLetters(['mail', 'approve', 'forum-x', '--by', 'A'], { cwd });
  expect(code).toBe(1);
  expect(stderr.match(/mail\.en\.md\.hbs:\d+:6: error\[placeholder\]/g)).toHaveLength(1);
});

test.each([
  [
    'that cannot be made',
    '/proc/nope',
    'no folder can be made there (ENOENT)',
    'name another place',
  ],
  [
    'that takes no files',
    '/proc',
    'there is no such file (ENOENT)',
    'bring it back if it has been moved, and run it again',
  ],
  [
    'that is a file',
    'forum-x/edition.yaml',
    'that is a file, not a folder (ENOTDIR)',
    'move it away, or name another place',
  ],
])(
  'an output folder %s is told once, before anything is rendered',
  async (_, out, reason, hint) => {
    const cwd = starterEdition();
    const ended = await wsisLetters(['render', 'forum-x', '--out', out], { cwd });
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: `error[write-failed]: cannot use ${out} as output folder: ${reason}\nhint: ${hint}\n\n`,
    });
  },
);
