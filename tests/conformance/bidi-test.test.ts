import { expect, test } from 'vitest';
import { readBidiTest } from './cases.ts';
import { runCases } from './run.ts';

/** Lines of BidiTest.txt 15.0 × the paragraph directions that each is given for. */
const CASES = 770_241;

const result = runCases(readBidiTest());

test('BidiTest.txt has all its cases', () => {
  expect(result.cases).toBeGreaterThanOrEqual(CASES);
});

test('every case on one line has the levels and the order of BidiTest.txt', () => {
  expect(result.whole).toEqual([]);
});

test('every case broken into two lines is ordered line by line', () => {
  expect(result.splits).toBeGreaterThan(CASES * 0.9);
  expect(result.second).toEqual([]);
  expect(result.first).toEqual([]);
});

test('a paragraph of a letter has the levels of the case', () => {
  expect(result.paragraphs).toBeGreaterThan(50_000);
  expect(result.paragraph).toEqual([]);
});
