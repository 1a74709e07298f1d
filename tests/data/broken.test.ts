import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadEdition } from '../../src/data/load.ts';
import { baseEdition, patch, problemsOf, put } from './editions.ts';

/** A fault, made by replacing a text of a file of `base/`, and the diagnostics that it must give, in order. */
type Case = readonly [name: string, from: string, to: string, ...problems: string[]];

/** `@` stands for the file that has the fault. */
function table(file: string, cases: readonly Case[]): void {
  test.each(cases)('%s', (_, from, to, ...problems) => {
    const folder = baseEdition();
    patch(folder, file, from, to);
    expect(problemsOf(folder)).toEqual(problems.map((each) => each.replace('@', `${file}:`)));
  });
}

test('the edition that the faults are put into has none', () => {
  expect(problemsOf(baseEdition())).toEqual([]);
});

describe('YAML', () => {
  table('edition.yaml', [
    ['tab as indent', '  place: {', '\tplace: {', 'yaml-syntax @8:1'],
    ['value that begins with @', 'name: Gitanjali', 'name: @Gitanjali', 'yaml-syntax @18:9'],
    ['colon in a plain value', 'name: Gitanjali', 'name: Contact: Gitanjali', 'yaml-syntax @18:9'],
    ['bracket never closed', 'hosts: [itu]', 'hosts: [itu', 'yaml-syntax @11:1'],
    ['quote never closed', 'country: CH', "country: 'CH", 'yaml-syntax @9:12'],
    ['two keys alike', '  country: CH', '  start: 2026-07-06', 'duplicate-key @9:3'],
    ['two documents', 'contact:\n', '---\ncontact:\n', 'yaml-syntax @17:1'],
    ['alias of nothing', 'country: CH', 'country: *nothing', 'yaml-syntax @9:12'],
    ['alias of itself', 'hosts: [itu]', 'hosts: &x [*x]', 'yaml-syntax @10:14'],
    ['list as a key', 'country: CH', '[country]: CH', 'yaml-syntax @9:3'],
  ]);
});

/** What a fault is called and what to do, in words for those who do not know the parser. */
test.each<[from: string, to: string, said: string, hint: string | undefined]>([
  [
    'country: CH',
    'country: XXX [..]: a',
    'the value holds a second ": "',
    'a value that holds ": "',
  ],
  ['name: Gitanjali', 'name: [G] Sah', 'this does not belong to the value before', 'put the whole'],
  ['name: Gitanjali', 'name: "G" Sah', 'this does not belong to the value before', 'put the whole'],
  ['hosts: [itu]', 'hosts: [itu', 'a bracket that was opened above', 'close it with } or ]'],
  ['  country: CH', '   country: CH', 'this line is indented otherwise', 'begin it below'],
  ['  country: CH', '\tcountry: CH', 'a tab stands where only spaces may', 'indent with spaces'],
  ['  country: CH', '  country CH', 'this is neither a key', 'write ": " after a key'],
  ['country: CH', 'country: *CH', 'there is no anchor &CH', 'put a value that begins with *'],
  ['country: CH', 'country: {{CH}}', 'a key must be a text', 'put a value that begins with {'],
  ['date: 2026-04-10', 'date: 10.04.2026', '"10.04.2026" is not', 'did you mean 2026-04-10?'],
  ['date: 2026-04-10', 'date: 31/03/2026', '"31/03/2026" is not', 'did you mean 2026-03-31?'],
  ['date: 2026-04-10', 'date: 03/04/2026', '"03/04/2026" is not', 'write a date as'],
  ['date: 2026-04-10', 'date: 2026-31-03', 'there is no 2026-31-03', 'did you mean 2026-03-31?'],
  ['date: 2026-04-10', 'date: 2026-04-31', 'there is no 2026-04-31', undefined],
  ['end: 2026-07-10', 'end: 2026-07-05', 'event ends (2026-07-05) before', 'change one of the two'],
])('%s becomes %s', (from, to, said, hint) => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', from, to);
  const [problem] = loadEdition(folder).diagnostics;
  expect(problem?.message).toContain(said);
  if (hint === undefined) expect(problem?.hint).toBeUndefined();
  else expect(problem?.hint).toContain(hint);
});

describe('keys and types', () => {
  table('edition.yaml', [
    ['top-level key misspelt', 'signatories:\n', 'signatorys:\n', 'unknown-key @26:1'],
    [
      'nested key misspelt',
      '  telephone:',
      '  telefone:',
      'unknown-key @19:3',
      'missing-key @42:32',
    ],
    ['key of nobody', '  country: CH', '  weather: fine', 'unknown-key @9:3'],
    ['key missing', '  end: 2026-07-10\n', '', 'missing-key @3:3'],
    [
      'who acts without a title to say so',
      '    title: |\n      Federal Councillor\n      Head of Department\n',
      '    acting: true\n',
      'missing-key @28:5',
    ],
    [
      'section missing',
      'contact:\n  name: Gitanjali Sah\n  telephone: +41 22 730 6240\n  email: info@example.org\n',
      '',
      'missing-key @1:1',
    ],
    [
      'two keys missing',
      'start: 2026-07, end: 2026-07-08',
      '',
      'missing-key @7:13',
      'missing-key @7:13',
    ],
    ['list where a text belongs', 'id: base', 'id: [base]', 'wrong-type @1:5'],
    [
      'text where a map of keys belongs',
      'periods:\n    policy:',
      'periods: x\n  theme:',
      'wrong-type @6:12',
      'unknown-language @7:11',
      'unknown-language @7:27',
    ],
    [
      'neither true nor false',
      'mark: orig',
      'confidential: yes\n    mark: orig',
      'wrong-type @51:19',
    ],
    ['key without a value', '    acronym: ITU', '    acronym:', 'empty-value @16:5'],
    ['text of one language empty', 'en: Geneva', 'en: ""', 'empty-value @8:25'],
    ['no language at all', '{ar: جنيف, en: Geneva}', '{}', 'empty-value @8:10'],
    ['no signatory', '[rosti]', '[]', 'empty-value @50:18'],
    ['no language of a letter', '[ar, en]', '[]', 'empty-value @39:16'],
    ['language twice', '[ar, en]', '[ar, en, ar]', 'duplicate-entry @39:25'],
  ]);
});

describe('closed lists and references', () => {
  table('edition.yaml', [
    ['language of a text', 'en: Rösti', 'eng: Rösti', 'unknown-language @28:23'],
    ['language of a letter', '[ar, en]', '[ar, de]', 'unknown-language @39:21'],
    ['category', '[government, private', '[governments, private', 'unknown-category @44:20'],
    ['gender', 'gender: male', 'gender: m', 'unknown-gender @29:13'],
    ['rank', 'rank: minister', 'rank: Minister', 'unknown-rank @30:11'],
    ['country by code', 'country: CH', 'country: XX', 'unknown-country @9:12'],
    ['country by name', 'country: CH', 'country: Switzerlnd', 'unknown-country @9:12'],
    [
      'organisation of a person',
      'organisation: itu',
      'organisation: uit',
      'unknown-organisation @34:19',
    ],
    ['host', 'hosts: [itu]', 'hosts: [uit, itu]', 'unknown-organisation @10:11'],
    ['signatory', '[rosti]', '[roesti]', 'unknown-signatory @50:19'],
    ['form', '[circular, personal]', '[circular, private]', 'unknown-form @38:23'],
    ['mark', 'mark: original-signed', 'mark: stamped', 'unknown-mark @51:11'],
    ['row', '[reference, contact,', '[reference, phone,', 'unknown-row @42:23'],
    [
      'arrangement of the head',
      'reference: FORUM',
      'head: stack\n    reference: FORUM',
      'unknown-head @41:11',
    ],
    ['paper', 'paper: A4', 'paper: A5', 'unknown-paper @53:19'],
    ['family of fonts', '[Amiri]', '[Arial]', 'unknown-font @53:36'],
    [
      'stakeholder list',
      'mark: orig',
      'recipients: {lists: [people.csv]}\n    mark: orig',
      'unknown-list @51:26',
    ],
    ['row without data', 'telephone, email]', 'fax, email]', 'missing-key @42:32'],
    [
      'signature image of nobody',
      'mark: orig',
      'images: {sah: logo.svg}\n    mark: orig',
      'unknown-signatory @51:14',
    ],
    ['signature image missing', 'mark: original-signed', 'mark: image', 'missing-key @36:5'],
    [
      'circular to nobody',
      '    addressees:\n      categories: [government, private-sector]\n',
      '',
      'missing-key @36:5',
    ],
  ]);
});

describe('values', () => {
  table('edition.yaml', [
    ['day that does not exist', '2026-07-06', '2026-06-31', 'bad-date @4:10'],
    ['29 February of a common year', '2026-05-31', '2026-02-29', 'bad-date @45:28'],
    ['month that does not exist', 'end: 2026-07-10', 'end: 2026-13', 'bad-date @5:8'],
    ['date in another order', 'date: 2026-04-10', 'date: 10.04.2026', 'bad-date @40:11'],
    [
      'event that ends before it starts',
      'end: 2026-07-10',
      'end: 2026-07-05',
      'reversed-range @5:8',
    ],
    [
      'period over the turn of the year',
      'end: 2026-07-08',
      'end: 2025-07-08',
      'reversed-range @7:35',
    ],
    [
      'phase whose alternative comes first',
      'start: 2026-05, t',
      'start: 2026-05, or: 2026-04, t',
      'reversed-range @48:30',
    ],
    ['hour that does not exist', '"15:30"', '"25:30"', 'bad-time @48:63'],
    ['time that ends before it starts', '"15:30"', '"14:00"', 'reversed-range @48:63'],
    [
      'deadline before the letter',
      '2026-05-31',
      '2026-03-31',
      'warning deadline-before-letter @45:28',
    ],
    [
      'deadline before the letter, said to be ahead',
      '2026-05-31',
      '{date: 2026-03-31, over: false}',
      'warning deadline-before-letter @45:35',
    ],
    [
      'deadline after the letter, said to be over',
      '2026-05-31',
      '{date: 2026-05-31, over: true}',
      'warning deadline-not-over @45:35',
    ],
    [
      'one deadline of two that is over',
      '2026-05-31',
      '{date: 2026-03-31, over: true}, papers: 2026-03-30',
      'warning deadline-before-letter @45:68',
    ],
    ['deadline over on a wrong date', '2026-05-31', '{date: soon, over: true}', 'bad-date @45:35'],
    ['deadline over in a word', '2026-05-31', '{date: 2026-03-31, over: yes}', 'wrong-type @45:53'],
    [
      'key of a deadline misspelt',
      '2026-05-31',
      '{date: 2026-03-31, ovre: true}',
      'unknown-key @45:47',
    ],
    ['deadline in a map alone', '2026-05-31', '{date: 2026-05-31}', 'missing-key @45:29'],
    ['deadline without its date', '2026-05-31', '{over: true}', 'missing-key @45:29'],
    ['deadlines in a list', '2026-05-31', '[2026-05-31]', 'wrong-type @45:28'],
    ['number with its grouping', 'entities: 50', 'entities: 14 000', 'bad-number @49:25'],
    ['number as a power', 'entities: 50', 'entities: 1e3', 'bad-number @49:25'],
    ['size of letters', 'paper: A4', 'font-size: 72', 'bad-number @53:23'],
    ['length without a unit', 'width: 30mm', 'width: 30', 'bad-length @25:43'],
    ['e-mail address without domain', 'info@example.org', 'info@example', 'bad-email @20:10'],
    [
      'e-mail address in brackets',
      'info@example.org',
      'Info <info@example.org>',
      'bad-email @20:10',
    ],
    ['two e-mail addresses', 'info@example.org', 'a@example.org,b@example.org', 'bad-email @20:10'],
    [
      'zero-width space in an address',
      'info@example.org',
      'info\u200b@example.org',
      'bad-email @20:10',
    ],
    ['link still to come', 'www.example.org/forum', '"#"', 'placeholder-link @46:20'],
    [
      'link without an address',
      'site: www.example.org/forum',
      'site: {ar: , en: "" }',
      'placeholder-link @46:20',
      'placeholder-link @46:30',
    ],
    ['link that runs a script', 'www.example.org/forum', 'javascript:alert(1)', 'bad-url @46:19'],
    ['link without a host', 'www.example.org/forum', 'https://localhost/', 'bad-url @46:19'],
    ['id with a capital', 'id: base', 'id: Base', 'bad-id @1:5'],
    ['id that Windows reserves', 'id: base', 'id: con.2026', 'bad-id @1:5'],
    ['id of a letter with a dot', 'id: invitation', 'id: invitation.ar', 'bad-id @36:9'],
    ['kind that leaves its folder', 'kind: forum-invitation', 'kind: ../secret', 'bad-id @37:11'],
    ['name that no template can write', '{proposals:', '{"the proposals":', 'bad-id @45:18'],
    ['language tag', 'lang: rm', 'lang: Romansh!', 'unknown-language @23:42'],
    ['control in a text', 'title: First', 'title: "Fi\u0007rst"', 'control-character @48:36'],
    ['sign of one font', 'Gitanjali Sah', 'Gitanjali\ue000Sah', 'private-character @18:18'],
    ['line separator in a text', 'Gitanjali Sah', 'Gitanjali\u2028Sah', 'control-character @18:18'],
    [
      'override of the direction',
      'Gitanjali Sah',
      'Gitanjali \u202eSah\u202c',
      'bidi-control @18:19',
    ],
    ['isolate left open', 'ar: روستي', 'ar: \u2067روستي', 'bidi-control @28:16'],
    ['isolate closed twice', 'ar: روستي', 'ar: \u2067روستي\u2069\u2069', 'bidi-control @28:23'],
    ['text that is lost', 'Federal Councillor', 'F\ufffdderal Councillor', 'garbled-text @32:8'],
    ['Arabic read as Windows-1252', 'acronym: ITU', 'acronym: Ø§Ù„Ø§', 'garbled-text @16:14'],
  ]);
});

describe('CSV', () => {
  table('stakeholders.csv', [
    [
      'quote inside a value without quotes',
      'Salma Haddad',
      'Salma "Sal" Haddad',
      'csv-syntax @2:24',
    ],
    ['value that goes on after its quotes', 'Salma Haddad', '"Salma" Haddad', 'csv-syntax @2:26'],
    ['quote never closed', 'a note', '"a note', 'csv-syntax @4:23'],
    [
      'more fields than columns',
      'salma@example.org',
      'salma@example.org,,,,more',
      'ragged-row @2:81',
    ],
    ['fewer fields than columns', 'minister,JO', 'minister', 'ragged-row @2:1'],
    ['column twice', 'address,notes', 'address,E-Mail', 'duplicate-column @1:72'],
    ['column missing', 'id,category,', 'id,sector,', 'missing-column @1:1'],
    ['required column misspelt', 'category', 'categroy', 'unknown-column @1:4'],
    ['column misspelt', 'gender,', 'gendre,', 'unknown-column @1:35'],
    ['id missing', 'r1,', ',', 'empty-value @2:1'],
    ['id with a capital', 'r1,', 'R1,', 'bad-id @2:1'],
    ['id twice', 'r2,', 'r1,', 'duplicate-id @3:1'],
    ['language missing', 'sector,en,', 'sector, ,', 'empty-value @3:1'],
    ['language unknown', 'sector,en,', 'sector,xx,', 'unknown-language @3:19'],
    ['category unknown', 'private-sector', 'business', 'unknown-category @3:4'],
    ['gender unknown', 'female', 'w', 'unknown-gender @2:41'],
    ['rank unknown', 'minister', 'king', 'unknown-rank @2:48'],
    ['country misspelt', 'France', 'Frnace', 'unknown-country @3:38'],
    ['country out of the table', 'France', 'Atlantis', 'warning unknown-country @3:38'],
    ['e-mail address wrong', 'salma@', 'salma@@', 'bad-email @2:60'],
    ['copy wrong', '; b@example.org', '; b@', 'bad-email @3:77'],
    ['control in an address line', 'Geneva |', 'Gen\u0007eva |', 'control-character @4:4'],
    ['byte order mark inside', 'Salma', 'Sal\ufeffma', 'control-character @2:21'],
  ]);

  test.each([
    ['female', 'xyz', 'gender'],
    ['minister', 'xyz', 'rank'],
  ] as const)('a %s that is %s is one problem, and the row stays', (from, to, key) => {
    const folder = baseEdition();
    patch(folder, 'stakeholders.csv', from, to);
    const { edition, diagnostics } = loadEdition(folder);
    expect(diagnostics).toHaveLength(1);
    expect(edition?.stakeholders[0]?.[key]).toBeDefined();
  });

  test('a wrong word is told in each row that has it', () => {
    const folder = baseEdition();
    const rows = ['x1', 'x2'].map((id) => `${id},government,en,minsiter,frau\n`).join('');
    put(folder, 'stakeholders.csv', `id,category,language,rank,gender\n${rows}`);
    expect(problemsOf(folder)).toEqual([
      'unknown-rank stakeholders.csv:2:18',
      'unknown-gender stakeholders.csv:2:27',
      'unknown-rank stakeholders.csv:3:18',
      'unknown-gender stakeholders.csv:3:27',
    ]);
  });

  test('a list without rows', () => {
    const folder = baseEdition();
    put(folder, 'stakeholders.csv', 'id,category,language\n');
    expect(problemsOf(folder)).toEqual(['warning empty-list stakeholders.csv:1:1']);
    put(folder, 'stakeholders.csv', '\n');
    expect(problemsOf(folder)).toEqual(['empty-value stakeholders.csv:1:1']);
  });

  test('an id that stands in two lists', () => {
    const folder = baseEdition();
    patch(folder, 'edition.yaml', '[stakeholders.csv]', '[stakeholders.csv, more.csv]');
    put(folder, 'more.csv', 'id;category;language\nr3;government;fr\nr2;government;ar\n');
    expect(problemsOf(folder)).toEqual(['duplicate-id more.csv:3:1']);
  });
});

describe('files', () => {
  table('edition.yaml', [
    ['image that is not there', 'image: logo.svg', 'image: logo.png', 'missing-file @25:15'],
    ['image that is a folder', 'image: logo.svg', 'image: .', 'outside-edition @25:15'],
    ['image above the edition', 'image: logo.svg', 'image: ../logo.svg', 'outside-edition @25:15'],
    ['image at an absolute path', 'image: logo.svg', 'image: /etc/hosts', 'outside-edition @25:15'],
    ['image that is none', 'image: logo.svg', 'image: stakeholders.csv', 'bad-image @25:15'],
    ['image without words for it', 'alt: Logo, ', '', 'missing-key @25:8'],
    ['list that is not there', '[stakeholders.csv]', '[people.csv]', 'missing-file @52:9'],
    ['list above the edition', '[stakeholders.csv]', '[../people.csv]', 'outside-edition @52:9'],
    [
      'font that is not there',
      'settings:',
      'fonts: {Own: {regular: own.ttf}}\nsettings:',
      'missing-file @53:24',
    ],
    [
      'font that is none',
      'settings:',
      'fonts: {Own: {regular: logo.svg}}\nsettings:',
      'bad-font @53:24',
    ],
  ]);

  test('a link that leaves the edition is followed before it is judged', () => {
    const folder = baseEdition();
    put(dirname(folder), 'outside.svg', '<svg/>');
    symlinkSync(join(dirname(folder), 'outside.svg'), join(folder, 'inside.svg'));
    patch(folder, 'edition.yaml', 'logo.svg', 'inside.svg');
    expect(problemsOf(folder)).toEqual(['outside-edition edition.yaml:25:15']);
  });

  test('a folder is no file', () => {
    const folder = baseEdition();
    mkdirSync(join(folder, 'images'));
    patch(folder, 'edition.yaml', 'logo.svg', 'images');
    expect(problemsOf(folder)).toEqual(['missing-file edition.yaml:25:15']);
  });
});

test('all faults of all files are found in one run', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', 'start: 2026-07-06', 'start: 6 July 2026');
  patch(folder, 'edition.yaml', 'hosts: [itu]', 'hosts: [itö]');
  patch(folder, 'edition.yaml', 'rank: minister', 'rank: ministre');
  patch(folder, 'edition.yaml', 'image: logo.svg', 'image: logo.gif');
  patch(folder, 'edition.yaml', '    date: 2026-04-10\n', '');
  patch(folder, 'stakeholders.csv', 'France', 'Frnace');
  patch(folder, 'stakeholders.csv', 'female', 'feminine');
  expect(problemsOf(folder)).toEqual([
    'bad-date edition.yaml:4:10',
    'unknown-organisation edition.yaml:10:11',
    'missing-file edition.yaml:25:15',
    'unknown-rank edition.yaml:30:11',
    'missing-key edition.yaml:36:5',
    'unknown-gender stakeholders.csv:2:41',
    'unknown-country stakeholders.csv:3:38',
  ]);
});
