import { CsvError, parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { Csv } from '../../src/data/source/csv.ts';
import { locateRows } from '../../src/data/source/csv-layout.ts';
import { decodeText } from '../../src/data/source/encoding.ts';
import { Source } from '../../src/data/source/source.ts';
import { Problems } from '../../src/diagnostic.ts';
import { baseEdition, loadClean, put } from './editions.ts';
import { randomNumbers } from './random.ts';

/** Reads a text that must have no fault; gives values and places. */
function scan(text: string) {
  const problems = new Problems();
  const csv = new Csv(new Source('list.csv', text));
  const rows = [...csv.records(problems)].map((record) =>
    record.values.map((value, field) => ({ value: value.trim(), ...csv.span(record, field) })),
  );
  expect(problems.all).toEqual([]);
  return rows;
}

const valuesOf = (text: string) => scan(text).map((row) => row.map(({ value }) => value));

test.each([
  [
    'trims',
    'a , b\n 1,\u00a02 \n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['keeps the inner spaces of a quoted value', '"a  b"," c "', [['a  b', 'c']]],
  ['takes quotes after spaces', 'a, "b, c" ,d', [['a', 'b, c', 'd']]],
  ['undoubles quotes', '"""a"" b",""""', [['"a" b', '"']]],
  ['knows an empty last field', 'a,b,\n', [['a', 'b', '']]],
  [
    'skips blank lines and rows of delimiters',
    'a,b\n\n,\n  \n1,2\n\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'reads a text without a line end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['obeys the first line of Excel', 'sep=;\na,x;b\n', [['a,x', 'b']]],
  ['does not count delimiters in quotes', '"a,b,c";d\n', [['a,b,c', 'd']]],
  ['reads a single column', 'a\n1\n', [['a'], ['1']]],
])('%s', (_, text, expected) => {
  expect(valuesOf(text)).toEqual(expected);
});

test('a field knows its line and column in code points, also after quoted line ends', () => {
  const text = 'a,b,c\r\n"😀, 1\r\n2", مرحبا ,"x"\r\n😀😀,y,z\r\n';
  const places = scan(text).map((row) =>
    row.map(({ value, line, column }) => [value, line, column]),
  );
  expect(places).toEqual([
    [
      ['a', 1, 1],
      ['b', 1, 3],
      ['c', 1, 5],
    ],
    [
      ['😀, 1\r\n2', 2, 2],
      ['مرحبا', 3, 5],
      ['x', 3, 13],
    ],
    [
      ['😀😀', 4, 1],
      ['y', 4, 4],
      ['z', 4, 6],
    ],
  ]);
});

test('a broken row is left out and the next one is read, at its own place', () => {
  const problems = new Problems();
  const csv = new Csv(new Source('f', 'a,b\nx"y,1\n2,3\n"4"5,6\n\n 7,8\n'));
  const rows = [...csv.records(problems)];
  expect(rows.map(({ values }) => values)).toEqual([
    ['a', 'b'],
    ['2', '3'],
    ['7', '8'],
  ]);
  expect(rows.map((row) => csv.span(row, 0)).map(({ line, column }) => [line, column])).toEqual([
    [1, 1],
    [3, 1],
    [6, 2],
  ]);
  expect(problems.all.map(({ span }) => [span?.line, span?.column])).toEqual([
    [2, 2],
    [4, 4],
  ]);
});

const PIECES = ['a', 'B7', 'ش', 'é', '😀', ' ', ',', ';', '\t', '"', '\n', '\r\n', "'", '|'];

/** What stands at a place in a text, as long as a value without its quotation marks doubled. */
function textAt(text: string, line: number, column: number, value: string): string {
  const rest = text
    .split(/(?<=\r\n|\r(?!\n)|\n)/)
    .slice(line - 1)
    .join('');
  return [...rest]
    .slice(column - 1)
    .join('')
    .replaceAll('""', '"')
    .slice(0, value.length);
}

describe('values of csv-parse stand where the layout says, in tables that look random', () => {
  test.each(Array.from({ length: 200 }, (_, seed) => seed))('seed %i', (seed) => {
    const random = randomNumbers(seed);
    const delimiter = [',', ';', '\t'][random(3)] ?? ',';
    const end = ['\n', '\r\n', '\r'][random(3)] ?? '\n';
    const width = 2 + random(4);
    const cell = () =>
      Array.from({ length: random(6) }, () => PIECES[random(PIECES.length)]).join('');
    const spaces = () => ['', '', ' ', '\u00a0 '][random(4)];
    const quote = (text: string) =>
      random(2) === 0 || /["\r\n\t,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const field = () => `${spaces()}${quote(cell())}${random(2) === 0 ? ' ' : ''}`;
    const header = Array.from({ length: width }, (_, index) => `c${index}`).join(delimiter);
    const rows = Array.from({ length: 1 + random(8) }, () =>
      Array.from({ length: width }, field).join(delimiter),
    );
    const text = [header, ...rows].join(end) + (random(2) === 0 ? end : '');
    const records: string[][] = parse(text, { delimiter, record_delimiter: end, trim: true });
    const expected = records
      .map((row) => row.map((value) => value.trim()))
      .filter((row) => row.some((value) => value !== ''));
    const found = scan(text);
    expect(found.map((row) => row.map(({ value }) => value))).toEqual(expected);
    for (const { value, line, column } of found.flat()) {
      expect(textAt(text, line, column, value)).toBe(value);
    }
  });
});

describe('the layout finds fault where csv-parse does', () => {
  const pieces = ['"', '""', ',', '\n', ' ', 'a', '"b"', '\r\n', '\u00a0', '"c",'];
  test.each(Array.from({ length: 400 }, (_, seed) => seed))('seed %i', (seed) => {
    const random = randomNumbers(seed);
    const text = Array.from({ length: 12 }, () => pieces[random(pieces.length)]).join('');
    const { rows, faults } = locateRows(text, ',', 0);
    const options = { record_delimiter: ['\r\n', '\n'], trim: true, relax_column_count: true };
    const parsed = (): string[][] => parse(text, options);
    if (faults.length === 0) {
      const widths = rows.map(({ offsets }) => offsets.length);
      const expected = parsed().map((row) => row.length);
      expect(widths.slice(0, expected.length)).toEqual(expected);
    } else if (!/""[^\S\r\n]+"/.test(text)) {
      expect(parsed).toThrow(CsvError);
    }
  });
});

test('a value does not begin again after its closing quotation mark', () => {
  const problems = new Problems();
  const csv = new Csv(new Source('f', 'a,b\n"" " ",1\n2,3\n'));
  expect([...csv.records(problems)].map(({ values }) => values[0])).toEqual(['a', '2']);
  expect(problems.all).toMatchObject([{ code: 'csv-syntax', span: { line: 2, column: 4 } }]);
});

const ROWS = [
  ['id', 'Category', ' Language ', 'Name_AR', 'name', 'Address', 'e-mail', 'Phone Number'],
  [
    'r1',
    'government',
    'ar',
    'سلمى 😀 حداد',
    'Haddad; Salma, "Sal"',
    'One\nTwo',
    'a@example.org',
    '07',
  ],
  ['r2', 'Private sector', 'EN', '', 'Acme\tInc.', 'A | B', '', ''],
];

/** Every way in which programs write the same list. */
const VARIANTS = [
  'utf-8',
  'utf-8 bom',
  'utf-16le',
  'utf-16le bom',
  'utf-16be',
  'utf-16be bom',
].flatMap((encoding) =>
  [',', ';', '\t'].flatMap((delimiter) =>
    ['\n', '\r\n', '\r'].map((end) => ({ encoding, delimiter, end })),
  ),
);

function write(rows: readonly string[][], delimiter: string, end: string): string {
  const field = (value: string) =>
    /["\n,;\t]/.test(value) ? `"${value.replaceAll('"', '""').replaceAll('\n', end)}"` : value;
  return rows.map((row) => row.map(field).join(delimiter) + end).join('');
}

function encode(text: string, encoding: string): Buffer {
  const marked = encoding.endsWith('bom') ? `\ufeff${text}` : text;
  if (encoding.startsWith('utf-8')) return Buffer.from(marked);
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding.startsWith('utf-16be') ? bytes.swap16() : bytes;
}

describe('the same list in every dress', () => {
  test.each(VARIANTS)('$encoding $delimiter $end', ({ encoding, delimiter, end }) => {
    const folder = baseEdition();
    const text = write(ROWS, delimiter, end);
    put(folder, 'stakeholders.csv', encode(text, encoding));
    const [first, second, ...more] = loadClean(folder).stakeholders;
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      id: { value: 'r1' },
      category: { value: 'government' },
      language: { value: 'ar' },
      name: { all: { value: 'Haddad; Salma, "Sal"' }, ar: { value: 'سلمى 😀 حداد' } },
      email: { value: 'a@example.org' },
      extra: { 'phone-number': { value: '07' } },
    });
    expect(first?.addressLines?.map(({ value, span }) => [value, span.line])).toEqual([
      ['One', 2],
      ['Two', 3],
    ]);
    expect(second).toMatchObject({
      category: { value: 'private-sector' },
      language: { value: 'en' },
      name: { all: { value: 'Acme Inc.' } },
    });
    const points = [...(text.split(/\r\n|\r|\n/)[(first?.email?.span.line ?? 0) - 1] ?? '')];
    const { column = 0, length = 0 } = first?.email?.span ?? {};
    expect(points.slice(column - 1, column - 1 + length).join('')).toBe('a@example.org');
  });
});

describe('bytes', () => {
  const windows1256 = Buffer.from([0xd3, 0xe1, 0xe3, 0xec, 0x20, 0xcd, 0xcf, 0xc7, 0xcf]);
  test.each([
    ['Windows-1256', Buffer.concat([Buffer.from('id\r\nab,'), windows1256]), 2, 4, /Windows-1256/],
    ['Windows-1252', Buffer.from('id\nGen\xe8ve', 'latin1'), 2, 4, /Windows-1252/],
    ['UTF-8 with one wrong byte', Buffer.from([...Buffer.from('é\nè'), 0xff]), 2, 2, /damaged/],
    ['a spreadsheet', Buffer.from('PK\x03\x04 and so on', 'latin1'), 1, 1, /spreadsheet/],
    ['bytes that are no text', Buffer.from([1, 0, 0, 0, 0, 0]), 1, 2, /NUL/],
    [
      'one NUL in UTF-8',
      Buffer.from(`id,name\n${'x'.repeat(20)}\0${'y'.repeat(21)}`),
      2,
      21,
      /NUL/,
    ],
    ['half a pair of UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), 1, 1, /UTF-16/],
  ])('%s is refused with the remedy', (_, bytes, line, column, message) => {
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({
      place: { line, column },
      message: expect.stringMatching(message),
      hint: expect.stringContaining('CSV UTF-8'),
    });
  });

  test('the refusal stands at its byte', () => {
    const folder = baseEdition();
    put(folder, 'stakeholders.csv', Buffer.concat([Buffer.from('id\r\nab,'), windows1256]));
    expect(() => loadClean(folder)).toThrow('not-utf8 stakeholders.csv:2:4');
  });

  test('Arabic alone is told from Western text in UTF-16 without a mark', () => {
    const text = 'الاسم\nسلمى\n';
    expect(decodeText(encode(text, 'utf-16le'))).toEqual({ text });
    expect(decodeText(encode(text, 'utf-16be'))).toEqual({ text });
  });
});
