import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEdition } from '../../src/data/load.ts';
import { baseEdition, loadClean, patch, problemsOf, put } from './editions.ts';

test('every value keeps its place', () => {
  const folder = baseEdition();
  const file = join(folder, 'edition.yaml');
  const { event, contact, letters, signatories, organisations } = loadClean(folder);
  expect(event.name.en).toEqual({
    name: { value: 'The Forum', span: { file, line: 3, column: 27, length: 9 } },
  });
  expect(event.start).toEqual({
    value: { year: 2026, month: 7, day: 6 },
    span: { file, line: 4, column: 10, length: 10 },
  });
  expect(event.hosts[0]).toBe(organisations.itu);
  expect(
    signatories.rosti?.title?.all?.map(({ value, span }) => [value, span.line, span.column]),
  ).toEqual([
    ['Federal Councillor', 32, 7],
    ['Head of Department', 33, 7],
  ]);
  expect(contact.telephone?.value).toBe('+41 22 730 6240');
  expect(letters[0]?.signatories[0]).toBe(signatories.rosti);
});

test('what is not given has its default', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', 'id: base\n', '');
  patch(folder, 'edition.yaml', '    forms: [circular, personal]\n', '');
  patch(folder, 'edition.yaml', '    rows: [reference, contact, telephone, email]\n', '');
  patch(folder, 'edition.yaml', '    mark: original-signed\nlists: [stakeholders.csv]\n', '');
  const { id, letters, settings, stakeholders } = loadClean(folder);
  const [letter] = letters;
  expect(id).toBe('base');
  expect(letter).toMatchObject({
    forms: ['circular'],
    head: 'rows-first',
    insideAddress: 'head',
    mark: 'none',
  });
  expect(letter?.rows.map(({ key }) => key)).toEqual([
    'reference',
    'contact',
    'telephone',
    'email',
  ]);
  expect(settings).toMatchObject({
    paper: 'A4',
    digits: 'latn',
    frenchSpacing: 'open',
    fontSize: 11,
  });
  expect(stakeholders).toHaveLength(2);
});

test('stakeholders have their cells, and the places of them', () => {
  const folder = baseEdition();
  const file = join(folder, 'stakeholders.csv');
  const [first, second] = loadClean(folder).stakeholders;
  expect(first).toMatchObject({
    list: 'stakeholders.csv',
    category: { value: 'government' },
    language: { value: 'ar' },
    name: { all: { value: 'Salma Haddad' }, ar: { value: 'سلمى حداد' } },
    gender: { value: 'female' },
    country: { code: 'JO', span: { line: 2 } },
    cc: [],
    extra: {},
  });
  expect(second?.country?.code).toBe('FR');
  expect(second?.name?.all?.span).toEqual({ file, line: 3, column: 23, length: 10 });
  expect(second?.cc.map(({ value, span }) => [value, span.column])).toEqual([
    ['a@example.org', 62],
    ['b@example.org', 77],
  ]);
  expect(second?.addressLines?.map(({ value, span }) => [value, span.line, span.column])).toEqual([
    ['1 Main Street', 3, 92],
    ['Geneva', 4, 1],
    ['Switzerland', 4, 10],
  ]);
  expect(second?.extra.notes?.value).toBe('a note');
});

test('a list may be YAML', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', 'lists: [stakeholders.csv]', 'lists: [people.yaml]');
  rmSync(join(folder, 'stakeholders.csv'));
  const list = `- id: y1
  category: civil-society
  language: en
  name: {ar: منى, en: Mona}
  address: [One Street, Geneva]
  cc: [a@example.org, b@example.org]
- id: y2
  category: Civil society
  language: EN
  organization: Acme
`;
  put(folder, 'people.yaml', list);
  const [first, second] = loadClean(folder).stakeholders;
  expect(first).toMatchObject({ name: { ar: { value: 'منى' }, en: { value: 'Mona' } } });
  expect(first?.addressLines?.map(({ value, span }) => [value, span.line, span.column])).toEqual([
    ['One Street', 5, 13],
    ['Geneva', 5, 25],
  ]);
  expect(first?.cc.map(({ value }) => value)).toEqual(['a@example.org', 'b@example.org']);
  expect(second).toMatchObject({
    category: { value: 'civil-society' },
    language: { value: 'en' },
    organisation: { all: { value: 'Acme' } },
  });
});

test('a mark may have words of its own', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', 'mark: original-signed', 'mark: {ar: (توقيع), en: (signed)}');
  const [letter] = loadClean(folder).letters;
  expect(letter).toMatchObject({ mark: 'signed', markText: { en: { value: '(signed)' } } });
});

test('a deadline that is said to be over gives no warning, and is a date like others', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', '2026-05-31', '{date: 2026-03-31, over: true}');
  const [letter] = loadClean(folder).letters;
  expect(letter?.deadlines).toEqual({
    proposals: {
      value: { year: 2026, month: 3, day: 31 },
      span: expect.objectContaining({ line: 45, column: 35 }),
    },
  });
});

test('a deadline keeps its date where only "over" is wrong', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', '2026-05-31', '{date: 2026-03-31, over: yes}');
  const { edition } = loadEdition(folder);
  expect(edition?.letters[0]?.deadlines.proposals?.value).toEqual({
    year: 2026,
    month: 3,
    day: 31,
  });
});

test('an edition behind a symbolic link is read; spans name it as the user does', () => {
  const folder = baseEdition();
  const link = join(dirname(folder), 'link');
  symlinkSync(folder, link);
  const edition = loadClean(link);
  expect(edition.folder).toBe(folder);
  expect(edition.event.start.span.file).toBe(join(link, 'edition.yaml'));
});

test('what is wrong has a stand-in or is left out, so that the rest can be checked further', () => {
  const folder = baseEdition();
  patch(folder, 'stakeholders.csv', 'r1,government', 'r1,goverment');
  patch(folder, 'stakeholders.csv', 'r2,private-sector,en', 'r2,private-sector,de');
  patch(folder, 'edition.yaml', 'paper: A4', 'paper: B5');
  patch(folder, 'edition.yaml', 'proposals: 2026-05-31', 'proposals: soon');
  patch(folder, 'edition.yaml', 'www.example.org/forum', '"#"');
  const { edition, diagnostics } = loadEdition(folder);
  expect(diagnostics.map(({ code }) => code)).toEqual([
    'bad-date',
    'placeholder-link',
    'unknown-paper',
    'unknown-category',
    'unknown-language',
  ]);
  expect(edition?.stakeholders.map(({ id, category }) => [id.value, category.value])).toEqual([
    ['r1', 'government'],
  ]);
  expect(edition?.settings.paper).toBe('A4');
  expect(edition?.letters[0]?.deadlines.proposals).toBeDefined();
  expect(edition?.letters[0]?.links.site?.all?.value).toBe('#');
});

test('a wrong date, word or address is told once, whatever depends on it', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', 'start: 2026-07-06', 'start: 2026-07-32');
  patch(folder, 'edition.yaml', 'date: 2026-04-10', 'date: 2026-04-31');
  patch(folder, 'edition.yaml', '  rosti:', '  Rosti:');
  patch(folder, 'edition.yaml', 'info@example.org', 'info@example');
  expect(problemsOf(folder)).toEqual([
    'bad-date edition.yaml:4:10',
    'bad-email edition.yaml:20:10',
    'bad-id edition.yaml:27:3',
    'bad-date edition.yaml:40:11',
    'unknown-signatory edition.yaml:50:19',
  ]);
});

test('a folder that is no edition', () => {
  const folder = baseEdition();
  const missing = loadEdition(join(folder, 'nowhere'));
  expect(missing.edition).toBeUndefined();
  expect(missing.diagnostics).toMatchObject([{ severity: 'error', code: 'missing-edition' }]);
  const hint = (path: string) => loadEdition(path).diagnostics[0]?.hint;
  expect(hint(join(folder, 'edition.yaml'))).toContain('give the folder in which it lies');
  put(folder, 'capital/Edition.yaml', '');
  expect(hint(join(folder, 'capital'))).toBe('rename Edition.yaml to edition.yaml');
  mkdirSync(join(folder, 'empty'));
  expect(problemsOf(join(folder, 'empty'))).toEqual(['missing-edition']);
});

test('a folder whose name cannot be an id needs one', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', 'id: base\n', '');
  const renamed = join(dirname(folder), 'Forum 2026');
  renameSync(folder, renamed);
  const { diagnostics } = loadEdition(renamed);
  expect(diagnostics).toMatchObject([
    { code: 'bad-id', hint: 'add the key id, for example forum-2026' },
  ]);
});
