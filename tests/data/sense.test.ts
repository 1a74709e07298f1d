/** What other programs leave in lists, courtesies in names, Arabic spelling: told; and real names, which are not. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadEdition } from '../../src/data/load.ts';
import { findArabicSlip } from '../../src/data/sense/arabic.ts';
import { findNameSlip, findTitleSlip } from '../../src/data/sense/names.ts';
import { findResidue, type Kind } from '../../src/data/sense/residues.ts';
import { baseEdition, patch, put } from './editions.ts';

const HEAD =
  'id,category,language,name,name-ar,family-name,gender,rank,courtesy,title,organisation,country,email,cc,address,salutation,note';

/** An edition with lists of these rows. */
function editionWith(lists: Readonly<Record<string, readonly string[]>>): string {
  const folder = baseEdition();
  const names = Object.keys(lists).join(', ');
  rmSync(join(folder, 'stakeholders.csv'));
  patch(folder, 'edition.yaml', 'lists: [stakeholders.csv]', `lists: [${names}]`);
  for (const [name, rows] of Object.entries(lists)) {
    put(folder, name, [HEAD, ...rows, ''].join('\n'));
  }
  return folder;
}

/** What is said of rows of a list, as `severity code line:column hint`. */
function saidOf(...rows: string[]): string[] {
  return loadEdition(editionWith({ 'people.csv': rows })).diagnostics.map(
    ({ severity, code, span, hint }) =>
      `${severity} ${code} ${span?.line}:${span?.column} ${hint?.split(/[;:]/)[0]}`,
  );
}

describe('of other programs', () => {
  test.each<[value: string, kind: Kind, hint: string]>([
    ['#N/A', 'name', 'mend the formula'],
    ['Minister of #REF!', 'text', 'mend the formula'],
    ['#NV', 'text', 'mend the formula'],
    ['#BEZUG!', 'text', 'mend the formula'],
    ['#¡REF!', 'organisation', 'mend the formula'],
    ['#¿NOMBRE?', 'organisation', 'mend the formula'],
    ['#ССЫЛКА!', 'name', 'mend the formula'],
    ['#Н/Д', 'name', 'mend the formula'],
    ['#N/D', 'family-name', 'mend the formula'],
    ['Err:502', 'text', 'mend the formula'],
    ['#######', 'text', 'make the column wider'],
    ['NULL', 'name', 'leave the cell empty'],
    ['null', 'organisation', 'leave the cell empty'],
    ['nan', 'name', 'leave the cell empty'],
    ['NaN', 'text', 'leave the cell empty'],
    ['None', 'organisation', 'leave the cell empty'],
    ['None', 'any', 'leave the cell empty'],
    ['None None', 'name', 'leave the cell empty'],
    ['undefined', 'name', 'leave the cell empty'],
    ['N/A', 'text', 'leave the cell empty'],
    ['(null)', 'name', 'leave the cell empty'],
    ['[object Object]', 'any', 'leave the cell empty'],
    ['-', 'text', 'leave the cell empty'],
    ['—', 'name', 'leave the cell empty'],
    ['??', 'name', 'save the list as "CSV UTF-8'],
    ['Jos&eacute; O&#39;Neill', 'name', "write “José O'Neill”"],
    ['&#1585;&#x627;', 'name', 'write “را”'],
    ['R&amp;amp;D', 'text', 'write “R&D”'],
    ['NGO<br/>Beirut', 'organisation', 'write “NGO Beirut”'],
    ['<b>Ann</b>', 'name', 'write “Ann”'],
    ['Ann_x000D_Lee', 'name', 'write “Ann Lee”'],
    ['Ministry\\nof Justice', 'organisation', 'write “Ministry of Justice”'],
    ['Ministry^pof Justice', 'organisation', 'write “Ministry of Justice”'],
    ['="00123"', 'any', 'write “00123”'],
    ['=A2&" "&B2', 'name', 'copy the values'],
    ["'0123", 'any', 'write “0123”'],
    ["'+41 22", 'any', 'write “+41 22”'],
    ['Jos\\u00e9', 'name', 'write “José”'],
    ['Jos%C3%A9', 'name', 'write “José”'],
    ['Jos=C3=A9', 'name', 'write “José”'],
  ])('%s as %s', (value, kind, hint) => {
    const slip = findResidue(value, kind);
    expect(slip).toMatchObject({ severity: 'error', code: 'residue' });
    expect(slip?.hint).toContain(hint);
  });

  test.each<[value: string, kind: Kind, hint: string]>([
    ['46388', 'text', 'as a date of Excel it is 2027-01-01'],
    ['1.0E+11', 'organisation', 'leave'],
    ['44562.5', 'organisation', 'as a date of Excel it is 2022-01-01'],
    ['TRUE', 'text', 'leave'],
    ['ИСТИНА', 'name', 'leave'],
    ['None', 'name', 'leave'],
  ])('%s as %s is doubtful', (value, kind, hint) => {
    expect(findResidue(value, kind)).toMatchObject({ severity: 'warning', code: 'residue' });
    expect(findResidue(value, kind)?.hint).toContain(hint);
  });

  test.each<[value: string, ...kinds: Kind[]]>([
    ['R&D; AT&T; P&O', 'text', 'organisation', 'any'],
    ['AT&T;', 'organisation'],
    ['3M', 'organisation'],
    ['1871', 'organisation'],
    ['NAN', 'organisation', 'name'],
    ['NA', 'organisation'],
    ['True', 'organisation', 'name'],
    ["'68 Publishers", 'organisation'],
    ["'90s", 'any'],
    ['#WSIS', 'any', 'organisation'],
    ['C# and F#', 'text'],
    ['x < y > z', 'text'],
    ['https://example.org/a?x=1&copy=2&lang=ar', 'any'],
    ['https://example.org/%D8%A7', 'any'],
    ['none', 'any'],
    ['-', 'any'],
    ['2027', 'any'],
    ['10^9 Labs', 'organisation'],
    ['N.V.', 'organisation'],
    ['Yahoo!', 'organisation'],
  ])('%s is no residue', (value, ...kinds) => {
    expect(kinds.map((kind) => findResidue(value, kind))).toEqual(kinds.map(() => undefined));
  });
});

describe('in the columns that override or complete an address', () => {
  const OWN = 'id,category,language,name,gender,rank,organisation,country';
  const CELLS = 'a1,government,en,Ann Lee,female,none,Acme,KE';

  test.each([
    ['street', 'P.O. Box 1<br/>'],
    ['street', '#N/A'],
    ['address', 'P.O. Box 1 &amp; 2'],
    ['address', 'Ann Lee|#REF!'],
    ['organisation-genitive', 'NULL'],
    ['salutation', '#N/A'],
    ['salutation-en', '#N/A'],
    ['salutation-ar', '#REF!'],
  ])('the column %s with %s', (column, cell) => {
    const folder = editionWith({ 'people.csv': [] });
    put(folder, 'people.csv', `${OWN},${column}\n${CELLS},${cell}\n`);
    const said = loadEdition(folder).diagnostics.map(({ severity, code }) => [severity, code]);
    expect(said).toEqual([['error', 'residue']]);
  });

  test.each([
    ['street', '12 Main Street|12345|Nairobi'],
    ['address', 'Ann Lee|100|1211 Geneva 20'],
    ['organisation-genitive', 'Организации'],
    ['salutation-en', '"Dear Ann,"'],
  ])('the column %s with %s is in order', (column, cell) => {
    const folder = editionWith({ 'people.csv': [] });
    put(folder, 'people.csv', `${OWN},${column}\n${CELLS},${cell}\n`);
    expect(loadEdition(folder).diagnostics).toEqual([]);
  });

  test('whoever has an address and a salutation of the language may be an office', () => {
    const folder = editionWith({ 'people.csv': [] });
    const office = 'a1,government,en,Permanent Mission of Kenya,female,none,Acme,KE';
    const cells = 'The Mission|Geneva,"Dear Sir or Madam,"';
    put(folder, 'people.csv', `${OWN},address,salutation-en\n${office},${cells}\n`);
    expect(loadEdition(folder).diagnostics).toEqual([]);
  });
});

describe('in names', () => {
  test.each([
    ['Mr John Doe', 'error', 'write “John Doe”'],
    ['Mr.John Doe', 'error', 'write “John Doe”'],
    ['H.E. Mr. John Doe', 'error', 'write “John Doe”'],
    ['HE Mr John Doe', 'error', 'write “John Doe”'],
    ['His Excellency Ann Lee', 'error', 'write “Ann Lee”'],
    ['Dr. Ann LEE', 'warning', 'write “Ann LEE”'],
    ['Prof Dr Ann Lee', 'warning', 'write “Ann Lee”'],
    ['Ambassador Ann Lee', 'warning', 'write “Ann Lee”'],
    ['Mme Anne Roy', 'error', 'write “Anne Roy”'],
    ['Excmo. Sr. Juan Paz', 'error', 'write “Juan Paz”'],
    ['السيدة ليلى سالم', 'error', 'write “ليلى سالم”'],
    ['السيد محمد', 'warning', 'write “محمد”'],
    ['معالي الدكتور أحمد', 'error', 'write “أحمد”'],
    ['د.ليلى قاسم', 'warning', 'write “ليلى قاسم”'],
    ['г-н Иванов', 'error', 'write “Иванов”'],
    ['李明先生', 'error', 'leave the name alone'],
    ['Ann Lee (Ms)', 'error', 'leave the name alone'],
    ['Lee, Ms Ann', 'error', 'leave the name alone'],
    ['LEE, Ann', 'error', 'write “Ann LEE”'],
    ['Lee, Ann', 'warning', 'write “Ann Lee”'],
    ['Mr & Mrs Smith', 'error', 'a row of their own'],
    ['Ann Lee and Bob Ray', 'warning', 'a row of their own'],
    ['Ann Lee / Bob Ray', 'warning', 'a row of their own'],
    ['Ann Lee/Bob Ray', 'warning', 'a row of their own'],
    ['أحمد و محمد', 'warning', 'a row of their own'],
    ['Office of the Director', 'warning', 'an office goes into'],
    ['The Director', 'warning', 'an office goes into'],
    ['مكتب المدير', 'warning', 'an office goes into'],
    ['ann.lee@example.org', 'error', 'leave the name alone'],
  ])('%s: %s', (name, severity, hint) => {
    expect(findNameSlip(name, false)).toMatchObject({ severity, code: 'doubtful-name' });
    expect(findNameSlip(name, false)?.hint).toContain(hint);
  });

  test('a courtesy alone is no title', () => {
    const courtesies = ['Ms.', 'Dr', 'H.E.', 'Mme', 'السيد', 'г-жа', 'Sra.'];
    expect(courtesies.map((one) => findTitleSlip(one)?.severity)).toEqual(
      courtesies.map(() => 'error'),
    );
    const titles = ['Chair', 'Minister', 'Professor', 'Director', 'وزير', 'Dean', 'CEO', 'King'];
    expect(titles.map(findTitleSlip)).toEqual(titles.map(() => undefined));
  });

  test('M. is Monsieur in a French name alone', () => {
    expect(findNameSlip('M. Jean Dupont', true)?.severity).toBe('warning');
    expect(findNameSlip('M. Jean Dupont', false)).toBeUndefined();
    expect(findNameSlip('M. K. Gandhi', true)).toBeUndefined();
  });

  test.each(
    `Christopher Null|Null|Nan Goldin|Nan|Nil|True Boardman|True|Yes|No|Ng|O|E|Ng Eng Hen|Hon Sui Sen|Dr|John Dr|King|Sir|Prince|Bishop|Major|Pope|Judge|Martin Luther King, Jr.|Anderson, Jr.|John Smith, III|John Smith, OBE, FRS|Ann Lee, PhD|Ann Lee, MP|Charles, Prince of Wales|Maria De Los Santos|Prince Adeyemi|Earl Grey|Major Singh|Dean Martin|Bishop Desmond|N'Golo Kanté|O'Neill|'Abd al-Rahman|'t Hooft|José Ortega y Gasset|Santiago Ramón y Cajal|Lúcio Costa e Silva|M. Night Shyamalan|J. R. R. Tolkien|Eng Hen|Gen Urobuchi|He Jun|HE Jun|Ravi a/l Muthu|Devi A/P Raman|Kumar s/o Raja|U Thant|Suharto|محمد بن سلمان|عبد الله بن زايد|أنطون سعادة|نادية معالي|سيد أحمد|Иван Посол|Ян Ли|李文博|欧阳修|阿卜杜拉·艾哈迈德|Andrea Etienne|Et Tu|Andy Lau|Lee Ann-Marie|Ursula von der Leyen|Sheikh Hasina|Queen Latifah|Lord Byron|Dame Judi Dench|President Nkrumah|Justice Malala|Marshall Lee|Director X|Bureau Jean|Office Depot|Council Tom|Mc|De|Li|Jr|Don DeLillo|Sen Katayama|Eng|Sen|Me|Gen|Rosa Parks|X Æ A-12`.split(
      '|',
    ),
  )('%s is a name', (name) => {
    const kinds = ['name', 'family-name'] as const;
    expect(kinds.map((kind) => findResidue(name, kind))).toEqual([undefined, undefined]);
    expect(findNameSlip(name, false)).toBeUndefined();
  });
});

describe('in lists', () => {
  test('a country is asked as well, and NA is Namibia', () => {
    const row = (country: string) =>
      saidOf(`a,government,en,Ann Lee,,,female,none,,Chair,3M,${country},a@example.org,,,,`);
    expect(['#N/A', 'N/A', '-', 'null'].map((country) => row(country).length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(row('#N/A')[0]).toMatch(/^error residue 2:49/);
    expect([...row('NA'), ...row('NO'), ...row('')]).toEqual([]);
  });

  test('each cell has its place, and names their columns', () => {
    expect(
      saidOf(
        'a,government,en,#N/A,,,male,none,NULL,#REF!,nan,CH,a@example.org,,,,#N/A',
        'b,government,en,H.E. Mr. John Doe,ﻱﺮﺼﻤﻟﺍ ﺎﻴﻧﺍﺭ,undefined,male,none,,46388,,CH,b@example.org,,,,',
        'c,government,en,Christopher NULL,,NULL,male,none,,Chair,JosÃ© & Co,CH,c@example.org,,,,',
        'd,government,en,Ann Null,,Null,male,none,,Chair,3M,CH,d@example.org,,,,',
      ),
    ).toEqual([
      'error residue 2:17 mend the formula in the spreadsheet, or leave the cell empty',
      'error residue 2:34 leave the cell empty, or write what is meant',
      'error residue 2:39 mend the formula in the spreadsheet, or leave the cell empty',
      'error residue 2:45 leave the cell empty, or write what is meant',
      'error doubtful-name 3:17 write “John Doe”',
      'error visual-order 3:35 write “رانيا المصري”',
      'error residue 3:48 leave the cell empty, or write what is meant',
      'warning residue 3:69 as a date of Excel it is 2027-01-01',
      'error garbled-text 4:60 it was probably “José & Co”',
    ]);
  });

  test('an office is in its place in a row that has its address and salutation itself', () => {
    const row = 'a,government,en,Office of the Director,,,,none,,,,CH,a@example.org,,';
    expect(saidOf(`${row},,`)).toHaveLength(1);
    expect(saidOf(`${row}Office of the Director,"Dear Sir or Madam,",`)).toEqual([]);
  });

  test('Arabic letters, and a Persian name', () => {
    expect(
      saidOf(
        'a,government,ar,A,محـــمد علي,,male,none,,وزیر الاقتصاد,,JO,a@example.org,,,,',
        'b,government,ar,B,علي رحیمی,,male,none,,,,IR,b@example.org,,,,',
        'c,government,ar,C,علي رحیمی,,male,none,,,,JO,c@example.org,,,,',
        'd,government,en,D,گلناز رحیمی,رحیمی,female,none,,,,DE,d@example.org,,,,',
      ),
    ).toEqual([
      'warning arabic-spelling 2:21 write “محمد علي”',
      'warning arabic-spelling 2:45 write “وزير الاقتصاد”',
      'warning arabic-spelling 4:25 write “علي رحيمي”',
    ]);
  });
});

const USUAL =
  'id,category,language,name,name-ar,gender,rank,courtesy,title,organisation,country,email,cc';

/** Lists as offices really had them. */
test.each<[what: string, list: string, ...said: string[]]>([
  [
    'pasted from an old PDF',
    `${USUAL}
gov-jo-01,government,ar,Rania,ﺭﺍﻧﻴﺎ ﺍﻟﻤﺼﺮﻱ,female,minister,,ﻭﺯﻳﺮﺓ ﺍﻻﻗﺘﺼﺎﺩ,وزارة الاقتصاد,JO,a@example.org,
gov-jo-02,government,ar,Rania,ﻱﺮﺼﻤﻟﺍ ﺎﻴﻧﺍﺭ,female,minister,,ﺩﺎﺼﺘﻗﻻﺍ ﺓﺮﻳﺯﻭ,وزارة الاقتصاد,JO,b@example.org,`,
    'error visual-order 3:31',
    'error visual-order 3:61',
    // Rightly written, they would be one person.
    'warning same-person 3:1',
  ],
  [
    'in the wrong encoding',
    `${USUAL}
a-01,civil-society,en,JosÃ© MuÃ±oz,,male,none,,PrÃ©sident,SociÃ©tÃ© Civile,MX,a@example.org,
a-02,civil-society,en,ÐÐ½Ð½Ð° ÐÐ²Ð°Ð½Ð¾Ð²Ð°,,female,none,,Chair,NGO,RU,b@example.org,
a-03,civil-society,en,AntÂ´onio Silva,,male,none,,Chair,Câ€™est,PT,c@example.org,`,
    'error garbled-text 2:26',
    'error garbled-text 2:50',
    'error garbled-text 2:63',
    'error garbled-text 3:24',
    'error garbled-text 4:26',
    'error garbled-text 4:58',
  ],
  [
    'exported from the web',
    `${USUAL}
a-01,civil-society,en,Jos&eacute; O&#39;Neill,,male,none,,Chair,Research &amp; Action,IE,a@example.org,
a-02,civil-society,ar,X,&#1585;&#1575;&#1606;&#1610;&#1575;,female,none,,Chair,NGO<br>Beirut,LB,b@example.org,`,
    'error residue 2:26',
    'error residue 2:74',
    'error residue 3:25',
    'error residue 3:83',
  ],
  [
    'with errors of a spreadsheet',
    `${USUAL}
a-01,civil-society,en,#N/A,,male,none,,#REF!,#NAME?,IE,a@example.org,
a-02,civil-society,en,Ann Lee,,female,none,NULL,nan,None,IE,b@example.org,
a-03,civil-society,en,#VALUE!,,female,none,N/A,-,undefined,IE,c@example.org,`,
    'error residue 2:23',
    'error residue 2:40',
    'error residue 2:46',
    'error residue 3:44',
    'error residue 3:49',
    'error residue 3:53',
    'error residue 4:23',
    'error residue 4:44',
    'error residue 4:48',
    'error residue 4:50',
  ],
  [
    'with numbers for words',
    `${USUAL}
7,civil-society,en,Ann Lee,,female,none,,46388,1.0E+11,IE,a@example.org,
007,civil-society,en,Bob Ray,,male,none,,TRUE,3M,IE,b@example.org,
8.0,civil-society,en,Cy Fox,,male,none,,Chair,44562.5,IE,c@example.org,`,
    'warning residue 2:42',
    'warning residue 2:48',
    'warning residue 3:42',
    'warning residue 4:47',
  ],
  [
    'with courtesies for names and titles',
    `${USUAL}
a-01,civil-society,en,Ann Lee,,female,none,,Ms.,NGO,IE,a@example.org,
a-02,government,en,H.E. Mr. John Doe,,male,ambassador,,Permanent Representative,Mission,KE,b@example.org,
a-03,civil-society,en,Dr. Ann LEE,,female,none,,Chair,NGO,GB,c@example.org,`,
    'error doubtful-name 3:20',
    'warning doubtful-name 4:23',
  ],
  [
    'with a person twice',
    `${USUAL}
a-01,civil-society,en,Ann Lee,,female,none,,Chair,NGO,IE,a@example.org,
b-07,civil-society,en,Ann  Lee,,female,none,,Chair,NGO,IE,a@example.org ,`,
    'warning same-person 3:1',
  ],
])('%s', (_, list, ...said) => {
  const folder = editionWith({ 'people.csv': [] });
  put(folder, 'people.csv', `${list}\n`);
  const found = loadEdition(folder).diagnostics.map(
    ({ severity, code, span }) => `${severity} ${code} ${span?.line}:${span?.column}`,
  );
  expect(found.sort()).toEqual(said.sort());
});

test('the texts of edition.yaml', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', 'en: Geneva', 'en: Gen&egrave;ve');
  const [found, ...others] = loadEdition(folder).diagnostics;
  expect(others).toEqual([]);
  expect(found).toMatchObject({ severity: 'error', code: 'residue', hint: 'write “Genève”' });
});

describe('the same person', () => {
  const row = (id: string, name: string, organisation: string, email: string) =>
    `${id},government,en,${name},,,female,none,,Chair,${organisation},CH,${email},,,,`;

  test.each([
    ['address, case and spaces apart', 'Ann  LEE', 'NGO', 'A@example.org'],
    ['address, in another order and other letters', 'Léé Ann', 'Other', 'a@example.org'],
    ['organisation at another address', 'Ann Lee', 'N.G.O', 'b@example.org'],
  ])('same name and %s', (_, name, organisation, email) => {
    const rows = [
      row('a', 'Ann Lee', 'N G O', 'a@example.org'),
      row('b', name, organisation, email),
    ];
    expect(saidOf(...rows)).toEqual([
      'warning same-person 3:1 the other stands in line 2 of people.csv',
    ]);
  });

  test.each([
    ['two people with the mailbox of their office', 'Bob Ray', 'NGO', 'a@example.org'],
    ['two people of one name', 'Ann Lee', 'Other', 'b@example.org'],
    ['another name in the same organisation', 'Ann Leigh', 'NGO', 'b@example.org'],
  ])('%s are two', (_, name, organisation, email) => {
    const rows = [row('a', 'Ann Lee', 'NGO', 'a@example.org'), row('b', name, organisation, email)];
    expect(saidOf(...rows)).toEqual([]);
  });

  test('in two lists, and of many only the first are named', () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      row(`p${index}`, `Ann ${'x'.repeat(index + 1)}`, 'NGO', `p${index}@example.org`),
    );
    const folder = editionWith({ 'people.csv': rows, 'copy.csv': rows.map((one) => `c${one}`) });
    const found = loadEdition(folder).diagnostics.filter(({ code }) => code === 'same-person');
    expect(found).toHaveLength(11);
    expect(found.map(({ message }) => message)).toContain(
      'copy.csv has 30 more rows of persons that people.csv has already',
    );
  });

  test('fifty thousand rows take little time', () => {
    const rows = Array.from({ length: 50_000 }, (_, index) =>
      row(`p${index}`, `Ann N${index.toString(36)}`, `NGO ${index % 500}`, `p${index}@example.org`),
    );
    const folder = editionWith({ 'people.csv': rows });
    const before = process.cpuUsage();
    expect(loadEdition(folder).diagnostics.length).toBe(0);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
  }, 120_000);
});

describe('Arabic spelling', () => {
  test.each([
    ['وزارة الاتصالات والتکنولوجیا', 'وزارة الاتصالات والتكنولوجيا'],
    ['منتدی القمة', 'منتدى القمة'],
    ['محـــمد', 'محمد'],
    ['عام ۲۰۲۷', 'عام ٢٠٢٧'],
    ['عام ٢٠27', 'عام 2027'],
    ['الاتحاد ، جنيف', 'الاتحاد، جنيف'],
    ['الاتحاد،جنيف', 'الاتحاد، جنيف'],
    ['( الاتحاد )', '(الاتحاد)'],
    ['وزارة(الاقتصاد)', 'وزارة (الاقتصاد)'],
    ['ما هذا ؟', 'ما هذا؟'],
    ['الاتحاد الدولي .', 'الاتحاد الدولي.'],
  ])('%s → %s', (value, meant) => {
    expect(findArabicSlip(value, false)).toMatchObject({
      severity: 'warning',
      code: 'arabic-spelling',
      hint: `write “${meant}”`,
    });
  });

  test.each(['يرصملا اينار', 'ةرازو داصتقالا', 'هللا دبع', 'تالاصتالا'])(
    '%s stands backwards',
    (value) => {
      expect(findArabicSlip(value, false)).toMatchObject({
        severity: 'warning',
        code: 'visual-order',
      });
    },
  );

  test.each(
    'لـ Smart Africa|عام 1448هـ|1448 هـ|ل(الاتحاد)|و(نحن)|٢٠٢٧|١،٥ مليون|پژمان کریمی|أنجيلا باولا|نيكولا ساركوزي|كمبالا|أنغولا وفنزويلا|يحيى|هدى|في ٥:٣٠ مساء|«منتدى»|(WSIS)|جنيف (سويسرا)|البند: 1|بـ«الإنترنت»|الـWSIS|هـ. علي|أ.د. علي|ياسر|تالا|علا|يولا'.split(
      '|',
    ),
  )('%s is right', (value) => {
    expect(findArabicSlip(value, false)).toBeUndefined();
  });
});
