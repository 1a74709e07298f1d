import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLists } from '../../src/data/lists/list-files.ts';
import { loadEdition } from '../../src/data/load.ts';
import { baseEdition, patch, problemsOf, put } from './editions.ts';

const LIST = 'id,category,language,name\nx1,government,en,Ann\n';

describe('the lists of an edition that names none', () => {
  test.each([
    [
      ['stakeholders.csv', 'visa.csv'],
      ['stakeholders.csv', 'visa.csv'],
    ],
    [['STAKEHOLDERS.CSV'], ['STAKEHOLDERS.CSV']],
    [['Copy of list.csv', 'list.csv'], ['list.csv']],
    [['list (1).csv', 'list.csv'], ['list.csv']],
    [['list - Copie.csv', 'list.csv'], ['list.csv']],
    [['list copy 2.csv', 'list.csv'], ['list.csv']],
    [['LIST - COPY.CSV', 'list.csv'], ['list.csv']],
    [['Копия list.csv', 'list — копия.csv', 'list.csv'], ['list.csv']],
    [['نسخة من list.csv', 'list - نسخة.csv', 'list.csv'], ['list.csv']],
    [['list - 副本.csv', 'list 的副本.csv', 'list.csv'], ['list.csv']],
    // The only one there is.
    [['list (1).csv'], ['list (1).csv']],
    [['~$list.csv', '.hidden.csv', 'list.csv'], ['list.csv']],
    [['list.xlsx'], ['list.xlsx']],
    [['list.csv', 'list.xlsx'], ['list.csv']],
    [['list.xls', 'notes.txt', 'edition.yaml'], []],
    // Years and numbers are no copies.
    [
      ['2027.csv', 'list 2.csv', 'list-2028.csv', 'list.csv'],
      ['2027.csv', 'list 2.csv', 'list-2028.csv', 'list.csv'],
    ],
    [
      ['hardcopy.csv', 'hard.csv'],
      ['hardcopy.csv', 'hard.csv'],
    ],
  ])('of %j are %j', (names, lists) => {
    expect(defaultLists(names)).toEqual(lists);
  });
});

test('a list in capitals is read', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', 'lists: [stakeholders.csv]\n', '');
  renameSync(join(folder, 'stakeholders.csv'), join(folder, 'STAKEHOLDERS.CSV'));
  expect(loadEdition(folder)).toMatchObject({
    diagnostics: [],
    edition: { stakeholders: [{}, {}] },
  });
});

describe('files beside the lists', () => {
  test.each([
    ['other.csv', LIST],
    ['Copy of stakeholders.csv', LIST],
    ['stakeholders (1).csv', LIST],
    ['stakeholders.xlsx', 'PK'],
    ['stakeholders.xls', ''],
    ['stakeholders.ods', ''],
    ['stakeholders.numbers', ''],
    ['~$stakeholders.csv', ''],
    ['~$stakeholders.xlsx', ''],
    ['.~lock.stakeholders.csv#', ''],
    ['list.txt', LIST.replaceAll(',', '\t')],
    ['list.txt', Buffer.from(`\ufeff${LIST.replaceAll(',', '\t')}`, 'utf16le')],
  ])('%s is told', (name, content) => {
    const folder = baseEdition();
    put(folder, name, content);
    expect(problemsOf(folder)).toEqual(['warning unlisted-file edition.yaml:52:1']);
    expect(loadEdition(folder).edition?.stakeholders).toHaveLength(2);
  });

  test.each([
    ['README.txt', 'How to invite: name, address and category are needed.\nSend it.\n'],
    ['notes.txt', 'Call them\n'],
    ['programme.docx', 'PK'],
    ['~$programme.docx', ''],
    ['logo2.svg', '<svg/>'],
    ['out/mail-report.csv', LIST],
    ['.hidden.csv', LIST],
    ['people.yaml', '- id: x'],
  ])('%s is no list', (name, content) => {
    const folder = baseEdition();
    put(folder, name, content);
    expect(problemsOf(folder)).toEqual([]);
  });

  test('those beside a list in a folder of its own are told, and it is not', () => {
    const folder = baseEdition();
    const list = readFileSync(join(folder, 'stakeholders.csv'));
    rmSync(join(folder, 'stakeholders.csv'));
    put(folder, 'lists/all.csv', list);
    patch(folder, 'edition.yaml', '[stakeholders.csv]', '[lists/all.csv]');
    expect(problemsOf(folder)).toEqual([]);
    put(folder, 'lists/old.csv', list);
    expect(loadEdition(folder).diagnostics.map(({ message }) => message)).toEqual([
      'lists/old.csv is not read as a list',
    ]);
  });

  test('a list that is not there is told alone', () => {
    const folder = baseEdition();
    patch(folder, 'edition.yaml', '[stakeholders.csv]', '[stakeholder.csv]');
    expect(problemsOf(folder)).toEqual(['missing-file edition.yaml:52:9']);
  });
});
