import { describe, expect, test } from 'vitest';
import { loadEdition } from '../../src/data/load.ts';
import type { Stakeholder } from '../../src/model.ts';
import { baseEdition, loadClean, patch, problemsOf, put } from './editions.ts';

/** An edition with one list, of these lines; `columns` is what it says of them. */
function withList(lines: readonly string[], columns?: string): string {
  const folder = baseEdition();
  put(folder, 'stakeholders.csv', `${lines.join('\n')}\n`);
  const entry = `{file: stakeholders.csv, columns: ${columns}}`;
  if (columns) patch(folder, 'edition.yaml', '[stakeholders.csv]', `[${entry}]`);
  return folder;
}

const OWN = 'id,category,language,gender,rank';
const OWN_CELLS = 'r1,government,en,female,none';

/** The one recipient of a list that has our own columns and these. */
function recipientOf(headings: string, cells: string, columns?: string): Stakeholder {
  const folder = withList([`${OWN},${headings}`, `${OWN_CELLS},${cells}`], columns);
  const [found] = loadClean(folder).stakeholders;
  if (!found) throw new Error('the list has no recipient');
  return found;
}

function texts({ name, courtesy, title, organisation, country, email, extra }: Stakeholder) {
  return [
    name?.all?.value,
    courtesy?.all?.value,
    title?.all?.value,
    organisation?.all?.value,
    country?.code,
    email?.value,
    extra['family-name']?.value,
  ];
}

describe('headings of other programs', () => {
  test.each([
    [
      'Word',
      'Courtesy Title,First Name,Last Name,Company Name,Job Title,Country or Region,E-mail Address',
      'Dr,Ann,Lee,Acme,Director,Ireland,a@example.org',
    ],
    [
      'Outlook',
      'Title,First Name,Middle Name,Last Name,Suffix,Company,Job Title,Business Country/Region,E-mail Address',
      'Dr,Ann,,Lee,,Acme,Director,IE,a@example.org',
    ],
    [
      'Google Contacts',
      'Name Prefix,First Name,Last Name,Organization Name,Organization Title,Country,E-mail 1 - Value',
      'Dr,Ann,Lee,Acme,Director,IE,a@example.org',
    ],
    [
      'Google Contacts of old',
      'Name Prefix,Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,Address 1 - Country,E-mail 1 - Value',
      'Dr,Ann,Lee,Acme,Director,IE,a@example.org',
    ],
    [
      'Salesforce',
      'Salutation,First Name,Last Name,Title,Account Name,Mailing Country,Email',
      'Dr,Ann,Lee,Director,Acme,IE,a@example.org',
    ],
    [
      'CiviCRM',
      'Individual Prefix,First Name,Last Name,Job Title,Current Employer,Country,Email',
      'Dr,Ann,Lee,Director,Acme,IE,a@example.org',
    ],
    [
      'Dynamics',
      'Salutation,First Name,Last Name,Job Title,Company Name,Address 1: Country/Region,Email Address 1',
      'Dr,Ann,Lee,Director,Acme,IE,a@example.org',
    ],
    [
      'HubSpot',
      'Salutation,First Name,Last Name,Job Title,Company Name,Country/Region,Email',
      'Dr,Ann,Lee,Director,Acme,IE,a@example.org',
    ],
    [
      'French',
      'Civilité,Prénom,Nom,Société,Fonction,Pays,Courriel',
      'Dr,Ann,Lee,Acme,Director,IE,a@example.org',
    ],
    [
      'Spanish',
      'Tratamiento,Nombre,Apellidos,Empresa,Cargo,País,Correo electrónico',
      'Dr,Ann,Lee,Acme,Director,IE,a@example.org',
    ],
    [
      'Russian',
      'Обращение,Фамилия,Имя,Организация,Должность,Страна,Эл. почта',
      'Dr,Lee,Ann,Acme,Director,IE,a@example.org',
    ],
    [
      'Arabic',
      'لقب المخاطبة,الاسم الأول,اسم العائلة,المؤسسة,المنصب,البلد,البريد الإلكتروني',
      'Dr,Ann,Lee,Acme,Director,IE,a@example.org',
    ],
    ['Chinese', '尊称,名,姓,单位,职务,国家,电子邮件', 'Dr,Ann,Lee,Acme,Director,IE,a@example.org'],
    [
      'capitals, no accents',
      'CIVILITE,PRENOM,NOM,SOCIETE,FONCTION,PAYS,COURRIEL',
      'Dr,Ann,Lee,Acme,Director,IE,a@example.org',
    ],
  ])('%s', (_, headings, cells) => {
    expect(texts(recipientOf(headings, cells))).toEqual([
      'Ann Lee',
      'Dr',
      'Director',
      'Acme',
      'IE',
      'a@example.org',
      'Lee',
    ]);
  });

  test.each([
    ['Nom', 'Ann Lee', 'Ann Lee'],
    ['Nombre', 'Ann Lee', 'Ann Lee'],
    ['ФИО', 'Ли Анна Петровна', 'Ли Анна Петровна'],
    ['Фамилия,Имя,Отчество', 'Ли,Анна,Петровна', 'Анна Петровна Ли'],
    ['姓名', '李安娜', '李安娜'],
    ['姓,名', '李,安娜', '李安娜'],
    ['الاسم الكامل', 'سلمى حداد', 'سلمى حداد'],
    ['First Name,Last Name,Suffix', 'John,Doe,Jr.', 'John Doe Jr.'],
    ['First Name,Last Name,name', 'John,Doe,J. R. Doe', 'J. R. Doe'],
    ['First Name,Last Name,name', 'John,Doe,', 'John Doe'],
    // Half a name is none.
    ['First Name,Last Name', 'John,', undefined],
    ['First Name,Last Name', ',Doe', undefined],
  ])('a name of %s: %s', (headings, cells, name) => {
    expect(recipientOf(headings, cells).name?.all?.value).toBe(name);
  });

  test('a heading that is understood stays open to templates', () => {
    expect(recipientOf('name,Company', 'Ann Lee,Acme').extra).toMatchObject({
      company: { value: 'Acme' },
    });
  });

  test('our own column goes before, if it has anything', () => {
    expect(texts(recipientOf('organisation,Company', 'Ours,Acme'))[3]).toBe('Ours');
    expect(texts(recipientOf('organisation,Company', ',Acme'))[3]).toBe('Acme');
  });

  test.each([
    [
      'two for one column',
      'Company,Employer',
      'Acme,Other',
      ['duplicate-column stakeholders.csv:1:42'],
    ],
    ['two, one of them empty', 'Company,Employer', 'Acme,', []],
    [
      'titles of which some are courtesies',
      'Title,Job Title',
      'Ms.,Director\nr2,government,en,male,none,Sheikh,Director',
      ['duplicate-column stakeholders.csv:1:40'],
    ],
    ['titles that are titles', 'Title,Position', 'Director,Right wing', []],
  ])('%s', (_, headings, cells, problems) => {
    expect(problemsOf(withList([`${OWN},${headings}`, `${OWN_CELLS},${cells}`]))).toEqual(problems);
  });
});

describe('the columns of a list, as the edition says', () => {
  test('decides over what a heading says', () => {
    const columns =
      '{Email Address: email, Last Name: family-name, Full: name, Salutation: salutation, Place: address}';
    const found = recipientOf(
      'Full,Last Name,Email Address,Salutation,Place',
      'Ann Lee,Lee,a@example.org,Ms.,P.O. Box 1',
      columns,
    );
    expect(texts(found)).toMatchObject([
      'Ann Lee',
      undefined,
      undefined,
      undefined,
      undefined,
      'a@example.org',
      'Lee',
    ]);
    expect(found.salutation?.value).toBe('Ms.');
    expect(found.addressLines?.map(({ value }) => value)).toEqual(['P.O. Box 1']);
    expect(Object.keys(found.extra)).toEqual(['family-name']);
  });

  test('may give templates a column of their own, and exchange two', () => {
    const found = recipientOf(
      'name,a,b,Дата',
      'Ann Lee,1,2,x',
      '{a: extra.b, b: extra.a, Дата: extra.day}',
    );
    const values = Object.entries(found.extra).map(([name, { value }]) => [name, value]);
    expect(Object.fromEntries(values)).toEqual({ b: '1', a: '2', day: 'x' });
  });

  test.each([
    ['a heading that is not there', '{Mail: email}', ['missing-column edition.yaml:52:44']],
    ['a column that does not exist', '{name: nam}', ['unknown-column edition.yaml:52:50']],
    ['two for one column', '{Work: email, Home: email}', ['duplicate-column edition.yaml:52:57']],
    ['one that is there already', '{Work: name}', ['duplicate-column edition.yaml:52:44']],
    ['an unknown key', '{Work: {as: email, typ: date}}', ['unknown-key edition.yaml:52:62']],
    ['an unknown type', '{Work: {type: dat}}', ['unknown-type edition.yaml:52:57']],
    ['a type for a column of ours', '{name: {type: date}}', ['unknown-type edition.yaml:52:44']],
    [
      'an order without a date',
      '{Work: {type: number, order: day-first}}',
      ['unknown-type edition.yaml:52:51'],
    ],
    ['no currency', '{Work: {type: amount, currency: Fr.}}', ['bad-currency edition.yaml:52:75']],
    ['no map', '[name]', ['wrong-type edition.yaml:52:43']],
  ])('%s is an error', (_, columns, problems) => {
    const folder = withList([`${OWN},name,Work,Home`, `${OWN_CELLS},Ann Lee,,`], columns);
    expect(problemsOf(folder)).toEqual(problems);
  });
});

describe('salutations and addresses of other programs', () => {
  test.each([
    // salutation, gender, rank, what becomes of them: salutation, courtesy, gender
    ['Ms.', 'female', 'none', undefined, undefined, 'female'],
    ['Ms', '', 'none', undefined, undefined, 'female'],
    ['Mr.', '', 'none', undefined, undefined, 'male'],
    ['MR', 'male', 'none', undefined, undefined, 'male'],
    ['M.', '', 'none', undefined, undefined, 'male'],
    ['Mme', '', 'none', undefined, undefined, 'female'],
    ['Sr.', 'male', 'none', undefined, undefined, 'male'],
    ['г-жа', '', 'none', undefined, undefined, 'female'],
    ['السيد', 'male', 'none', undefined, undefined, 'male'],
    ['女士', '', 'none', undefined, undefined, 'female'],
    ['Mrs.', '', 'none', undefined, 'Mrs.', 'female'],
    ['Dr', 'female', 'none', undefined, 'Dr', 'female'],
    ['Prof. Dr.', 'male', 'none', undefined, 'Prof. Dr.', 'male'],
    ['الدكتورة', '', 'none', undefined, 'الدكتورة', 'female'],
    ['H.E.', 'male', 'ambassador', undefined, undefined, 'male'],
    ['H.E. Mr', '', 'minister', undefined, undefined, 'male'],
    ['S.E. Mme', '', 'minister', undefined, undefined, 'female'],
    ['معالي الدكتور', '', 'minister', undefined, 'الدكتور', 'male'],
    ['الأستاذ الدكتور', '', 'none', undefined, 'الأستاذ الدكتور', 'male'],
    // These are whole salutations.
    ['Dear Ms Lee,', 'female', 'none', 'Dear Ms Lee,', undefined, 'female'],
    ['Excellency,', 'female', 'minister', 'Excellency,', undefined, 'female'],
    ['"Madame,"', 'female', 'none', 'Madame,', undefined, 'female'],
    ['Estimado Sr. Ruiz:', 'male', 'none', 'Estimado Sr. Ruiz:', undefined, 'male'],
    ['Уважаемая Анна Петровна!', 'female', 'none', 'Уважаемая Анна Петровна!', undefined, 'female'],
    ['Dear friends', '', 'none', 'Dear friends', undefined, undefined],
  ])('%s of a %s %s', (salutation, gender, rank, whole, courtesy, found) => {
    const cell = salutation.startsWith('"') ? salutation : `"${salutation}"`;
    const row = `r1,government,en,${gender},${rank},Ann Lee,${cell}`;
    const [one] = loadClean(withList([`${OWN},name,salutation`, row])).stakeholders;
    expect([one?.salutation?.value, one?.courtesy?.all?.value, one?.gender?.value]).toEqual([
      whole,
      courtesy,
      found,
    ]);
  });

  test.each([
    ['Ms.', 'male', 'none'],
    ['السيدة', 'male', 'none'],
    ['H.E.', 'female', 'none'],
    ['Mr. and Mrs.', 'male', 'none'],
    ['Mr & Mrs', 'male', 'none'],
    ['M. et Mme', 'male', 'none'],
  ])('%s of a %s %s is an error', (salutation, gender, rank) => {
    const row = `r1,government,en,${gender},${rank},Ann Lee,${salutation}`;
    const folder = withList([`${OWN},name,salutation`, row]);
    const column = [...row].length - [...salutation].length + 1;
    expect(problemsOf(folder)).toEqual([`odd-courtesy stakeholders.csv:2:${column}`]);
  });

  test.each([
    // A style that the rank does not give is kept, in whatever column it stands.
    ['salutation', 'HRH', 'minister', 'HRH', undefined],
    ['salutation', 'His Majesty', 'ambassador', 'His Majesty', undefined],
    ['salutation', 'فخامة', 'minister', 'فخامة', undefined],
    ['salutation', 'H.E. Dr', 'senior-official', 'H.E.', 'Dr'],
    ['salutation', 'H.E. Dr', 'minister', undefined, 'Dr'],
    ['salutation', 'HRH', 'royal-highness', undefined, undefined],
    ['salutation', 'His Holiness', 'holiness', undefined, undefined],
    ['salutation', 'جلالة', 'head-of-state', 'جلالة', undefined],
    ['salutation', 'سماحة', 'eminence', 'سماحة', undefined],
    ['salutation', 'S.A.R.', 'minister', 'S.A.R.', undefined],
    ['salutation', 'Son Altesse Royale', 'minister', 'Son Altesse Royale', undefined],
    ['salutation', 'H.R.H.', 'minister', 'H.R.H.', undefined],
    ['salutation', 'Herr', 'none', undefined, undefined],
    ['salutation', 'Herr Dr.', 'none', undefined, 'Herr Dr.'],
    ['Name Prefix', 'HRH', 'minister', 'HRH', undefined],
    ['Name Prefix', 'H.E.', 'minister', undefined, undefined],
    ['courtesy', 'H.E. Dr.', 'ambassador', undefined, 'Dr.'],
    ['courtesy', 'سعادة الدكتور', 'ambassador', undefined, 'الدكتور'],
    // These are as the list wants them.
    ['courtesy', 'H.E.', 'head-of-organization', undefined, 'H.E.'],
    ['courtesy', 'Hon.', 'minister', undefined, 'Hon.'],
    ['courtesy', 'Hon.', 'none', undefined, 'Hon.'],
    ['courtesy', 'Dr', 'minister', undefined, 'Dr'],
    ['courtesy', 'Mr', 'minister', undefined, 'Mr'],
  ])('in %s, %s of a %s', (column, cell, rank, style, courtesy) => {
    const row = `r1,government,en,male,${rank},Tom Lee,${cell}`;
    const [one] = loadClean(withList([`${OWN},name,${column}`, row])).stakeholders;
    expect([one?.style?.all?.value, one?.courtesy?.all?.value]).toEqual([style, courtesy]);
  });

  test.each([
    // salutation-fr; what becomes of it: salutation-fr, the French courtesy, gender
    ['Mme', undefined, undefined, 'female'],
    ['M.', undefined, undefined, 'male'],
    ['Dr', undefined, 'Dr', undefined],
    ['"Madame la Ministre,"', 'Madame la Ministre,', undefined, undefined],
  ])('%s in the column of one language', (cell, whole, courtesy, gender) => {
    const row = `r1,government,fr,,none,Anne Roy,${cell}`;
    const [one] = loadClean(withList([`${OWN},name,salutation-fr`, row])).stakeholders;
    expect(one?.extra['salutation-fr']?.value).toBe(whole);
    expect(one?.courtesy?.fr?.value).toBe(courtesy);
    expect(one?.courtesy?.all).toBeUndefined();
    expect(one?.gender?.value).toBe(gender);
  });

  test('courtesies in the columns of several languages', () => {
    const row = 'r1,government,fr,female,none,Anne Roy,Pr,Prof.';
    const head = `${OWN},name,salutation-fr,salutation-en`;
    const [one] = loadClean(withList([head, row])).stakeholders;
    expect([one?.courtesy?.fr?.value, one?.courtesy?.en?.value]).toEqual(['Pr', 'Prof.']);
  });

  test.each([
    ['Ms.', undefined],
    ['Dr', undefined],
    ['Doctor', 'Doctor'],
    ['Professor', 'Professor'],
    ['Ambassador', 'Ambassador'],
    ['Chair', 'Chair'],
    ['PR', 'PR'],
  ])('the title %s', (title, found) => {
    expect(recipientOf('name,title', `Ann Lee,${title}`).title?.all?.value).toBe(found);
  });

  test.each([
    ['P.O. Box 1', true],
    ['12 Rue du Lac', true],
    ['Palais des Nations', true],
    ['"12 Main Street\nGeneva"', true],
    ['"Ms Ann Lee\n12 Main Street"', false],
    ['Permanent Mission of Kenya', false],
    ['"The Chair\nP.O. Box 1"', true],
    ['The Permanent Mission|P.O. Box 1', false],
    ['"First line\nSecond line"', false],
  ])('the address %j is a street: %s', (address, isStreet) => {
    const found = recipientOf('name,organisation,address', `Ann Lee,Mission of Kenya,${address}`);
    expect(found.addressLines === undefined).toBe(isStreet);
    expect(found.street !== undefined).toBe(isStreet);
  });
});

test('odd names of persons, titles and organisations are taken as they are', () => {
  const names =
    'Null,Nan Ng,True,False Smith,Nil,Yes,No,O,Dr,Jr,Sir,King,Prince,Bishop,Major,De,Mc,Li,He,Se,M,Me,Pr,Eng,Hon,Ms,Mr,Sr,Dame';
  const others =
    'Chair,PR,HE Director,Mr Justice,Doctor,Dean,King,Eng. Manager,Sr. Adviser,M&A,Me Too,3rd Secretary,N/K,1st Vice-President,24/7 Desk';
  const rows = names
    .split(',')
    .map((name, at) => `p${at},government,en,male,none,${name},${name},Chair,Acme`);
  const more = others
    .split(',')
    .map((text, at) => `q${at},government,en,male,none,Ann Lee,Lee,${text},${text}`);
  const folder = withList([`${OWN},name,family-name,title,organisation`, ...rows, ...more]);
  const found = loadClean(folder).stakeholders;
  expect(found.map(({ name, title }) => `${name?.all?.value}: ${title?.all?.value}`)).toEqual([
    ...names.split(',').map((name) => `${name}: Chair`),
    ...others.split(',').map((text) => `Ann Lee: ${text}`),
  ]);
});

test('a list of one recipient with every heading is told no problem twice', () => {
  const { diagnostics } = loadEdition(
    withList([`${OWN},Salutation,Title`, `${OWN_CELLS},Ms.,Ms.`]),
  );
  expect(diagnostics).toEqual([]);
});
