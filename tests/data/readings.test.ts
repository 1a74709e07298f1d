import { describe, expect, test } from 'vitest';
import { readDate, readNumber } from '../../src/data/lists/readings.ts';
import { isoDate } from '../../src/data/schema/values.ts';
import { baseEdition, loadClean, patch, problemsOf, put } from './editions.ts';

/** `2027-07-05`; both days where there are two; why there is none. */
function dateIn(text: string): string {
  const reading = readDate(text);
  switch (reading.kind) {
    case 'none':
      return reading.why;
    case 'two':
      return `${isoDate(reading.dayFirst)} or ${isoDate(reading.monthFirst)}`;
    case 'ordered':
      return `${isoDate(reading.date)} ${reading.order}`;
    default:
      return isoDate(reading.date);
  }
}

test.each([
  ['2027-07-05', '2027-07-05'],
  ['2027-7-5', '2027-07-05'],
  ['2027/07/05', '2027-07-05'],
  ['2027年7月5日', '2027-07-05'],
  ['٢٠٢٧-٠٧-٠٥', '2027-07-05'],
  ['2027-07-05 00:00:00', '2027-07-05'],
  ['2027-07-05T00:00:00.000', '2027-07-05'],
  ['2027-07-05T00:00:00Z', 'time'],
  ['2027-07-04T22:00:00Z', 'time'],
  ['2027-07-05 14:30', 'time'],
  ['05.07.2027', '2027-07-05'],
  ['31.12.2027', '2027-12-31'],
  ['12.31.2027', 'no-such-day'],
  ['05/07/2027', '2027-07-05 or 2027-05-07'],
  ['5-7-2027', '2027-07-05 or 2027-05-07'],
  ['٠٥/٠٧/٢٠٢٧', '2027-07-05 or 2027-05-07'],
  ['05/05/2027', '2027-05-05'],
  ['31/12/2027', '2027-12-31 day-first'],
  ['12/31/2027', '2027-12-31 month-first'],
  ['05/07/2027 00:00', '2027-07-05 or 2027-05-07'],
  ['05/07/2027 9:00', 'time'],
  ['05/07/27', 'short-year'],
  ['29/02/2027', 'no-such-day'],
  ['29/02/2028', '2028-02-29 day-first'],
  ['2027-02-30', 'no-such-day'],
  ['46573', 'serial'],
  ['00567891', 'no-date'],
  ['5 July 2027', 'no-date'],
  ['1.2.3', 'no-date'],
  ['12E34', 'no-date'],
])('the date %s is %s', (text, found) => {
  expect(dateIn(text)).toBe(found);
});

/** The number; both where there are two; why there is none. */
function numberIn(text: string): number | string {
  const reading = readNumber(text);
  if (reading.kind === 'number') return reading.value;
  return reading.kind === 'two' ? `${reading.grouped} or ${reading.decimal}` : reading.why;
}

test.each([
  ['1000.5', 1000.5],
  ['1,000.50', 1000.5],
  ['1.000,50', 1000.5],
  ['1 000,50', 1000.5],
  ['1\u00a0000,50', 1000.5],
  ['1\u202f000\u202f000', 1_000_000],
  ["1'000.50", 1000.5],
  ['1’000', 1000],
  ['1,000,000', 1_000_000],
  ['1.000.000', 1_000_000],
  ['12,34,567.50', 1_234_567.5],
  ['١٬٠٠٠٫٥٠', 1000.5],
  ['-1,5', -1.5],
  ['−2', -2],
  ['0.125', 0.125],
  ['1234.000', 1234],
  ['1.5', 1.5],
  ['12,50', 12.5],
  ['1.000', '1000 or 1'],
  ['1,000', '1000 or 1'],
  ['100,000', '100000 or 100'],
  ['1E+05', 'exponent'],
  ['1,23E+11', 'exponent'],
  ['12E34', 'no-number'],
  ['1,00,0', 'no-number'],
  ['1.000,50,1', 'no-number'],
  ['5.', 'no-number'],
  ['', 'no-number'],
  ['ten', 'no-number'],
])('the number %s is %s', (text, found) => {
  expect(numberIn(text)).toBe(found);
});

const HEAD = 'id,category,language,name,gender,rank';

/** An edition with a list of recipients who have these cells in a column of that type. */
function withCells(cells: readonly string[], setting: string): string {
  const folder = baseEdition();
  const rows = cells.map((cell, at) => `r${at},government,en,Ann Lee,female,none,"${cell}"`);
  put(folder, 'stakeholders.csv', `${[`${HEAD},Value`, ...rows].join('\n')}\n`);
  const entry = `[{file: stakeholders.csv, columns: {Value: ${setting}}}]`;
  patch(folder, 'edition.yaml', '[stakeholders.csv]', entry);
  return folder;
}

function valuesIn(cells: readonly string[], setting: string) {
  return loadClean(withCells(cells, setting)).stakeholders.map(({ typed }) => {
    const value = typed?.value;
    if (value?.type === 'date') return isoDate(value.date.value);
    if (value?.type === 'number') return value.number.value;
    return value && [value.amount.value, value.currency];
  });
}

describe('columns with a type', () => {
  test('another cell tells the order of days and months', () => {
    expect(valuesIn(['05/07/2027', '', '31/12/2027'], '{type: date}')).toEqual([
      '2027-07-05',
      undefined,
      '2027-12-31',
    ]);
    expect(valuesIn(['05/07/2027', '12/31/2027'], '{type: date}')).toEqual([
      '2027-05-07',
      '2027-12-31',
    ]);
  });

  test('the edition may say it', () => {
    const setting = '{type: date, order: month-first}';
    expect(valuesIn(['05/07/2027', '2027-07-05'], setting)).toEqual(['2027-05-07', '2027-07-05']);
  });

  test('another amount tells the decimal sign', () => {
    expect(valuesIn(['1,000', '2,000.50'], '{type: number}')).toEqual([1000, 2000.5]);
    expect(valuesIn(['1,5', '2,5'], '{type: number}')).toEqual([1.5, 2.5]);
    expect(valuesIn(['1,000', '2,5'], '{type: number, decimal: comma}')).toEqual([1, 2.5]);
    expect(() => valuesIn(['1,000', '2,5'], '{type: number}')).toThrow(/ambiguous-value/);
    expect(valuesIn(['1.000'], '{type: number, decimal: comma}')).toEqual([1000]);
    expect(valuesIn(['1.000', '1 234,00'], '{type: number}')).toEqual([1000, 1234]);
  });

  test('amounts may bring their currency, or have that of the column', () => {
    const cells = ['CHF 1,000.50', '20.50 €', '£5', '7'];
    const expected = [
      [1000.5, 'CHF'],
      [20.5, 'EUR'],
      [5, 'GBP'],
      [7, undefined],
    ];
    expect(valuesIn(cells, '{type: amount}')).toEqual(expected);
    expect(valuesIn(['7', 'CHF 8'], '{type: amount, currency: CHF}')).toEqual([
      [7, 'CHF'],
      [8, 'CHF'],
    ]);
  });

  test.each([
    [['05/07/2027', '06/07/2027'], '{type: date}', ['ambiguous-value 2']],
    [['13/07/2027', '07/13/2027', '05/07/2027'], '{type: date}', ['ambiguous-value 4']],
    [['13/07/2027'], '{type: date, order: month-first}', ['bad-date 2']],
    [['46573', 'soon', '05/07/27'], '{type: date}', ['bad-date 2', 'bad-date 3', 'bad-date 4']],
    [['1,000', '2,000'], '{type: number}', ['ambiguous-value 2']],
    [['1.5', '2,5', '1.000'], '{type: number}', ['ambiguous-value 4']],
    [['1,5'], '{type: number, decimal: point}', ['bad-number 2']],
    [['1E+05', 'free'], '{type: amount}', ['bad-number 2', 'bad-number 3']],
    [['EUR 5'], '{type: amount, currency: CHF}', ['bad-number 2']],
  ])('%j as %s', (cells, setting, expected) => {
    const found = problemsOf(withCells(cells, setting));
    expect(found).toEqual(expected.map((each) => `${each.replace(' ', ' stakeholders.csv:')}:39`));
  });

  test('a column has one type, whichever list a recipient is in', () => {
    const folder = withCells(['2027-07-05'], '{type: date}');
    put(
      folder,
      'b.csv',
      `${HEAD},value\nb1,government,en,Bob,male,none,soon\nb2,government,en,Bob,male,none,later\n`,
    );
    patch(folder, 'edition.yaml', '[{file: stake', '[b.csv, {file: stake');
    expect(problemsOf(folder)).toEqual(['mixed-types b.csv:2:32']);
    patch(folder, 'edition.yaml', '[b.csv, ', '[{file: b.csv, columns: {value: {type: number}}}, ');
    expect(problemsOf(folder).at(-1)).toMatch(/^mixed-types edition.yaml:52:/);
  });
});
