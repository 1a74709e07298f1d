import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, wsisLetters } from '../support/cli.ts';

const FILES = ['edition.yaml', 'stakeholders.csv'];

test('makes an edition that checks and renders without a problem', async () => {
  const cwd = temporaryFolder();
  expect(await wsisLetters(['init', 'new/my forum'], { cwd })).toEqual({
    code: 0,
    stdout: [
      'Made:',
      '  new/my forum/edition.yaml',
      '  new/my forum/stakeholders.csv',
      'Next:',
      "  wsis-letters check 'new/my forum'",
      "  wsis-letters render 'new/my forum'",
      '',
    ].join('\n'),
    stderr: '',
  });
  expect(await wsisLetters(['check', 'new/my forum'], { cwd })).toEqual({
    code: 0,
    stdout: 'forum-2027: 2 circulars, 6 personal letters: no problem\n',
    stderr: '',
  });
  const { code, stderr } = await wsisLetters(['render', 'new/my forum'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const pdfs = readdirSync(join(cwd, 'new/my forum/out')).filter((name) => name.endsWith('.pdf'));
  expect(pdfs).toHaveLength(8);
});

test('takes an empty folder that exists', async () => {
  const cwd = temporaryFolder();
  expect((await wsisLetters(['init', '.'], { cwd })).code).toBe(0);
  expect(readdirSync(cwd).sort()).toEqual(FILES);
});

test('refuses a folder with anything in it, and leaves it alone', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'x'));
  writeFileSync(join(cwd, 'x', '.hidden'), '');
  expect(await wsisLetters(['init', 'x'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'error[folder-not-empty]: x is not empty\nhint: name a folder that is empty or does not exist yet\n\n',
  });
  expect(readdirSync(join(cwd, 'x'))).toEqual(['.hidden']);
});

test('a file in the way', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'x'), '');
  expect(await wsisLetters(['init', 'x'], { cwd })).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'error[write-failed]: cannot make an edition in x: that is a file, not a folder (ENOTDIR)\n\n',
  });
});
