import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
      "  wsis-letters preview 'new/my forum'",
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

test('the list begins with a byte order mark, without which Excel shows Arabic as other signs', async () => {
  const cwd = temporaryFolder();
  expect((await wsisLetters(['init', 'x'], { cwd })).code).toBe(0);
  const list = readFileSync(join(cwd, 'x/stakeholders.csv'), 'utf8');
  expect(list).toMatch(/^\ufeffid,category,/);
});

const CRLF = (list: string) => list.replaceAll('\n', '\r\n');

test.each<[string, (list: string) => Buffer]>([
  ['CSV UTF-8', (list) => Buffer.from(CRLF(list))],
  [
    'CSV UTF-8 of a country with decimal commas',
    (list) => Buffer.from(CRLF(list.replaceAll(',', ';'))),
  ],
  ['a list that has lost its mark', (list) => Buffer.from(list.slice(1))],
  ['Unicode Text', (list) => Buffer.from(CRLF(list.replaceAll(',', '\t')), 'utf16le')],
])('what Excel saves as %s is read the same', async (_, save) => {
  const cwd = temporaryFolder();
  expect((await wsisLetters(['init', 'x'], { cwd })).code).toBe(0);
  const path = join(cwd, 'x/stakeholders.csv');
  writeFileSync(path, save(readFileSync(path, 'utf8')));
  expect(await wsisLetters(['check', 'x'], { cwd })).toEqual({
    code: 0,
    stdout: 'forum-2027: 2 circulars, 6 personal letters: no problem\n',
    stderr: '',
  });
});

test('what Excel saves in an old encoding is refused, with the remedy', async () => {
  const cwd = temporaryFolder();
  expect((await wsisLetters(['init', 'x'], { cwd })).code).toBe(0);
  const path = join(cwd, 'x/stakeholders.csv');
  const list = readFileSync(path, 'utf8').slice(1).replace('Peter Mwangi', 'José Núñez');
  // Excel writes a question mark for what Windows-1252 does not have.
  writeFileSync(path, Buffer.from(list.replace(/[^\0-\u00ff]/gu, '?'), 'latin1'));
  const { code, stderr } = await wsisLetters(['check', 'x'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^x\/stakeholders\.csv:3:28: error\[not-utf8\]/);
  expect(stderr).toContain('CSV UTF-8 (Comma delimited)');
});

test('letters that an old encoding has turned into question marks are told', async () => {
  const cwd = temporaryFolder();
  expect((await wsisLetters(['init', 'x'], { cwd })).code).toBe(0);
  const path = join(cwd, 'x/stakeholders.csv');
  const list = readFileSync(path, 'utf8').slice(1);
  writeFileSync(path, list.replace(/[^\0-\u007f]/gu, '?'));
  const { code, stderr } = await wsisLetters(['check', 'x'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^x\/stakeholders\.csv:2:40: error\[placeholder\]: “\?{5} \?{6}”/m);
  expect(stderr).toContain('hint: if letters stood there, save the list as "CSV UTF-8');
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
      'error[write-failed]: cannot make an edition in x: that is a file, not a folder (ENOTDIR)\nhint: move it away, or name another place\n\n',
  });
});
