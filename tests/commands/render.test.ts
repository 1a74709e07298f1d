import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BIN, type RunOptions, run, wsisLetters } from '../support/cli.ts';
import { edit, starterEdition, withRecipients } from '../support/edition.ts';

interface Line {
  readonly letter: string;
  readonly recipient: string | null;
  readonly language: string;
  readonly file: string;
  readonly pages: number | null;
  readonly sha256: string | null;
  readonly status: string;
}

/** `render forum-x --json <args>`, with what it printed. */
async function renderJson(cwd: string, args: readonly string[] = [], options: RunOptions = {}) {
  const { code, stdout, stderr } = await wsisLetters(['render', 'forum-x', '--json', ...args], {
    cwd,
    ...options,
  });
  return {
    code,
    letters: parseLines<Line>(stdout),
    problems: parseLines<Record<string, unknown>>(stderr),
  };
}

function parseLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function pdfsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .sort();
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function statuses(letters: readonly Line[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of letters) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const CIRCULARS = ['forum-2027.invitation.ar.pdf', 'forum-2027.invitation.en.pdf'];
const ALL = [
  'forum-2027.invitation.ar.civ-ma-01.pdf',
  'forum-2027.invitation.ar.gov-jo-01.pdf',
  'forum-2027.invitation.ar.pdf',
  'forum-2027.invitation.en.aca-nz-01.pdf',
  'forum-2027.invitation.en.gov-ke-01.pdf',
  'forum-2027.invitation.en.int-ch-01.pdf',
  'forum-2027.invitation.en.pdf',
  'forum-2027.invitation.en.pri-sg-01.pdf',
];

describe('what it prints', () => {
  test('a line a file, then the counts', async () => {
    const cwd = starterEdition();
    const first = await wsisLetters(['render', 'forum-x', '--circular'], { cwd });
    const lines = CIRCULARS.map((name) => `${join('forum-x/out', name)} (1 page)\n`).join('');
    const stdout = `${lines}2 letters: 2 rendered, 0 unchanged, 0 failed\n`;
    expect(first).toEqual({ code: 0, stdout, stderr: '' });
    const second = await wsisLetters(['render', 'forum-x', '--circular'], { cwd });
    expect(second.stdout).toBe('2 letters: 0 rendered, 2 unchanged, 0 failed\n');
  });

  test('--quiet: nothing', async () => {
    const cwd = starterEdition();
    const ended = await wsisLetters(['render', 'forum-x', '--circular', '--quiet'], { cwd });
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(pdfsOf(join(cwd, 'forum-x/out'))).toEqual(CIRCULARS);
  });

  test('--json: one object a letter, keys in order, and nothing else', async () => {
    const cwd = starterEdition();
    const { code, letters, problems } = await renderJson(cwd);
    expect({ code, problems }).toEqual({ code: 0, problems: [] });
    expect(letters.map(({ file }) => file.replace('forum-x/out/', '')).sort()).toEqual(ALL);
    for (const line of letters) {
      expect(Object.keys(line)).toEqual([
        'letter',
        'recipient',
        'language',
        'file',
        'pages',
        'sha256',
        'status',
      ]);
      expect(line).toMatchObject({ letter: 'invitation', pages: 1, status: 'rendered' });
      expect(line.sha256).toBe(sha256(join(cwd, line.file)));
    }
    expect(
      letters.filter(({ recipient }) => recipient === null).map(({ language }) => language),
    ).toEqual(['ar', 'en']);
  });

  test('on a terminal there is progress, and it is wiped', async () => {
    const cwd = starterEdition();
    const command = `"${process.execPath}" "${BIN}" render forum-x`;
    const { stdout } = await run('script', ['-qec', command, '/dev/null'], {
      cwd,
      env: { TERM: 'xterm' },
    });
    expect(stdout).toContain('\r\u001b[2K1 of 8 letters …');
    expect(stdout.endsWith('\r\u001b[2K8 letters: 8 rendered, 0 unchanged, 0 failed\r\n')).toBe(
      true,
    );
  });

  test('| head -n 1: all letters are made all the same', async () => {
    const cwd = starterEdition();
    const pipe = `"${process.execPath}" "${BIN}" render forum-x --json | head -n 1; exit \${PIPESTATUS[0]}`;
    const { code, stdout, stderr } = await run('bash', ['-c', pipe], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(parseLines(stdout)).toHaveLength(1);
    expect(pdfsOf(join(cwd, 'forum-x/out'))).toEqual(ALL);
  });
});

describe('which letters', () => {
  test.each([
    [['--circular'], CIRCULARS],
    [
      ['--personal', '--language', 'ar'],
      [ALL[0], ALL[1]],
    ],
    [
      ['--language', 'ar'],
      [ALL[0], ALL[1], ALL[2]],
    ],
    [
      ['--to', 'gov-jo-01,pri-sg-01'],
      [ALL[1], ALL[7]],
    ],
    [
      ['--to', 'gov-jo-01', '--to', 'pri-sg-01'],
      [ALL[1], ALL[7]],
    ],
    [
      ['--to', 'gov-jo-01', '--circular'],
      [ALL[1], ...CIRCULARS],
    ],
    [
      ['--category', 'government'],
      [ALL[1], ALL[4]],
    ],
    [
      ['--category', 'government,civil-society', '--language', 'ar'],
      [ALL[0], ALL[1]],
    ],
    [
      ['--list', 'stakeholders.csv', '--language', 'ar'],
      [ALL[0], ALL[1]],
    ],
    [
      ['--list', 'forum-x/stakeholders.csv', '--language', 'ar'],
      [ALL[0], ALL[1]],
    ],
    [
      ['--letter', 'invitation', '--circular', '--personal', '--language', 'ar'],
      [ALL[0], ALL[1], ALL[2]],
    ],
  ])('%j', async (args, files) => {
    const cwd = starterEdition();
    const { code, letters } = await renderJson(cwd, args);
    expect(code).toBe(0);
    expect(letters.map(({ file }) => file.replace('forum-x/out/', '')).sort()).toEqual(
      [...files].sort(),
    );
  });

  test.each([
    [
      ['--letter', 'invitaton'],
      'unknown-letter',
      'the edition has no letter "invitaton"',
      'did you mean "invitation"?',
    ],
    [
      ['--to', 'gov-jo-02'],
      'unknown-recipient',
      'the edition has no recipient "gov-jo-02"',
      'did you mean "gov-jo-01"?',
    ],
    [
      ['--list', 'x.csv'],
      'unknown-list',
      'the edition has no list of recipients "x.csv"',
      'known: stakeholders.csv',
    ],
    [
      ['--language', 'fr'],
      'nothing-selected',
      'no letter of the edition is selected',
      'look at the languages, forms and recipients of the letters in edition.yaml',
    ],
  ])('%j: exit code 2', async (args, code, message, hint) => {
    const cwd = starterEdition();
    const result = await renderJson(cwd, args);
    const place = { file: null, line: null, column: null };
    expect(result).toEqual({
      code: 2,
      letters: [],
      problems: [{ severity: 'error', code, message, ...place, hint }],
    });
    expect(existsSync(join(cwd, 'forum-x/out'))).toBe(false);
  });
});

describe('an error in the data', () => {
  test('nothing is written, and every problem is told with its place', async () => {
    const cwd = starterEdition();
    edit(cwd, 'edition.yaml', '2027-07-09', '2027-07-39');
    edit(cwd, 'stakeholders.csv', 'private-sector', 'private');
    const { code, letters, problems } = await renderJson(cwd);
    expect({ code, letters }).toEqual({ code: 1, letters: [] });
    expect(problems.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ['bad-date', 'forum-x/edition.yaml', 22, 8],
      ['unknown-category', 'forum-x/stakeholders.csv', 4, 11],
    ]);
    expect(existsSync(join(cwd, 'forum-x/out'))).toBe(false);
  });

  test('in words', async () => {
    const cwd = starterEdition();
    edit(cwd, 'edition.yaml', '2027-07-09', '2027-07-39');
    const { code, stdout, stderr } = await wsisLetters(['render', 'forum-x'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^forum-x\/edition\.yaml:22:8: error\[bad-date\]: /);
    expect(stderr).toMatch(/\n\nNothing was written\.\n$/);
  });

  test('earlier PDFs stay as they are', async () => {
    const cwd = starterEdition();
    const { letters } = await renderJson(cwd, ['--circular']);
    edit(cwd, 'edition.yaml', '2027-07-09', '2027-07-39');
    await renderJson(cwd, ['--force']);
    for (const { file, sha256: before } of letters) expect(sha256(join(cwd, file))).toBe(before);
  });
});

describe('unchanged letters', () => {
  test('are left alone, until they, their file or the wish changes', async () => {
    const cwd = starterEdition();
    const first = await renderJson(cwd);
    const again = await renderJson(cwd);
    expect(statuses(again.letters)).toEqual({ unchanged: 8 });
    expect(again.letters.map(({ status, ...rest }) => rest)).toEqual(
      first.letters.map(({ status, ...rest }) => rest),
    );

    edit(
      cwd,
      'edition.yaml',
      '# Two letters of ISO 3166',
      '# A comment\n  # Two letters of ISO 3166',
    );
    expect(statuses((await renderJson(cwd)).letters)).toEqual({ unchanged: 8 });

    edit(cwd, 'stakeholders.csv', 'Mei Tan', 'Mei Lim');
    const edited = (await renderJson(cwd)).letters.filter(({ status }) => status === 'rendered');
    expect(edited.map(({ recipient }) => recipient)).toEqual(['pri-sg-01']);

    appendFileSync(join(cwd, 'forum-x/out', ALL[0] as string), '%');
    rmSync(join(cwd, 'forum-x/out', ALL[1] as string));
    const mended = (await renderJson(cwd)).letters.filter(({ status }) => status === 'rendered');
    expect(mended.map(({ recipient }) => recipient).sort()).toEqual(['civ-ma-01', 'gov-jo-01']);

    const forced = await renderJson(cwd, ['--force']);
    expect(statuses(forced.letters)).toEqual({ rendered: 8 });
  });

  test('without a manifest the same bytes are not written again', async () => {
    const cwd = starterEdition();
    await renderJson(cwd, ['--circular']);
    const out = join(cwd, 'forum-x/out');
    const before = CIRCULARS.map((name) => statSync(join(out, name)).mtimeMs);
    rmSync(join(out, '.wsis-letters.json'));
    expect(statuses((await renderJson(cwd, ['--circular'])).letters)).toEqual({ unchanged: 2 });
    expect(CIRCULARS.map((name) => statSync(join(out, name)).mtimeMs)).toEqual(before);
  });

  test('the same edition gives the same bytes in another folder and with several threads', async () => {
    const one = starterEdition();
    const many = starterEdition();
    withRecipients(one, 3);
    withRecipients(many, 160);
    const few = new Map((await renderJson(one)).letters.map((line) => [line.file, line.sha256]));
    const all = new Map((await renderJson(many)).letters.map((line) => [line.file, line.sha256]));
    expect(all.size).toBe(162);
    for (const [file, sha] of few) expect(all.get(file)).toBe(sha);
  });
});

test('PDFs of letters that are no more stay, and are told', async () => {
  const cwd = starterEdition();
  await renderJson(cwd);
  edit(cwd, 'stakeholders.csv', 'pri-sg-01', 'pri-sg-02');
  const { code, problems } = await renderJson(cwd);
  expect(code).toBe(0);
  expect(problems).toEqual([
    {
      severity: 'warning',
      code: 'stale-file',
      message: `forum-x/out/${ALL[7]} belongs to no letter of the edition any more`,
      file: null,
      line: null,
      column: null,
      hint: 'delete it if nobody needs it',
    },
  ]);
  expect(pdfsOf(join(cwd, 'forum-x/out'))).toContain(ALL[7]);
  const partial = await renderJson(cwd, ['--circular']);
  expect(partial.problems).toEqual([]);
});

describe('--out', () => {
  test('anywhere, made as needed, by a path with blanks and Arabic', async () => {
    const cwd = starterEdition();
    const inside = await wsisLetters(
      ['render', '--circular', '--json', '--out', '../رسائل 2027/pdf'],
      {
        cwd: join(cwd, 'forum-x'),
      },
    );
    expect(inside.code).toBe(0);
    expect(parseLines<Line>(inside.stdout)[0]?.file).toBe(`../رسائل 2027/pdf/${CIRCULARS[0]}`);
    expect(pdfsOf(join(cwd, 'رسائل 2027/pdf'))).toEqual(CIRCULARS);
  });

  test('a file in the way', async () => {
    const cwd = starterEdition();
    const ended = await wsisLetters(['render', 'forum-x', '--out', 'forum-x/edition.yaml'], {
      cwd,
    });
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'error[write-failed]: cannot use forum-x/edition.yaml as output folder: that is a file, not a folder (ENOTDIR)\nhint: move it away, or name another place\n\n',
    });
  });
});
