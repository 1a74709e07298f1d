import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BIN, run, temporaryFolder, wsisLetters } from '../support/cli.ts';
import { edit, starterEdition } from '../support/edition.ts';

const { version } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
);
const SEE_HELP = 'Run it with --help to see what it takes.\n';

test('--version', async () => {
  expect(await wsisLetters(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([[[]], [['init']], [['check']], [['render']]])(
  '--help of "%s" has examples',
  async (command) => {
    const { code, stdout, stderr } = await wsisLetters([...command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: wsis-letters ${command[0] ?? ''}`.trim());
    expect(stdout).toMatch(/\nExamples:\n( {2}\$ wsis-letters .+\n)+/);
  },
);

test('render --help names every option', async () => {
  const { stdout } = await wsisLetters(['render', '--help']);
  const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--\w+(?: <\w+>)?)/gm)].map(
    (match) => match[1],
  );
  expect(options).toEqual([
    '--out <dir>',
    '--letter <ids>',
    '--language <languages>',
    '--to <recipients>',
    '--category <categories>',
    '--list <file>',
    '--circular',
    '--personal',
    '--draft',
    '--png',
    '--force',
    '--json',
    '--quiet',
    '--help',
  ]);
});

describe('wrong usage: exit code 2, nothing on standard output', () => {
  test.each([
    [['rendr'], "error: unknown command 'rendr'\n(Did you mean render?)\n"],
    [['render', '--ltter', 'x'], "error: unknown option '--ltter'\n(Did you mean --letter?)\n"],
    [
      ['render', 'a', 'b'],
      "error: too many arguments for 'render'. Expected 1 argument but got 2.\n",
    ],
    [['render', '--out'], "error: option '--out <dir>' argument missing\n"],
    [['init'], "error: missing required argument 'dir'\n"],
    [
      ['render', '--language', 'en,de'],
      `error: option '--language <languages>' argument 'en,de' is invalid. "de" is none of (ar, en, fr, es, ru, zh).\n`,
    ],
    [
      ['render', '--to', 'a,,b'],
      "error: option '--to <recipients>' argument 'a,,b' is invalid. A value is empty.\n",
    ],
  ])('%j', async (args, message) => {
    expect(await wsisLetters(args)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${message}${SEE_HELP}`,
    });
  });

  test('no command: the help', async () => {
    const { code, stdout, stderr } = await wsisLetters([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: wsis-letters');
  });
});

describe('colour', () => {
  const RED = '\u001b[31m';

  function brokenEdition(): string {
    const folder = starterEdition();
    edit(folder, 'edition.yaml', '2027-07-09', '2027-07-39');
    return folder;
  }

  test.each([
    ['none where no terminal is', {}, false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['NO_COLOR before FORCE_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['an empty NO_COLOR counts for nothing', { FORCE_COLOR: '1', NO_COLOR: '' }, true],
  ])('%s', async (_, env, colored) => {
    const { stderr } = await wsisLetters(['check', 'forum-x'], { cwd: brokenEdition(), env });
    expect(stderr).toContain('bad-date');
    expect(stderr.includes(RED)).toBe(colored);
  });

  test.each([
    ['on a terminal', {}, true],
    ['on a terminal with NO_COLOR', { NO_COLOR: '1' }, false],
    ['on a dumb terminal', { TERM: 'dumb' }, false],
  ])('%s', async (_, env, colored) => {
    const command = `"${process.execPath}" "${BIN}" check forum-x`;
    const options = { cwd: brokenEdition(), env: { TERM: 'xterm', ...env } };
    const { stdout } = await run('script', ['-qec', command, '/dev/null'], options);
    expect(stdout).toContain('bad-date');
    expect(stdout.includes(RED)).toBe(colored);
  });
});

test("a path that is no edition is the user's problem: no stack trace", async () => {
  const cwd = temporaryFolder();
  const { code, stdout, stderr } = await wsisLetters(['check', 'nowhere'], { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: 'nowhere: 1 error\n' });
  expect(stderr).toContain('nowhere');
  expect(stderr).not.toMatch(/^ {4}at /m);
});

test("a fault of the tool's own shows its stack and asks for a report", async () => {
  const sabotage = resolve(import.meta.dirname, '../support/sabotage.js');
  const env = { NODE_OPTIONS: `--import="${sabotage}"` };
  const { code, stdout, stderr } = await wsisLetters(['check', 'x'], {
    cwd: temporaryFolder(),
    env,
  });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^Error: sabotaged\n {4}at /);
  expect(stderr).toContain('This is a fault of wsis-letters');
});
