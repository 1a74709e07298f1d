import { expect, test } from 'vitest';
import { readBidiCharacterTest } from './cases.ts';
import { runCases } from './run.ts';

/** Cases of BidiCharacterTest.txt 15.0. */
const CASES = 91_707;

const result = runCases(readBidiCharacterTest());

test('BidiCharacterTest.txt has all its cases', () => {
  expect(result.cases).toBeGreaterThanOrEqual(CASES);
});

test('every case on one line has the levels and the order of BidiCharacterTest.txt', () => {
  expect(result.whole).toEqual([]);
});

test('every case broken into two lines is ordered line by line', () => {
  expect(result.splits).toBeGreaterThan(CASES * 0.9);
  expect(result.second).toEqual([]);
  expect(result.first).toEqual([]);
});

test('a paragraph of a letter has the levels of the case', () => {
  expect(result.paragraphs).toBeGreaterThan(1000);
  expect(result.paragraph).toEqual([]);
});
