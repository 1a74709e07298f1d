import { createRequire } from 'node:module';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { zipFault } from '../../src/data/lists/zip.ts';
import { loadEdition } from '../../src/data/load.ts';
import { formatDiagnostic } from '../../src/diagnostic.ts';
import { baseEdition, loadClean, patch, problemsOf, put } from './editions.ts';

const xlsx: typeof import('@e965/xlsx') = createRequire(import.meta.url)('@e965/xlsx');

type Cell = string | number | CellObject;

const OWN = ['id', 'category', 'language', 'gender', 'rank', 'name'];
const OWN_CELLS = ['x1', 'government', 'en', 'female', 'none', 'Ann Lee'];

function sheetOf(rows: readonly (readonly Cell[])[]): WorkSheet {
  const sheet: WorkSheet = { '!ref': `A1:Z${rows.length + 1}` };
  for (const [line, row] of rows.entries()) {
    for (const [column, value] of row.entries()) {
      const cell: CellObject =
        typeof value === 'object' ? value : { t: typeof value === 'number' ? 'n' : 's', v: value };
      sheet[xlsx.utils.encode_cell({ r: line, c: column })] = cell;
    }
  }
  return sheet;
}

function bookOf(sheets: Readonly<Record<string, WorkSheet>>, date1904 = false): Buffer {
  const book = xlsx.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets))
    xlsx.utils.book_append_sheet(book, sheet, name);
  book.Workbook = { WBProps: { date1904 } };
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** An edition whose one list is a workbook. */
function withBook(bytes: Uint8Array, entry = 'list.xlsx'): string {
  const folder = baseEdition();
  put(folder, 'list.xlsx', bytes);
  patch(folder, 'edition.yaml', '[stakeholders.csv]', `[stakeholders.csv, ${entry}]`);
  return folder;
}

/** The cells of the one recipient of a sheet, beside our own columns. */
function extrasOf(headings: readonly Cell[], cells: readonly Cell[], date1904 = false) {
  const sheet = sheetOf([
    [...OWN, ...headings],
    [...OWN_CELLS, ...cells],
  ]);
  const folder = withBook(bookOf({ List: sheet }, date1904));
  const found = loadClean(folder).stakeholders.at(-1);
  return Object.values(found?.extra ?? {}).map(({ value }) => value);
}

const date = (v: number, z = 'dd/mm/yyyy'): CellObject => ({ t: 'n', v, z });

describe('a workbook is a list', () => {
  test('with its first sheet', () => {
    const folder = withBook(bookOf({ Список: sheetOf([OWN, OWN_CELLS]), Other: sheetOf([['x']]) }));
    const found = loadClean(folder).stakeholders.at(-1);
    expect(found).toMatchObject({ list: 'list.xlsx', name: { all: { value: 'Ann Lee' } } });
    expect(found?.name?.all?.span).toEqual({
      file: join(folder, 'list.xlsx'),
      line: 2,
      column: 6,
      cell: 'Список!F2',
    });
  });

  test('or with the sheet that is named, whatever is above its header', () => {
    const sheets = { Notes: sheetOf([['x']]), 'Visa 2027': sheetOf([[], [], OWN, [], OWN_CELLS]) };
    const folder = withBook(bookOf(sheets), '"list.xlsx#visa 2027"');
    const found = loadClean(folder).stakeholders.at(-1);
    expect([found?.list, found?.id.span.cell]).toEqual(['list.xlsx#visa 2027', 'Visa 2027!A5']);
  });

  test('whose rows are named by their cells', () => {
    const twin = ['x2', ...OWN_CELLS.slice(1)];
    const mail = (cells: readonly string[]) => [...cells, 'ann@example.org'];
    const sheets = {
      One: sheetOf([[...OWN, 'email'], mail(OWN_CELLS)]),
      Two: sheetOf([[...OWN, 'email'], mail(OWN_CELLS), mail(twin)]),
    };
    const folder = withBook(bookOf(sheets), 'list.xlsx, list.xlsx#Two');
    const said = loadEdition(folder).diagnostics.map(({ code, hint }) => `${code}: ${hint}`);
    expect(said).toEqual([
      'duplicate-id: the first stands in One!A2 of list.xlsx',
      expect.stringMatching(/^same-person: the other stands in One!A2 of list\.xlsx:/),
    ]);
  });

  test('whose problems have the place of the cell, also where they are within its text', () => {
    const cells = [
      'x1',
      'government',
      'en',
      'female',
      'none',
      'Mr Ann\u0007 Lee',
      'The Chair|#N/A',
      'a@b, c@@d',
    ];
    const folder = withBook(bookOf({ List: sheetOf([[...OWN, 'address', 'cc'], cells]) }));
    const cellsSaid = loadEdition(folder).diagnostics.map(({ code, span }) => [code, span?.cell]);
    expect(cellsSaid).toEqual([
      ['control-character', 'List!F2'],
      ['doubtful-name', 'List!F2'],
      ['residue', 'List!G2'],
      ['bad-email', 'List!H2'],
      ['bad-email', 'List!H2'],
    ]);
  });

  test('alone, where an edition names no list and has no CSV file', () => {
    const folder = baseEdition();
    put(folder, 'list.xlsx', bookOf({ List: sheetOf([OWN, OWN_CELLS]) }));
    patch(folder, 'edition.yaml', 'lists: [stakeholders.csv]\n', '');
    expect(problemsOf(folder)).toEqual(['warning unlisted-file edition.yaml:1:1']);
    expect(loadEdition(folder).edition?.stakeholders).toHaveLength(2);
  });

  test('and a message has the place as a spreadsheet calls it', () => {
    const sheet = sheetOf([OWN, [...OWN_CELLS.slice(0, 1), 'nobody', ...OWN_CELLS.slice(2)]]);
    const folder = withBook(bookOf({ List: sheet }));
    const [problem] = loadEdition(folder).diagnostics;
    const text = problem && formatDiagnostic(problem, { cwd: folder, readLine: () => 'PK' });
    expect(text?.split('\n')[0]).toBe(
      'list.xlsx:List!B2: error[unknown-category]: "nobody" is not a category',
    );
    expect(text).not.toContain('PK');
  });
});

describe('cells are what the sheet shows, but whole', () => {
  test.each<[string, CellObject | number | string, string, boolean?]>([
    ['a date', date(46573), '2027-07-05'],
    ['a date of another look', date(46573, 'd-mmm-yy'), '2027-07-05'],
    ['a date of a workbook that counts from 1904', date(45111), '2027-07-05', true],
    ['a date with a time', date(46573.5, 'dd/mm/yyyy hh:mm'), '2027-07-05 12:00'],
    ['a date before the leap day that never was', date(59), '1900-02-28'],
    ['a time of day', date(0.5, 'hh:mm'), '12:00'],
    ['a number', 14000, '14000'],
    ['a long number', 225550123456, '225550123456'],
    ['a hundred thousand million', 1e11, '100000000000'],
    ['a fraction', 0.1 + 0.2, '0.3'],
    ['a small fraction', 1e-7, '0.0000001'],
    ['leading zeros', { t: 'n', v: 1234, z: '00000' }, '01234'],
    ['an amount', { t: 'n', v: 1000.5, z: '#,##0.00' }, '1,000.50'],
    ['a percentage', { t: 'n', v: 0.5, z: '0%' }, '50%'],
    ['a formula', { t: 'n', v: 2, f: '1+1' }, '2'],
    ['the text of a formula', { t: 's', v: 'hello', f: '"hel"&"lo"' }, 'hello'],
    ['yes or no', { t: 'b', v: true }, 'TRUE'],
    ['text that looks like a number', '01234', '01234'],
  ])('%s', (_, cell, shown, date1904 = false) => {
    expect(extrasOf(['further'], [cell], date1904)).toEqual([shown]);
  });

  test.each<[string, CellObject, string]>([
    ['an error', { t: 'e', v: 0x2a }, 'bad-cell'],
    ['a formula without a value', { t: 'n', f: 'A1' }, 'bad-cell'],
  ])('%s is told, and counts as empty', (_, cell, code) => {
    const rows = [
      [...OWN, 'further', 'title'],
      [...OWN_CELLS, cell, cell],
    ];
    const folder = withBook(bookOf({ List: sheetOf(rows) }));
    expect(problemsOf(folder)).toEqual([`warning ${code} list.xlsx:2:7`, `${code} list.xlsx:2:8`]);
    expect(loadEdition(folder).edition?.stakeholders.at(-1)?.extra).toEqual({});
  });

  test('merged cells are an error among the rows, and none above them', () => {
    const rows = [['All of them'], OWN, OWN_CELLS, ['x2', ...OWN_CELLS.slice(1)]];
    const sheet = sheetOf(rows);
    sheet['!merges'] = [xlsx.utils.decode_range('F3:F4')];
    expect(problemsOf(withBook(bookOf({ List: sheet })))).toContain('bad-cell list.xlsx:3:6');
  });

  test('hidden rows are read, and told', () => {
    const sheet = sheetOf([OWN, OWN_CELLS, ['x3', ...OWN_CELLS.slice(1)]]);
    sheet['!rows'] = [{}, { hidden: true }, {}];
    const folder = withBook(bookOf({ List: sheet }));
    expect(problemsOf(folder)).toEqual(['warning hidden-rows list.xlsx:2:1']);
    expect(loadEdition(folder).edition?.stakeholders).toHaveLength(4);
  });

  test('a value beside the columns, and a column twice, are errors', () => {
    const sheet = sheetOf([
      [...OWN, 'a', 'A'],
      [...OWN_CELLS, 'x', 'y', 'z'],
    ]);
    expect(problemsOf(withBook(bookOf({ List: sheet })))).toEqual([
      'duplicate-column list.xlsx:1:8',
      'ragged-row list.xlsx:2:9',
    ]);
  });
});

/** A ZIP archive of one part; `size` is what its directory says of it. */
function zipOf(content: Buffer, size = content.length, times = 1): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from('a');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(times, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  const directory = Array.from({ length: times }, () => [central, name]).flat();
  return Buffer.concat([local, name, packed, ...directory, end]);
}

describe('a workbook that cannot be read is named', () => {
  const PLACE = 'edition.yaml:52:27';
  test.each<[string, Uint8Array, string, string?]>([
    ['no archive at all', Buffer.from('PKxxxx'), 'bad-list'],
    ['an empty file', Buffer.alloc(0), 'bad-list'],
    ['half a workbook', bookOf({ List: sheetOf([OWN, OWN_CELLS]) }).subarray(0, 3000), 'bad-list'],
    ['an archive of something else', zipOf(Buffer.from('x')), 'bad-list'],
    ['one that lies about its size', zipOf(Buffer.alloc(1_000_000), 10), 'bad-list'],
    ['one that unpacks to gigabytes', zipOf(Buffer.alloc(150_000_000), undefined, 3), 'too-large'],
    [
      'one with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'bad-list',
    ],
    ['an old one', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'bad-list'],
    ['one without the sheet', bookOf({ List: sheetOf([OWN]) }), 'bad-list', '"list.xlsx#Lits"'],
  ])('%s', (_, bytes, code, entry) => {
    expect(problemsOf(withBook(bytes, entry))).toEqual([
      `${code} edition.yaml:52:${entry ? 28 : 27}`,
    ]);
  });

  test('an empty sheet has no row of column names', () => {
    expect(problemsOf(withBook(bookOf({ List: sheetOf([]) })))).toEqual([
      'empty-value list.xlsx:1:1',
    ]);
  });

  test('offsets that lead out of the file', () => {
    const sound = zipOf(Buffer.from('content'));
    expect(zipFault(sound, 1000)).toBeUndefined();
    for (let at = 0; at < sound.length; at++) {
      const damaged = Buffer.from(sound);
      damaged[at] = 0xff;
      expect(() => zipFault(damaged, 1000)).not.toThrow();
    }
  });

  test.each([
    ['stakeholders.xls', 'bad-list'],
    ['stakeholders.ods', 'bad-list'],
    ['stakeholders.numbers', 'bad-list'],
    ['old.csv', 'bad-list'],
  ])('%s', (name, code) => {
    const folder = baseEdition();
    put(folder, name, Buffer.from('d0cf11e0a1b11ae1000000', 'hex'));
    patch(folder, 'edition.yaml', '[stakeholders.csv]', `[stakeholders.csv, ${name}]`);
    expect(problemsOf(folder)).toEqual([`${code} ${PLACE}`]);
  });
});
